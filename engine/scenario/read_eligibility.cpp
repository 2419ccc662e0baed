#include "scenario/read_eligibility.hpp"

#include "scenario/words.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

/// One bit for each word named, modulo the number of categories (wards have two words each).
CategoryMask mask_of(const TomlNode& node, std::string_view what, std::span<const std::string> known,
                     std::size_t categories, Reading& reading) {
    CategoryMask mask = 0;
    for (const std::size_t index : words_of(node, what, known, reading)) mask |= CategoryMask{1} << (index % categories);
    return mask;
}

void take_mask(TableReader& table, std::string_view key, std::span<const std::string_view> words,
               CategoryMask& mask, Reading& reading) {
    if (const TomlNode* node = table.take(key)) mask = mask_of(*node, key, texts(words), words.size(), reading);
}

CategoryMask read_deciles(const TomlNode& node, Reading& reading) {
    CategoryMask mask = 0;
    if (node.kind == TomlNode::Kind::table) {
        const auto [from, to] = read_range(node, "imd_decile", {1, static_cast<int>(deciles)}, reading);
        for (int decile = from; decile <= to; ++decile) mask |= CategoryMask{1} << static_cast<unsigned>(decile - 1);
        return mask;
    }
    for (const auto& item : one_or_more(node))
        if (const auto decile = whole_of(item, "imd_decile", {1, deciles}, reading))
            mask |= CategoryMask{1} << static_cast<unsigned>(*decile - 1);
    if (one_or_more(node).empty())
        reading.problem(node.where, "'imd_decile' is an empty list; name at least one, or leave the key out");
    return mask;
}

double read_from(const TomlNode& node, std::string_view what, Range range, Reading& reading) {
    TableReader table(node, what, from_keys, reading);
    double from = range.low;
    if (const TomlNode* value = table.require("from", "write { from = … }"))
        from = number_of(*value, fmt::format("{}.from", what), range, reading).value_or(from);
    table.refuse_the_rest();
    return from;
}

void take_flag(TableReader& table, std::string_view key, std::optional<bool>& flag, Reading& reading) {
    if (const TomlNode* node = table.take(key)) flag = boolean_of(*node, key, reading);
}

void read_place_and_age(TableReader& table, Eligibility& eligible, Reading& reading) {
    if (const TomlNode* node = table.take("age")) {
        const auto [from, to] = read_range(*node, "age", {0, oldest_eligible_age}, reading);
        eligible.age_from = from;
        eligible.age_to = to;
    }
    if (const TomlNode* node = table.take("imd_decile")) eligible.decile = read_deciles(*node, reading);
    if (const TomlNode* node = table.take("ward"))
        eligible.ward = mask_of(*node, "ward", ward_words(reading.context.places),
                                reading.context.places.wards.size(), reading);
}

}  // namespace

WholeRange read_range(const TomlNode& node, std::string_view what, WholeRange whole, Reading& reading) {
    TableReader table(node, what, range_keys, reading);
    WholeRange read = whole;
    const Range limits{static_cast<double>(whole.from), static_cast<double>(whole.to)};
    const TomlNode* from = table.take("from");
    const TomlNode* to = table.take("to");
    if (from != nullptr) read.from = whole_of(*from, fmt::format("{}.from", what), limits, reading).value_or(whole.from);
    if (to != nullptr) read.to = whole_of(*to, fmt::format("{}.to", what), limits, reading).value_or(whole.to);
    if (read.from > read.to && from != nullptr)
        reading.problem(from->where, fmt::format("'{}' runs backwards, from {} to {}; swap the two", what, read.from, read.to));
    if (from == nullptr && to == nullptr && table.is_table())
        reading.problem(node.where, fmt::format("'{}' must say 'from', 'to' or both", what));
    table.refuse_the_rest();
    return read;
}

Eligibility read_eligibility(const TomlNode& node, Reading& reading) {
    Eligibility eligible;
    TableReader table(node, "eligible", eligible_keys, reading);
    // Nobody, so that no values are found missing for those who were not meant.
    if (!table.is_table()) {
        eligible.age_from = oldest_eligible_age + 1;
        eligible.decile = 0;
        return eligible;
    }
    read_place_and_age(table, eligible, reading);
    take_mask(table, "sex", sex_names, eligible.sex, reading);
    take_mask(table, "ethnic_group", ethnic_group_names, eligible.ethnic_group, reading);
    take_mask(table, "activity", activity_group_names, eligible.activity, reading);
    take_mask(table, "smoking", smoking_names, eligible.smoking, reading);
    take_mask(table, "economic_status", economic_status_names, eligible.economic_status, reading);
    take_mask(table, "qualification", qualification_names, eligible.qualification, reading);
    take_mask(table, "tenure", tenure_names, eligible.tenure, reading);
    if (const TomlNode* conditions = table.take("conditions"))
        eligible.conditions = mask_of(*conditions, "condition", reading.context.conditions, most_conditions, reading);
    take_flag(table, "lonely", eligible.lonely, reading);
    take_flag(table, "disabled", eligible.disabled, reading);
    take_flag(table, "poverty", eligible.poverty, reading);
    take_flag(table, "cold_home", eligible.cold_home, reading);
    take_flag(table, "temporary_accommodation", eligible.temporary_accommodation, reading);
    if (const TomlNode* from = table.take("body_mass_index"))
        eligible.body_mass_index_from = read_from(*from, "body_mass_index", {10, 80}, reading);
    table.refuse_the_rest();
    return eligible;
}

}  // namespace spires
