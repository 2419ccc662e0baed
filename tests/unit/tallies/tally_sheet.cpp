#include "tallies/count_each.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace spires {
namespace {

constexpr std::size_t cells = 30;
constexpr std::size_t keys = cells * sexes * life_table_bands;

TallySheet empty() { return TallySheet({3, 2, 1}, cells); }

/// A sheet on which something is counted at every n-th key.
TallySheet counted_at_every(std::size_t n) {
    TallySheet sheet = empty();
    std::vector<std::int32_t> at;
    for (std::size_t key = 0; key < keys; key += n) at.push_back(static_cast<std::int32_t>(key));
    sheet.open(at);
    for (const auto key : at) {
        sheet.stocks()[key] += static_cast<std::int32_t>(n);
        sheet.counts(Count::person_years)[key] += 1000 * key;
        sheet.stocks(sheet.layout().covered(0))[key] += 7;
    }
    return sheet;
}

TEST(TallySheet, sums_sheets_of_few_keys_and_of_many_alike) {
    const TallySheet few = counted_at_every(17), some = counted_at_every(5), all = counted_at_every(1);
    TallySheet sum = empty();
    sum.become_sum_of(std::vector<const TallySheet*>{&few, &all, &some});
    for (std::size_t key = 0; key < keys; ++key) {
        const std::size_t times = 1 + (key % 17 == 0 ? 1 : 0) + (key % 5 == 0 ? 1 : 0);
        ASSERT_EQ(sum.count(key, sum.layout().of(Count::person_years)), static_cast<std::int64_t>(1000 * key * times));
        ASSERT_EQ(sum.count(key, sum.layout().covered(0)), static_cast<std::int64_t>(7 * times));
        ASSERT_EQ(sum.count(key, sum.layout().of(Count::population)), 1 + (key % 17 == 0 ? 17 : 0) + (key % 5 == 0 ? 5 : 0));
    }
    sum.become_sum_of({});
    EXPECT_EQ(sum.bytes(), empty().bytes());
}

TEST(TallySheet, is_empty_when_cleared_however_much_was_counted) {
    for (const std::size_t n : {1U, 2U, 40U}) {
        TallySheet sheet = counted_at_every(n);
        sheet.add(3, Sex::male, 44, Count::births, 5);
        sheet.clear();
        EXPECT_EQ(sheet.bytes(), empty().bytes()) << n;
    }
}

TEST(TallySheet, reads_all_quantities_of_a_key_at_once) {
    TallySheet sheet = counted_at_every(2);
    sheet.add(0, Sex::female, 0, Count::deaths, 9);
    std::vector<std::int64_t> row(sheet.layout().width());
    for (const std::size_t key : {0U, 2U, 5U}) {
        sheet.read(key, row.data());
        for (std::size_t quantity = 0; quantity < row.size(); ++quantity) EXPECT_EQ(row[quantity], sheet.count(key, quantity)) << quantity;
    }
}

TEST(CountEach, adds_one_for_each_key_also_where_keys_repeat) {
    TallySheet sheet = empty();
    std::vector<std::int32_t> at(100, 11);
    at.push_back(12);
    count_each(sheet, Count::arrivals, at);
    EXPECT_EQ(sheet.count(11, sheet.layout().of(Count::arrivals)), 100);
    EXPECT_EQ(sheet.count(12, sheet.layout().of(Count::arrivals)), 1);
    sheet.clear();
    EXPECT_EQ(sheet.bytes(), empty().bytes());
}

}  // namespace
}  // namespace spires
