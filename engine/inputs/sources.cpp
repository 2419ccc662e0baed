#include "inputs/sources.hpp"

#include "core/table.hpp"
#include "core/text.hpp"
#include "core/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace spires {

namespace {

/// Text or a whole number (a year may be written either way); empty when not given.
std::string word_of(const TomlNode& table, std::string_view key) {
    const TomlNode* node = table.find(key);
    if (node == nullptr) return {};
    return node->kind == TomlNode::Kind::whole_number ? fmt::format("{}", node->whole) : node->text;
}

constexpr std::array<std::string_view, 6> tables_that_cite{"cancer_stages.csv", "further_risks.csv", "parameters.csv", "relative_risks.csv", "screening_effects.csv", "service_circumstances.csv"};

void note_unknown(const Table& table, const std::vector<std::string>& keys, Problems& problems) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto key = table.text(row, "source");
        if (!key.empty() && std::ranges::find(keys, key) == keys.end())
            problems.add(table.where(row, "source"), fmt::format("unknown source '{}'{}; give it a [source.{}] in sources.toml", key, suggestion(key, keys), key));
    }
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

void refuse_unknown_sources(const std::filesystem::path& inputs) {
    const auto keys = source_keys(read_sources(inputs));
    Problems problems;
    for (const auto name : tables_that_cite)
        if (std::filesystem::exists(inputs / name)) note_unknown(Table::read(inputs / name, {"source"}), keys, problems);
    problems.throw_if_any();
}

const Source* find_source(const std::vector<Source>& sources, std::string_view key) {
    const auto found = std::ranges::find(sources, key, &Source::key);
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace spires
