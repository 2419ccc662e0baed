#pragma once
// Typed reading of a TOML tree: wrong types, values out of range and unknown keys become problems
// with their place in the file, and reading goes on, so that a user sees all of them at once.

#include "core/toml.hpp"
#include "scenario/context.hpp"
#include "scenario/keys.hpp"

#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// One file being read: what it may name, and what is wrong with it so far.
class Reading {
public:
    Reading(std::string file, const ScenarioContext& names) : context(names), file_(std::move(file)) {}
    void problem(Position where, std::string message) { found_.emplace_back(where, std::move(message)); }
    [[nodiscard]] std::size_t problems() const noexcept { return found_.size(); }
    /// Hands over what was found, in the order of the file.
    void pour_into(Problems& problems);
    [[nodiscard]] Location location(Position where) const { return {file_, where.line, where.column}; }

    const ScenarioContext& context;

private:
    std::string file_;
    std::vector<std::pair<Position, std::string>> found_;
};

/// The numbers a key accepts.
struct Range {
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    bool above_low = false;  ///< low itself is left out

    [[nodiscard]] bool holds(double x) const noexcept { return (above_low ? x > low : x >= low) && x <= high; }
};
inline constexpr Range share_range{0, 1};

/// The value of a node as one type; `what` is its key in messages.
[[nodiscard]] std::optional<double> number_of(const TomlNode& node, std::string_view what, Range range, Reading& reading);
[[nodiscard]] std::optional<int> whole_of(const TomlNode& node, std::string_view what, Range range, Reading& reading);
[[nodiscard]] std::optional<bool> boolean_of(const TomlNode& node, std::string_view what, Reading& reading);
[[nodiscard]] std::optional<std::string> text_of(const TomlNode& node, std::string_view what, Reading& reading);
/// The index of a word among those known.
[[nodiscard]] std::optional<std::size_t> word_of(const TomlNode& node, std::string_view what,
                                                 std::span<const std::string> known, Reading& reading);
/// The indices of one word or of a list of them; a list must not be empty.
[[nodiscard]] std::vector<std::size_t> words_of(const TomlNode& node, std::string_view what,
                                                std::span<const std::string> known, Reading& reading);
/// The nodes of a list, or the node itself where one item may stand without brackets.
[[nodiscard]] std::span<const TomlNode> one_or_more(const TomlNode& node);
/// The tables of `[[…]]`; a problem for anything else.
[[nodiscard]] std::vector<const TomlNode*> tables_of(const TomlNode& node, std::string_view what, Reading& reading);

/// One table: hands out its keys, remembers which were asked for, and refuses the rest.
class TableReader {
public:
    /// A node that is no table is a problem, and reads as an empty one.
    TableReader(const TomlNode& node, std::string_view what, const KeyTable& keys, Reading& reading);
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    [[nodiscard]] bool is_table() const noexcept { return is_table_; }
    [[nodiscard]] Position where() const noexcept { return node_.where; }
    /// The value of a key, or null.
    [[nodiscard]] const TomlNode* take(std::string_view key);
    /// The value of a key that must be there; without it null and a problem that says what to do.
    [[nodiscard]] const TomlNode* require(std::string_view key, std::string_view way_out);
    /// Reports every key that was not taken, with the nearest known one.
    void refuse_the_rest();

private:
    const TomlNode& node_;
    const KeyTable& keys_;
    Reading& reading_;
    bool is_table_;
    std::set<std::string_view> taken_;
};

}  // namespace spires
