#include "scenario/read_effect.hpp"

#include "scenario/consistency.hpp"
#include "scenario/read_value.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace spires {

namespace {

constexpr Range fifty_years{0, 50}, lasting{0, 200, true};

/// The kind of change that is named, if it is exactly one.
std::optional<Change> kind_of(TableReader& table, Reading& reading) {
    std::vector<Change> named;
    for (std::size_t i = 0; i < change_names.size(); ++i)
        if (table.take(change_names[i]) != nullptr) named.push_back(static_cast<Change>(i));
    if (named.size() == 1) return named.front();
    if (named.empty() && table.is_table())
        reading.problem(table.where(), fmt::format("'change' has no size; give one of {}", fmt::join(change_names, ", ")));
    if (named.size() > 1)
        reading.problem(table.take(name_of(named[1]))->where,
                        fmt::format("'change' has both '{}' and '{}'; give one, and another effect for the other",
                                    name_of(named[0]), name_of(named[1])));
    return std::nullopt;
}

/// The range of a size; a kind that the lever does not take is a problem. Without a lever any size goes.
Range range_of(const LeverDescription* lever, Change change, Position where, Reading& reading) {
    const Range any = is_ratio(change) ? Range{0, 1000, true} : Range{};
    if (lever == nullptr) return any;
    if (const auto* permitted = lever->permitted(change)) return {permitted->low, permitted->high};
    std::vector<std::string_view> names;
    for (const auto& taken : lever->changes) names.push_back(name_of(taken.change));
    reading.problem(where, fmt::format("the lever '{}' does not take '{}'; it takes {}", lever->name, name_of(change),
                                       fmt::join(names, ", ")));
    return any;
}

void read_change(const TomlNode& node, const LeverDescription* lever, const Eligibility& eligible, Effect& effect,
                 Reading& reading) {
    TableReader table(node, "change", change_keys, reading);
    const auto kind = kind_of(table, reading);
    const TomlNode* sd = table.take("sd");
    table.refuse_the_rest();
    if (!kind) return;
    const std::string_view name = name_of(*kind);
    const TomlNode& size = *node.find(name);
    const auto read = read_value(size, name, range_of(lever, *kind, size.where, reading), value_keys, reading);
    refuse_gaps(read, name, eligible, reading);
    effect.change = *kind;
    effect.size = read.value;
    if (sd == nullptr) return;
    if (size.find("sd") != nullptr) reading.problem(sd->where, "'sd' stands twice in this change; keep one");
    effect.size.sd = number_of(*sd, "sd", {0}, reading).value_or(0);
}

void read_half_life(const TomlNode& node, Effect& effect, Reading& reading) {
    if (node.kind == TomlNode::Kind::text && node.text == "none") return;
    if (node.kind == TomlNode::Kind::text) {
        reading.problem(node.where, fmt::format("'half_life' must be a number of years or \"none\", found '{}'", node.text));
        return;
    }
    effect.half_life = number_of(node, "half_life", lasting, reading).value_or(effect.half_life);
}

}  // namespace

Effect read_effect(const TomlNode& node, const Eligibility& eligible, Reading& reading) {
    Effect effect;
    TableReader table(node, "effect", effect_keys, reading);
    const LeverDescription* lever = nullptr;
    if (const TomlNode* name = table.require("lever", "name what moves; `spires list levers` shows all"))
        if (const auto index = word_of(*name, "lever", reading.context.levers.names(), reading)) {
            effect.lever = *index;
            lever = &reading.context.levers[*index];
        }
    if (const TomlNode* change = table.require("change", "say how much, as in change = { add = 45, sd = 12 }")) {
        read_change(*change, lever, eligible, effect, reading);
        if (lever != nullptr) refuse_wide_effect(effect, change->where, reading);
    }
    if (const TomlNode* onset = table.take("onset"))
        effect.onset = number_of(*onset, "onset", fifty_years, reading).value_or(0);
    const TomlNode* half_life =
        table.require("half_life", "give the years until half the effect is left, or \"none\" for one that stays");
    if (half_life != nullptr) read_half_life(*half_life, effect, reading);
    const bool stays = half_life != nullptr && half_life->kind == TomlNode::Kind::text;
    const TomlNode* evidence = table.require(
        "evidence", stays ? "an effect that stays (half_life = \"none\") needs a key of sources.toml that says so"
                          : "name the key of sources.toml this effect rests on");
    if (evidence != nullptr) effect.evidence = read_evidence(*evidence, reading);
    table.refuse_the_rest();
    return effect;
}

}  // namespace spires
