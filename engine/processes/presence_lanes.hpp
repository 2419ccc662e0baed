// How people stand to the city in a step, many at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_PROCESSES_PRESENCE_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_PROCESSES_PRESENCE_LANES_HPP
#undef SPIRES_PROCESSES_PRESENCE_LANES_HPP
#else
#define SPIRES_PROCESSES_PRESENCE_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "processes/process.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Share of the step that people are here for, death left aside (time_share).
template <class D> HWY_INLINE Real<D> time_share_of(D d, const std::uint8_t* presence) {
    const auto half = hn::And(read(d, presence), integer(d, leaving | arriving)) != integer(d, 0);
    return hn::IfThenElse(truth(d, half), real(d, 0.5), real(d, 1.0));
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
