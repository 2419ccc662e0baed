#pragma once
// Numbers made small for a page: rounded to steps finer than their own uncertainty, then deflated.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace spires {

/// Series of years that stand together: [row][series][year], a row being an area.
struct PackShape {
    std::size_t rows = 1, series = 1, years = 1;
    [[nodiscard]] std::size_t row_length() const noexcept { return series * years; }
    [[nodiscard]] std::size_t size() const noexcept { return rows * row_length(); }
};

/// A block of numbers as bytes. First the exponent k of each row (int8): numbers are whole multiples of 2^k.
/// Then, for changes from year to year in zigzag form, all lowest bytes, all middle bytes, all highest bytes;
/// last a byte each, 1 where there is no value. Alike bytes stand together, which is what deflate likes.
/// `steps` holds the largest step each row allows; a step too fine for 22 bits is made coarser.
[[nodiscard]] std::string pack(std::span<const double> values, const PackShape& shape, std::span<const double> steps);

/// Steps for a mean of which the half-width of its interval is known. The city (row 0) keeps six digits of a
/// level; elsewhere steps of a 16th of the half-width are enough (no number is then off by more than a 64th of its
/// interval), for nobody can know more.
[[nodiscard]] std::vector<double> steps_of_levels(std::span<const double> means, std::span<const double> halves, const PackShape& shape);
[[nodiscard]] std::vector<double> steps_of_changes(std::span<const double> means, std::span<const double> halves, const PackShape& shape);
[[nodiscard]] std::vector<double> steps_of_halves(std::span<const double> halves, const PackShape& shape);
/// zlib's format, as a browser's DecompressionStream("deflate") reads it.
[[nodiscard]] std::string deflate(std::string_view bytes);
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace spires
