#pragma once
// Fingerprints of files, as `sha256sum` prints them.

#include <string>
#include <string_view>

namespace spires {

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace spires
