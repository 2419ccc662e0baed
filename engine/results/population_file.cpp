#include "results/population_file.hpp"

#include "core/error.hpp"
#include "population/categories.hpp"
#include "results/hdf5_file.hpp"
#include "results/partial_file.hpp"
#include "version.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace spires {

namespace {

/// Values of 256 kB a piece: small enough for a reader of one column, large enough to deflate well.
constexpr std::size_t chunk_rows = 65536;

/// One group of columns that share an axis.
class ColumnGroup {
public:
    /// The axis is a column itself: the ids of the rows.
    ColumnGroup(H5::Group group, const std::string& axis, const std::vector<std::int64_t>& ids, std::string_view description)
        : group_(std::move(group)), rows_(ids.size()) {
        scale_ = hdf5::write_numbers(group_, axis, ids, {rows_}, chunk());
        hdf5::set_attribute(scale_, "long_name", description);
        hdf5::make_scale(scale_, axis);
    }
    ColumnGroup(H5::Group group, const std::string& axis, const std::vector<std::string>& labels, std::string_view description)
        : group_(std::move(group)), rows_(labels.size()) {
        scale_ = hdf5::write_texts(group_, axis, labels);
        hdf5::set_attribute(scale_, "long_name", description);
        hdf5::make_scale(scale_, axis);
    }
    template <class Number>
    void add(const std::string& name, const std::vector<Number>& values, std::string_view units, std::string_view description) {
        describe(hdf5::write_numbers(group_, name, std::span<const Number>(values), {rows_}, chunk()), units, description);
    }
    void add(const std::string& name, const std::vector<std::string>& values, std::string_view description) {
        describe(hdf5::write_texts(group_, name, values), "", description);
    }
    /// A column of categories: flag_values and flag_meanings as CF has them.
    template <class Names>
    void add_category(const std::string& name, const std::vector<std::int32_t>& values, const Names& names, std::string_view description) {
        const auto dataset = hdf5::write_numbers(group_, name, std::span<const std::int32_t>(values), {rows_}, chunk());
        describe(dataset, "1", description);
        std::vector<std::int32_t> numbers(std::size(names));
        std::iota(numbers.begin(), numbers.end(), 0);
        const hsize_t size = numbers.size();
        dataset.createAttribute("flag_values", H5::PredType::STD_I32LE, H5::DataSpace(1, &size)).write(H5::PredType::NATIVE_INT32, numbers.data());
        hdf5::set_attribute(dataset, "flag_meanings", fmt::format("{}", fmt::join(names, " ")));
    }
    [[nodiscard]] const H5::Group& group() const noexcept { return group_; }

private:
    [[nodiscard]] hdf5::Shape chunk() const { return {std::clamp<hsize_t>(rows_, 1, chunk_rows)}; }
    void describe(const H5::DataSet& dataset, std::string_view units, std::string_view description) const {
        hdf5::set_attribute(dataset, "units", units);
        hdf5::set_attribute(dataset, "long_name", description);
        hdf5::attach_scales(dataset, {scale_});
    }

