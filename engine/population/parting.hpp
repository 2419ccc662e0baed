#pragma once
// People part from a branch: what was one for several worlds becomes one for each.

#include "population/branches.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// A row that now stands elsewhere too.
struct Landing {
    WorldSet worlds = 0;         ///< of the branch it came to
    std::uint32_t from = 0;      ///< row in the branch it left
    std::uint32_t to = 0;        ///< row in the branch it came to
};

/// Who goes with people that part: their household (the slot is copied; an establishment stays and is
/// met again), or nobody, because they are about to found or join another.
enum class Company : std::uint8_t { household, none };

/// Takes rows out of a branch: `leaving[row]` are the worlds that part from the others with that row, 0 for
/// rows that stay. Each such world gets a copy in its own branch; the worlds left over go on together
/// in theirs. If the baseline parts, all part, as no shared branch is without it. Rows added at the end of
/// other branches are told in `landed`, by worlds and then by row; the rows left behind are marked `parted`.
/// Members of a private household must part together (see `with_household`) unless Company is none.
void part(BranchedBlock& block, std::size_t branch, std::span<const WorldSet> leaving, Company company, std::vector<Landing>& landed);

/// Extends what members of private households do to all of the household.
void with_household(const Block& block, std::vector<WorldSet>& leaving);

}  // namespace spires
