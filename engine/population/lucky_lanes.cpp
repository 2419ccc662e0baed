#include "population/row_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "population/lucky_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"
#include "population/person_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D> HWY_INLINE Integer<D> first_half_words(D d, const RowLuck& luck, std::size_t row) { return half_words(d, draw(d, luck, row).first); }

std::size_t list_drawn_of_roles(const PersonColumns& people, const RowLuck& luck, const HighestChances& highest, Roles roles, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto lucky = hn::Not(first_half_words(d, luck, row) > look_up(d, highest.last_half_words(), sex_age_of(d, people, luck.year, row)));
        const auto who = hn::And(hn::And(lucky, has_role(d, people, roles, row)), is_here(d, people, row));
        found += note_rows(d, truth(d, who), row, rows + found);
    });
    return found;
}

std::size_t list_lucky(const PersonColumns& people, const RowLuck& luck, std::int32_t last_half, AgeRange range, const std::int32_t* place_fits, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto lucky = hn::Not(first_half_words(d, luck, row) > integer(d, last_half));
        const auto who = hn::And(lucky, is_of_ages(d, people, luck.year, range, row));
        if (hn::AllFalse(IntegerTag<decltype(d)>{}, who)) return;
        const auto fits = look_up(d, place_fits, read(d, people.place.data() + row)) != integer(d, 0);
        found += note_rows(d, truth(d, hn::And(who, fits)), row, rows + found);
    });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(list_drawn_of_roles);
HWY_EXPORT(list_lucky);

std::span<const std::uint32_t> find_candidates(const PersonColumns& people, const RandomKey& key, int year, Purpose purpose, const HighestChances& highest, Roles roles) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_drawn_of_roles)(people, {key, people.id.data(), year, purpose}, highest, roles, rows.data())};
}
std::span<const std::uint32_t> find_lucky(const PersonColumns& people, const RandomKey& key, int year, std::uint32_t purpose, double chance, AgeRange range,
                                          const Column<std::int32_t>& place_fits) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    const std::int32_t last_half = chance >= 1.0 ? 0x7fffffff : static_cast<std::int32_t>(chance * 0x1p31);
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_lucky)(people, {key, people.id.data(), year, purpose}, last_half, range, place_fits.data(), rows.data())};
}

}  // namespace spires
#endif
