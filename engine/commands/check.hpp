#pragma once
// `spires check`: reads and explains scenarios without running them.

#include "interventions/forecast.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace spires {

/// Makes the people of today from the input tables (places as they are read there) and hands them to
/// `then`; whatever they refer to lives as long as the call. The model fills this hook.
using WithPeopleToday = std::function<void(const std::filesystem::path& inputs, const Places& places,
                                           const std::function<void(const PeopleToday&)>& then)>;

/// Runs the command with the words after `check`; returns the exit code. Without the hook counts are
/// left out. Errors: UserError 64 for wrong usage, 65 and 66 for wrong or missing files.
int check_command(const std::vector<std::string>& words, const WithPeopleToday& with_people_today = {});

}  // namespace spires
