#pragma once
// A figure of a scenario file: a number, one with a spread, or one by decile, age or ward.

#include "scenario/toml_reader.hpp"

#include <string>
#include <vector>

namespace spires {

struct ReadValue {
    Value value;
    Evidence evidence;  ///< where the table names one
    Position by;           ///< of the `by_…` table, for what is missing from it
};

/// Reads a value whose every number lies in `range`; `keys` says whether the table may name evidence.
[[nodiscard]] ReadValue read_value(const TomlNode& node, std::string_view what, Range range,
                                   const KeyTable& keys, Reading& reading);

/// A share from 0 to 1; its spread must be one that a share can have.
[[nodiscard]] ReadValue read_share(const TomlNode& node, std::string_view what, Reading& reading);

/// The numbers that a value names, whatever it names them by; none where it has one for all.
[[nodiscard]] std::vector<double> named_numbers(const Value& value);

/// Whether a condition lets a category in.
[[nodiscard]] constexpr bool lets_in(CategoryMask mask, std::size_t category) noexcept { return ((mask >> category) & 1U) != 0; }

/// Reports every decile, age or ward that is eligible but has no value.
void refuse_gaps(const ReadValue& read, std::string_view what, const Eligibility& eligible, Reading& reading);

}  // namespace spires
