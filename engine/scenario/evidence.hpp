#pragma once
// What a figure of a scenario file rests on, and how far.

#include <cstdint>
#include <string>

namespace spires {

/// How a figure stands to the source beside it: printed there, worked out of what is, or a choice of ours after it.
enum class Standing : std::uint8_t { published, fitted, assumed };

struct Evidence {
    std::string source;  ///< key of sources.toml, or empty
    Standing standing = Standing::assumed;  ///< until somebody has found the figure in its source
};

}  // namespace spires
