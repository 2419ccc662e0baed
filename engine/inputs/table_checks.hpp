#pragma once
// What tables of a place have to keep to: the deciles its places lie in, limits on both sides of a figure.

#include "core/each_once.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// Deciles that a place of `places.csv` lies in: a table by decile needs these and may leave out the others.
[[nodiscard]] KeyColumn deciles_of_places(const std::filesystem::path& inputs);
/// `age_from` of every band of the abridged life table.
[[nodiscard]] KeyColumn age_bands_of_life_tables();
/// The words of a column of another table, in its order.
[[nodiscard]] std::vector<std::string> words_of(const std::filesystem::path& file, std::string_view column);
/// Fails unless the columns `lower` and `upper` lie on both sides of a column; an empty one sets no limit.
void check_limits(const Table& table, std::size_t row, std::string_view column);
/// Fails when `age_to` comes before `age_from`.
void check_ages(const Table& table, std::size_t row);

}  // namespace spires
