#include "indicators/inequality.hpp"

#include "indicators/measures.hpp"
#include "indicators/slope.hpp"
#include "indicators/standardised_rate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace spires {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
using OfArea = std::function<double(const AreaCounts&, SexGroup)>;

/// What is unequal, and among whom: the population ranks the tenths.
struct Unequal {
    std::string name, units, label, ambition;
    bool high_is_better;
    OfArea measure, population;
    bool with_gap;
};

double person_years(const AreaCounts& counts, SexGroup sex) { return from_fixed_point(counts.total(Count::person_years, sex)); }

/// Per 100,000 person-years, standardised for age: the deprived are younger, and the old are admitted more.
OfArea admission_rate(std::size_t service) {
    return [service](const AreaCounts& counts, SexGroup sex) {
        ByLifeTableBand rates{};
        for (std::size_t band = 0; band < life_table_bands; ++band) {
            const double years = counts.expected(Count::person_years, sex, band);
            rates[band] = years > 0 ? from_fixed_point(counts.count(counts.layout().service(service), sex, band)) / years : none;
        }
        return standardised(rates, european_standard_population) * 100000.0;
    };
}

std::vector<Unequal> unequal_figures(const HealthTables& tables) {
    const std::string lives = "healthier-for-longer", young = "children-and-young-people";
    std::vector<Unequal> all{
        {"life_expectancy", "years", "life expectancy", lives, true, [](const AreaCounts& c, SexGroup s) { return life_expectancy(c, s, 0); }, person_years, false},
        {"healthy_life_expectancy", "years", "healthy life expectancy", lives, true, [](const AreaCounts& c, SexGroup s) { return healthy_life_expectancy(c, s, 0); }, person_years, false},
        {"premature_mortality", "1e-5", "premature mortality", lives, false, premature_mortality, person_years, true}};
    const auto admissions = std::find_if(tables.services.begin(), tables.services.end(), [](const Service& service) { return service.name == "emergency_admissions"; });
    if (admissions != tables.services.end())
        all.push_back({"emergency_admissions", "1e-5", "emergency admissions, standardised for age", "", false,
                       admission_rate(static_cast<std::size_t>(admissions - tables.services.begin())), person_years, true});
    all.push_back({"good_level_of_development", "1", "the good level of development", young, true,
                   [](const AreaCounts& c, SexGroup s) { return share(c, s, c.layout().of(Count::developed_well), c.layout().of(Count::development_assessed)); },
                   [](const AreaCounts& c, SexGroup s) { return static_cast<double>(c.total(Count::development_assessed, s)); }, true});
    return all;
}

Slope slope_of(const Unequal& unequal, const AreaTallies& areas, SexGroup sex) {
    const TenthFigures tenths = tenth_figures(areas, [&](const AreaCounts& c) { return unequal.population(c, sex); }, [&](const AreaCounts& c) { return unequal.measure(c, sex); });
    if (tenths.values.size() < 2) return {none, none};
    return SlopeFit(tenths.populations)(tenths.values);
}

Indicator gap_indicator(const Unequal& unequal) {
    const char* text = unequal.high_is_better ? "Least minus most deprived national tenth." : "Most minus least deprived national tenth.";
    return {{unequal.name + "_gap", unequal.units, "Gap in " + unequal.label, text, "lower", unequal.ambition, "model", true}, {},
            [unequal](const AreaTallies& areas, SexGroup sex) {
                const double least = unequal.measure(areas.national_tenth(deciles - 1), sex), most = unequal.measure(areas.national_tenth(0), sex);
                return unequal.high_is_better ? least - most : most - least;
            }};
}

/// Nearer to no slope is better: a figure that should be high slopes up from the deprived, the others down.
Indicator slope_indicator(const Unequal& unequal) {
    return {{unequal.name + "_slope_index", unequal.units, "Slope index of " + unequal.label,
             "Straight line over the tenths of the city's own residents ranked by deprivation: least minus most deprived end.",
             unequal.high_is_better ? "lower" : "higher", unequal.ambition, "model; Low and Low 2004", true},
            {}, [unequal](const AreaTallies& areas, SexGroup sex) { return slope_of(unequal, areas, sex).index; }};
}

Indicator relative_indicator(const Unequal& unequal) {
    return {{unequal.name + "_relative_index", "1", "Relative index of " + unequal.label, "Least over most deprived end of the line of the slope index.",
             unequal.high_is_better ? "lower" : "higher", unequal.ambition, "model; Low and Low 2004", true},
            {}, [unequal](const AreaTallies& areas, SexGroup sex) { return slope_of(unequal, areas, sex).relative(); }};
}

}  // namespace

TenthFigures tenth_figures(const AreaTallies& areas, const std::function<double(const AreaCounts&)>& population,
                           const std::function<double(const AreaCounts&)>& measure) {
    TenthFigures figures;
    for (std::size_t tenth = 0; tenth < deciles; ++tenth) {
        const AreaCounts counts = areas.own_tenth(tenth);
        const double people = population(counts);
        if (!(people > 0)) continue;
        figures.populations.push_back(people);
        figures.values.push_back(measure(counts));
    }
    return figures;
}

std::vector<Indicator> inequality_indicators(const HealthTables& tables) {
    std::vector<Indicator> all;
    for (const Unequal& unequal : unequal_figures(tables)) {
        if (unequal.with_gap) all.push_back(gap_indicator(unequal));
        all.push_back(slope_indicator(unequal));
        all.push_back(relative_indicator(unequal));
    }
    return all;
}

}  // namespace spires
