#include "report/packing.hpp"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace spires {

namespace {

/// Whole multiples stay below this, so that a change in zigzag form fits three bytes.
constexpr double largest_multiple = 4'194'303;

double largest(std::span<const double> values) {
    double most = 0;
    for (const double value : values)
        if (std::isfinite(value)) most = std::max(most, std::abs(value));
    return most;
}

/// The middle one of those above zero; 0 without any.
double typical(std::span<const double> values) {
    std::vector<double> known;
    for (const double value : values)
        if (std::isfinite(value) && value > 0) known.push_back(value);
    if (known.empty()) return 0;
    const auto middle = known.begin() + static_cast<std::ptrdiff_t>(known.size() / 2);
    std::nth_element(known.begin(), middle, known.end());
    return *middle;
}

int exponent_of(double step, double most) {
    const double needed = std::max(step, most / largest_multiple);
    if (!(needed > 0)) return 0;
    int exponent = static_cast<int>(std::floor(std::log2(needed)));
    if (most / std::ldexp(1.0, exponent) > largest_multiple) ++exponent;
    return std::clamp(exponent, -127, 127);
}

template <class StepOfRow>
std::vector<double> each_row(const PackShape& shape, const StepOfRow& step_of_row) {
    std::vector<double> steps;
    for (std::size_t row = 0; row < shape.rows; ++row) steps.push_back(step_of_row(row, row * shape.row_length()));
    return steps;
}

}  // namespace

std::string pack(std::span<const double> values, const PackShape& shape, std::span<const double> steps) {
    if (values.size() != shape.size() || steps.size() != shape.rows) throw std::logic_error("a block does not have the shape it is packed with");
    const std::size_t n = shape.size();
    std::string bytes(shape.rows + 4 * n, '\0');
    char* planes = bytes.data() + shape.rows;
    for (std::size_t row = 0; row < shape.rows; ++row) {
        const int exponent = exponent_of(steps[row], largest(values.subspan(row * shape.row_length(), shape.row_length())));
        bytes[row] = static_cast<char>(exponent);
        const double step = std::ldexp(1.0, exponent);
        for (std::size_t series = 0; series < shape.series; ++series) {
            std::int32_t before = 0;
            for (std::size_t year = 0; year < shape.years; ++year) {
                const std::size_t at = row * shape.row_length() + series * shape.years + year;
                if (!std::isfinite(values[at])) {
                    planes[3 * n + at] = 1;
                    continue;
                }
                const auto now = static_cast<std::int32_t>(std::lround(values[at] / step));
                const std::int32_t change = now - before;
                const std::uint32_t zigzag = (static_cast<std::uint32_t>(change) << 1U) ^ static_cast<std::uint32_t>(change >> 31);
                for (std::size_t plane = 0; plane < 3; ++plane) planes[plane * n + at] = static_cast<char>((zigzag >> (8U * plane)) & 0xFFU);
                before = now;
            }
        }
    }
    return bytes;
}

std::vector<double> steps_of_levels(std::span<const double> means, std::span<const double> halves, const PackShape& shape) {
    return each_row(shape, [&](std::size_t row, std::size_t from) {
        const double most = largest(means.subspan(from, shape.row_length()));
        if (row == 0) return std::ldexp(most, -21);
        return std::max(std::ldexp(most, -14), typical(halves.subspan(from, shape.row_length())) / 16);
    });
}

std::vector<double> steps_of_changes(std::span<const double> means, std::span<const double> halves, const PackShape& shape) {
    return each_row(shape, [&](std::size_t row, std::size_t from) {
        const double half = typical(halves.subspan(from, shape.row_length()));
        const double scale = half > 0 ? half : largest(means.subspan(from, shape.row_length())) / 8;
        return std::ldexp(scale, row == 0 ? -12 : -4);
    });
}

std::vector<double> steps_of_halves(std::span<const double> halves, const PackShape& shape) {
    return each_row(shape, [&](std::size_t row, std::size_t from) {
        return std::ldexp(largest(halves.subspan(from, shape.row_length())), row == 0 ? -15 : -6);
    });
}

std::string deflate(std::string_view bytes) {
    constexpr int level = 7;  // level 9 takes five times as long and makes the page of fourteen scenarios 0.6 % smaller
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), level) != Z_OK)
        throw std::runtime_error("zlib could not deflate the values");
    packed.resize(size);
    return packed;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = (three << 8U) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) text += i + k <= bytes.size() ? letters[(three >> (18 - 6 * k)) & 63U] : '=';
    }
    return text;
}

}  // namespace spires
