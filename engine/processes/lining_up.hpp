#pragma once
// People taken in an order in which neighbours share their rows of tables and tallies.

#include "inputs/places.hpp"
#include "processes/process.hpp"

namespace spires {

/// Orders a block's rows by cell, sex and life-table band for the processes that follow. Results do not
/// depend on it: every process treats a person by themselves. It keeps the step's tables in the
/// processor's nearest memory.
class LiningUp : public Process {
public:
    explicit LiningUp(const Places& places) : places_(places) {}
    void advance(Step& step) const override;

private:
    const Places& places_;
};

}  // namespace spires
