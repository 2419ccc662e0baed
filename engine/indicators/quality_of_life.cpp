#include "indicators/quality_of_life.hpp"

#include <algorithm>

namespace spires {

namespace {

/// Mean over the single years of a band.
double mean_prevalence(const std::array<double, ages>& by_age, std::size_t band) {
    const auto from = static_cast<std::size_t>(life_table_starts[band]);
    const std::size_t to = band + 1 < life_table_bands ? static_cast<std::size_t>(life_table_starts[band + 1]) : ages;
    double sum = 0;
    for (std::size_t age = from; age < to; ++age) sum += by_age[age];
    return sum / static_cast<double>(to - from);
}

double qalys_of(const AreaCounts& counts, SexGroup sex, const UtilityNorm& utility, const std::vector<double>& decrements) {
    double qalys = 0;
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        qalys += counts.expected(Count::person_years, sex, band) * utility[sex == SexGroup::male ? 1 : 0][band];
        for (std::size_t c = 0; c < decrements.size(); ++c) qalys -= decrements[c] * static_cast<double>(counts.count(counts.layout().prevalent(c), sex, band));
    }
    return qalys;
}

}  // namespace

UtilityNorm utility_without_conditions(const HealthTables& tables) {
    UtilityNorm utility = tables.utility;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t band = 0; band < life_table_bands; ++band) {
            for (const Condition& condition : tables.conditions) utility[sex][band] += condition.eq5d_decrement * mean_prevalence(condition.prevalence[sex], band);
            utility[sex][band] = std::min(1.0, utility[sex][band]);
        }
    return utility;
}

std::vector<Indicator> quality_indicators(const HealthTables& tables) {
    std::vector<double> decrements;
    for (const Condition& condition : tables.conditions) decrements.push_back(condition.eq5d_decrement);
    const UtilityNorm utility = utility_without_conditions(tables);
    const auto qalys = [=](const AreaCounts& counts, SexGroup sex) {
        if (sex != SexGroup::persons) return qalys_of(counts, sex, utility, decrements);
        return qalys_of(counts, SexGroup::female, utility, decrements) + qalys_of(counts, SexGroup::male, utility, decrements);
    };
    return {
        {{"person_years", "years", "Years lived", "Expected person-years of residents in the step.", "none", "", "model"},
         [](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(Count::person_years, sex)); }, {}},
        {{"qalys", "years", "Quality-adjusted years lived", "Expected person-years weighted by EQ-5D utility: the norm by sex and age, and a decrement for each condition at mid-year.", "higher", "healthier-for-longer",
          "model; Ara and Brazier 2010, Sullivan 2011"}, qalys, {}},
    };
}

}  // namespace spires
