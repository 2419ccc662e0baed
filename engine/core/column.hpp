#pragma once
// Vectors that begin on a cache line, so that no group of lanes straddles two of them.

#include <cstddef>
#include <new>
#include <vector>

namespace spires {

/// Sheets of counts and long tables are read here and there: in small pages each look would be one at the page table too.
inline constexpr std::size_t huge_page = std::size_t{2} << 20U;
/// Asks for a range of memory in huge pages; no more than a hint.
void prefer_huge_pages(void* first, std::size_t bytes) noexcept;

/// Allocates from the start of a cache line, or of a huge page where there is much of it.
template <class Type>
struct OnCacheLines {
    using value_type = Type;
    static constexpr std::align_val_t line{64};

    OnCacheLines() = default;
    template <class Other>
    constexpr OnCacheLines(const OnCacheLines<Other>& /*other*/) noexcept {}
    [[nodiscard]] Type* allocate(std::size_t count) {
        if (!is_large(count)) return static_cast<Type*>(::operator new(count * sizeof(Type), line));
        const std::size_t bytes = (count * sizeof(Type) + huge_page - 1) / huge_page * huge_page;
        void* const first = ::operator new(bytes, std::align_val_t{huge_page});
        prefer_huge_pages(first, bytes);
        return static_cast<Type*>(first);
    }
    void deallocate(Type* first, std::size_t count) noexcept { ::operator delete(first, is_large(count) ? std::align_val_t{huge_page} : line); }
    [[nodiscard]] static constexpr bool is_large(std::size_t count) noexcept { return count * sizeof(Type) >= huge_page / 2; }
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
