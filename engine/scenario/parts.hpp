#pragma once
// What a scenario takes from other files: `base` starts from one, `include` adds the programmes of some.

#include "scenario/scenario.hpp"
#include "scenario/toml_reader.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// One intervention with the lines of the file that describe it.
struct Part {
    Intervention intervention;
    std::string text;
};
using Parts = std::vector<Part>;

/// The files being read: the first is the user's, each further one is named by the one before it.
using ReadingChain = std::vector<std::filesystem::path>;

/// What one file hands to the file that names it.
struct PartsOfFile {
    Parts parts;
    Assumptions assumptions;
};

/// Reads another file; its problems go where those of the first file go.
using ReadParts = std::function<PartsOfFile(const std::filesystem::path& file, const ReadingChain& chain)>;

/// Lines `from` to `to` of a text, both counted from 1 and inclusive.
[[nodiscard]] std::string lines_of(std::string_view text, std::size_t from, std::size_t to);

/// Takes `base` and `include` of the last file in the chain and joins what they name to its own parts: first the base,
/// whose interventions give way to own ones of the same id, then own ones, then the included. `assumptions`, the file's
/// own, start from those of `base`; included files give programmes only. Circles, missing files and two different
/// interventions of one id are problems.
[[nodiscard]] Parts join_parts(TableReader& table, Parts own, Assumptions& assumptions, const ReadingChain& chain, const ReadParts& read, Reading& reading);

/// One text that says the same without naming another file: the heading of the user's file, its assumptions, then every part.
[[nodiscard]] std::string text_of_parts(std::string_view text, const TomlNode& tree, const Assumptions& assumptions, const Parts& parts);

}  // namespace spires
