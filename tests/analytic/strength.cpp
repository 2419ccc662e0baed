#include "interventions/drawn.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <limits>

namespace spires {
namespace {

constexpr double for_ever = std::numeric_limits<double>::infinity();

/// ∫ of min(1, t/onset) · 2^(−max(0, t − onset)/half_life) from 0 to `time`, in closed form.
double integral(double time, double onset, double half_life) {
    const double rising = std::min(time, onset), after = std::max(0.0, time - onset);
    const double rise = onset > 0 ? rising * rising / (2 * onset) : 0.0;
    if (!std::isfinite(half_life)) return rise + after;
    return rise + half_life / std::log(2.0) * (1 - std::exp2(-after / half_life));
}

double exact(double years, double onset, double half_life) { return integral(years + 1, onset, half_life) - integral(years, onset, half_life); }

TEST(MeanStrength, is_the_integral_over_the_year) {
    for (const double onset : {0.0, 0.25, 0.5, 1.0, 1.7, 4.0})
        for (const double half_life : {0.5, 1.7, 10.0, for_ever})
            for (const double years : {0.0, 1.0, 2.0, 7.0})
                EXPECT_NEAR(mean_strength(years, onset, half_life), exact(years, onset, half_life), 3e-4) << onset << ' ' << half_life << ' ' << years;
}

TEST(MeanStrength, of_an_effect_that_is_there_at_once_and_stays_is_one) {
    EXPECT_DOUBLE_EQ(mean_strength(0, 0, for_ever), 1.0);
    EXPECT_DOUBLE_EQ(mean_strength(40, 0, for_ever), 1.0);
}

TEST(MeanStrength, halves_in_a_half_life) {
    EXPECT_NEAR(mean_strength(6, 1, 3) / mean_strength(3, 1, 3), 0.5, 1e-9);
    EXPECT_NEAR(mean_strength(79, 0, 2), 0.0, 1e-11);
}

TEST(MeanStrength, stays_within_nothing_and_all) {
    for (double onset = 0; onset < 5; onset += 0.3)
        for (double years = 0; years < 20; ++years) {
            EXPECT_GE(mean_strength(years, onset, 1.3), 0.0);
            EXPECT_LE(mean_strength(years, onset, 1.3), 1.0);
        }
}

TEST(HalfLifeFactor, makes_every_effect_fade_so_much_slower) {
    Scenario scenario;
    Intervention walks;
    walks.id = "walks";
    Effect fading, lasting;
    fading.half_life = 2.0;
    walks.effects = {fading, lasting};
    scenario.interventions = {walks};
    const Prices prices = Prices::read(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry");
    for (const double factor : {0.5, 1.0, 2.0}) {
        auto draw = ParameterDraw::central();
        const auto drawn = draw_interventions(scenario, prices, draw, factor);
        EXPECT_DOUBLE_EQ(drawn[0].effects[0].strength[5], mean_strength(5, fading.onset, 2.0 * factor));
        EXPECT_DOUBLE_EQ(drawn[0].effects[1].strength[5], 1.0) << "what stays does not fade faster";
    }
}

}  // namespace
}  // namespace spires
