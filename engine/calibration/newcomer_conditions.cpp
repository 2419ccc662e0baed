#include "calibration/newcomer_conditions.hpp"

#include "processes/condition_lanes.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Where newcomers read in tables; what the step needs beside is left out.
void classify(const PersonColumns& people, std::size_t first, int year, const Places& places, Strata& strata) {
    strata.rows = people.size() - first;
    for (auto* column : {&strata.sex_age, &strata.sex_band, &strata.decile}) column->resize(strata.rows);
    for (std::size_t k = 0; k < strata.rows; ++k) {
        const auto sex = static_cast<std::size_t>(people.sex[first + k]);
        const int age = people.age(first + k, year);
        strata.sex_age[k] = static_cast<std::int32_t>(sex * ages + age_row(age));
        strata.sex_band[k] = static_cast<std::int32_t>(sex * five_year_bands + five_year_band(age));
        strata.decile[k] = static_cast<std::int32_t>(places.decile_of[people.place[first + k]]);
    }
}

}  // namespace

void draw_conditions(PersonColumns& people, std::size_t first, int year, const RandomKey& key, const Places& places,
                     std::span<const std::size_t> order, std::span<const PrevalenceTables> tables) {
    thread_local std::vector<BlockWords> luck;
    thread_local Strata strata;
    thread_local RiskColumns risks;
    thread_local Column<std::uint32_t> ill;
    const std::span ids = std::span(people.id).subspan(first);
    luck.resize((tables.size() + 3) / 4);
    for (std::size_t group = 0; group < luck.size(); ++group) luck[group].draw_all(key, ids, year, condition_purpose(ConditionEvent::initial, group * 4));
    classify(people, first, year, places, strata);
    place_from(people, first, risks);
    ill.resize(ids.size());
    ConditionSet* const conditions = people.conditions.data() + first;
    std::fill_n(conditions, ids.size(), ConditionSet{0});
    for (const std::size_t c : order) {
        const auto& of = tables[c];
        const std::uint32_t* const words = luck[c / 4].column(c % 4);
        const std::size_t could = find_candidates({.words = words, .sex_age = strata.sex_age.data(), .highest = of.highest.data(), .conditions = conditions, .bit = 1U << c, .ill = false},
                                                  ids.size(), ill.data());
        const std::size_t found = keep_prevalent({.words = words, .strata = strata, .risks = risks, .tables = of.risks, .conditions = conditions,
                                                  .hazard = of.share.data(), .residual = of.scale.data()},
                                                 ill.data(), could);
        for (std::size_t k = 0; k < found; ++k) conditions[ill[k]] |= ConditionSet{1} << c;
    }
}

}  // namespace spires
