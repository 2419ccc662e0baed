#include "core/toml.hpp"

// Without exceptions a failed parse is a value, so that only main.cpp needs to catch.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace spires {

namespace {

Position position(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

TomlNode convert(const toml::node& node);

void convert_entries(const toml::table& table, TomlNode& result) {
    for (const auto& [key, value] : table)
        result.entries.push_back({std::string(key.str()), position(key.source()), convert(value)});
    // toml++ sorts by name; a reader of messages expects the order of the file.
    std::ranges::stable_sort(result.entries, {}, &TomlEntry::where);
}

TomlNode convert(const toml::node& node) {
    TomlNode result;
    result.where = position(node.source());
    if (const auto* table = node.as_table()) {
        convert_entries(*table, result);
    } else if (const auto* list = node.as_array()) {
        result.kind = TomlNode::Kind::list;
        for (const auto& item : *list) result.items.push_back(convert(item));
    } else if (const auto* text = node.as_string()) {
        result.kind = TomlNode::Kind::text;
        result.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        result.kind = TomlNode::Kind::whole_number;
        result.whole = whole->get();
        result.number = static_cast<double>(result.whole);
    } else if (const auto* number = node.as_floating_point()) {
        result.kind = TomlNode::Kind::number;
        result.number = number->get();
    } else if (const auto* boolean = node.as_boolean()) {
        result.kind = TomlNode::Kind::boolean;
        result.boolean = boolean->get();
    } else {
        result.kind = TomlNode::Kind::moment;
    }
    return result;
}

}  // namespace

const TomlNode* TomlNode::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &found->value;
}

std::string_view in_words(TomlNode::Kind kind) {
    static constexpr std::array<std::string_view, 7> words{
        "text", "a whole number", "a number", "true or false", "a list", "a table", "a date or time"};
    return words[static_cast<std::size_t>(kind)];
}

std::string read_text(const std::filesystem::path& file) {
    std::error_code ignored;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file, ignored))
        throw UserError(Exit::input_missing,
                        fmt::format("{}: error: cannot read this file; is the path right?", file.string()));
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::optional<TomlNode> parse_toml(std::string_view text, const std::string& file, Problems& problems) {
    const toml::parse_result parsed = toml::parse(text, file);
    if (parsed) return convert(parsed.table());
    const auto& error = parsed.error();
    const Position at = position(error.source());
    problems.add({file, at.line, at.column}, std::string(error.description()));
    return std::nullopt;
}

TomlNode read_toml(const std::filesystem::path& file) {
    Problems problems;
    auto tree = parse_toml(read_text(file), file.string(), problems);
    problems.throw_if_any();
    return std::move(*tree);
}

}  // namespace spires
