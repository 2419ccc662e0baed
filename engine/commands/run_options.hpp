#pragma once
// What a user asks of `spires run`, checked.

#include "experiment.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spires {

struct RunOptions {
    std::vector<std::filesystem::path> scenarios;
    std::filesystem::path inputs, output;
    std::filesystem::path localities;  ///< the user's grouping of places, or empty
    ExperimentSettings settings;
    int threads = 1;
    std::vector<std::pair<std::string, double>> parameters;  ///< of --set
    std::size_t copies = 1;
    std::string progress;  ///< "auto", "plain", "json" or "none"
    bool dry_run = false;
    bool structure = false;           ///< the same replicates once for each setting of the structure
    std::optional<double> precision;  ///< years, half-width asked for; then replicates are chosen
};

/// Nothing when help was asked for and printed. UserError (64) for wrong usage.
[[nodiscard]] std::optional<RunOptions> parse_run_options(const std::vector<std::string>& words);

}  // namespace spires
