#pragma once
// The people of the base year with their state, for `spires check`.

#include "commands/check.hpp"

namespace spires {

/// Fills the hook of `check` from the model's own base population.
void with_people_today(const std::filesystem::path& inputs, const Places& places, const std::function<void(const PeopleToday&)>& then);

}  // namespace spires
