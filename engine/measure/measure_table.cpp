#include "measure/measure_table.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace spires {

namespace {

constexpr std::string_view blanks = " \t";

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

Table read_table(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored))
        throw UserError(Exit::input_missing, fmt::format("{}: error: there is no such file", file.string()));
    return Table::read(file, {});
}

}  // namespace

MeasureTable::MeasureTable(const std::filesystem::path& file, std::initializer_list<std::string_view> figures,
                           std::initializer_list<std::string_view> others, Problems& problems)
    : file_(file.string()), table_(read_table(file)) {
    check_columns(figures);
    make_groups(figures, others, problems);
}

/// Without its columns nothing else in a table can be understood, so they are told first and alone.
void MeasureTable::check_columns(std::initializer_list<std::string_view> figures) const {
    Problems problems;
    const auto& header = table_.header();
    for (const std::string_view column : figures)
        if (!table_.has(column)) problems.add({file_, 1, 0}, fmt::format("column '{}' is missing{}", column, suggestion(column, header)));
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), header[i]) != header.begin() + static_cast<std::ptrdiff_t>(i))
            problems.add({file_, 1, i + 1}, fmt::format("column '{}' is there twice", header[i]));
    }
    problems.throw_if_any();
    if (table_.rows() == 0) throw UserError(Exit::wrong_data, fmt::format("{}: error: the table has a header and no rows", file_));
}

void MeasureTable::make_groups(std::initializer_list<std::string_view> figures, std::initializer_list<std::string_view> others, Problems& problems) {
    const auto among = [](std::initializer_list<std::string_view> names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    for (const auto& column : table_.header())
        if (!among(figures, column) && !among(others, column)) group_columns_.push_back(column);
    std::map<std::vector<std::string>, std::size_t> known;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        std::vector<std::string> labels;
        for (const auto& column : group_columns_) {
            labels.push_back(text(row, column));
            if (labels.back().empty()) problems.add(where(row, column), fmt::format("column '{}': the group has no name; name it, or take the column out", column));
        }
        const auto [found, added] = known.emplace(labels, groups_.size());
        if (added) groups_.push_back({labels, {}});
        groups_[found->second].rows.push_back(row);
    }
}

std::string MeasureTable::text(std::size_t row, std::string_view column) const { return trimmed(table_.text(row, column)); }

double MeasureTable::number(std::size_t row, std::string_view column, Problems& problems) const {
    const std::string field = text(row, column);
    double value = 0;
    const auto [end, status] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (status == std::errc{} && end == field.data() + field.size() && std::isfinite(value)) return value;
    const bool empty = field.empty();
    problems.add(where(row, column), empty ? fmt::format("column '{}': the cell is empty; a number is needed", column)
                                           : fmt::format("column '{}': '{}' is not a number", column, field));
    return std::numeric_limits<double>::quiet_NaN();
}

std::string MeasureTable::warning(std::size_t row, std::string_view column, const std::string& what) const {
    Location place = where(row, column.empty() ? std::string_view(table_.header().front()) : column);
    if (column.empty()) place.column = 0;
    return fmt::format("{}: warning: {}", to_string(place), what);
}

std::string MeasureTable::name_of(const MeasureGroup& group) const {
    std::string name;
    for (std::size_t i = 0; i < group.labels.size(); ++i) name += fmt::format("{}{} {}", i == 0 ? " (" : ", ", group_columns_[i], group.labels[i]);
    return name.empty() ? name : name + ")";
}

void add_duplicate(const MeasureTable& table, const MeasureGroup& group, std::size_t row, std::size_t first, std::string_view column, Problems& problems) {
    problems.add(table.where(row, column), fmt::format("{} {} is there twice{}; the first is in line {}", column, table.text(row, column), table.name_of(group),
                                                       table.where(first, column).line));
}

}  // namespace spires
