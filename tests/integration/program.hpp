#pragma once
// The program as a user meets it: words in, exit code and two streams out.

#include "support/scratch_folder.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires::testing {

struct Outcome {
    int code = 0;           ///< as a shell shows it: 128 + n when signal n ended the program
    std::string out, err;   ///< standard output, standard error

    [[nodiscard]] std::vector<std::string> error_lines() const;
};

/// Runs the program in the source folder; `words` as a shell takes them, `before` in front of its name.
[[nodiscard]] Outcome spires(const std::string& words, const std::string& before = {});

void write_file(const std::filesystem::path& file, const std::string& text);
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
/// Names of all files in a folder, sorted.
[[nodiscard]] std::vector<std::string> files_in(const std::filesystem::path& folder);
/// A copy of the city's tables that a test may spoil.
void copy_inputs(const std::filesystem::path& to);

/// A scenario without a fault for the years 2022 and 2023.
[[nodiscard]] std::string sound_scenario();
/// The same with the first `old` replaced.
[[nodiscard]] std::string sound_but(const std::string& old, const std::string& replacement);

}  // namespace spires::testing
