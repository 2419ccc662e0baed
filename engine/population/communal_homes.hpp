#pragma once
// The communal establishments of a block, by place.

#include "population/households.hpp"

#include <vector>

namespace spires {

/// Establishments of one kind; one to a place and block, opened when somebody comes and there is none.
class CommunalHomes {
public:
    explicit CommunalHomes(HouseholdKind kind) : kind_(kind) {}
    /// Forgets the block before; call for each block and step.
    void clear() noexcept { slots_.clear(); }
    /// The slot of the establishment of a place.
    std::uint32_t of(HouseholdColumns& households, std::uint16_t place, std::size_t block_index);

private:
    void list(const HouseholdColumns& households);

    HouseholdKind kind_;
    std::vector<std::uint32_t> slots_;
};

}  // namespace spires
