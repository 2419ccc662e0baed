#include "scenario/parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace spires {

namespace {

namespace fs = std::filesystem;

/// "a.toml -> b.toml -> a.toml".
std::string in_words(const ReadingChain& chain, const fs::path& again) {
    std::vector<std::string> names;
    for (const auto& file : chain) names.push_back(file.filename().string());
    names.push_back(again.filename().string());
    return fmt::format("{}", fmt::join(names, " -> "));
}

/// What the file that a node names hands over, or nothing and a problem.
PartsOfFile parts_of(const TomlNode& node, std::string_view key, const ReadingChain& chain, const ReadParts& read, Reading& reading) {
    const auto named = text_of(node, key, reading);
    if (!named) return {};
    const fs::path file = (chain.back().parent_path() / *named).lexically_normal();
    if (std::ranges::find(chain, fs::weakly_canonical(file), [](const fs::path& one) { return fs::weakly_canonical(one); }) != chain.end()) {
        reading.problem(node.where, fmt::format("'{}' goes in a circle: {}; take one of them out", key, in_words(chain, file)));
        return {};
    }
    if (!fs::is_regular_file(file)) {
        reading.problem(node.where, fmt::format("'{}' names {}, which is not there; paths count from the folder of this file", key, *named));
        return {};
    }
    return read(file, chain);
}

const Part* with_id(const Parts& parts, const std::string& id) {
    const auto found = std::ranges::find(parts, id, [](const Part& part) { return part.intervention.id; });
    return found == parts.end() ? nullptr : &*found;
}

/// Adds included parts; the same one twice is one, two of the same id are a problem.
void add_parts(Parts& all, Parts more, const TomlNode& node, Reading& reading) {
    for (auto& part : more) {
        const Part* same = with_id(all, part.intervention.id);
        if (same == nullptr) {
            all.push_back(std::move(part));
        } else if (same->intervention.where.file != part.intervention.where.file || same->intervention.where.line != part.intervention.where.line) {
            reading.problem(node.where, fmt::format("the id '{}' stands in {} and in {}; one id is one intervention, so rename one",
                                                    part.intervention.id, to_string(same->intervention.where), to_string(part.intervention.where)));
        }
    }
}

/// Last line of a heading entry: up to the next entry, or to the end of the heading.
std::size_t last_line(const TomlNode& tree, const TomlEntry& entry, std::size_t heading_end) {
    std::size_t last = heading_end;
    for (const auto& other : tree.entries)
        if (other.where.line > entry.where.line) last = std::min(last, other.where.line - 1);
    return last;
}

std::size_t first_table_line(const TomlNode& tree) {
    std::size_t first = std::string::npos;
    if (const TomlNode* interventions = tree.find("intervention"))
        for (const auto& item : one_or_more(*interventions)) first = std::min(first, item.where.line);
    return first;
}

}  // namespace

std::string lines_of(std::string_view text, std::size_t from, std::size_t to) {
    std::string kept;
    for (std::size_t line = 1; !text.empty() && line <= to; ++line) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        if (line >= from) kept += text.substr(0, end);
        text.remove_prefix(end);
    }
    if (!kept.empty() && kept.back() != '\n') kept += '\n';
    return kept;
}

Parts join_parts(TableReader& table, Parts own, Assumptions& assumptions, const ReadingChain& chain, const ReadParts& read, Reading& reading) {
    Parts all;
    if (const TomlNode* base = table.take("base")) {
        auto of_base = parts_of(*base, "base", chain, read, reading);
        assumptions.start_from(of_base.assumptions);
        for (auto& part : of_base.parts)
            if (with_id(own, part.intervention.id) == nullptr) all.push_back(std::move(part));
    }
    for (auto& part : own) all.push_back(std::move(part));
    if (const TomlNode* include = table.take("include"))
        for (const auto& node : one_or_more(*include)) add_parts(all, parts_of(node, "include", chain, read, reading).parts, node, reading);
    return all;
}

std::string text_of_parts(std::string_view text, const TomlNode& tree, const Assumptions& assumptions, const Parts& parts) {
    const std::size_t tables = first_table_line(tree);
    const std::size_t heading_end = tables == std::string::npos ? static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1 : tables - 1;
    std::string whole;
    std::size_t next = 1;
    for (const auto& entry : tree.entries) {
        if (entry.key != "base" && entry.key != "include" && entry.key != "assumptions") continue;
        whole += lines_of(text, next, entry.where.line - 1);
        next = last_line(tree, entry, heading_end) + 1;
    }
    whole += lines_of(text, next, heading_end);
    if (!assumptions.empty()) whole += (whole.ends_with("\n\n") ? "" : "\n") + assumptions.text();
    for (const auto& part : parts) whole += (whole.ends_with("\n\n") ? "" : "\n") + part.text;
    return whole;
}

}  // namespace spires
