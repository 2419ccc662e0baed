#include "population/row_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "population/candidate_lanes.cpp"
#include <hwy/foreach_target.h>

#include "population/person_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

std::size_t list_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto last = look_up(d, highest.last_half_words(), sex_age_of(d, people, year, row));
        found += note_rows(d, truth(d, hn::Not(half_words(d, words + row) > last)), row, rows + found);
    });
    return found;
}

std::size_t list_candidates_of_roles(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest, Roles roles, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto half = half_words(d, words + row);
        const auto lucky = hn::Not(half > integer(d, highest.last_half_word()));
        const auto who = hn::And(hn::And(lucky, has_role(d, people, roles, row)), is_here(d, people, row));
        if (hn::AllFalse(IntegerTag<decltype(d)>{}, who)) return;
        const auto last = look_up(d, highest.last_half_words(), sex_age_of(d, people, year, row));
        found += note_rows(d, truth(d, hn::AndNot(half > last, who)), row, rows + found);
    });
    return found;
}

std::size_t list_of_roles_and_ages(const PersonColumns& people, int year, const std::int32_t* concerns, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto at = role_of(d, people, row) * integer(d, static_cast<std::int32_t>(ages)) + age_row_of(d, people, year, row);
        found += note_rows(d, truth(d, hn::And(look_up(d, concerns, at) != integer(d, 0), is_here(d, people, row))), row, rows + found);
    });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(list_candidates);
HWY_EXPORT(list_candidates_of_roles);
HWY_EXPORT(list_of_roles_and_ages);

std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_candidates)(people, year, words, highest, rows.data())};
}
std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest, Roles roles) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_candidates_of_roles)(people, year, words, highest, roles, rows.data())};
}
std::span<const std::uint32_t> find_of_roles_and_ages(const PersonColumns& people, int year, const RolesAndAges& whom) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_of_roles_and_ages)(people, year, whom.data(), rows.data())};
}

}  // namespace spires
#endif
