#include "population/branches.hpp"

#include <algorithm>

namespace spires {

namespace {

constexpr std::size_t most_shared_sets = 20;

/// A copy with room for those who come in a year and for a decade's growth, so that columns rarely move.
std::unique_ptr<Branch> copy_with_room(WorldSet worlds, const Block& base) {
    auto branch = std::make_unique<Branch>(Branch{worlds, {}});
    auto& people = branch->block.people;
    auto& households = branch->block.households;
#define SPIRES_MAKE_ROOM_FOR_PEOPLE(type, name, description) people.name.reserve(base.people.size() + base.people.size() / 8);
#define SPIRES_MAKE_ROOM_FOR_HOMES(type, name, description) households.name.reserve(base.households.size() + base.households.size() / 8);
    SPIRES_PERSON_COLUMNS(SPIRES_MAKE_ROOM_FOR_PEOPLE)
    SPIRES_HOUSEHOLD_COLUMNS(SPIRES_MAKE_ROOM_FOR_HOMES)
#undef SPIRES_MAKE_ROOM_FOR_PEOPLE
#undef SPIRES_MAKE_ROOM_FOR_HOMES
    branch->block = base;
    return branch;
}

}  // namespace

bool SharedSets::admit(WorldSet worlds) {
    const std::scoped_lock lock(mutex_);
    if (std::ranges::find(sets_, worlds) != sets_.end()) return true;
    if (sets_.size() >= most_shared_sets) return false;
    sets_.push_back(worlds);
    return true;
}

BranchedBlock::BranchedBlock(std::size_t index, std::span<const WorldSet> start, const Block& base, SharedSets& shared)
    : index_(index), start_(start.size()), shared_(&shared) {
    for (const auto worlds : start) branches_.push_back(copy_with_room(worlds, base));
}

std::size_t BranchedBlock::find(WorldSet worlds) const noexcept {
    std::size_t i = 0;
    while (i < branches_.size() && branches_[i]->worlds != worlds) ++i;
    return i;
}

std::size_t BranchedBlock::of(WorldSet worlds) {
    const std::size_t found = find(worlds);
    if (found == branches_.size()) branches_.push_back(std::make_unique<Branch>(Branch{worlds, {}}));
    return found;
}

WorldSet BranchedBlock::room_for(WorldSet worlds) {
    if (is_single(worlds) || find(worlds) < branches_.size()) return worlds;
    if (!shared_->admit(worlds)) return baseline_only;
    branches_.push_back(std::make_unique<Branch>(Branch{worlds, {}}));
    return worlds;
}

void BranchedBlock::drop_empty() {
    const auto first = branches_.begin() + static_cast<std::ptrdiff_t>(start_);
    branches_.erase(std::remove_if(first, branches_.end(), [](const auto& branch) { return branch->block.people.size() == 0; }), branches_.end());
}

}  // namespace spires
