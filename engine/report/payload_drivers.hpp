#pragma once
// What the spread of each change hangs on, for the page.

#include "results/read_results.hpp"

#include <nlohmann/json.hpp>

namespace spires {

/// {"parameters": names, "of": [scenario after the baseline][variable] -> [[parameter, share in whole per cent,
/// 1 where more of it gives more, 1 where surer than chance], …]} in the year of the headline, whole city, largest
/// share first, a handful each. Empty with fewer draws than tell anything.
[[nodiscard]] nlohmann::ordered_json payload_drivers(const ResultsReader& results);

}  // namespace spires
