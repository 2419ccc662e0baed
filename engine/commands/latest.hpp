#pragma once
// `outputs/latest`, which always leads to the newest run, so that a feed can be refreshed without being changed.

#include <filesystem>

namespace spires {

/// Points the link `latest`, beside the folder of `output`, to that folder; only where that is a folder called
/// `outputs`. Best effort: where links cannot be made, or something else bears the name, nothing happens.
void point_latest_to(const std::filesystem::path& output);

}  // namespace spires
