#include "indicators/catalogue.hpp"

#include "indicators/inequality.hpp"
#include "indicators/measures.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

const std::string longer_lives = "healthier-for-longer", young_people = "children-and-young-people";

using OfArea = std::function<double(const AreaCounts&, SexGroup)>;

OfArea number_of(Count quantity) {
    return [=](const AreaCounts& counts, SexGroup sex) { return static_cast<double>(counts.total(quantity, sex)); };
}
OfArea expected_of(Count quantity) {
    return [=](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(quantity, sex)); };
}
OfArea share_of(Count numerator, Count denominator) {
    return [=](const AreaCounts& counts, SexGroup sex) {
        return share(counts, sex, counts.layout().of(numerator), counts.layout().of(denominator));
    };
}

/// Difference of a measure between the least and the most deprived national tenth, where both exist.
std::function<double(const AreaTallies&, SexGroup)> decile_gap(OfArea measure) {
    return [=](const AreaTallies& areas, SexGroup sex) {
        const std::size_t least = areas.areas() - 1, most = areas.areas() - deciles;
        return measure(areas.area(least), sex) - measure(areas.area(most), sex);
    };
}

std::vector<Indicator> population_indicators() {
    return {
        {{"population", "count", "Population at mid-year", "Residents before the step of the year; the base year is exact.", "none", "", "ONS mid-2022 ward estimates"}, number_of(Count::population), {}},
        {{"births", "count", "Births", "Children born in the step, to residents.", "none", "", "model"}, number_of(Count::births), {}},
        {{"deaths", "count", "Deaths", "Residents who died in the step.", "lower", longer_lives, "model"}, number_of(Count::deaths), {}},
        {{"arrivals", "count", "Arrivals", "People who came to live in the city in the step.", "none", "", "model"}, number_of(Count::arrivals), {}},
        {{"departures", "count", "Departures", "People who left the city in the step.", "none", "", "model"}, number_of(Count::departures), {}},
    };
}

std::vector<Indicator> life_indicators() {
    const OfArea le = [](const AreaCounts& c, SexGroup s) { return life_expectancy(c, s, 0); };
    const OfArea hle = [](const AreaCounts& c, SexGroup s) { return healthy_life_expectancy(c, s, 0); };
    return {
        {{"life_expectancy", "years", "Life expectancy at birth", "Chiang's abridged life table from expected deaths and person-years of the step.", "higher", longer_lives, "model; Chiang 1984"}, le, {}},
        {{"life_expectancy_at_65", "years", "Life expectancy at 65", "As life expectancy at birth, from 65.", "higher", longer_lives, "model; Chiang 1984"},
         [](const AreaCounts& c, SexGroup s) { return life_expectancy(c, s, band_65); }, {}},
        {{"healthy_life_expectancy", "years", "Healthy life expectancy at birth", "Sullivan: years lived in good or very good self-reported health.", "higher", longer_lives, "model; fitted to ONS 2022-24"}, hle, {}},
        {{"healthy_life_expectancy_at_65", "years", "Healthy life expectancy at 65", "As healthy life expectancy at birth, from 65.", "higher", longer_lives, "model"},
         [](const AreaCounts& c, SexGroup s) { return healthy_life_expectancy(c, s, band_65); }, {}},
        {{"good_health", "1", "Share of life lived in good health", "Expected person-years in good or very good health over person-years.", "higher", longer_lives, "model"},
         [](const AreaCounts& c, SexGroup s) { return from_fixed_point(c.total(Count::good_health_years, s)) / from_fixed_point(c.total(Count::person_years, s)); }, {}},
        {{"premature_mortality", "1e-5", "Premature mortality per 100,000", "Deaths under 75 per 100,000, directly standardised to the European Standard Population 2013.", "lower", longer_lives, "model; OHID definition"}, premature_mortality, {}},
        {{"healthy_life_years", "years", "Years lived in good health", "Expected person-years of residents in good or very good health in the step.", "higher", longer_lives, "model"}, expected_of(Count::good_health_years), {}},
        {{"life_expectancy_gap", "years", "Gap in life expectancy", "Least minus most deprived national tenth.", "lower", longer_lives, "model", true}, {}, decile_gap(le)},
        {{"healthy_life_expectancy_gap", "years", "Gap in healthy life expectancy", "Least minus most deprived national tenth.", "lower", longer_lives, "model", true}, {}, decile_gap(hle)},
    };
}

