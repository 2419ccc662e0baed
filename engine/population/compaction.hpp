#pragma once
// The end of a step: who has gone goes, households close ranks, rows and slots are renumbered.

#include "inputs/places.hpp"
#include "processes/encounter.hpp"

namespace spires {

/// Ends the step for one block in every world: removes leavers and the dead, gives every private household
/// a reference person (the partner, else the oldest from 16 on), takes children left without anyone from
/// 16 on into another household of the block (see orphans.hpp), drops empty households, recounts
/// members, and clears `presence`. Participations and offers follow their people.
class Compaction final : public Encounter {
public:
    explicit Compaction(const Places& places) : places_(places) {}
    void advance(BranchedBlock& block, const Moment& now) const override;

private:
    const Places& places_;
};

}  // namespace spires
