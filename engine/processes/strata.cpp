#include "processes/strata.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/strata.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

#ifndef SPIRES_PROCESSES_STRATA_ONCE
#define SPIRES_PROCESSES_STRATA_ONCE
namespace spires {

/// What follows from sex and age alone, by [sex][age to 120]: all of it in one number, so that it is one look.
struct AgeTable {
    static constexpr std::int32_t years = 121;
    static constexpr int sex_age = 0, sex_band = 8, key = 16, next_age = 30, next_key = 31;  ///< first bits; keys within a cell
    Column<std::int32_t> packed;
};

/// What follows from the place: the cell's first key, and from this bit the decile.
inline constexpr int decile_bit = 24;

}  // namespace spires
#endif

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Bits of packed numbers, from one of them on.
template <int from, int bits, class D>
HWY_INLINE Integer<D> unpack(D, Integer<D> packed) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto field = hn::And(hn::ShiftRight<from>(hn::BitCast(du, packed)), hn::Set(du, (1U << bits) - 1U));
    return hn::BitCast(IntegerTag<D>{}, field);
}

void classify_people(const PersonColumns& people, int year, const std::int32_t* of_place, const AgeTable& table, Strata& strata) {
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
        const auto bounded = hn::Min(hn::Max(age, integer(d, 0)), integer(d, AgeTable::years - 1));
        const auto at = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row) * integer(d, AgeTable::years) + bounded;
        const auto by_age = look_up(d, table.packed.data(), at), by_place = look_up(d, of_place, read(d, people.place.data() + row));
        const auto sex_age = unpack<AgeTable::sex_age, 8>(d, by_age);
        const auto tally = unpack<0, decile_bit>(d, by_place) + unpack<AgeTable::key, 8>(d, by_age);
        write(d, strata.age.data() + row, age);
        write(d, strata.sex_age.data() + row, sex_age);
        write(d, strata.sex_age_next.data() + row, sex_age + unpack<AgeTable::next_age, 1>(d, by_age));
        write(d, strata.sex_band.data() + row, unpack<AgeTable::sex_band, 8>(d, by_age));
        write(d, strata.decile.data() + row, unpack<decile_bit, 4>(d, by_place));
        write(d, strata.tally.data() + row, tally);
        write(d, strata.tally_next.data() + row, tally + unpack<AgeTable::next_key, 1>(d, by_age));
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(classify_people);

namespace {

AgeTable tabulate() {
    AgeTable table;
    for (const Sex sex : {Sex::female, Sex::male})
        for (int age = 0; age < AgeTable::years; ++age) {
            const auto s = static_cast<std::size_t>(sex);
            const std::size_t key = TallySheet::key(0, sex, life_table_band(age)), next_key = TallySheet::key(0, sex, life_table_band(age + 1));
            const std::size_t packed = (s * ages + age_row(age)) << AgeTable::sex_age | (s * five_year_bands + five_year_band(age)) << AgeTable::sex_band |
                                       key << AgeTable::key | (age_row(age + 1) - age_row(age)) << AgeTable::next_age | (next_key - key) << AgeTable::next_key;
            table.packed.push_back(static_cast<std::int32_t>(static_cast<std::uint32_t>(packed)));
        }
    return table;
}
static_assert(sexes * ages <= 256 && sexes * five_year_bands <= 256 && TallySheet::key(1, Sex::female, 0) <= 256, "room in AgeTable");

/// By place: see `decile_bit`.
const std::int32_t* pack_places(const Places& places) {
    thread_local Column<std::int32_t> packed;
    packed.resize(places.cell_column.size());
    for (std::size_t place = 0; place < packed.size(); ++place)
        packed[place] = static_cast<std::int32_t>(TallySheet::key(static_cast<std::size_t>(places.cell_column[place]), Sex::female, 0)) | places.decile_column[place] << decile_bit;
    return packed.data();
}

}  // namespace

void Strata::classify(const PersonColumns& people, int year, const Places& places) {
    static const AgeTable table = tabulate();
    rows = people.size();
    for (auto* column : {&age, &sex_age, &sex_age_next, &sex_band, &decile, &tally, &tally_next}) column->resize(rows);
    HWY_DYNAMIC_DISPATCH(classify_people)(people, year, pack_places(places), table, *this);
}

void RowsByAge::sort(const Strata& strata) {
    first_.fill(0);
    rows_.resize(strata.rows);
    for (const auto at : strata.sex_age) ++first_[static_cast<std::size_t>(at) + 1];
    for (std::size_t at = 0; at + 1 < first_.size(); ++at) first_[at + 1] += first_[at];
    auto next = first_;
    for (std::size_t row = 0; row < strata.rows; ++row) rows_[next[static_cast<std::size_t>(strata.sex_age[row])]++] = static_cast<std::uint32_t>(row);
}

}  // namespace spires
#endif
