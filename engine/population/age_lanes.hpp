// Ages of people in table rows, many at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_POPULATION_AGE_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_POPULATION_AGE_LANES_HPP
#undef SPIRES_POPULATION_AGE_LANES_HPP
#else
#define SPIRES_POPULATION_AGE_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "population/columns.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Age in table rows (age_row).
template <class D> HWY_INLINE Integer<D> age_row_of(D d, const PersonColumns& people, int year, std::size_t row) {
    const auto age = integer(d, year) - read(d, people.birth_year.data() + row);
    return hn::Min(hn::Max(age, integer(d, 0)), integer(d, oldest_age));
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
