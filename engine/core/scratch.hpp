#pragma once
// Columns that a step writes before it reads: new entries hold anything.

#include "core/column.hpp"

#include <new>
#include <type_traits>
#include <utility>

namespace spires {

/// Leaves new entries as they are. Blocks and branches of many sizes take turns on a thread, and setting what
/// a larger one is about to overwrite was a twenty-fifth of a run with a scenario.
template <class Type>
struct LeftUnset : OnCacheLines<Type> {
    static_assert(std::is_trivially_copyable_v<Type>);
    using value_type = Type;
    template <class Other>
    struct rebind {
        using other = LeftUnset<Other>;
    };

    LeftUnset() = default;
    template <class Other>
    constexpr LeftUnset(const LeftUnset<Other>& /*other*/) noexcept {}
    template <class Entry>
    void construct(Entry* /*entry*/) noexcept {}
    template <class Entry, class... Values>
    void construct(Entry* entry, Values&&... values) { ::new (static_cast<void*>(entry)) Entry(std::forward<Values>(values)...); }
};

template <class Type>
using Scratch = std::vector<Type, LeftUnset<Type>>;

}  // namespace spires
