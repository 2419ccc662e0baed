#include "indicators/catalogue.hpp"

#include "indicators/ethnic_groups.hpp"
#include "indicators/inequality.hpp"
#include "indicators/measures.hpp"
#include "indicators/quality_of_life.hpp"
#include "indicators/waiting_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace spires {

namespace {

const std::string longer_lives = "healthier-for-longer", young_people = "children-and-young-people", connected = "connected-communities";

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
        return measure(areas.national_tenth(deciles - 1), sex) - measure(areas.national_tenth(0), sex);
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

/// A mean of expected answers over a group of people.
OfArea mean_of(Count sum, Count people) {
    return [=](const AreaCounts& counts, SexGroup sex) {
        const auto all = counts.total(people, sex);
        return all == 0 ? std::numeric_limits<double>::quiet_NaN() : from_fixed_point(counts.total(sum, sex)) / static_cast<double>(all);
    };
}
OfArea expected_share_of(Count numerator, Count denominator) {
    return [=](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(numerator, sex)) / from_fixed_point(counts.total(denominator, sex)); };
}
/// Households have no sex: only persons' row holds them.
OfArea of_households(OfArea measure) {
    return [=](const AreaCounts& counts, SexGroup sex) { return sex == SexGroup::persons ? measure(counts, sex) : std::numeric_limits<double>::quiet_NaN(); };
}

std::vector<Indicator> household_indicators() {
    return {
        {{"children_in_poverty", "1", "Children in poverty after housing costs", "Share of children of 0 to 15 in private households whose income after housing costs is below the poverty line in the step.", "lower", young_people, "model; fitted to End Child Poverty 2022/23"}, share_of(Count::children_in_poverty, Count::private_children), {}},
        {{"families_in_temporary_accommodation", "count", "Families in temporary accommodation", "Households with dependent children in temporary accommodation at mid-year.", "lower", connected, "model; fitted to H-CLIC", false, true}, of_households(number_of(Count::families_in_temporary_accommodation)), {}},
        {{"households_in_temporary_accommodation", "count", "Households in temporary accommodation", "At mid-year.", "lower", connected, "model; fitted to H-CLIC", false, true}, of_households(number_of(Count::households_in_temporary_accommodation)), {}},
        {{"fuel_poverty", "1", "Fuel poverty", "Share of private households in a home of band D or worse whose income after housing and fuel is below the poverty line.", "lower", connected, "model; fitted to DESNZ", false, true}, of_households(share_of(Count::fuel_poor, Count::households)), {}},
        {{"disposable_household_income", "GBP", "Disposable household income a head", "Income after taxes and benefits of people in private households, pounds a year.", "higher", connected, "model; fitted to ONS"},
         [](const AreaCounts& c, SexGroup s) { return 1000.0 * from_fixed_point(c.total(Count::disposable_income, s)) / static_cast<double>(c.total(Count::private_residents, s)); }, {}},
    };
}

std::vector<Indicator> social_indicators() {
    return {
        {{"no2", "µg/m³", "Nitrogen dioxide where people live", "Annual mean background, mean over residents.", "lower", connected, "model; Defra"}, mean_of(Count::no2, Count::population), {}},
        {{"pm25", "µg/m³", "Fine particles where people live", "Annual mean background PM2.5, mean over residents.", "lower", connected, "model; Defra"}, mean_of(Count::pm25, Count::population), {}},
        {{"self_reported_wellbeing", "0 to 10", "Life satisfaction", "Mean over people of 16 and over.", "higher", connected, "model; ONS"}, mean_of(Count::life_satisfaction, Count::adults_16_plus), {}},
        {{"can_influence_local_decisions", "1", "Can influence local decisions", "Share of people of 16 and over who agree that they can.", "higher", connected, "model; Community Life Survey"}, mean_of(Count::influence, Count::adults_16_plus), {}},
        {{"young_people_feeling_safe", "1", "Young people who feel safe", "Share of people of 11 to 18 who feel very safe or safe. The level is one phrase of the strategy (16 %), whose wording and survey are to be confirmed: read changes.", "higher", young_people, "model; city survey"}, expected_share_of(Count::feeling_safe, Count::young_people), {}},
        {{"healthy_weight_year_6", "1", "Healthy weight in year 6", "Share of children measured in the step from the 2nd to under the 85th centile.", "higher", young_people, "model; NCMP definition"}, mean_of(Count::healthy_weight_year_6, Count::measured_in_year_6), {}},
        {{"education_employment_training", "1", "Education, employment or training after year 11", "Share of those who turn 16 in the step with a sustained destination.", "higher", young_people, "model; DfE definition"}, mean_of(Count::sustained_destination, Count::left_year_11), {}},
        {{"alcohol_harmful", "1", "Drinking at harm", "Share of people of 16 and over who drink more than 21 (men) or 14 (women) units a week.", "lower", longer_lives, "model"}, share_of(Count::alcohol_harmful, Count::adults_16_plus), {}},
        {{"dementia_diagnosis_rate", "1", "Dementia diagnosis rate", "People of 65 and over with a diagnosis over those expected to have dementia by age and sex. Prevention lowers it: the share of modelled dementia that is diagnosed stands beside it.", "higher", longer_lives, "model; NHS England definition"}, expected_share_of(Count::dementia_diagnosed, Count::dementia_expected), {}},
        {{"years_lived_with_disability", "1e-5", "Years lived with disability per 100,000 person-years", "Of the modelled conditions, weighted and combined multiplicatively.", "lower", longer_lives, "model; weights of conditions.csv"},
         [](const AreaCounts& c, SexGroup s) { return 1e5 * from_fixed_point(c.total(Count::years_with_disability, s)) / from_fixed_point(c.total(Count::person_years, s)); }, {}},
    };
}

