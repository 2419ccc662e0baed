#include "processes/strata.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/strata.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

#ifndef SPIRES_PROCESSES_STRATA_ONCE
#define SPIRES_PROCESSES_STRATA_ONCE
namespace spires {

/// What follows from sex and age alone, by [sex][age to 120], side by side in one number.
struct AgeTable {
    static constexpr std::int32_t years = 121;
    static constexpr int sex_band_at = 8, key_at = 16, key_next_at = 24;
    static std::int32_t entry(Sex sex, int age) {
        const auto s = static_cast<std::size_t>(sex);
        return static_cast<std::int32_t>((s * ages + age_row(age)) | (s * five_year_bands + five_year_band(age)) << sex_band_at |
                                         TallySheet::key(0, sex, life_table_band(age)) << key_at | TallySheet::key(0, sex, life_table_band(age + 1)) << key_next_at);
    }
    std::vector<std::int32_t> entries;  ///< [sex][age]: of both, sex and five-year band, keys within a cell
};
static_assert(sexes * ages < 256 && TallySheet::key(1, Sex::female, 0) < 128);

/// Cell and tenth of deprivation of each place in one number.
constexpr int decile_at = 24;

}  // namespace spires
#endif

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

void classify_people(const PersonColumns& people, int year, const std::int32_t* cell_and_decile, const AgeTable& table, Strata& strata, std::size_t first) {
    over_rows(people.size() - first, [&](auto d, std::size_t k) HWY_ATTR {
        const std::size_t row = first + k;
        const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
        const auto bounded = hn::Min(hn::Max(age, integer(d, 0)), integer(d, AgeTable::years - 1));
        const auto at = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row) * integer(d, AgeTable::years) + bounded;
        const auto byte = [&](auto entry) HWY_ATTR { return hn::And(entry, integer(d, 255)); };
        const auto of_age = look_up(d, table.entries.data(), at), sex_age = byte(of_age);
        const auto grows_older = hn::IfThenElseZero(bounded < integer(d, oldest_age), integer(d, 1));
        const auto of_place = look_up(d, cell_and_decile, read(d, people.place.data() + row));
        const auto cell = hn::And(of_place, integer(d, (1 << decile_at) - 1)) * integer(d, static_cast<std::int32_t>(TallySheet::key(1, Sex::female, 0)));
        write(d, strata.age.data() + row, age);
        write(d, strata.sex_age.data() + row, sex_age);
        write(d, strata.sex_age_next.data() + row, sex_age + grows_older);
        write(d, strata.sex_band.data() + row, byte(hn::ShiftRight<AgeTable::sex_band_at>(of_age)));
        write(d, strata.decile.data() + row, hn::ShiftRight<decile_at>(of_place));
        write(d, strata.tally.data() + row, cell + byte(hn::ShiftRight<AgeTable::key_at>(of_age)));
        write(d, strata.tally_next.data() + row, cell + hn::ShiftRight<AgeTable::key_next_at>(of_age));
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
        for (int age = 0; age < AgeTable::years; ++age) table.entries.push_back(AgeTable::entry(sex, age));
    return table;
}

}  // namespace

void Strata::classify(const PersonColumns& people, int year, const Places& places, std::size_t first) {
    static const AgeTable table = tabulate();
    thread_local Column<std::int32_t> cell_and_decile;  // by place
    cell_and_decile.resize(places.size());
    for (std::size_t place = 0; place < places.size(); ++place) cell_and_decile[place] = places.cell_column[place] | places.decile_column[place] << decile_at;
    rows = people.size();
    for (auto* column : {&age, &sex_age, &sex_age_next, &sex_band, &decile, &tally, &tally_next}) column->resize(rows);
    HWY_DYNAMIC_DISPATCH(classify_people)(people, year, cell_and_decile.data(), table, *this, first);
}

}  // namespace spires
#endif
