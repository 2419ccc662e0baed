#pragma once
// Every key of a scenario file, once: the readers, the suggestions and the JSON Schema use these lines.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// One key. `type` names a definition of the JSON Schema: one of the tables below or a plain type.
struct Key {
    std::string_view name, type, description;
    bool required = false;
};

/// The keys of one kind of table.
struct KeyTable {
    std::string_view type;
    std::span<const Key> keys;
};

inline constexpr std::array scenario_lines{
    Key{"name", "text", "what the scenario is called in tables; the file's name when left out"},
    Key{"description", "text", "one or two sentences"},
    Key{"ambition", "ambition", "ambition of the Health and Wellbeing Strategy it serves"},
    Key{"pillars", "pillars", "pillars of the population health framework it belongs to"},
    Key{"priority", "priorities", "priority of the strategy it serves, or a list of them"},
    Key{"base", "text", "another scenario file to start from; own interventions take the place of those with the same id"},
    Key{"include", "texts", "scenario files whose interventions are added"},
    Key{"assumptions", "assumptions", "trends and shocks of the whole city: factors by year, of a trend or of a lever for everybody"},
    Key{"intervention", "interventions", "the interventions, each under [[intervention]]"},
};
inline constexpr std::array intervention_lines{
    Key{"id", "id", "the same id has the same luck in every file", true},
    Key{"name", "text", "what it is called in explanations; the id when left out"},
    Key{"years", "years", "first and last year, inclusive; year y runs from mid-y to mid-y+1", true},
    Key{"eligible", "eligible", "who may be offered it: every condition must hold; everyone when left out"},
    Key{"reach", "sourced_share", "share of the eligible not yet offered it who are offered it, a year", true},
    Key{"repeat", "repeat", "\"once\" offers it to a person once, \"yearly\" every year"},
    Key{"uptake", "sourced_share", "share of those offered it who take part", true},
    Key{"places", "count", "places a year; no limit when left out"},
    Key{"cost", "cost", "what it costs, in pounds"},
    Key{"effect", "effects", "what it does to participants, each under [[intervention.effect]]"},
};
inline constexpr std::array effect_lines{
    Key{"lever", "lever", "the quantity that moves; `spires list levers` shows all", true},
    Key{"change", "change", "kind and size of the change", true},
    Key{"onset", "years_from_0", "years to full effect, linear; 0 when left out"},
    Key{"half_life", "half_life", "years after onset until half is left, or \"none\" for an effect that stays", true},
    Key{"evidence", "evidence", "key of sources.toml", true},
    Key{"standing", "standing", "published, fitted or assumed: how the figure stands to the evidence; assumed when left out"},
};
inline constexpr std::array change_lines{
    Key{"add", "quantity", "added to the quantity, in its unit"},
    Key{"multiply", "ratio", "factor of the quantity"},
    Key{"odds_ratio", "ratio", "factor of the odds"},
    Key{"rate_ratio", "ratio", "factor of the rate"},
    Key{"set", "quantity", "the quantity itself, in its unit"},
    Key{"sd", "spread", "standard deviation of the size; of a ratio, on its natural logarithm"},
};
inline constexpr std::array cost_lines{
    Key{"per_participant", "money", "pounds for each participant, in the year of joining"},
    Key{"fixed_per_year", "money", "pounds for each year it runs"},
    Key{"price_year", "price_year", "year whose prices these are; 2022 when left out"},
    Key{"evidence", "evidence", "key of sources.toml"},
    Key{"standing", "standing", "published, fitted or assumed: how the figure stands to the evidence; assumed when left out"},
};
inline constexpr std::array eligible_lines{
    Key{"age", "age_range", "completed years at mid-year, inclusive"},
    Key{"sex", "sexes", "female or male"},
    Key{"imd_decile", "deciles", "national deciles of deprivation, 1 = most deprived; a list or a range"},
    Key{"ward", "wards", "wards by name or GSS code"},
    Key{"ethnic_group", "ethnic_groups", "census groups"},
    Key{"activity", "activity_groups", "under 30, 30 to 149, 150 and more minutes a week"},
    Key{"smoking", "smoking_states", "never, current or ex"},
    Key{"economic_status", "economic_statuses", "work, study or neither"},
    Key{"qualification", "qualifications", "highest qualification"},
    Key{"tenure", "tenures", "tenure of private households"},
    Key{"conditions", "conditions", "has any of these long-term conditions"},
    Key{"lonely", "boolean", "lonely often or always"},
    Key{"disabled", "boolean", "disabled under the Equality Act"},
    Key{"poverty", "boolean", "household below the poverty line after housing costs"},
    Key{"cold_home", "boolean", "fuel-poor household that cannot keep its home warm"},
    Key{"temporary_accommodation", "boolean", "household in temporary accommodation"},
    Key{"body_mass_index", "from", "kg/m², from"},
};
inline constexpr std::array value_lines{
    Key{"mean", "any_number", "one value for all"},
    Key{"by_imd_decile", "by_imd_decile", "a value for each decile, 1 = most deprived"},
    Key{"by_age", "by_age", "a value from each age on"},
    Key{"by_ward", "by_ward", "a value for each ward, by name or GSS code"},
    Key{"sd", "spread", "standard deviation; of a ratio, on its natural logarithm"},
    Key{"evidence", "evidence", "key of sources.toml"},
    Key{"standing", "standing", "published, fitted or assumed: how the figure stands to the evidence; assumed when left out"},
};
inline constexpr std::array assumption_lines{
    Key{"factor", "any_number", "one factor for all years"},
    Key{"by_year", "by_year", "factors by year: straight lines between them, 1 before the first, the last one after it"},
    Key{"evidence", "evidence", "key of sources.toml"},
    Key{"standing", "standing", "published, fitted or assumed: how the figure stands to the evidence; assumed when left out"},
};
inline constexpr std::array range_lines{
    Key{"from", "any_number", "first, inclusive"},
    Key{"to", "any_number", "last, inclusive"},
};

inline constexpr KeyTable scenario_keys{"scenario", scenario_lines};
inline constexpr KeyTable intervention_keys{"intervention", intervention_lines};
inline constexpr KeyTable effect_keys{"effect", effect_lines};
inline constexpr KeyTable change_keys{"change", change_lines};
inline constexpr KeyTable cost_keys{"cost", cost_lines};
inline constexpr KeyTable eligible_keys{"eligible", eligible_lines};
inline constexpr KeyTable sourced_value_keys{"sourced_value", value_lines};
/// The same without `evidence` and `standing`, for values whose table names them once for all.
inline constexpr KeyTable value_keys{"value", std::span<const Key>(value_lines).first(value_lines.size() - 2)};
inline constexpr KeyTable assumption_keys{"assumption", assumption_lines};
inline constexpr KeyTable range_keys{"range", range_lines};
inline constexpr KeyTable from_keys{"from", std::span<const Key>(range_lines).first(1)};

[[nodiscard]] inline std::vector<std::string> names_of(const KeyTable& table) {
    std::vector<std::string> names;
    for (const auto& key : table.keys) names.emplace_back(key.name);
    return names;
}

}  // namespace spires
