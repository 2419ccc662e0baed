// Sharing people between worlds is a way to compute, not a part of the model: counts are those of worlds apart.

#include "core/digest.hpp"
#include "simulation.hpp"
#include "support/experiments.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <map>

namespace spires::testing {
namespace {

const std::string active = "[[intervention.effect]]\nlever = \"activity.minutes_per_week\"\nchange = { add = 300 }\nhalf_life = 5\nevidence = \"madigan_2021\"\n";
const std::string healthy = "[[intervention.effect]]\nlever = \"coronary_heart_disease.case_fatality\"\nchange = { rate_ratio = 0.05 }\nhalf_life = 50\nevidence = \"madigan_2021\"\n";

/// Programmes that reach students, families and the old, with and without places, once and every year.
const std::vector<ScenarioText>& made_up() {
    static const std::vector<ScenarioText> texts{
        {"few_places", intervention("few-places", 2022, "eligible = { age = { from = 16 } }\nreach = 0.3\nuptake = 0.5\nplaces = 3000", healthy)},
        {"yearly", intervention("yearly", 2022, "eligible = { age = { from = 50 } }\nreach = 0.2\nuptake = 0.5\nrepeat = \"yearly\"", active + healthy) +
                       intervention("hubs", 2023, "eligible = { age = { from = 0, to = 4 } }\nreach = 0.3\nuptake = 0.6\nplaces = 900")},
        {"city_wide", intervention("city-wide", 2023, "eligible = { age = { from = 0 } }\nreach = 1\nuptake = 1", healthy)},
        {"students", intervention("students", 2022, "eligible = { age = { from = 17, to = 24 } }\nreach = 0.5\nuptake = 0.5\ncost = { fixed_per_year = 1000, price_year = 2022 }", active)},
    };
    return texts;
}

std::string digest_of(const TallySheet& sheet) {
    std::string bytes;
    for (std::size_t cell = 0; cell < sheet.cells(); ++cell)
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t band = 0; band < life_table_bands; ++band)
                for (std::size_t quantity = 0; quantity < sheet.layout().width(); ++quantity) {
                    const std::int64_t count = sheet.count(cell, sex, band, quantity);
                    bytes.append(reinterpret_cast<const char*>(&count), sizeof count);
                }
    return sha256(bytes);
}

/// Every count of every year, by the stem of the scenario.
struct Simulated {
    std::map<std::string, std::vector<std::string>> digests;
    PersonYears people;
    [[nodiscard]] double alone(std::size_t world) const { return static_cast<double>(people.alone[world]) / static_cast<double>(people.lived[world]); }
};

Simulated simulate_all(const std::vector<ScenarioText>& texts, Sharing sharing, int threads = 2) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    auto draw = ParameterDraw::central();
    static const Model model = [&] { return calibrate(foundations().inputs, foundations().base, draw, last_year); }();
    static const Pipeline pipeline = build_pipeline(foundations(), model);
    const auto scenarios = read(texts);
    std::vector<std::vector<DrawnIntervention>> programmes;
    for (const auto& scenario : scenarios) programmes.push_back(draw_interventions(scenario, foundations().prices, draw));
    Simulated simulated;
    simulated.people = simulate({foundations(), pipeline, programmes, {3, 1}, last_year, sharing}, [&](std::size_t world, int, const TallySheet& sheet) {
        simulated.digests[scenarios[world].stem].push_back(digest_of(sheet));
    });
    return simulated;
}

/// Copies of a scenario under other ids: the same people in other programmes, by other lotteries.
std::vector<ScenarioText> many(std::size_t number) {
    std::vector<ScenarioText> texts;
    for (std::size_t s = 0; s < number; ++s)
        texts.emplace_back(fmt::format("s{}", s), intervention(fmt::format("walk-{}", s), 2022, "eligible = { age = { from = 18 } }\nreach = 0.2\nuptake = 0.5", active));
    return texts;
}

TEST(Forks, count_the_same_as_worlds_apart) {
    const Simulated forked = simulate_all(made_up(), Sharing::forked), apart = simulate_all(made_up(), Sharing::apart);
    EXPECT_EQ(forked.digests, apart.digests);
    EXPECT_LT(forked.alone(1), 0.2) << "whom the programme does not touch is simulated for all";
    EXPECT_GT(forked.alone(1), 0.02);
    EXPECT_EQ(apart.alone(1), 1);
    std::map<std::string, int> last;
    for (const auto& [stem, digests] : forked.digests) ++last[digests.back()];
    EXPECT_EQ(last.size(), made_up().size() + 1) << "each scenario changes something";
}

TEST(Forks, count_the_same_when_worlds_are_too_many_to_share_every_way) {
    const auto texts = many(7);
    EXPECT_EQ(simulate_all(texts, Sharing::forked).digests, simulate_all(texts, Sharing::apart).digests);
}

TEST(Forks, do_not_hear_of_one_another) {
    const Simulated together = simulate_all(made_up(), Sharing::forked);
    for (const auto& text : made_up()) {
        const Simulated alone = simulate_all({text}, Sharing::forked);
        EXPECT_EQ(alone.digests.at("baseline"), together.digests.at("baseline")) << text.first;
        EXPECT_EQ(alone.digests.at(text.first), together.digests.at(text.first)) << text.first;
    }
}

TEST(Forks, do_not_depend_on_threads) {
    EXPECT_EQ(simulate_all(made_up(), Sharing::forked, 1).digests, simulate_all(made_up(), Sharing::forked, 2).digests);
}

}  // namespace
}  // namespace spires::testing
