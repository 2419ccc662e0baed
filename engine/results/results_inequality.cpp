#include "indicators/cumulative_benefit.hpp"
#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace spires {

namespace {

using hdf5::set_attribute;

std::optional<std::size_t> find(const ReplicateStore& store, const char* name) {
    const auto found = std::ranges::find(store.variables(), name, &Variable::name);
    if (found == store.variables().end()) return {};
    return static_cast<std::size_t>(found - store.variables().begin());
}

/// A variable of all areas as series over the years.
class YearsByPlace {
public:
    YearsByPlace(const ReplicateStore& store, std::size_t variable)
        : all_(store.read(variable)), scenarios_(store.axes().scenarios.size()), years_(store.axes().years.size()), cells_(store.axes().cells(store.variables()[variable])) {}

    void gather(std::size_t replicate, std::size_t scenario, std::size_t place, std::vector<double>& into) const {
        const std::size_t a_year = cells_ / years_, from = (replicate * scenarios_ + scenario) * cells_ + place;
        for (std::size_t y = 0; y < years_; ++y) into[y] = all_[from + y * a_year];
    }

private:
    std::vector<double> all_;  ///< [replicate][scenario][year][area][sex]
    std::size_t scenarios_, years_, cells_;
};

/// Of one scenario and place (area and sex), by replicate.
void gains(const YearsByPlace& health, const YearsByPlace& lived, std::size_t scenario, std::size_t place, std::size_t years, std::vector<double>& into) {
    std::vector<double> with(years), without(years), person_years(years);
    for (std::size_t r = 0; r < into.size(); ++r) {
        health.gather(r, scenario, place, with);
        health.gather(r, 0, place, without);
        lived.gather(r, 0, place, person_years);
        into[r] = gained_per_1000(with, without, person_years);
    }
}

void append(std::vector<double>& all, const Estimate& found) { all.insert(all.end(), {found.mean, found.sd, found.p2_5, found.p50, found.p97_5}); }

/// Most less least deprived tenth, where the city has both.
std::optional<std::pair<std::size_t, std::size_t>> end_tenths(const ResultsAxes& axes) {
    const auto of = [&](const char* code) { return static_cast<std::size_t>(std::ranges::find(axes.areas, code, &Area::code) - axes.areas.begin()); };
    const std::size_t most = of("IMD01"), least = of("IMD10");
    if (most == axes.areas.size() || least == axes.areas.size()) return {};
    return std::pair{most, least};
}

hdf5::Shape by_scenario(const hdf5::Shape& shape) {
    hdf5::Shape chunk = shape;
    chunk[0] = 1;
    return chunk;
}

}  // namespace

void write_inequality(const H5::Group& root, const RootScales& scales, const ReplicateStore& store, const ReplicateDesign& design) {
    const auto health = find(store, "healthy_life_years"), lived = find(store, "person_years");
    if (!health || !lived) return;
    const ResultsAxes& axes = store.axes();
    const YearsByPlace healthy(store, *health), person_years(store, *lived);
    const Reduction reduction(design.replicates(), design.seeds_a_draw);
    std::vector<double> gained, difference, chance, first(design.replicates()), second(design.replicates());
    for (std::size_t scenario = 0; scenario < axes.scenarios.size(); ++scenario) {
        for (std::size_t area = 0; area < axes.areas.size(); ++area) {
            gains(healthy, person_years, scenario, area * 3, axes.years.size(), first);
            append(gained, reduction.estimate(first));
        }
        if (const auto ends = end_tenths(axes)) {
            gains(healthy, person_years, scenario, ends->first * 3, axes.years.size(), first);
            gains(healthy, person_years, scenario, ends->second * 3, axes.years.size(), second);
            for (std::size_t r = 0; r < first.size(); ++r) first[r] -= second[r];
            append(difference, reduction.estimate(first));
            chance.push_back(reduction.probability_better(first, "higher"));
        }
    }
    const H5::Group group = hdf5::create_group(root, "inequality");
    set_attribute(group, "description", "healthy years gained over the run per 1,000 person-years lived in the baseline, both sexes");
    const auto write = [&](const char* name, const char* units, const char* long_name, const std::vector<double>& values, const std::vector<H5::DataSet>& along) {
        hdf5::Shape shape;
        for (const auto& scale : along) shape.push_back(hdf5::shape_of(scale).at(0));
        const H5::DataSet dataset = hdf5::write_numbers(group, name, values, shape, by_scenario(shape));
        set_attribute(dataset, "units", units);
        set_attribute(dataset, "long_name", long_name);
        hdf5::attach_scales(dataset, along);
    };
    write("healthy_years_gained", "1e-3", "healthy years gained per 1,000 person-years", gained, {scales.scenario, scales.area, scales.statistic});
    if (difference.empty()) return;
    write("healthy_years_gained_most_less_least", "1e-3", "the same in the most less the least deprived national tenth", difference, {scales.scenario, scales.statistic});
    write("chance_most_deprived_gain_more", "1", "chance that the most deprived tenth gains more than the least", chance, {scales.scenario});
}

}  // namespace spires
