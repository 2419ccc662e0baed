#pragma once
// The dashboard and the scenario builder, on this machine alone.

#include <filesystem>
#include <functional>
#include <string>

namespace spires {

struct ServerOptions {
    std::filesystem::path folder;             ///< results are read below it; what is built goes to folder/built
    std::filesystem::path inputs;             ///< for runs
    std::string address = "127.0.0.1";
    int port = 8017;                          ///< 0 takes any that is free
    std::function<void(int port)> listening;  ///< called when it answers
};

/// Answers until it is stopped. UserError 69 when it cannot listen there.
void serve(const ServerOptions& options);

}  // namespace spires
