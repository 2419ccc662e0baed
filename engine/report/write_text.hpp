#pragma once
// A text file, whole or not at all.

#include <filesystem>
#include <string_view>

namespace spires {

/// Errors: UserError 73 when the file cannot be created, 74 when it cannot be written whole.
void write_text(const std::filesystem::path& file, std::string_view text);

}  // namespace spires
