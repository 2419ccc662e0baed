#include "processes/expectations.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/expectation_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/fixed_point_lanes.hpp"

#ifndef SPIRES_PROCESSES_EXPECTATION_LANES_ONCE
#define SPIRES_PROCESSES_EXPECTATION_LANES_ONCE
namespace spires {

/// Half of the quantities: person-years, of them in good health, deaths and disability; then the answers of residents.
inline constexpr std::size_t quartet = 4;
static_assert(Expectations::quantities == 2 * quartet);
using Quartet = std::array<std::int64_t, quartet>;

/// Sums by ethnic group and sex, in turn in one of several places, because the next person is mostly of the same
/// group and would wait for this one.
struct GroupSums {
    static constexpr std::size_t turns = 4;
    std::array<std::array<Quartet, ethnic_group_names.size() * sexes>, turns> of{};
};

/// Columns to read, with zeros for what nobody works out.
struct ExpectedColumns {
    Expectations::Columns values, later;
    const std::int32_t *tally, *tally_next;
    const std::uint8_t *ethnic_group, *sex;
    CountColumns<std::int64_t> counts;
};

}  // namespace spires
#endif

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Adds four counts that stand side by side.
HWY_INLINE void add_quartet(std::int64_t* counts, const std::int64_t* more) {
    const hn::CappedTag<std::int64_t, quartet> d;
    for (std::size_t i = 0; i < quartet; i += hn::Lanes(d)) hn::StoreU(hn::LoadU(d, counts + i) + hn::LoadU(d, more + i), d, counts + i);
}

/// Turns a group's columns of quantities into a line for each person, and adds each to the counts of its key.
template <class D>
HWY_INLINE void count_group(D d, const ExpectedColumns& c, std::size_t row, GroupSums& groups) {
    constexpr std::size_t most = hn::MaxLanes(D{});
    alignas(64) std::array<Quartet, most> lived, answered;
    const auto lay_out = [&](std::size_t first, std::array<Quartet, most>& lines) HWY_ATTR {
        const auto column = [&](std::size_t q) HWY_ATTR { return fixed_point(d, c.values[first + q] + row); };
        hn::StoreInterleaved4(column(0), column(1), column(2), column(3), FixedTag<D>{}, lines.front().data());
    };
    lay_out(0, lived);
    lay_out(quartet, answered);
    for (std::size_t i = 0; i < hn::Lanes(d); ++i) {
        std::int64_t* const counts = c.counts.at(static_cast<std::size_t>(c.tally[row + i]));
        add_quartet(counts, lived[i].data());
        add_quartet(counts + quartet, answered[i].data());
        add_quartet(groups.of[i % GroupSums::turns][c.ethnic_group[row + i] * sexes + c.sex[row + i]].data(), lived[i].data());
    }
}

/// Rows that are counted at another key when a year older.
std::size_t list_changing(const std::int32_t* tally, const std::int32_t* next, std::size_t rows, std::uint32_t* changing) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { found += note_rows(d, truth(d, read(d, tally + row) != read(d, next + row)), row, changing + found); });
    return found;
}

void count_everybody(const ExpectedColumns& c, std::size_t rows, GroupSums& groups) {
    const hn::ScalableTag<double> group;
    const hn::CappedTag<double, 1> single;
    constexpr std::size_t ahead = 32;
    std::size_t row = 0;
    for (; row + hn::Lanes(group) <= rows; row += hn::Lanes(group)) {
        for (std::size_t next = row + ahead; next < row + ahead + hn::Lanes(group) && next < rows; ++next) __builtin_prefetch(&c.counts[c.tally[next]], 1);
        count_group(group, c, row, groups);
    }
    for (; row < rows; ++row) count_group(single, c, row, groups);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(list_changing);
HWY_EXPORT(count_everybody);

namespace {

/// Moves what is lived at the later age to its key.
void move_later(const ExpectedColumns& c, std::size_t rows) {
    thread_local Scratch<std::uint32_t> changing;
    changing.resize(rows);
    const std::size_t found = HWY_DYNAMIC_DISPATCH(list_changing)(c.tally, c.tally_next, rows, changing.data());
    for (std::size_t k = 0; k < found; ++k) {
        if (k + rows_ahead < found) bring_near(&c.counts[c.tally_next[changing[k + rows_ahead]]], 1);
        const std::uint32_t row = changing[k];
        std::int64_t *const counts = &c.counts[c.tally[row]], *const next = &c.counts[c.tally_next[row]];
        for (std::size_t q = 0; q < Expectations::quantities; ++q) {
            if (c.later[q] == nullptr) continue;
            const std::int64_t part = to_fixed_point(static_cast<double>(c.later[q][row]));
            counts[q] -= part;
            next[q] += part;
        }
    }
}

}  // namespace

void count_expectations(const ExpectationColumns& columns) {
    thread_local Column<float> zeros;
    const std::size_t rows = columns.expected.rows();
    if (zeros.size() < rows) zeros.resize(rows);
    ExpectedColumns c{columns.expected.values(), columns.expected.later(), columns.tally, columns.tally_next, columns.ethnic_group, columns.sex,
                      columns.tallies.counts(Count::person_years)};
    for (auto& column : c.values)
        if (column == nullptr) column = zeros.data();
    GroupSums groups;
    HWY_DYNAMIC_DISPATCH(count_everybody)(c, rows, groups);
    move_later(c, rows);
    for (const auto& turn : groups.of)
        for (std::size_t g = 0; g < turn.size(); ++g) {
            auto& years = columns.tallies.group_years()(static_cast<EthnicGroup>(g / sexes), static_cast<Sex>(g % sexes));
            years.lived += turn[g][0];
            years.in_good_health += turn[g][1];
        }
}

}  // namespace spires
#endif
