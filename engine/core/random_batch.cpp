#include "core/random_batch.hpp"

#include <bit>

namespace spires {

namespace {

/// One round of Threefry on four words held in registers.
template <unsigned first, unsigned second>
[[gnu::always_inline]] inline void mix(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c, std::uint32_t& d) noexcept {
    a += b;
    b = std::rotl(b, first) ^ a;
    c += d;
    d = std::rotl(d, second) ^ c;
}

/// Four rounds and the key that follows them; the words swap partners every other round.
template <unsigned half>
[[gnu::always_inline]] inline void four_rounds(std::uint32_t& x0, std::uint32_t& x1, std::uint32_t& x2, std::uint32_t& x3) noexcept {
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

/// Threefry4x32-20 written out, because compilers do not turn Random123's own loop into lanes; a test
/// holds it to Random123 word by word. The processor's widest integer lanes are chosen when the
/// program starts; integers give the same words on all of them.
__attribute__((target_clones("default", "avx2", "avx512f")))
void fill(const std::uint64_t* people, std::size_t rows, const std::array<std::uint32_t, 5>& k, std::uint32_t year, std::uint32_t purpose,
          std::uint32_t* first, std::uint32_t* second, std::uint32_t* third, std::uint32_t* fourth) {
    const std::uint32_t k0 = k[0], k1 = k[1], k2 = k[2], k3 = k[3], k4 = k[4];
#pragma omp simd
    for (std::size_t row = 0; row < rows; ++row) {
        std::uint32_t x0 = static_cast<std::uint32_t>(people[row]) + k0, x1 = static_cast<std::uint32_t>(people[row] >> 32U) + k1;
        std::uint32_t x2 = year + k2, x3 = purpose + k3;
        four_rounds<0>(x0, x1, x2, x3);
        x0 += k1; x1 += k2; x2 += k3; x3 += k4 + 1;
        four_rounds<1>(x0, x1, x2, x3);
        x0 += k2; x1 += k3; x2 += k4; x3 += k0 + 2;
        four_rounds<0>(x0, x1, x2, x3);
        x0 += k3; x1 += k4; x2 += k0; x3 += k1 + 3;
        four_rounds<1>(x0, x1, x2, x3);
        x0 += k4; x1 += k0; x2 += k1; x3 += k2 + 4;
        four_rounds<0>(x0, x1, x2, x3);
        first[row] = x0 + k0;
        second[row] = x1 + k1;
        third[row] = x2 + k2;
        fourth[row] = x3 + k3 + 5;
    }
}

}  // namespace

void BlockWords::draw_all(const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose) { draw_from(0, key, people, year, purpose); }

void BlockWords::draw_from(std::size_t first, const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose) {
    make_room(people.size());
    const std::uint32_t low = static_cast<std::uint32_t>(key.seed), high = static_cast<std::uint32_t>(key.seed >> 32U);
    constexpr std::uint32_t parity = 0x1BD11BDAU;
    const std::array<std::uint32_t, 5> k{low, high, key.replicate, 0U, parity ^ low ^ high ^ key.replicate};
    fill(people.data() + first, people.size() - first, k, static_cast<std::uint32_t>(year), purpose, words_[0].data() + first, words_[1].data() + first,
         words_[2].data() + first, words_[3].data() + first);
}

}  // namespace spires