std::string in_words(std::string name) {
    std::ranges::replace(name, '_', ' ');
    name[0] = static_cast<char>(name[0] - ('a' <= name[0] && name[0] <= 'z' ? 32 : 0));
    return name;
}

/// A programme that is split by age (cervical_screening_25, …_50) is one indicator.
std::string stem_of(const std::string& programme) {
    const auto last = programme.find_last_not_of("0123456789");
    return last != std::string::npos && last + 1 < programme.size() && programme[last] == '_' ? programme.substr(0, last) : programme;
}

std::vector<Indicator> screening_indicators(const std::vector<ScreeningProgramme>& programmes) {
    std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        const auto stem = stem_of(programmes[p].name);
        const auto found = std::ranges::find(groups, stem, &std::pair<std::string, std::vector<std::size_t>>::first);
        if (found == groups.end()) groups.push_back({stem, {p}});
        else found->second.push_back(p);
    }
    std::vector<Indicator> indicators;
    for (const auto& [stem, parts] : groups) {
        const OfArea share_covered = [=](const AreaCounts& counts, SexGroup sex) {
            std::int64_t covered = 0, people = 0;
            for (const std::size_t p : parts) {
                covered += counts.total(counts.layout().covered(p), sex);
                people += counts.total(counts.layout().screened_for(p), sex);
            }
            return people == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(covered) / static_cast<double>(people);
        };
        const auto& first = programmes[parts.front()];
        indicators.push_back({{stem, "1", parts.size() > 1 ? in_words(stem) : first.label, fmt::format("Share covered of those it is for, from age {} on.", first.age_from), "higher", longer_lives, "model; coverage fitted"}, share_covered, {}});
    }
    return indicators;
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

/// Of hospital discharges that could be followed by a readmission; both totals are tables.
void add_readmission_rate(std::vector<Indicator>& indicators, const std::vector<Service>& services, const Parameters& parameters) {
    const auto index = [&](const char* name) { return static_cast<std::size_t>(std::ranges::find(services, name, &Service::name) - services.begin()); };
    const std::size_t again = index("emergency_readmissions"), first = index("emergency_admissions");
    if (again >= services.size() || first >= services.size()) return;
    const double discharges_per_admission = parameters["discharges_per_emergency_admission"];
    indicators.push_back({{"emergency_readmission_rate", "1", "Emergency readmissions within 30 days", "Emergency readmissions over discharges, which follow emergency admissions in a fixed ratio.", "lower", longer_lives, "model; NHS England definition, not standardised"},
                          [=](const AreaCounts& c, SexGroup s) { return from_fixed_point(c.total(c.layout().service(again), s)) / (discharges_per_admission * from_fixed_point(c.total(c.layout().service(first), s))); }, {}});
}

/// Survival of people who are screened raises how many live with the illness, so fewer is no gain by itself.
bool is_screened_for(const HealthTables& tables, const Condition& condition) {
    return std::ranges::find(tables.screening_effects, condition.name, &ScreeningEffect::condition) != tables.screening_effects.end();
}

Indicator prevalence_indicator(const HealthTables& tables, std::size_t c) {
    const Condition& condition = tables.conditions[c];
    return {{condition.name, "1", condition.label,
             fmt::format("Share with it at mid-year, of {} aged {}{}.", condition.only ? (*condition.only == Sex::female ? "women" : "men") : "people", condition.age_from,
                         condition.age_to > 100 ? " and over" : fmt::format(" to {}", condition.age_to)),
             is_screened_for(tables, condition) ? "none" : "lower", condition.name == "child_mental_disorder" ? young_people : longer_lives, "model"},
            [=](const AreaCounts& counts, SexGroup sex) { return share(counts, sex, counts.layout().prevalent(c), counts.layout().at_risk(c)); }, {}};
}

/// New cases found at a stage when they are harder to treat.
void add_found_late(std::vector<Indicator>& indicators, const HealthTables& tables) {
    if (tables.stages.empty()) return;
    std::string names;
    for (const auto& stage : tables.stages) names += (names.empty() ? "" : ", ") + tables.conditions[stage.condition].label;
    indicators.push_back({{"cancers_found_late", "1", "Cancers found late", "Share of new cases in the step that are found at a late stage: " + names + ".", "lower", longer_lives, "model"},
                          share_of(Count::cancers_found_late, Count::cancers_found), {}});
}

