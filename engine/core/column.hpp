#pragma once
// Vectors that begin on a cache line, so that no group of lanes straddles two of them.

#include <cstddef>
#include <new>
#include <vector>

namespace spires {

/// Allocates from the start of a cache line.
template <class Type>
struct OnCacheLines {
    using value_type = Type;
    static constexpr std::align_val_t line{64};

    OnCacheLines() = default;
    template <class Other>
    constexpr OnCacheLines(const OnCacheLines<Other>& /*other*/) noexcept {}
    [[nodiscard]] Type* allocate(std::size_t count) { return static_cast<Type*>(::operator new(count * sizeof(Type), line)); }
    void deallocate(Type* first, std::size_t /*count*/) noexcept { ::operator delete(first, line); }
    friend constexpr bool operator==(const OnCacheLines&, const OnCacheLines&) noexcept { return true; }
};

/// One attribute of many people, or one table that lanes read.
template <class Type>
using Column = std::vector<Type, OnCacheLines<Type>>;

/// Asks for memory that the next rows will add to, before they are reached: keys of tallies are as good as random.
template <class Type>
inline void bring_near(const Type* first, std::size_t count) noexcept {
    for (std::size_t i = 0; i < count; i += 64 / sizeof(Type)) __builtin_prefetch(first + i, 1);
}
inline constexpr std::size_t rows_ahead = 12;

}  // namespace spires
