#pragma once
// What `spires measure` found, before it is printed.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace spires {

/// One line of the answer. A value of NaN is none.
struct MeasuredRow {
    std::size_t group;
    std::vector<std::string> given;  ///< as in the table
    std::vector<double> values;
};

/// The answer for a whole table.
struct Measured {
    std::string measure, table, method;
    double confidence = 0.95;
    std::vector<std::string> group_columns;
    std::vector<std::vector<std::string>> groups;  ///< labels by group
    std::vector<std::string> given_columns, value_columns;
    std::size_t only_in_json = 0;                  ///< so many of the last value columns are left out of the CSV
    std::vector<MeasuredRow> rows;
    std::vector<std::string> warnings;             ///< one line each, with file and line

    /// Whether any row has a value or limits.
    [[nodiscard]] bool found_any() const noexcept;
};

/// CSV (RFC 4180, LF): groups, what was given, values with eight decimals; empty where there is none.
void print_measured_csv(std::ostream& out, const Measured& measured);
/// The same as one JSON object, with every digit; null where there is no value.
void print_measured_json(std::ostream& out, const Measured& measured);

}  // namespace spires
