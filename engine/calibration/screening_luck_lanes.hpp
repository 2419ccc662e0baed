// Who comes to screening when invited, many people at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_CALIBRATION_SCREENING_LUCK_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CALIBRATION_SCREENING_LUCK_LANES_HPP
#undef SPIRES_CALIBRATION_SCREENING_LUCK_LANES_HPP
#else
#define SPIRES_CALIBRATION_SCREENING_LUCK_LANES_HPP
#endif

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// A person's words: the lasting rank, and two of this invitation, of which each programme uses its own mixture.
template <class D>
struct ScreeningLuck {
    hn::Vec<hn::Rebind<std::uint32_t, D>> lasting, now, fresh;
};

/// Whether people come when invited: with the chance `persistence` the lasting rank decides, else this invitation's
/// luck; either way the chance is `share`.
template <class D>
HWY_INLINE Truth<D> comes_to_screening(D d, float persistence, Real<D> share, const ScreeningLuck<D>& luck, std::size_t programme) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto turn = hn::Set(du, static_cast<std::uint32_t>(programme) * 0x9e3779b9U);
    const auto persists = hn::RebindMask(du, word_happens(d, luck.now + turn, hn::Set(d, persistence)));
    return word_happens(d, hn::IfThenElse(persists, luck.lasting, luck.fresh + turn), share);
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
