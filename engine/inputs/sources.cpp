#include "inputs/sources.hpp"

#include "core/toml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spires {

namespace {

/// Text or a whole number (a year may be written either way); empty when not given.
std::string word_of(const TomlNode& table, std::string_view key) {
    const TomlNode* node = table.find(key);
    if (node == nullptr) return {};
    return node->kind == TomlNode::Kind::whole_number ? fmt::format("{}", node->whole) : node->text;
}

}  // namespace

std::vector<Source> read_sources(const std::filesystem::path& inputs) {
    const TomlNode file = read_toml(inputs / "sources.toml");
    std::vector<Source> sources;
    if (const TomlNode* tables = file.find("source"))
        for (const auto& [key, where, table] : tables->entries)
            sources.push_back({key, word_of(table, "title"), word_of(table, "publisher"), word_of(table, "year")});
    return sources;
}

std::vector<std::string> source_keys(const std::vector<Source>& sources) {
    std::vector<std::string> keys;
    for (const auto& source : sources) keys.push_back(source.key);
    return keys;
}

const Source* find_source(const std::vector<Source>& sources, std::string_view key) {
    const auto found = std::ranges::find(sources, key, &Source::key);
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace spires
