#include "indicators/ethnic_groups.hpp"
#include "population/categories.hpp"
#include "results/group_parts.hpp"
#include "results/healthy_years_gained.hpp"
#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <algorithm>
#include <functional>
#include <optional>

namespace spires {

namespace {

constexpr const char* healthy = "healthy_life_years";
constexpr const char* lived = "person_years";

void append(std::vector<double>& all, const Estimate& found) { all.insert(all.end(), {found.mean, found.sd, found.p2_5, found.p50, found.p97_5}); }

/// Most and least deprived tenth, where the city has both.
std::optional<std::pair<std::size_t, std::size_t>> end_tenths(const ResultsAxes& axes) {
    const auto of = [&](const char* code) { return static_cast<std::size_t>(std::ranges::find(axes.areas, code, &Area::code) - axes.areas.begin()); };
    const std::size_t most = of("IMD01"), least = of("IMD10");
    if (most == axes.areas.size() || least == axes.areas.size()) return {};
    return std::pair{most, least};
}

void write_places(const H5::Group& group, const RootScales& scales, const ReplicateStore& store, const Reduction& reduction) {
    const HealthyYearsGained gained(store, healthy, lived);
    const ResultsAxes& axes = store.axes();
    const auto ends = end_tenths(axes);
    std::vector<double> everywhere, difference, chance;
    for (std::size_t scenario = 0; scenario < axes.scenarios.size(); ++scenario) {
        for (std::size_t area = 0; area < axes.areas.size(); ++area) append(everywhere, reduction.estimate(gained.at(scenario, area * 3)));
        if (!ends) continue;
        std::vector<double> more = gained.at(scenario, ends->first * 3);
        std::ranges::transform(more, gained.at(scenario, ends->second * 3), more.begin(), std::minus<>());
        append(difference, reduction.estimate(more));
        chance.push_back(reduction.probability_better(more, "higher"));
    }
    hdf5::write_along(group, "healthy_years_gained", "1e-3", "healthy years gained per 1,000 person-years", everywhere, {scales.scenario, scales.area, scales.statistic});
    if (!ends) return;
    hdf5::write_along(group, "healthy_years_gained_most_less_least", "1e-3", "the same in the most less the least deprived national tenth", difference,
                      {scales.scenario, scales.statistic});
    hdf5::write_along(group, "chance_most_deprived_gain_more", "1", "chance that the most deprived tenth gains more than the least", chance, {scales.scenario});
}

/// The same by ethnic group of the whole city.
void write_ethnic_groups(const H5::Group& group, const RootScales& scales, const ReplicateStore& store, const Reduction& reduction) {
    const std::size_t scenarios = store.axes().scenarios.size();
    std::vector<std::vector<double>> of_scenario(scenarios);
    for (const auto name : ethnic_group_names) {
        if (!HealthyYearsGained::is_counted(store, group_healthy_years_name(name), group_years_name(name))) return;
        const HealthyYearsGained gained(store, group_healthy_years_name(name), group_years_name(name));
        for (std::size_t scenario = 0; scenario < scenarios; ++scenario) append(of_scenario[scenario], reduction.estimate(gained.at(scenario, 0)));
    }
    std::vector<double> all;
    for (const auto& values : of_scenario) all.insert(all.end(), values.begin(), values.end());
    const H5::DataSet scale = hdf5::write_text_scale(group, "ethnic_group", {ethnic_group_names.begin(), ethnic_group_names.end()}, "census ethnic group, five groups");
    hdf5::write_along(group, "healthy_years_gained_by_ethnic_group", "1e-3",
                      "healthy years gained per 1,000 person-years; no rate of the model differs by group, so it says whom a programme reaches", all,
                      {scales.scenario, scale, scales.statistic});
}

}  // namespace

void write_inequality(const H5::Group& root, const RootScales& scales, const ReplicateStore& store, const ReplicateDesign& design) {
    if (!HealthyYearsGained::is_counted(store, healthy, lived)) return;
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    const H5::Group group = hdf5::create_group(root, "inequality");
    hdf5::set_attribute(group, "description", "healthy years gained over the run per 1,000 person-years lived in the baseline, both sexes");
    write_places(group, scales, store, reduction);
    write_ethnic_groups(group, scales, store, reduction);
}

}  // namespace spires
