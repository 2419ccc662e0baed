#include "core/error.hpp"
#include "results/group_parts.hpp"
#include "results/results_parts.hpp"
#include "results/statistics.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <numeric>

namespace spires {

namespace {

using hdf5::set_attribute;

H5::DataSet number_scale(const H5::Group& group, const std::string& name, const std::vector<std::int32_t>& numbers,
                         const char* long_name, const char* units) {
    H5::DataSet scale = hdf5::write_numbers(group, name, numbers, {numbers.size()}, {numbers.size()});
    set_attribute(scale, "long_name", long_name);
    set_attribute(scale, "units", units);
    hdf5::make_scale(scale, name);
    return scale;
}

/// A text for each entry of a scale, such as the name of an area.
void describe_scale(const H5::Group& group, const H5::DataSet& scale, const std::string& name,
                    const std::vector<std::string>& texts, const char* long_name) {
    const H5::DataSet labels = hdf5::write_texts(group, name, texts);
    set_attribute(labels, "long_name", long_name);
    hdf5::attach_scales(labels, {scale});
}

template <class Row, class Text>
std::vector<std::string> each(const std::vector<Row>& rows, const Text& text) {
    std::vector<std::string> texts;
    for (const Row& row : rows) texts.push_back(std::invoke(text, row));
    return texts;
}

void describe_scenarios(const H5::Group& root, const H5::DataSet& scale, const std::vector<ScenarioLabel>& rows) {
    const auto pillars = [](const ScenarioLabel& row) { return fmt::format("{}", fmt::join(row.pillars, ", ")); };
    describe_scale(root, scale, "scenario_name", each(rows, &ScenarioLabel::name), "name of the scenario");
    describe_scale(root, scale, "scenario_description", each(rows, &ScenarioLabel::description), "what it is");
    describe_scale(root, scale, "scenario_ambition", each(rows, &ScenarioLabel::ambition), "ambition it serves");
    describe_scale(root, scale, "scenario_pillars", each(rows, pillars), "pillars of the population health framework");
}

}  // namespace

RootScales write_axes(const H5::Group& root, const ResultsAxes& axes) {
    const std::vector<std::string> statistics(std::begin(statistic_names), std::end(statistic_names));
    const std::vector<std::int32_t> years(axes.years.begin(), axes.years.end());
    const std::vector<std::string> sexes_of_results(std::begin(sex_labels), std::end(sex_labels));
    RootScales scales;
    scales.scenario = hdf5::write_text_scale(root, "scenario", each(axes.scenarios, &ScenarioLabel::stem), "scenario, baseline first");
    scales.statistic = hdf5::write_text_scale(root, "statistic", statistics, "statistic over replicates");
    scales.year = number_scale(root, "year", years, "stocks at mid-year; flows from there to the next mid-year", "year");
    scales.area = hdf5::write_text_scale(root, "area", each(axes.areas, &Area::code), "code of the area, city first");
    scales.sex = hdf5::write_text_scale(root, "sex", sexes_of_results, "sex");
    describe_scale(root, scales.area, "area_name", each(axes.areas, &Area::name), "name of the area");
    describe_scale(root, scales.area, "area_type", each(axes.areas, &Area::type), "kind of area");
    describe_scenarios(root, scales.scenario, axes.scenarios);
    return scales;
}

VariableGroups write_variable_groups(const H5::Group& root, const ReplicateDesign& design) {
    VariableGroups groups{hdf5::create_group(root, "replicates"), hdf5::create_group(root, "uncertainty"), {}, {}};
    set_attribute(groups.replicates, "description", "values of the whole city in every replicate");
    set_attribute(groups.uncertainty, "description",
                  "where the spread of the city's replicates comes from: Monte Carlo standard deviation of the mean "
                  "over all replicates, and standard deviation between parameter draws");
    std::vector<std::int32_t> numbers(design.replicates());
    std::iota(numbers.begin(), numbers.end(), 0);
    groups.replicate = number_scale(groups.replicates, "replicate", numbers, "replicate", "1");
    for (std::int32_t& number : numbers) number /= static_cast<std::int32_t>(design.seeds_a_draw);
    const H5::DataSet draw = hdf5::write_numbers(groups.replicates, "draw", numbers, {numbers.size()}, {numbers.size()});
    set_attribute(draw, "long_name", "parameter draw the replicate belongs to");
    hdf5::attach_scales(draw, {groups.replicate});
    const std::vector<std::string> components(std::begin(component_labels), std::end(component_labels));
    groups.component = hdf5::write_text_scale(groups.uncertainty, "component", components, "part of the spread");
    return groups;
}

}  // namespace spires
