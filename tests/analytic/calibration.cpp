// What a calibration promises of the base population, on the city's own tables: the processes run once
// on the base as it stands, nobody coming or going.

#include "core/maths.hpp"
#include "calibration/calibrate_parts.hpp"
#include "indicators/measures.hpp"
#include "interventions/overlay.hpp"
#include "processes/conditions.hpp"
#include "processes/good_health.hpp"
#include "processes/mortality.hpp"
#include "processes/service_use.hpp"
#include "simulation.hpp"
#include "support/experiments.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace spires::testing {
namespace {

/// The base after a year of illness, dying, health and services under one model.
class StillYear {
public:
    explicit StillYear(const Model& model) : sheet_({model.inputs->health.conditions.size(), model.inputs->health.services.size(), model.inputs->health.screening.size()}, model.inputs->places.cells.size()) {
        const Conditions conditions(model, foundations().levers);
        const Dying dying(model, foundations().levers);
        const GoodHealth good_health(model);
        const ServiceUse service_use(model, foundations().levers);
        Population people = foundations().base;
        const CityYear city;
        const LeverOverlay nothing;
        AgeCounts departures{};
        for (std::size_t b = 0; b < people.blocks.size(); ++b) {
            auto& columns = people.blocks[b].people;
            columns.presence.assign(columns.size(), 0);
            Step step{people.blocks[b], b, people.blocks.size(), first_year, first_year, key_, city, nothing, sheet_, departures};
            for (const Process* process : std::initializer_list<const Process*>{&conditions, &dying, &good_health, &service_use}) process->advance(step);
            step.count_expected();
        }
    }
    [[nodiscard]] AreaTallies areas() const { return {foundations().inputs.places, sheet_}; }

private:
    RandomKey key_{1, 0};
    TallySheet sheet_;
};

/// Visits everybody at the base: block, row, age, sex and decile.
template <class Visit>
void for_everybody(Visit visit) {
    for (const auto& block : foundations().base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row)
            visit(block.people, row, block.people.age(row, first_year), block.people.sex[row], std::size_t{foundations().inputs.places.places[block.people.place[row]].decile});
}

void expect_incidence_to_keep_the_citys_total_and_meet_deciles(const Model& model, const std::string& which) {
    const auto& conditions = foundations().inputs.health.conditions;
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        const auto& incidence = model.incidence[c];
        std::array<double, deciles> plain{}, modelled{}, everyone{};  // everyone: those free of it if all deciles were ill alike
        for_everybody([&](const PersonColumns& people, std::size_t row, int age, Sex sex, std::size_t decile) {
            if (!conditions[c].concerns(sex, age)) return;
            const auto s = static_cast<std::size_t>(sex);
            const double hazard = incidence.hazard[s][age_row(age)];
            everyone[decile] += hazard * (1 - conditions[c].prevalence[s][age_row(age)]);
            if (people.has(row, c)) return;
            plain[decile] += hazard;
            modelled[decile] += hazard * incidence.residual[decile] * model.risks.ratio(c, RiskModel::state_of(people, row, people.conditions[row]), sex, age) /
                                incidence.mean_ratio[s][five_year_band(age)];
        });
        double total_plain = 0, total_modelled = 0;
        for (std::size_t d = 0; d < deciles; ++d) {
            total_plain += plain[d];
            total_modelled += modelled[d];
        }
        EXPECT_NEAR(total_modelled / total_plain, 1.0, 1e-6) << conditions[c].name << ", " << which;
        for (std::size_t d = 1; d < deciles; ++d) {
            if (plain[d] <= 0 || plain[0] <= 0) continue;
            const double target = conditions[c].decile_ratio[d] / conditions[c].decile_ratio[0];
            EXPECT_NEAR(modelled[d] / everyone[d] / (modelled[0] / everyone[0]) / target, 1.0, 1e-6) << conditions[c].name << ", decile " << d + 1 << ", " << which;
        }
    }
}

void expect_deaths_of_the_table(const AreaTallies& areas, const std::string& which) {
    for (std::size_t s = 0; s < sexes; ++s) {
        double expected = 0;
        for_everybody([&](const PersonColumns&, std::size_t, int age, Sex sex, std::size_t decile) {
            if (static_cast<std::size_t>(sex) == s) expected += one_minus_exp_minus(base_mortality(foundations().inputs, sex, age, decile));
        });
        const auto group = s == 0 ? SexGroup::female : SexGroup::male;
        const double deaths = from_fixed_point(areas.area(0).total(Count::expected_deaths, group));
        const double floored = from_fixed_point(areas.area(0).total(Count::floored_deaths, group));
        EXPECT_NEAR(deaths / expected, 1.0, 0.02) << sex_names[s] << ", " << which;
        EXPECT_LT(floored / deaths, 0.02) << sex_names[s] << ": deaths in strata whose other causes met their floor, " << which;
        ::testing::Test::RecordProperty(fmt::format("deaths_of_table_{}_{}", sex_names[s], which), fmt::format("{:.5f}", deaths / expected));
    }
}

