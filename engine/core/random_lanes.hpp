// Draws of many people at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_CORE_RANDOM_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CORE_RANDOM_LANES_HPP
#undef SPIRES_CORE_RANDOM_LANES_HPP
#else
#define SPIRES_CORE_RANDOM_LANES_HPP
#endif

#include "core/lanes.hpp"
#include "core/random.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

template <class D> using WordTag = hn::Rebind<std::uint32_t, D>;
template <class D> using Word = hn::Vec<WordTag<D>>;

/// Four words of each of a group of people.
template <class D>
struct FourWords {
    Word<D> first, second, third, fourth;
};

/// One round of Threefry on four words.
template <int first, int second, class V>
HWY_INLINE void mix(V& a, V& b, V& c, V& d) {
    a = a + b;
    b = hn::Xor(hn::RotateRight<32 - first>(b), a);
    c = c + d;
    d = hn::Xor(hn::RotateRight<32 - second>(d), c);
}

/// Four rounds; the words swap partners every other round.
template <int half, class V>
HWY_INLINE void four_rounds(V& x0, V& x1, V& x2, V& x3) {
    if constexpr (half == 0) {
        mix<10, 26>(x0, x1, x2, x3);
        mix<11, 21>(x0, x3, x2, x1);
        mix<13, 27>(x0, x1, x2, x3);
        mix<23, 5>(x0, x3, x2, x1);
    } else {
        mix<6, 20>(x0, x1, x2, x3);
        mix<17, 11>(x0, x3, x2, x1);
        mix<25, 10>(x0, x1, x2, x3);
        mix<18, 20>(x0, x3, x2, x1);
    }
}

/// Threefry4x32-12 written out: the words that `draw` gives each person; a test holds it to Random123 word by word.
/// Ids come in halves; words that nobody uses cost nothing beyond the last rounds.
template <class D>
HWY_INLINE FourWords<D> draw(D, const RandomKey& key, Word<D> low_of_id, Word<D> high_of_id, int year, std::uint32_t purpose) {
    const WordTag<D> du;
    const auto seed = static_cast<std::uint32_t>(key.seed), high_seed = static_cast<std::uint32_t>(key.seed >> 32U);
    constexpr std::uint32_t parity = 0x1BD11BDAU;
    const auto k0 = hn::Set(du, seed), k1 = hn::Set(du, high_seed), k2 = hn::Set(du, key.replicate), k3 = hn::Zero(du);
    const auto k4 = hn::Set(du, parity ^ seed ^ high_seed ^ key.replicate);
    const auto turn = [&](std::uint32_t number) HWY_ATTR { return hn::Set(du, number); };
    auto x0 = low_of_id + k0, x1 = high_of_id + k1, x2 = hn::Set(du, static_cast<std::uint32_t>(year)) + k2, x3 = hn::Set(du, purpose) + k3;
    four_rounds<0>(x0, x1, x2, x3);
    x0 = x0 + k1; x1 = x1 + k2; x2 = x2 + k3; x3 = x3 + (k4 + turn(1));
    four_rounds<1>(x0, x1, x2, x3);
    x0 = x0 + k2; x1 = x1 + k3; x2 = x2 + k4; x3 = x3 + (k0 + turn(2));
    four_rounds<0>(x0, x1, x2, x3);
    return {x0 + k3, x1 + k4, x2 + k0, x3 + (k1 + turn(3))};
}

/// The same of a group of people who stand together.
template <class D>
HWY_INLINE FourWords<D> draw(D d, const RandomKey& key, const std::uint64_t* ids, int year, std::uint32_t purpose) {
    Word<D> low, high;
    hn::LoadInterleaved2(WordTag<D>{}, reinterpret_cast<const std::uint32_t*>(ids), low, high);
    return draw(d, key, low, high, year, purpose);
}

/// The same of a group of rows.
template <class D>
HWY_INLINE FourWords<D> draw(D d, const RowLuck& luck, std::size_t row) {
    return draw(d, luck.key, luck.ids + row, luck.year, luck.purpose);
}

/// Standard-normal-like noise of two words: four 16-bit uniforms summed (as the other gentle_normal).
template <class D>
HWY_INLINE Real<D> gentle_normal(D d, Word<D> first, Word<D> second) {
    const auto low = hn::Set(WordTag<D>{}, 0xffffU);
    const auto sum = hn::And(first, low) + hn::ShiftRight<16>(first) + hn::And(second, low) + hn::ShiftRight<16>(second);
    return (as_real(d, hn::BitCast(IntegerTag<D>{}, sum)) * real(d, 0x1p-16) - real(d, 2.0 - 0x1p-15)) * real(d, 1.7320508075688772);
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
