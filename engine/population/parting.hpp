#pragma once
// People part from a branch: what was one for several worlds becomes one for each.

#include "population/branches.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// A row that parts: `worlds` leave the others of its branch.
struct Leaving {
    std::uint32_t row = 0;
    WorldSet worlds = 0;
};

/// A row that now stands elsewhere too.
struct Landing {
    WorldSet worlds = 0;         ///< of the branch it came to
    std::uint32_t from = 0;      ///< row in the branch it left
    std::uint32_t to = 0;        ///< row in the branch it came to
};

/// Who goes with people that part: their household (the slot is copied; an establishment stays and is
/// met again), or nobody, because they are about to found or join another.
enum class Company : std::uint8_t { household, none };

/// Takes rows out of a branch, given once each in any order. Each of the worlds that leave gets a copy in its own
/// branch; the worlds left over go on together in theirs. If the baseline leaves, all part, as no shared
/// branch is without it. Rows added at the end of other branches are told in `landed`, by worlds and then by
/// row; the rows left behind are marked `parted`. Members of a private household must part together
/// unless Company is none.
void part(BranchedBlock& block, std::size_t branch, std::span<const Leaving> leaving, Company company, std::vector<Landing>& landed);

/// A set of worlds for each of a few households of a block: costs what they do, not what the block does.
class HomeWorlds {
public:
    void forget() {
        for (const auto slot : slots_) worlds_[slot] = 0;
        slots_.clear();
    }
    /// The set of a household, which begins as `first` (not empty) when it is first asked for.
    WorldSet& of(std::uint32_t slot, WorldSet first) {
        if (slot >= worlds_.size()) worlds_.resize(slot + std::size_t{1}, 0);
        if (worlds_[slot] == 0) {
            slots_.push_back(slot);
            worlds_[slot] = first;
        }
        return worlds_[slot];
    }
    /// Makes each set its complement in `worlds`; nobody is asked for after that.
    void complement(WorldSet worlds) {
        for (const auto slot : slots_) worlds_[slot] = worlds & ~worlds_[slot];
    }
    [[nodiscard]] WorldSet operator[](std::uint32_t slot) const noexcept { return worlds_[slot]; }
    [[nodiscard]] std::span<const std::uint32_t> slots() const noexcept { return slots_; }

private:
    std::vector<WorldSet> worlds_;      ///< by slot, empty of those not asked for
    std::vector<std::uint32_t> slots_;  ///< asked for
};

/// The rows of all members of private households that part, among the first `rows`, in order.
void list_members(const Block& block, const HomeWorlds& parting, std::size_t rows, std::vector<Leaving>& leaving);

}  // namespace spires
