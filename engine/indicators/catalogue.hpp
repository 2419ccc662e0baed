#pragma once
// Every published number, described once.

#include "results/variables.hpp"

#include <string>
#include <vector>

namespace spires {

[[nodiscard]] std::vector<Variable> variable_catalogue(const std::vector<std::string>& conditions,
                                                       const std::vector<std::string>& services);

}  // namespace spires
