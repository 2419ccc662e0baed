#include "processes/expectations.hpp"

#include "core/fixed_point.hpp"
#include "core/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace spires {
namespace {

constexpr std::size_t rows = 1003, cells = 3;  // no multiple of any lane's width

std::int64_t nearest(float events) { return std::llrint(static_cast<double>(events) * fixed_point_unit); }

/// People at random keys, some of them at another one when a year older.
struct Crowd {
    std::vector<std::int32_t> key, next;
    std::vector<std::uint8_t> group, sex;
    Scratch<float> years, half, air;

    Crowd() : key(rows), next(rows), group(rows), sex(rows), years(rows), half(rows), air(rows) {
        constexpr auto keys = static_cast<std::uint32_t>(cells * sexes * life_table_bands);
        for (std::size_t row = 0; row < rows; ++row) {
            const Words luck = draw({5, 0}, row, 2022, 1U);
            key[row] = static_cast<std::int32_t>(luck[0] % keys);
            next[row] = luck[1] % 5 == 0 ? static_cast<std::int32_t>(luck[1] % keys) : key[row];
            group[row] = static_cast<std::uint8_t>(luck[2] % ethnic_group_names.size());
            sex[row] = static_cast<std::uint8_t>(luck[2] >> 31U);
            years[row] = static_cast<float>(uniform(luck[3]));
            half[row] = years[row] * 0.5F;
            air[row] = static_cast<float>(20.0 * uniform(luck[1]));
        }
    }
};

TEST(Expectations, are_counted_at_the_keys_and_in_the_groups_of_each_person) {
    const Crowd crowd;
    TallySheet sheet({3, 2, 1}, cells), wanted({3, 2, 1}, cells);
    Expectations expected;
    expected.of_everybody(Count::person_years, crowd.years, &crowd.half);
    expected.of_everybody(Count::no2, crowd.air);
    for (auto* of : {&sheet, &wanted})
        for (const auto* keys : {&crowd.key, &crowd.next}) of->open(*keys);
    count_expectations({.expected = expected, .tally = crowd.key.data(), .tally_next = crowd.next.data(), .ethnic_group = crowd.group.data(), .sex = crowd.sex.data(), .tallies = sheet});
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t all = nearest(crowd.years[row]), later = crowd.key[row] == crowd.next[row] ? 0 : to_fixed_point(static_cast<double>(crowd.half[row]));
        wanted.counts(Count::person_years)[crowd.key[row]] += all - later;
        wanted.counts(Count::person_years)[crowd.next[row]] += later;
        wanted.counts(Count::no2)[crowd.key[row]] += nearest(crowd.air[row]);
        wanted.group_years()(static_cast<EthnicGroup>(crowd.group[row]), static_cast<Sex>(crowd.sex[row])).lived += all;
    }
    EXPECT_EQ(sheet.bytes(), wanted.bytes());
}

TEST(Expectations, of_nobody_count_nothing) {
    const Expectations expected;
    TallySheet sheet({3, 2, 1}, cells);
    count_expectations({.expected = expected, .tally = nullptr, .tally_next = nullptr, .ethnic_group = nullptr, .sex = nullptr, .tallies = sheet});
    EXPECT_EQ(sheet.bytes(), TallySheet({3, 2, 1}, cells).bytes());
}

}  // namespace
}  // namespace spires
