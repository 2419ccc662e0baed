#pragma once
// One block in every world of a replicate: whom no scenario has touched lives once, for all of them.

#include "population/population.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace spires {

/// Worlds of a replicate as bits: 0 is the baseline, s the s-th scenario.
using WorldSet = std::uint64_t;
inline constexpr std::size_t most_worlds = 64;

[[nodiscard]] constexpr WorldSet only(std::size_t world) noexcept { return WorldSet{1} << world; }
inline constexpr WorldSet baseline_only = only(0);
[[nodiscard]] constexpr WorldSet all_of(std::size_t worlds) noexcept { return worlds >= most_worlds ? ~WorldSet{0} : only(worlds) - 1; }
[[nodiscard]] constexpr bool holds(WorldSet worlds, std::size_t world) noexcept { return ((worlds >> world) & 1U) != 0; }
[[nodiscard]] constexpr bool holds_baseline(WorldSet worlds) noexcept { return holds(worlds, 0); }
[[nodiscard]] constexpr bool is_single(WorldSet worlds) noexcept { return std::has_single_bit(worlds); }

template <class Visit>
constexpr void for_each_world(WorldSet worlds, Visit visit) {
    for (; worlds != 0; worlds &= worlds - 1) visit(static_cast<std::size_t>(std::countr_zero(worlds)));
}

/// The sets of worlds that may share people in a replicate. Each costs every worker a sheet of counts, so
/// there are few, first come first kept; which there are changes no result. Safe to ask from any thread.
class SharedSets {
public:
    /// Whether a set is one of them, or has just become one.
    bool admit(WorldSet worlds);

private:
    std::mutex mutex_;
    std::vector<WorldSet> sets_;
};

/// The people of one block who are the same in each of a set of worlds.
struct Branch {
    WorldSet worlds = 0;
    Block block;
};

/// One block as it is in every world: the people of world w are those of all branches that hold w, and each
/// of them stands in one such branch. A branch of several worlds always holds the baseline, and nobody in
/// it takes part in a programme; a household that a scenario has touched stands in the branch of that
/// scenario alone. Nothing joins again what has parted.
class BranchedBlock {
public:
    /// Begins as one copy of `base` for each set of worlds in `start`. `shared` must outlive it.
    BranchedBlock(std::size_t index, std::span<const WorldSet> start, const Block& base, SharedSets& shared);

    [[nodiscard]] std::size_t index() const noexcept { return index_; }
    /// Branches in no order that means anything. References stay valid until `drop_empty`.
    [[nodiscard]] std::size_t size() const noexcept { return branches_.size(); }
    [[nodiscard]] Branch& operator[](std::size_t i) noexcept { return *branches_[i]; }
    [[nodiscard]] const Branch& operator[](std::size_t i) const noexcept { return *branches_[i]; }

    /// Where the branch of exactly these worlds stands, made when there is none.
    [[nodiscard]] std::size_t of(WorldSet worlds);
    /// The set itself if there is a branch for it or room for one, else the baseline alone: few and large
    /// branches cost less than many small ones, and which there are changes no result.
    [[nodiscard]] WorldSet room_for(WorldSet worlds);
    /// Forgets empty branches, but for those of `start`.
    void drop_empty();

private:
    [[nodiscard]] std::size_t find(WorldSet worlds) const noexcept;

    std::size_t index_;
    std::size_t start_;
    SharedSets* shared_;
    std::vector<std::unique_ptr<Branch>> branches_;
};

}  // namespace spires
