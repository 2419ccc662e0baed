// Many people at a time: what the yearly step's kernels need beside Highway's own words.
//
// A kernel file includes itself once for each instruction set (hwy/foreach_target.h) and this header with
// it; the widest one that the processor has is chosen when the program runs. The plain form (EMU128) is
// the oracle: no operation here fuses or reorders, so every form gives the same bits.

#if defined(SPIRES_CORE_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CORE_LANES_HPP
#undef SPIRES_CORE_LANES_HPP
#else
#define SPIRES_CORE_LANES_HPP
#endif

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

namespace hn = hwy::HWY_NAMESPACE;

/// Calls kernel(d, row) for groups of rows, and for the rows left over one by one.
template <class Kernel>
HWY_INLINE void over_rows(std::size_t rows, Kernel&& kernel) {
    const hn::ScalableTag<float> group;
    const hn::CappedTag<float, 1> single;
    std::size_t row = 0;
    for (; row + hn::Lanes(group) <= rows; row += hn::Lanes(group)) kernel(group, row);
    for (; row < rows; ++row) kernel(single, row);
}

template <class D> using Real = hn::Vec<D>;
template <class D> using IntegerTag = hn::Rebind<std::int32_t, D>;
template <class D> using Integer = hn::Vec<IntegerTag<D>>;
template <class D> using Truth = hn::Mask<D>;

template <class D> HWY_INLINE Real<D> real(D d, double value) { return hn::Set(d, static_cast<float>(value)); }
template <class D> HWY_INLINE Integer<D> integer(D, std::int32_t value) { return hn::Set(IntegerTag<D>{}, value); }
template <class D> HWY_INLINE Real<D> as_real(D d, Integer<D> value) { return hn::ConvertTo(d, value); }
/// Towards zero, of numbers that 32 bits hold: Highway's own conversion also bounds others, by four more operations.
template <class D> HWY_INLINE Integer<D> whole_part(D, Real<D> value) {
#if HWY_TARGET == HWY_AVX3
    if constexpr (hn::MaxLanes(D{}) == 16) return Integer<D>{_mm512_maskz_cvttps_epi32(0xffff, value.raw)};
    else return hn::ConvertTo(IntegerTag<D>{}, value);
#else
    return hn::ConvertTo(IntegerTag<D>{}, value);
#endif
}

// Columns of any integer type are read as 32-bit integers and written back narrowed.
template <class D> HWY_INLINE Integer<D> read(D, const std::int32_t* column) { return hn::LoadU(IntegerTag<D>{}, column); }
template <class D> HWY_INLINE Integer<D> read(D, const std::uint32_t* column) {
    return hn::BitCast(IntegerTag<D>{}, hn::LoadU(hn::Rebind<std::uint32_t, D>{}, column));
}
template <class D, class Narrow> HWY_INLINE Integer<D> read(D, const Narrow* column) {
    return hn::PromoteTo(IntegerTag<D>{}, hn::LoadU(hn::Rebind<Narrow, D>{}, column));
}
template <class D> HWY_INLINE Real<D> read(D d, const float* column) { return hn::LoadU(d, column); }
template <class D, class Narrow> HWY_INLINE void write(D, Narrow* column, Integer<D> value) {
    hn::StoreU(hn::DemoteTo(hn::Rebind<Narrow, D>{}, value), hn::Rebind<Narrow, D>{}, column);
}
template <class D> HWY_INLINE void write(D d, float* column, Real<D> value) { hn::StoreU(value, d, column); }
template <class D> HWY_INLINE void write(D, std::int32_t* column, Integer<D> value) { hn::StoreU(value, IntegerTag<D>{}, column); }

/// An entry of a table for each row.
template <class D> HWY_INLINE Real<D> look_up(D d, const float* table, Integer<D> index) { return hn::GatherIndex(d, table, index); }
template <class D> HWY_INLINE Integer<D> look_up(D, const std::int32_t* table, Integer<D> index) { return hn::GatherIndex(IntegerTag<D>{}, table, index); }

/// An entry and the one behind it: where there are gathers of wide words, both by one.
template <class D> HWY_INLINE void look_up_pair(D d, const float* table, Integer<D> index, Real<D>& first, Real<D>& second) {
#if HWY_TARGET <= HWY_AVX2
    if constexpr (hn::MaxLanes(D{}) >= 8) {
        const hn::Repartition<std::int64_t, D> wide;
        const hn::Half<IntegerTag<D>> half;
        const auto bytes = hn::ShiftLeft<2>(index);
        const auto* const base = reinterpret_cast<const std::int64_t*>(table);
        const auto lower = hn::BitCast(d, hn::GatherOffset(wide, base, hn::PromoteTo(wide, hn::LowerHalf(half, bytes))));
        const auto upper = hn::BitCast(d, hn::GatherOffset(wide, base, hn::PromoteTo(wide, hn::UpperHalf(half, bytes))));
        first = hn::ConcatEven(d, upper, lower);
        second = hn::ConcatOdd(d, upper, lower);
        return;
    }
#endif
    first = look_up(d, table, index);
    second = look_up(d, table + 1, index);
}