void expect_good_health_of_the_table(const AreaTallies& areas, const std::string& which) {
    for (std::size_t s = 0; s < sexes; ++s) {
        const double target = foundations().inputs.health.good_health.healthy_life_expectancy[s];
        const double found = healthy_life_expectancy(areas.area(0), s == 0 ? SexGroup::female : SexGroup::male, 0);
        EXPECT_NEAR(found, target, 0.4) << sex_names[s] << ", " << which;
        ::testing::Test::RecordProperty(fmt::format("healthy_life_expectancy_{}_{}", sex_names[s], which), fmt::format("{:.3f} for {:.3f}", found, target));
    }
}

void expect_services_of_the_table(const AreaTallies& areas, const std::string& which) {
    const auto& services = foundations().inputs.health.services;
    for (std::size_t s = 0; s < services.size(); ++s) {
        const auto city = areas.area(0);
        const double found = from_fixed_point(city.total(city.layout().service(s), SexGroup::persons));
        EXPECT_NEAR(found / services[s].total, 1.0, 0.05) << services[s].name << ", " << which;
    }
}

TEST(Calibration, meets_its_targets_on_the_base_in_the_central_and_in_a_drawn_model) {
    for (const bool central : {true, false}) {
        const std::string which = central ? "central" : "drawn";
        const Model model = calibrate(foundations().inputs, foundations().base, central ? ParameterDraw::central() : ParameterDraw(1, 0), last_year);
        expect_incidence_to_keep_the_citys_total_and_meet_deciles(model, which);
        const StillYear year(model);
        const AreaTallies areas = year.areas();
        expect_deaths_of_the_table(areas, which);
        expect_good_health_of_the_table(areas, which);
        expect_services_of_the_table(areas, which);
    }
}

/// Life expectancy by the table's rates, with the ages and places of the base as weights.
double life_expectancy_of_the_table(std::size_t s) {
    ByLifeTableBand deaths{}, years{};
    for_everybody([&](const PersonColumns&, std::size_t, int age, Sex sex, std::size_t decile) {
        if (static_cast<std::size_t>(sex) != s) return;
        for (const int at_age : {age, age + 1}) {
            deaths[life_table_band(at_age)] += foundations().inputs.mortality.rate(sex, at_age, decile, first_year);
            years[life_table_band(at_age)] += 1;
        }
    });
    for (std::size_t band = 0; band < life_table_bands; ++band) deaths[band] /= years[band];
    return LifeTable(deaths).expectancy[0];
}

TEST(FirstYear, with_births_and_moves_and_all_still_meets_the_targets_of_the_base) {
    const Model model = calibrate(foundations().inputs, foundations().base, ParameterDraw::central(), last_year);
    const Pipeline pipeline = build_pipeline(foundations(), model);
    const std::vector<std::vector<DrawnIntervention>> baseline_alone{{}};
    simulate({foundations(), pipeline, baseline_alone, {1, 0}, first_year}, [&](std::size_t, int, const TallySheet& sheet) {
        const AreaTallies areas(foundations().inputs.places, sheet);
        expect_good_health_of_the_table(areas, "first year");
        expect_services_of_the_table(areas, "first year");
        for (std::size_t s = 0; s < sexes; ++s) {
            const auto group = s == 0 ? SexGroup::female : SexGroup::male;
            EXPECT_NEAR(life_expectancy(areas.area(0), group, 0), life_expectancy_of_the_table(s), 0.3) << sex_names[s];
            // Whoever counts the time lived of the newly born counts their good health too.
            const auto shares = good_health_shares(areas.area(0), group);
            EXPECT_NEAR(shares[0], shares[1], 0.05) << sex_names[s];
        }
    });
}

TEST(Calibration, gives_the_base_the_prevalence_of_its_tables) {
    const auto& conditions = foundations().inputs.health.conditions;
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        double expected = 0, found = 0;
        for_everybody([&](const PersonColumns& people, std::size_t row, int age, Sex sex, std::size_t) {
            if (!conditions[c].concerns(sex, age)) return;
            expected += conditions[c].prevalence[static_cast<std::size_t>(sex)][age_row(age)];
            found += people.has(row, c);
        });
        EXPECT_NEAR(found, expected, 5 * std::sqrt(expected) + 0.005 * expected) << conditions[c].name;
    }
}

}  // namespace
}  // namespace spires::testing
