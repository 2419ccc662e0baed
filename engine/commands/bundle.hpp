#pragma once
// A scenario that bundles programmes of others, beside the sum of what those do one by one.

#include "results/read_results.hpp"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace spires {

/// The scenarios of a file whose programmes make up a bundle's.
struct Bundle {
    std::vector<std::size_t> parts;
    bool whole = false;  ///< every programme of the bundle is in one of the parts
};

/// By the ids of the programmes in the scenario texts: a bundle has at least two parts, none with a programme
/// that is not in it.
[[nodiscard]] std::optional<Bundle> bundle_of(const ResultsReader& results, std::size_t scenario);

/// One indicator of the city: the change by the bundle, and the sum of the changes by its parts, paired by replicate.
struct BundleRow {
    std::string indicator, label, units;
    double level = 0;  ///< of the baseline
    Estimate together, sum;
};
[[nodiscard]] std::vector<BundleRow> bundle_rows(const ResultsReader& results, std::size_t scenario, const Bundle& bundle, std::size_t year);

/// A table for each bundle of the file; nothing when it has none.
void print_bundles(std::ostream& out, const ResultsReader& results, std::size_t year);
/// The same of one scenario; null when it is no bundle.
[[nodiscard]] nlohmann::ordered_json bundle_json(const ResultsReader& results, std::size_t scenario, std::size_t year);

}  // namespace spires
