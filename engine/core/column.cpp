#include "core/column.hpp"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace spires {

void prefer_huge_pages([[maybe_unused]] void* first, [[maybe_unused]] std::size_t bytes) noexcept {
#ifdef __linux__
    (void)madvise(first, bytes, MADV_HUGEPAGE);
#endif
}

}  // namespace spires
