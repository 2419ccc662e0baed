#pragma once
// Keys of a table: the words of some columns, which together may stand on one row only, and which may all be needed.

#include "core/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// A column of a key and the words a table needs of it: those named, or those that stand in the column itself,
/// so that a table of bands of age needs every band it has for each sex.
struct KeyColumn {
    KeyColumn(std::string_view column) : name(column) {}
    template <class Words>
    KeyColumn(std::string_view column, const Words& needed) : name(column), words(std::in_place, needed.begin(), needed.end()) {}

    std::string_view name;
    std::optional<std::vector<std::string>> words;
};

/// Fails when a key stands twice; the error names every one with both lines. Numbers are told apart by value.
void refuse_doubled(const Table& table, const std::vector<std::string_view>& columns);
/// Fails when a combination of the needed words stands on no row; the error names them.
void refuse_missing(const Table& table, const std::vector<KeyColumn>& key);
/// Both, with all problems in one error.
void require_each_once(const Table& table, const std::vector<KeyColumn>& key);

/// Whole numbers from first to last as words of a key.
[[nodiscard]] std::vector<std::string> whole_numbers(int first, int last);

}  // namespace spires
