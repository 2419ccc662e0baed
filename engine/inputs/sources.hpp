#pragma once
// What can be cited: the `[source.<key>]` tables of `sources.toml`.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// A publication that a table, a parameter or an effect rests on.
struct Source {
    std::string key, title, publisher, year;
};

/// All sources in the order of the file; a UserError: 66 without the file, 65 for wrong TOML.
[[nodiscard]] std::vector<Source> read_sources(const std::filesystem::path& inputs);
[[nodiscard]] std::vector<std::string> source_keys(const std::vector<Source>& sources);
/// Fails when a table of effects or the parameters name a source that `sources.toml` lacks; the error names every line.
void refuse_unknown_sources(const std::filesystem::path& inputs);
/// The source of a key, or null.
[[nodiscard]] const Source* find_source(const std::vector<Source>& sources, std::string_view key);

}  // namespace spires
