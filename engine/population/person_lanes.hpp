// What kernels ask of people's columns, many at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_POPULATION_PERSON_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_POPULATION_PERSON_LANES_HPP
#undef SPIRES_POPULATION_PERSON_LANES_HPP
#else
#define SPIRES_POPULATION_PERSON_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "population/columns.hpp"
#include "population/row_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Age in table rows (age_row).
template <class D> HWY_INLINE Integer<D> age_row_of(D d, const PersonColumns& people, int year, std::size_t row) {
    const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
    return hn::Min(hn::Max(age, integer(d, 0)), integer(d, oldest_age));
}
/// Where a group reads in tables by [sex][age].
template <class D> HWY_INLINE Integer<D> sex_age_of(D d, const PersonColumns& people, int year, std::size_t row) {
    const auto sex = read(d, reinterpret_cast<const std::uint8_t*>(people.sex.data()) + row);
    return sex * integer(d, static_cast<std::int32_t>(ages)) + age_row_of(d, people, year, row);
}
template <class D> HWY_INLINE auto is_of_ages(D d, const PersonColumns& people, int year, AgeRange range, std::size_t row) {
    const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
    return hn::And(age > integer(d, range.from - 1), age < integer(d, range.to + 1));
}
template <class D> HWY_INLINE Integer<D> role_of(D d, const PersonColumns& people, std::size_t row) {
    return read(d, reinterpret_cast<const std::uint8_t*>(people.role.data()) + row);
}
template <class D> HWY_INLINE auto has_role(D d, const PersonColumns& people, Roles roles, std::size_t row) {
    return hn::And(hn::Shl(integer(d, 1), role_of(d, people, row)), integer(d, roles)) != integer(d, 0);
}
/// Neither leaves, arrives, dies nor parts in the step.
template <class D> HWY_INLINE auto is_here(D d, const PersonColumns& people, std::size_t row) { return read(d, people.presence.data() + row) == integer(d, 0); }

/// The upper 31 bits of words.
template <class D> HWY_INLINE Integer<D> half_words(D, hn::Vec<hn::Rebind<std::uint32_t, D>> words) { return hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<1>(words)); }
template <class D> HWY_INLINE Integer<D> half_words(D d, const std::uint32_t* words) { return half_words(d, hn::LoadU(hn::Rebind<std::uint32_t, D>{}, words)); }

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
