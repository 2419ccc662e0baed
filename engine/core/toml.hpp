#pragma once
// A TOML file as a light tree that knows where each key and value stands. toml++ itself is slow to
// compile, so one file includes it and everyone else reads this tree.

#include "core/error.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// Line and column in a file, from 1.
struct Position {
    std::size_t line = 0, column = 0;
    friend auto operator<=>(const Position&, const Position&) = default;
};

struct TomlEntry;

/// One value of a TOML file.
struct TomlNode {
    enum class Kind : std::uint8_t { text, whole_number, number, boolean, list, table, moment };
    Kind kind = Kind::table;
    Position where;
    std::string text;
    double number = 0;  ///< of whole numbers too
    std::int64_t whole = 0;
    bool boolean = false;
    std::vector<TomlNode> items;     ///< of a list
    std::vector<TomlEntry> entries;  ///< of a table, in the order of the file

    [[nodiscard]] bool is_number() const noexcept { return kind == Kind::number || kind == Kind::whole_number; }
    [[nodiscard]] const TomlNode* find(std::string_view key) const;
};

/// A key and its value.
struct TomlEntry {
    std::string key;
    Position where;  ///< of the key
    TomlNode value;
};

/// The kind of a value in words, for "found …".
[[nodiscard]] std::string_view in_words(TomlNode::Kind kind);

/// The whole text of a file; a UserError (66) when it cannot be read.
[[nodiscard]] std::string read_text(const std::filesystem::path& file);

/// The tree of a TOML text, or nothing and one problem: the first error of syntax.
[[nodiscard]] std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file,
                                                 Problems& problems);

/// Reads a file; throws a UserError: 66 when it is missing, 65 at the first error of syntax.
[[nodiscard]] TomlNode read_toml(const std::filesystem::path& file);

}  // namespace spires
