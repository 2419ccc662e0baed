#pragma once
// `spires summary`: the headline table of a results file.

#include "results/read_results.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace spires {

struct HeadlineOptions {
    std::size_t area = 0;               ///< index; 0 is the city
    std::optional<std::size_t> year;    ///< index; 2040 or the last unless told
    std::optional<double> seconds;      ///< how long the run took, when it is known
};

/// The headline table of every scenario, or of the baseline when it is alone.
void print_headline(std::ostream& out, const ResultsReader& results, const HeadlineOptions& options = {});
/// One indicator: year by year, or for one year by sex; every scenario.
void print_indicator(std::ostream& out, const ResultsReader& results, const std::string& indicator,
                     const HeadlineOptions& options = {});
/// What the two print, as JSON; `indicator` empty for the headline.
void print_summary_json(std::ostream& out, const ResultsReader& results, const std::string& indicator,
                        const HeadlineOptions& options = {});

/// Runs the command with the words after `summary`; prints to standard output. Returns the exit code.
/// Errors: UserError 64 for wrong usage, and those of ResultsReader.
int summary_command(const std::vector<std::string>& words);

}  // namespace spires
