#pragma once
// The people of the base year with their health, as `check` counts them.

#include "commands/check.hpp"

namespace spires {

/// Draws the city of the base year with central parameters and the default seed, and hands it over.
void with_people_of_the_base(const std::filesystem::path& inputs, const Places& places,
                             const std::function<void(const PeopleToday&)>& then);

}  // namespace spires
