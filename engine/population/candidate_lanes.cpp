#include "population/event_candidates.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "population/candidate_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"

#include <algorithm>

#ifndef SPIRES_POPULATION_CANDIDATE_LANES_ONCE
#define SPIRES_POPULATION_CANDIDATE_LANES_ONCE
namespace spires {

/// Room for everybody: candidates with their words.
struct CandidateLists {
    std::uint32_t *rows, *words;
};

}  // namespace spires
#endif

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// Age in table rows.
template <class D> HWY_INLINE Integer<D> age_row_of(D d, const PersonColumns& people, int year, std::size_t row) {
    const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
    return hn::Min(hn::Max(age, integer(d, 0)), integer(d, oldest_age));
}
/// Where a group reads in tables by [sex][age].
template <class D> HWY_INLINE Integer<D> sex_age_of(D d, const PersonColumns& people, int year, std::size_t row) {
    const auto sex = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row);
    return sex * integer(d, static_cast<std::int32_t>(ages)) + age_row_of(d, people, year, row);
}
/// The highest chance of the sex and age of a group.
template <class D>
HWY_INLINE Real<D> highest_chance(D d, const PersonColumns& people, std::size_t row, int year, const float* highest) {
    return look_up(d, highest, sex_age_of(d, people, year, row));
}

std::size_t list_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const float* highest, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        found += note_rows(d, happens(d, words + row, highest_chance(d, people, row, year, highest)), row, rows + found);
    });
    return found;
}

/// Notes rows that stand in a group in any order, with a number of each.
template <class D, class V, class N>
HWY_INLINE std::size_t note_both(D, Truth<D> true_of, V rows_of_group, N numbers_of_group, std::uint32_t* rows, hn::TFromV<N>* numbers) {
    const WordTag<D> du;
    const hn::Rebind<hn::TFromV<N>, D> dn;
    const auto mask = hn::And(hn::RebindMask(du, true_of), hn::FirstN(du, hn::Lanes(du)));
    if (hn::AllFalse(du, mask)) return 0;
    hn::CompressStore(numbers_of_group, hn::RebindMask(dn, mask), dn, numbers);
    return hn::CompressStore(rows_of_group, mask, du, rows);
}

std::size_t draw_everybody(const PersonColumns& people, const EventDraw& event, const float* highest, const CandidateLists& lists) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto word = draw(d, event.key, people.id.data() + row, event.year, static_cast<std::uint32_t>(event.purpose)).first;
        const auto could = word_happens(d, word, highest_chance(d, people, row, event.year, highest));
        found += note_both(d, could, rows_from(d, row), word, lists.rows + found, lists.words + found);
    });
    return found;
}

template <class D> HWY_INLINE Integer<D> role_of(D d, const PersonColumns& people, std::size_t row) {
    return read(d, reinterpret_cast<const std::uint8_t*>(people.role.data()) + row);
}
template <class D> HWY_INLINE auto is_here(D d, const PersonColumns& people, std::size_t row) { return read(d, people.presence.data() + row) == integer(d, 0); }

std::size_t list_candidates_of_roles(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest, Roles roles, std::uint32_t* rows) {
    std::size_t found = 0;
    over_rows(people.size(), [&](auto d, std::size_t row) HWY_ATTR {
        const auto half = hn::BitCast(IntegerTag<decltype(d)>{}, hn::ShiftRight<1>(hn::LoadU(hn::Rebind<std::uint32_t, decltype(d)>{}, words + row)));
        const auto lucky = hn::Not(half > integer(d, highest.last_half_word()));
        const auto of_role = hn::And(hn::Shl(integer(d, 1), role_of(d, people, row)), integer(d, roles)) != integer(d, 0);
        const auto who = hn::And(hn::And(lucky, of_role), is_here(d, people, row));
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
HWY_EXPORT(draw_everybody);

std::span<const std::uint32_t> find_candidates(const PersonColumns& people, int year, const std::uint32_t* words, const HighestChances& highest) {
    thread_local Column<std::uint32_t> rows;
    if (rows.size() < people.size()) rows.resize(people.size());
    return {rows.data(), HWY_DYNAMIC_DISPATCH(list_candidates)(people, year, words, highest.data(), rows.data())};
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
EventCandidates draw_candidates(const PersonColumns& people, const EventDraw& event, const HighestChances& highest) {
    thread_local Column<std::uint32_t> rows, words;
    for (auto* list : {&rows, &words})
        if (list->size() < people.size()) list->resize(people.size());
    const std::size_t found = HWY_DYNAMIC_DISPATCH(draw_everybody)(people, event, highest.data(), {rows.data(), words.data()});
    return {{rows.data(), found}, words.data()};
}

}  // namespace spires
#endif
