#pragma once
// What is sound line by line and wrong as a whole: places that nobody takes, effects that add up past what a lever may take.

#include "scenario/toml_reader.hpp"

namespace spires {

/// Places that none of the eligible take, or takers without any place; `where` is that of `places`.
void refuse_contradiction(const Intervention& intervention, Position where, Reading& reading);

/// The 95 % limits of an effect must stay what the lever may take, as draws reach them.
void refuse_wide_effect(const Effect& effect, Position where, Reading& reading);

/// Effects on one lever multiply, or add up, over all programmes that one person can join and what the scenario assumes
/// for everybody: together they must stay what the lever may take.
void refuse_joint_excess(const Scenario& scenario, const ScenarioContext& context, Problems& problems);

}  // namespace spires
