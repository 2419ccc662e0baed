#pragma once
// What a run will take: told by --dry-run, and asked before every run.

#include "commands/run_options.hpp"
#include "foundations.hpp"

namespace spires {

struct RunNeeds {
    double memory = 0;        ///< bytes at the peak
    double seconds = 0;       ///< 0 when nobody has tried
    double person_years = 0;  ///< of all worlds
};

/// Memory and person-years of a city of `people`, from the sizes of its columns alone.
[[nodiscard]] RunNeeds estimate_run(const RunOptions& options, std::size_t scenarios, double people);

/// With time too: one replicate of a few blocks is played through all years with all scenarios.
/// `seconds_so_far` is what reading and drawing the population took.
[[nodiscard]] RunNeeds try_run(const RunOptions& options, const std::vector<Scenario>& scenarios, const Foundations& foundations, double seconds_so_far);

/// UserError (69) when the run needs more memory than can be had.
void refuse_what_does_not_fit(const RunNeeds& needs);

}  // namespace spires
