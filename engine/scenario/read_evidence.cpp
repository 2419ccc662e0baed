#include "scenario/read_evidence.hpp"

#include "core/text.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace spires {

namespace {

std::string read_source(const TomlNode& node, Reading& reading) {
    const auto key = text_of(node, "evidence", reading);
    if (!key) return {};
    if (std::ranges::find(reading.context.sources, *key) == reading.context.sources.end())
        reading.problem(node.where, fmt::format("unknown evidence '{}'{}{}", *key, suggestion(*key, reading.context.sources),
                                                "; each must be a [source.…] of sources.toml"));
    return *key;
}

}  // namespace

Evidence take_evidence(TableReader& table, Reading& reading, std::string_view way_out) {
    Evidence evidence;
    const TomlNode* source = way_out.empty() ? table.take("evidence") : table.require("evidence", way_out);
    if (source != nullptr) evidence.source = read_source(*source, reading);
    static const std::vector<std::string> known = texts(standing_names);
    if (const TomlNode* standing = table.take("standing"))
        if (const auto index = word_of(*standing, "standing", known, reading)) {
            evidence.standing = static_cast<Standing>(*index);
            if (source == nullptr && way_out.empty() && evidence.standing != Standing::assumed)
                reading.problem(standing->where, fmt::format("'standing' is '{}' but no 'evidence' says where; name the key of sources.toml", known[*index]));
        }
    return evidence;
}

}  // namespace spires
