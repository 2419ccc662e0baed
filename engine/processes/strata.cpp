#include "processes/strata.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/strata.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

#ifndef SPIRES_PROCESSES_STRATA_ONCE
#define SPIRES_PROCESSES_STRATA_ONCE
namespace spires {

/// What follows from sex and age alone, by [sex][age to 120].
struct AgeTables {
    static constexpr std::int32_t years = 121;
    std::vector<std::int32_t> sex_age, sex_age_next, sex_band, key, key_next;  ///< keys within a cell
};

}  // namespace spires
#endif

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

void classify_people(const PersonColumns& people, int year, const Places& places, const AgeTables& tables, Strata& strata) {
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
        const auto bounded = hn::Min(hn::Max(age, integer(d, 0)), integer(d, AgeTables::years - 1));
        const auto at = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row) * integer(d, AgeTables::years) + bounded;
        const auto place = read(d, people.place.data() + row);
        const auto cell = look_up(d, places.cell_column.data(), place) * integer(d, static_cast<std::int32_t>(TallySheet::key(1, Sex::female, 0)));
        write(d, strata.age.data() + row, age);
        write(d, strata.sex_age.data() + row, look_up(d, tables.sex_age.data(), at));
        write(d, strata.sex_age_next.data() + row, look_up(d, tables.sex_age_next.data(), at));
        write(d, strata.sex_band.data() + row, look_up(d, tables.sex_band.data(), at));
        write(d, strata.decile.data() + row, look_up(d, places.decile_column.data(), place));
        write(d, strata.tally.data() + row, cell + look_up(d, tables.key.data(), at));
        write(d, strata.tally_next.data() + row, cell + look_up(d, tables.key_next.data(), at));
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

AgeTables tabulate() {
    AgeTables tables;
    for (const Sex sex : {Sex::female, Sex::male})
        for (int age = 0; age < AgeTables::years; ++age) {
            const auto s = static_cast<std::size_t>(sex);
            tables.sex_age.push_back(static_cast<std::int32_t>(s * ages + age_row(age)));
            tables.sex_age_next.push_back(static_cast<std::int32_t>(s * ages + age_row(age + 1)));
            tables.sex_band.push_back(static_cast<std::int32_t>(s * five_year_bands + five_year_band(age)));
            tables.key.push_back(static_cast<std::int32_t>(TallySheet::key(0, sex, life_table_band(age))));
            tables.key_next.push_back(static_cast<std::int32_t>(TallySheet::key(0, sex, life_table_band(age + 1))));
        }
    return tables;
}

}  // namespace

void Strata::classify(const PersonColumns& people, int year, const Places& places) {
    static const AgeTables tables = tabulate();
    rows = people.size();
    for (auto* column : {&age, &sex_age, &sex_age_next, &sex_band, &decile, &tally, &tally_next}) column->resize(rows);
    HWY_DYNAMIC_DISPATCH(classify_people)(people, year, places, tables, *this);
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