void add_service(std::vector<Indicator>& indicators, const Service& service, std::size_t s) {
    const OfArea use = [=](const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(counts.layout().service(s), sex)); };
    const double cost = service.unit_cost;
    indicators.push_back({{service.name, "count", service.label, "Expected number in the step.", service.better, "", "model; scaled to the base year's total"}, use, {}});
    indicators.push_back({{service.name + "_cost", "GBP", "Cost of " + service.label, "Expected number times unit cost, pounds of 2022.", service.better, "", "model"},
                          [=](const AreaCounts& counts, SexGroup sex) { return use(counts, sex) * cost; }, {}});
}

/// Of people of 65 and over who have dementia in the model; prevention leaves it alone.
void add_diagnosed_share(std::vector<Indicator>& indicators, const HealthTables& tables) {
    const auto names = tables.condition_names();
    const auto dementia = static_cast<std::size_t>(std::ranges::find(names, "dementia") - names.begin());
    if (dementia == names.size()) return;
    indicators.push_back({{"dementia_diagnosed_share", "1", "Diagnosed share of modelled dementia", "People of 65 and over with a diagnosis over those with dementia at mid-year.", "higher", longer_lives, "model"},
                          [=](const AreaCounts& c, SexGroup s) {
                              std::int64_t ill = 0;
                              for (std::size_t band = band_65; band < life_table_bands; ++band) ill += c.count(c.layout().prevalent(dementia), s, band);
                              return ill == 0 ? std::numeric_limits<double>::quiet_NaN() : from_fixed_point(c.total(Count::dementia_diagnosed, s)) / static_cast<double>(ill);
                          }, {}});
}

/// What homes in temporary accommodation at mid-year cost in a year.
OfArea accommodation_cost(const Parameters& parameters) {
    const double cost = parameters["temporary_accommodation_cost"];
    return [=](const AreaCounts& counts, SexGroup sex) { return cost * static_cast<double>(counts.total(Count::households_in_temporary_accommodation, sex)); };
}

/// Readmissions are a subset of admissions and never added to them.
OfArea service_cost(const std::vector<Service>& services, const Parameters& parameters) {
    std::vector<double> costs;
    for (const auto& service : services) costs.push_back(service.name == "emergency_readmissions" ? 0.0 : service.unit_cost);
    return [=, accommodation = accommodation_cost(parameters)](const AreaCounts& counts, SexGroup sex) {
        double total = accommodation(counts, sex);
        for (std::size_t s = 0; s < costs.size(); ++s) total += costs[s] * from_fixed_point(counts.total(counts.layout().service(s), sex));
        return total;
    };
}

void append(std::vector<Indicator>& all, std::vector<Indicator> more) {
    for (auto& indicator : more) all.push_back(std::move(indicator));
}

}  // namespace

std::vector<Indicator> indicator_catalogue(const HealthTables& tables, const Parameters& parameters) {
    std::vector<Indicator> all = population_indicators();
    append(all, life_indicators());
    append(all, quality_indicators(tables));
    append(all, exposure_indicators());
    append(all, household_indicators());
    append(all, social_indicators());
    append(all, screening_indicators(tables.screening));
    for (std::size_t c = 0; c < tables.conditions.size(); ++c) all.push_back(prevalence_indicator(tables, c));
    for (std::size_t s = 0; s < tables.services.size(); ++s) add_service(all, tables.services[s], s);
    add_readmission_rate(all, tables.services, parameters);
    add_diagnosed_share(all, tables);
    add_found_late(all, tables);
    append(all, waiting_list_indicators(tables));
    append(all, {
        {{"households_in_temporary_accommodation_cost", "GBP", "Cost of temporary accommodation", "Households there at mid-year times what a place costs the council in a year, pounds of 2022.", "lower", connected, "model", false, true}, of_households(accommodation_cost(parameters)), {}},
        {{"service_cost", "GBP", "Cost of all services", "Sum over services and temporary accommodation, readmissions counted once as admissions; pounds of 2022.", "lower", "", "model"}, service_cost(tables.services, parameters), {}},
        {{"programme_cost", "GBP", "Cost of programmes", "Cost of joiners in the step and fixed costs; pounds of 2022.", "none", "", "scenario files"}, expected_of(Count::programme_cost), {}},
        {{"programme_participants", "count", "People joining a programme", "Joiners in the step, each programme counted.", "none", "", "model"}, number_of(Count::participants), {}},
        {{"programme_unmet", "count", "People without a place", "Would have joined a programme in the step but for places.", "lower", "", "model"}, number_of(Count::programme_unmet), {}},
    });
    append(all, inequality_indicators(tables));
    append(all, ethnic_group_indicators());
    return all;
}

std::vector<Variable> variable_catalogue(const HealthTables& tables, const Parameters& parameters) {
    std::vector<Variable> variables;
    for (auto& indicator : indicator_catalogue(tables, parameters)) variables.push_back(std::move(indicator.variable));
    return variables;
}

}  // namespace spires