std::vector<Indicator> exposure_indicators() {
    return {
        {{"physically_active_adults", "1", "Physically active adults", "Share of people 19 and over with at least 150 minutes of moderate or vigorous activity a week.", "higher", longer_lives, "model; Active Lives definition"}, share_of(Count::physically_active, Count::adults_19_plus), {}},
        {{"smoking", "1", "Smoking", "Share of people 18 and over who smoke.", "lower", longer_lives, "model"}, share_of(Count::current_smokers, Count::adults_18_plus), {}},
        {{"obesity", "1", "Obesity", "Share of people 18 and over with a body mass index of 30 kg/m² or more.", "lower", longer_lives, "model"}, share_of(Count::obese, Count::adults_18_plus), {}},
        {{"loneliness", "1", "Loneliness", "Share of people 16 and over who are often or always lonely.", "lower", "connected-communities", "model"}, share_of(Count::lonely, Count::adults_16_plus), {}},
        {{"unemployment", "1", "Unemployment", "Unemployed share of the economically active aged 16 to 64.", "lower", "connected-communities", "model"}, share_of(Count::unemployed, Count::economically_active), {}},
        {{"good_level_of_development", "1", "Good level of development", "Share of children who reach a good level of development at the end of Reception in the step.", "higher", young_people, "model; DfE definition 2021/22"}, share_of(Count::developed_well, Count::development_assessed), {}},
        {{"neet", "1", "Young people not in education, employment or training", "Share of people aged 16 and 17 at mid-year.", "lower", young_people, "model"}, share_of(Count::neet, Count::aged_16_17), {}},
    };
}

Indicator prevalence_indicator(const Condition& condition, std::size_t c) {
    return {{condition.name, "1", condition.label,
             fmt::format("Share with it at mid-year, of {} aged {}{}.", condition.only ? (*condition.only == Sex::female ? "women" : "men") : "people", condition.age_from,
                         condition.age_to > 100 ? " and over" : fmt::format(" to {}", condition.age_to)),
             "lower", condition.name == "child_mental_disorder" ? young_people : longer_lives, "model"},
            [=](const AreaCounts& counts, SexGroup sex) { return share(counts, sex, counts.layout().prevalent(c), counts.layout().at_risk(c)); }, {}};
}

void add_service(std::vector<Indicator>& indicators, const Service& service, std::size_t s) {
    const OfArea use = [=](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(counts.layout().service(s), sex)); };
    const double cost = service.unit_cost;
    indicators.push_back({{service.name, "count", service.label, "Expected number in the step.", "lower", "", "model; scaled to the base year's total"}, use, {}});
    indicators.push_back({{service.name + "_cost", "GBP", "Cost of " + service.label, "Expected number times unit cost, pounds of 2022.", "lower", "", "model"},
                          [=](const AreaCounts& counts, SexGroup sex) { return use(counts, sex) * cost; }, {}});
}

/// Readmissions are a subset of admissions and never added to them.
OfArea service_cost(const std::vector<Service>& services) {
    std::vector<double> costs;
    for (const auto& service : services) costs.push_back(service.name == "emergency_readmissions" ? 0.0 : service.unit_cost);
    return [=](const AreaCounts& counts, SexGroup sex) {
        double total = 0;
        for (std::size_t s = 0; s < costs.size(); ++s) total += costs[s] * from_fixed_point(counts.total(counts.layout().service(s), sex));
        return total;
    };
}

void append(std::vector<Indicator>& all, std::vector<Indicator> more) {
    for (auto& indicator : more) all.push_back(std::move(indicator));
}

}  // namespace

std::vector<Indicator> indicator_catalogue(const HealthTables& tables) {
    std::vector<Indicator> all = population_indicators();
    append(all, life_indicators());
    append(all, exposure_indicators());
    for (std::size_t c = 0; c < tables.conditions.size(); ++c) all.push_back(prevalence_indicator(tables.conditions[c], c));
    for (std::size_t s = 0; s < tables.services.size(); ++s) add_service(all, tables.services[s], s);
    append(all, {
        {{"service_cost", "GBP", "Cost of all services", "Sum over services, readmissions counted once as admissions; pounds of 2022.", "lower", "", "model"}, service_cost(tables.services), {}},
        {{"programme_cost", "GBP", "Cost of programmes", "Cost of joiners in the step and fixed costs; pounds of 2022.", "none", "", "scenario files"}, expected_of(Count::programme_cost), {}},
        {{"programme_participants", "count", "People joining a programme", "Joiners in the step, each programme counted.", "none", "", "model"}, number_of(Count::participants), {}},
        {{"programme_unmet", "count", "People without a place", "Would have joined a programme in the step but for places.", "lower", "", "model"}, number_of(Count::programme_unmet), {}},
    });
    append(all, inequality_indicators(tables));
    return all;
}

std::vector<Variable> variable_catalogue(const HealthTables& tables) {
    std::vector<Variable> variables;
    for (auto& indicator : indicator_catalogue(tables)) variables.push_back(std::move(indicator.variable));
    return variables;
}

}  // namespace spires
