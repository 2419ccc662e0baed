#pragma once
// What happens between households of a block: in all worlds at once, because whom one meets differs by world.

#include "core/random.hpp"
#include "population/branches.hpp"

#include <memory>
#include <vector>

namespace spires {

/// The year and its luck.
struct Moment {
    const RandomKey& key;
    int year = 0;
    int base_year = 0;

    [[nodiscard]] int years_since_base() const noexcept { return year - base_year; }
    template <class Why>
    [[nodiscard]] Words luck(std::uint64_t id, Why purpose) const noexcept { return draw(key, id, year, purpose); }
};

/// An event that reads people of several households. The baseline decides who meets; a scenario replays it
/// with those who are still there, and only whom the baseline does not know, or has given somebody who is
/// gone, is matched anew. People of a shared branch to whom anything else than in the baseline would
/// happen part from it first. Encounters come after everything that is tallied, so that parting is
/// exact at that point of the year. Immutable once built.
class Encounter {
public:
    Encounter() = default;
    Encounter(const Encounter&) = delete;
    Encounter& operator=(const Encounter&) = delete;
    virtual ~Encounter() = default;
    virtual void advance(BranchedBlock& block, const Moment& now) const = 0;
};

using Encounters = std::vector<std::unique_ptr<const Encounter>>;

}  // namespace spires