/// A truth about integers as one about reals of the same rows, and back.
template <class D, class M> HWY_INLINE Truth<D> truth(D d, M mask) { return hn::RebindMask(d, mask); }
template <class D, class M> HWY_INLINE auto integer_truth(D, M mask) { return hn::RebindMask(IntegerTag<D>{}, mask); }

/// Lever ratios (or additions) of the rows; the neutral value where nothing moves the lever.
template <class D> HWY_INLINE Real<D> read_or(D d, const float* column, std::size_t row, float neutral) {
    return column == nullptr ? hn::Set(d, neutral) : hn::LoadU(d, column + row);
}

/// Whether a 32-bit word falls under a chance: exact to 2⁻³¹, and to a float's 24 bits below.
template <class D> HWY_INLINE Truth<D> word_happens(D d, hn::Vec<hn::Rebind<std::uint32_t, D>> word, Real<D> chance) {
    const auto half = hn::BitCast(IntegerTag<D>{}, hn::ShiftRight<1>(word));
    const auto bound = hn::Min(hn::Max(chance, hn::Zero(d)), real(d, 0.99999994));
    return hn::Or(truth(d, half < whole_part(d, bound * real(d, 0x1p31))), chance >= real(d, 1.0));
}
template <class D> HWY_INLINE Truth<D> happens(D d, const std::uint32_t* words, Real<D> chance) {
    return word_happens(d, hn::LoadU(hn::Rebind<std::uint32_t, D>{}, words), chance);
}

/// The share that `ratio` times the odds of a share mean (core/maths.hpp); the same bits where the ratio is 1.
template <class D> HWY_INLINE Real<D> with_odds_ratio(D d, Real<D> share, Real<D> ratio) {
    const auto one = real(d, 1.0);
    return hn::IfThenElse(ratio == one, share, ratio * share / (one - share + ratio * share));
}

/// 1 − e^−x for x ≥ 0: 2^n (1 + q) = e^−x, so that small x lose no figures. Relative error below 3e-7.
template <class D> HWY_INLINE Real<D> one_minus_exp_minus(D d, Real<D> x) {
    const auto y = hn::Min(x, real(d, 80.0));
    const auto n = whole_part(d, y * real(d, 1.4426950408889634) + real(d, 0.5));  // −x = −n ln 2 + r
    const auto r = (as_real(d, n) * real(d, 0.693359375) - y) - as_real(d, n) * real(d, 2.12194440e-4);
    auto q = real(d, 1.0 / 5040.0);
    q = q * r + real(d, 1.0 / 720.0);
    q = q * r + real(d, 1.0 / 120.0);
    q = q * r + real(d, 1.0 / 24.0);
    q = q * r + real(d, 1.0 / 6.0);
    q = q * r + real(d, 0.5);
    q = (q * r + real(d, 1.0)) * r;
    const auto power = hn::BitCast(d, hn::ShiftLeft<23>(integer(d, 127) - n));  // 2^−n
    return (real(d, 1.0) - power) - power * q;
}

/// The rows of a group: Highway's own count of lanes goes through memory, lane by lane.
alignas(64) inline constexpr std::uint32_t lane_numbers[16]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
template <class D> HWY_INLINE auto rows_from(D, std::size_t row) {
    const hn::Rebind<std::uint32_t, D> du;
    static_assert(hn::MaxLanes(D{}) <= 16);
    return hn::Load(du, lane_numbers) + hn::Set(du, static_cast<std::uint32_t>(row));
}

/// Writes the rows of a group for which something is true behind `list`; returns how many. Lanes behind the group's
/// hold anything: a single row stands in a longer vector.
template <class D> HWY_INLINE std::size_t note_rows(D d, Truth<D> true_of, std::size_t row, std::uint32_t* list) {
    const hn::Rebind<std::uint32_t, D> du;
    const auto mask = hn::And(hn::RebindMask(du, true_of), hn::FirstN(du, hn::Lanes(du)));
    if (hn::AllFalse(du, mask)) return 0;
    return hn::CompressStore(rows_from(d, row), mask, du, list);
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