    H5::Group group_;
    H5::DataSet scale_;
    hsize_t rows_;
};

/// A row of a block; rows in order of id, so that the file does not show how blocks were dealt.
struct Row {
    std::uint64_t id = 0;
    const Block* block = nullptr;
    std::size_t row = 0;
};

template <class Columns>
std::vector<Row> rows_by_id(const Population& population, Columns columns_of) {
    std::vector<Row> rows;
    for (const auto& block : population.blocks)
        for (std::size_t row = 0; row < columns_of(block).size(); ++row) rows.push_back({columns_of(block).id[row], &block, row});
    std::ranges::sort(rows, {}, &Row::id);
    return rows;
}

template <class Number, class ValueOf>
std::vector<Number> column(const std::vector<Row>& rows, ValueOf value_of) {
    std::vector<Number> values;
    values.reserve(rows.size());
    for (const auto& row : rows) values.push_back(static_cast<Number>(value_of(*row.block, row.row)));
    return values;
}

constexpr std::array<std::string_view, 2> no_yes{"no", "yes"};

void write_people(const H5::Group& root, const Population& population, int base_year) {
    const auto rows = rows_by_id(population, [](const Block& b) -> const PersonColumns& { return b.people; });
    const auto numbers = [&](auto value_of) { return column<std::int32_t>(rows, value_of); };
    ColumnGroup people(hdf5::create_group(root, "people"), "person",
                       column<std::int64_t>(rows, [](const Block& b, std::size_t r) { return b.people.id[r]; }), "id of the person");
    people.add("household", column<std::int64_t>(rows, [](const Block& b, std::size_t r) { return b.households.id[b.people.household[r]]; }), "1",
               "id of the household");
    people.add("place", numbers([](const Block& b, std::size_t r) { return b.people.place[r]; }), "1", "LSOA, row of the group places from 0");
    people.add("age", numbers([&](const Block& b, std::size_t r) { return b.people.age(r, base_year); }), "years", "completed years at mid-year");
    people.add_category("sex", numbers([](const Block& b, std::size_t r) { return b.people.sex[r]; }), sex_names, "sex");
    people.add_category("role", numbers([](const Block& b, std::size_t r) { return b.people.role[r]; }), role_names, "place in the household");
    people.add_category("ethnic_group", numbers([](const Block& b, std::size_t r) { return b.people.ethnic_group[r]; }), ethnic_group_names, "five census groups");
    people.add_category("qualification", numbers([](const Block& b, std::size_t r) { return b.people.qualification[r]; }), qualification_names, "highest qualification");
    people.add_category("economic_status", numbers([](const Block& b, std::size_t r) { return b.people.economic_status[r]; }), economic_status_names, "work, study or neither");
    people.add_category("disabled", numbers([](const Block& b, std::size_t r) { return b.people.disabled[r]; }), no_yes, "disabled under the Equality Act");
}

void write_households(const H5::Group& root, const Synthesis& synthesis) {
    const auto rows = rows_by_id(synthesis.population, [](const Block& b) -> const HouseholdColumns& { return b.households; });
    const auto numbers = [&](auto value_of) { return column<std::int32_t>(rows, value_of); };
    ColumnGroup households(hdf5::create_group(root, "households"), "household",
                           column<std::int64_t>(rows, [](const Block& b, std::size_t r) { return b.households.id[r]; }), "id of the household");
    households.add("place", numbers([](const Block& b, std::size_t r) { return b.households.place[r]; }), "1", "LSOA, row of the group places from 0");
    households.add("persons", numbers([](const Block& b, std::size_t r) { return b.households.persons[r]; }), "1", "members");
    households.add_category("kind", numbers([](const Block& b, std::size_t r) { return b.households.kind[r]; }), household_kind_names,
                            "private household or kind of communal establishment");
    households.add_category("tenure", numbers([](const Block& b, std::size_t r) { return b.households.tenure[r]; }), tenure_names, "tenure of private households");
    households.add_category("accommodation", numbers([](const Block& b, std::size_t r) { return b.households.accommodation[r]; }),
                            synthesis.accommodation_names, "accommodation of private households");
    households.add_category("occupancy", numbers([](const Block& b, std::size_t r) { return b.households.occupancy[r]; }), synthesis.occupancy_names,
                            "bedrooms of private households against the standard");
    households.add("deprivation", numbers([](const Block& b, std::size_t r) { return b.households.deprivation[r]; }), "1",
                   "dimensions of household deprivation, 0 to 4, of private households");
}

void write_places(const H5::Group& root, const Places& places) {
    std::vector<std::string> codes, wards;
    std::vector<std::int32_t> tenths;
    for (const auto& place : places.places) {
        codes.push_back(place.code);
        wards.push_back(places.wards[place.ward].code);
        tenths.push_back(place.decile + 1);
    }
    ColumnGroup group(hdf5::create_group(root, "places"), "lsoa", codes, "lower-layer super output area of 2021");
    group.add("ward", wards, "ward code");
    group.add("imd_decile", tenths, "1", "national tenth of the Index of Multiple Deprivation 2025, 1 most deprived");
}

void write_fit(const H5::Group& root, const std::vector<MarginFit>& fit) {
    std::vector<std::string> margins, counted, standing, labels;
    std::vector<double> error, total, target, realised;
    std::vector<std::int32_t> cells, margin_of_cell;
    for (const auto& margin : fit) {
        const auto index = static_cast<std::int32_t>(margins.size());
        margins.push_back(margin.margin);
        counted.push_back(margin.counted);
        standing.push_back(margin.standing);
        error.push_back(margin.total_absolute_error_share);
        total.push_back(margin.total);
        cells.push_back(static_cast<std::int32_t>(margin.categories));
        labels.insert(labels.end(), margin.cells.begin(), margin.cells.end());
        target.insert(target.end(), margin.target.begin(), margin.target.end());
        realised.insert(realised.end(), margin.realised.begin(), margin.realised.end());
        margin_of_cell.insert(margin_of_cell.end(), margin.categories, index);
    }
    ColumnGroup group(hdf5::create_group(root, "fit"), "margin", margins, "margin the population was drawn to");
    group.add("counted", counted, "what is counted: person or household");
    group.add("standing", standing, "published or assumed");
    group.add("cells", cells, "1", "cells of the margin");
    group.add("total", total, "1", "people or households counted");
    group.add("total_absolute_error_share", error, "1", "sum of absolute differences over the total, the margin rescaled to mid-2022 first");
    ColumnGroup each(hdf5::create_group(group.group(), "cells_of_margins"), "cell", labels, "cell");
    each.add("margin_index", margin_of_cell, "1", "row of the margin from 0");
    each.add("target", target, "1", "count asked for");
    each.add("realised", realised, "1", "count drawn");
}

}  // namespace

void write_population(const std::filesystem::path& file, const Synthesis& synthesis, const Places& places, std::uint64_t seed, int base_year) {
    PartialFile partial(file);
    try {
        H5::H5File out = hdf5::create_file(partial.path());
        const H5::Group root = out.openGroup("/");
        hdf5::set_attribute(root, "Conventions", "CF-1.10");
        hdf5::set_attribute(root, "title", fmt::format("Synthetic population of {}, mid-{}", places.city_name, base_year));
        hdf5::set_attribute(root, "source", fmt::format("spires {}", version));
        hdf5::set_attribute(root, "commit", commit);
        hdf5::set_attribute(root, "schema_version", 1);
        hdf5::set_attribute(root, "base_year", base_year);
        hdf5::set_attribute(root, "seed", std::to_string(seed));
        hdf5::set_attribute(root, "comment", "Nobody in this file is a real person: all are drawn from published counts.");
        write_people(root, synthesis.population, base_year);
        write_households(root, synthesis);
        write_places(root, places);
        write_fit(root, synthesis.fit);
        out.close();
    } catch (const H5::Exception& problem) {
        throw UserError(Exit::reading_or_writing_failed,
                        fmt::format("{}: error: the population cannot be written ({}); is the disk full or the folder read-only?", file.string(), problem.getDetailMsg()));
    }
    partial.commit();
}

}  // namespace spires
