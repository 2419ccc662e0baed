#pragma once
// Who among those who look for a partner finds whom.

#include "population/categories.hpp"
#include "core/axes.hpp"

#include <cstdint>
#include <vector>

namespace spires {

/// Someone who looks for a partner.
struct Candidate {
    std::uint64_t id = 0;
    std::int32_t position = 0;  ///< age scattered and aligned between the sexes, 1/256 year
    std::uint32_t row = 0;
    std::uint32_t household = 0;
    std::uint32_t branch = 0;
    std::uint32_t number = 0;   ///< among those of whom the baseline knows
    Sex sex{};
    bool same_sex = false;      ///< looks for a partner of the same sex
    bool heads_home = false;    ///< a reference person without housemates
    bool has_dependants = false;
};
using Candidates = std::vector<Candidate>;

/// Two who find each other; she and he where the sexes differ.
struct Pair {
    Candidate she, he;
};

/// Whether two who look may live together: of like age, not both with children, not already housemates.
[[nodiscard]] bool suits(const Candidate& a, const Candidate& b) noexcept;

/// Pairs up candidates of one world, given in any order, by position and then id.
void match(Candidates& candidates, std::vector<Pair>& pairs);

}  // namespace spires
