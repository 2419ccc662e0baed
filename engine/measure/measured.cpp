#include "measure/measured.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;

std::string quoted(const std::string& field) {
    if (field.find_first_of(",\"\n\r") == std::string::npos) return field;
    std::string text = "\"";
    for (const char c : field) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

void print_line(std::ostream& out, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) out << (i == 0 ? "" : ",") << quoted(fields[i]);
    out << '\n';
}

/// A number where the text is one, so that a reader need not convert it.
Json as_given(const std::string& text) {
    return Json::accept(text) ? Json::parse(text) : Json(text);
}

Json row_of(const Measured& measured, const MeasuredRow& row) {
    Json made = Json::object();
    for (std::size_t i = 0; i < row.given.size(); ++i) made[measured.given_columns[i]] = as_given(row.given[i]);
    for (std::size_t i = 0; i < row.values.size(); ++i) made[measured.value_columns[i]] = std::isfinite(row.values[i]) ? Json(row.values[i]) : Json(nullptr);
    return made;
}

}  // namespace

bool Measured::found_any() const noexcept {
    const auto values = static_cast<std::ptrdiff_t>(value_columns.size() - only_in_json);
    return std::any_of(rows.begin(), rows.end(), [values](const MeasuredRow& row) {
        return std::any_of(row.values.begin(), row.values.begin() + values, [](double value) { return std::isfinite(value); });
    });
}

void print_measured_csv(std::ostream& out, const Measured& measured) {
    const std::size_t values = measured.value_columns.size() - measured.only_in_json;
    std::vector<std::string> line = measured.group_columns;
    line.insert(line.end(), measured.given_columns.begin(), measured.given_columns.end());
    line.insert(line.end(), measured.value_columns.begin(), measured.value_columns.begin() + static_cast<std::ptrdiff_t>(values));
    print_line(out, line);
    for (const MeasuredRow& row : measured.rows) {
        line = measured.groups[row.group];
        line.insert(line.end(), row.given.begin(), row.given.end());
        for (std::size_t i = 0; i < values; ++i) line.push_back(std::isfinite(row.values[i]) ? fmt::format("{:.8f}", row.values[i]) : "");
        print_line(out, line);
    }
}

void print_measured_json(std::ostream& out, const Measured& measured) {
    Json made{{"measure", measured.measure}, {"table", measured.table}, {"method", measured.method},
              {"confidence", measured.confidence}, {"groups", Json::array()}, {"warnings", measured.warnings}};
    for (std::size_t g = 0; g < measured.groups.size(); ++g) {
        Json group{{"group", Json::object()}, {"rows", Json::array()}};
        for (std::size_t i = 0; i < measured.group_columns.size(); ++i) group["group"][measured.group_columns[i]] = measured.groups[g][i];
        for (const MeasuredRow& row : measured.rows)
            if (row.group == g) group["rows"].push_back(row_of(measured, row));
        made["groups"].push_back(std::move(group));
    }
    out << made.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace spires
