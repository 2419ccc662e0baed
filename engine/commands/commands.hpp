#pragma once
// All commands of the program, one line each in commands.cpp.

#include <functional>
#include <string>
#include <vector>

namespace spires {

struct Command {
    std::string name, purpose;
    std::function<int(const std::vector<std::string>& words)> run;  ///< words after the name; returns the exit code
};

[[nodiscard]] const std::vector<Command>& commands();
/// The command of that name; UserError (64) with the nearest one otherwise.
[[nodiscard]] const Command& command_named(const std::string& name);

}  // namespace spires
