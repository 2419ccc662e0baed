// Numbers packed for a page: the reader's arithmetic, repeated here, gives them back within their step.

#include "report/packing.hpp"

#include "core/text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace spires {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

unsigned byte_at(const std::string& bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// What dashboard/src/results/payload.ts does.
std::vector<double> unpack(const std::string& bytes, const PackShape& shape) {
    const std::size_t n = shape.size(), planes = shape.rows;
    std::vector<double> values(n);
    for (std::size_t row = 0; row < shape.rows; ++row)
        for (std::size_t series = 0; series < shape.series; ++series) {
            std::int32_t whole = 0;
            for (std::size_t year = 0; year < shape.years; ++year) {
                const std::size_t at = row * shape.row_length() + series * shape.years + year;
                const std::uint32_t zigzag = byte_at(bytes, planes + at) | (byte_at(bytes, planes + n + at) << 8U) | (byte_at(bytes, planes + 2 * n + at) << 16U);
                whole += static_cast<std::int32_t>(zigzag >> 1U) ^ -static_cast<std::int32_t>(zigzag & 1U);
                values[at] = byte_at(bytes, planes + 3 * n + at) == 1 ? none : whole * std::ldexp(1.0, static_cast<signed char>(bytes[row]));
            }
        }
    return values;
}

TEST(Packing, KeepsNumbersWithinHalfAStep) {
    const PackShape shape{2, 2, 3};
    const std::vector<double> values{355600, 356012.5, -3, 0, 1e-3, 7, 60.71, 60.73, 60.9, -0.25, 0.5, 1e4}, steps{1, 0.01};
    const auto back = unpack(pack(values, shape, steps), shape);
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(back[i], values[i], steps[i / 6] / 2 + 1e-12) << i;
}

TEST(Packing, AStepTooFineIsMadeCoarser) {
    const PackShape shape{1, 1, 2};
    const std::vector<double> values{4e9, -4e9};
    const auto back = unpack(pack(values, shape, std::vector<double>{1e-9}), shape);
    EXPECT_NEAR(back[0], 4e9, 2000);
    EXPECT_NEAR(back[1], -4e9, 2000);
}

TEST(Packing, WhatHasNoValueStaysSo) {
    const PackShape shape{1, 1, 4};
    const auto back = unpack(pack(std::vector<double>{1, none, 3, none}, shape, std::vector<double>{0.5}), shape);
    EXPECT_DOUBLE_EQ(back[0], 1);
    EXPECT_TRUE(std::isnan(back[1]));
    EXPECT_DOUBLE_EQ(back[2], 3);
    EXPECT_TRUE(std::isnan(back[3]));
}

TEST(Packing, TheCityKeepsSixDigitsAndOthersAPartOfTheirInterval) {
    const PackShape shape{2, 1, 2};
    const std::vector<double> means{355600, 355700, 20000, 20100}, halves{10, 10, 640, 640};
    const auto steps = steps_of_levels(means, halves, shape);
    EXPECT_LT(steps[0], 0.2);
    EXPECT_DOUBLE_EQ(steps[1], 40);
    EXPECT_GT(steps_of_changes(means, std::vector<double>{none, none, none, none}, shape)[1], 0);
}

TEST(Packing, Base64IsThatOfTheStandard) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

}  // namespace
}  // namespace spires
