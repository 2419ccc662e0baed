#pragma once
// What is sound line by line and wrong as a whole: places that nobody takes, effects that multiply past what a lever may take.

#include "scenario/toml_reader.hpp"

namespace spires {

/// Places that nobody can take, or takers without any place; `where` is that of `places`.
void refuse_contradiction(const Intervention& intervention, Position where, Reading& reading);

/// The 95 % limits of an effect must stay what the lever may take, as draws reach them.
void refuse_wide_effect(const Effect& effect, Position where, Reading& reading);

/// Effects of one intervention on one lever multiply: together they must stay what the lever may take.
void refuse_excess(const Intervention& intervention, Position where, Reading& reading);

/// So do those of several interventions that may reach the same person.
void refuse_joint_excess(const Scenario& scenario, const LeverTable& levers, Problems& problems);

}  // namespace spires
