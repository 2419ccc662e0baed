#include "scenario/toml_reader.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

std::string in_words(const Range& range) {
    if (std::isinf(range.low) && std::isinf(range.high)) return "";
    if (std::isinf(range.high)) return fmt::format(" {} {}", range.above_low ? "above" : "of at least", range.low);
    if (range.above_low) return fmt::format(" above {} and up to {}", range.low, range.high);
    return fmt::format(" between {} and {}", range.low, range.high);
}

/// What stands in the file, shortly: numbers and words as they are, the rest by kind.
std::string found(const TomlNode& node) {
    if (node.kind == TomlNode::Kind::whole_number) return fmt::format("{}", node.whole);
    if (node.kind == TomlNode::Kind::number) return fmt::format("{}", node.number);
    if (node.kind == TomlNode::Kind::text) return fmt::format("text '{}'", node.text);
    return std::string(in_words(node.kind));
}

void wrong(const TomlNode& node, std::string_view what, const std::string& wanted, Reading& reading) {
    reading.problem(node.where, fmt::format("'{}' must be {}, found {}", what, wanted, found(node)));
}

}  // namespace

void Reading::pour_into(Problems& problems) {
    std::ranges::stable_sort(found_, {}, [](const auto& problem) { return problem.first; });
    for (const auto& [where, message] : found_) problems.add(location(where), message);
    found_.clear();
}

std::optional<double> number_of(const TomlNode& node, std::string_view what, Range range, Reading& reading) {
    if (node.is_number() && range.holds(node.number)) return node.number;
    wrong(node, what, "a number" + in_words(range), reading);
    return std::nullopt;
}

std::optional<int> whole_of(const TomlNode& node, std::string_view what, Range range, Reading& reading) {
    if (node.kind == TomlNode::Kind::whole_number && range.holds(node.number)) return static_cast<int>(node.whole);
    wrong(node, what, "a whole number" + in_words(range), reading);
    return std::nullopt;
}

std::optional<bool> boolean_of(const TomlNode& node, std::string_view what, Reading& reading) {
    if (node.kind == TomlNode::Kind::boolean) return node.boolean;
    wrong(node, what, "true or false", reading);
    return std::nullopt;
}

std::optional<std::string> text_of(const TomlNode& node, std::string_view what, Reading& reading) {
    if (node.kind == TomlNode::Kind::text) return node.text;
    wrong(node, what, "text in quotes", reading);
    return std::nullopt;
}

std::optional<std::size_t> word_of(const TomlNode& node, std::string_view what,
                                   std::span<const std::string> known, Reading& reading) {
    if (node.kind != TomlNode::Kind::text) {
        wrong(node, what, "a word in quotes", reading);
        return std::nullopt;
    }
    const auto found = std::ranges::find(known, node.text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    // A short list of words is shown whole; of a long one only the nearest helps.
    std::string help = suggestion(node.text, known);
    if (known.size() <= 6) help += fmt::format("{} known: {}", help.empty() ? ";" : "", fmt::join(known, ", "));
    if (help.empty()) help = "; `spires list` shows what can be named";
    reading.problem(node.where, fmt::format("unknown {} '{}'{}", what, node.text, help));
    return std::nullopt;
}

std::span<const TomlNode> one_or_more(const TomlNode& node) {
    if (node.kind == TomlNode::Kind::list) return node.items;
    return {&node, 1};
}

std::vector<std::size_t> words_of(const TomlNode& node, std::string_view what,
                                  std::span<const std::string> known, Reading& reading) {
    std::vector<std::size_t> indices;
    for (const auto& item : one_or_more(node))
        if (const auto index = word_of(item, what, known, reading)) indices.push_back(*index);
    if (one_or_more(node).empty())
        reading.problem(node.where, fmt::format("'{}' is an empty list; name at least one, or leave the key out", what));
    return indices;
}

std::vector<const TomlNode*> tables_of(const TomlNode& node, std::string_view what, Reading& reading) {
    std::vector<const TomlNode*> tables;
    if (node.kind != TomlNode::Kind::list)
        reading.problem(node.where, fmt::format("write [[{0}]] with two brackets, once for each {0}", what));
    else
        for (const auto& item : node.items) tables.push_back(&item);
    return tables;
}

TableReader::TableReader(const TomlNode& node, std::string_view what, const KeyTable& keys, Reading& reading)
    : node_(node), keys_(keys), reading_(reading), is_table_(node.kind == TomlNode::Kind::table) {
    if (!is_table_) wrong(node, what, fmt::format("a table {{ {} = … }}", keys.keys.front().name), reading);
}

const TomlNode* TableReader::take(std::string_view key) {
    taken_.insert(key);
    return node_.find(key);
}

const TomlNode* TableReader::require(std::string_view key, std::string_view way_out) {
    const TomlNode* node = take(key);
    if (node == nullptr && is_table_)
        reading_.problem(node_.where, fmt::format("'{}' is missing; {}", key, way_out));
    return node;
}

void TableReader::refuse_the_rest() {
    const auto known = names_of(keys_);
    for (const auto& entry : node_.entries)
        if (!taken_.contains(entry.key))
            reading_.problem(entry.where, fmt::format("unknown key '{}'{}", entry.key, suggestion(entry.key, known)));
}

}  // namespace spires
