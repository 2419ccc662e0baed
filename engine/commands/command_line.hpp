#pragma once
// What the commands share on the command line: help, the folder of inputs, errors of usage.

#include <boost/program_options.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace spires {

namespace options = boost::program_options;

inline constexpr const char* default_inputs = "inputs/coventry";
inline constexpr const char* default_years = "2022:2043";

/// How a command presents itself.
struct CommandText {
    std::string name, usage, purpose, example;
};

/// Parses the words after the command's name; words without dashes go to `positional` (a list of
/// texts). Prints the help and returns nothing when it was asked for. UserError (64) for wrong usage.
[[nodiscard]] std::optional<options::variables_map> parse_command_line(
    const std::vector<std::string>& words, const CommandText& command,
    const options::options_description& known, const std::string& positional = {});

/// A seed from 0 to 2^64 - 1; read as text, because Boost would take -1 for a very large one. UserError (64).
[[nodiscard]] std::uint64_t parse_seed(const std::string& text, const std::string& command);

/// "2022:2043" as first and last year. UserError (64) when it is neither that nor in order.
[[nodiscard]] std::pair<int, int> parse_years(const std::string& text);

/// Makes the folder a file goes to, so that what cannot be written is told before it is worked out.
/// UserError (73) when there can be no such folder, or the file's own name is a folder's.
std::filesystem::path output_folder(const std::filesystem::path& output);

}  // namespace spires
