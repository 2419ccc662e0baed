#include "scenario/read_value.hpp"

#include "core/text.hpp"
#include "scenario/read_evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace spires {

namespace {

constexpr double not_named = std::numeric_limits<double>::quiet_NaN();
constexpr int oldest_age_in_files = 120;

/// A key that is a whole number in a range, such as a decile or an age.
std::optional<int> whole_key(const TomlEntry& entry, std::string_view what, int low, int high, Reading& reading) {
    int number = 0;
    const char* end = entry.key.data() + entry.key.size();
    const auto [stop, error] = std::from_chars(entry.key.data(), end, number);
    if (error == std::errc{} && stop == end && number >= low && number <= high) return number;
    reading.problem(entry.where, fmt::format("a key of '{}' must be a whole number between {} and {}, found '{}'",
                                             what, low, high, entry.key));
    return std::nullopt;
}

// A wrong number reads as 0, so that it is told once and not again as missing.

void read_by_decile(const TomlNode& node, Range range, Value& value, Reading& reading) {
    value.by_decile.emplace();
    value.by_decile->fill(not_named);
    for (const auto& entry : node.entries) {
        const auto decile = whole_key(entry, "by_imd_decile", 1, static_cast<int>(deciles), reading);
        const auto number = number_of(entry.value, entry.key, range, reading);
        if (decile) (*value.by_decile)[static_cast<std::size_t>(*decile - 1)] = number.value_or(0);
    }
}

void read_by_age(const TomlNode& node, Range range, Value& value, Reading& reading) {
    for (const auto& entry : node.entries) {
        const auto age = whole_key(entry, "by_age", 0, oldest_age_in_files, reading);
        const auto number = number_of(entry.value, entry.key, range, reading);
        if (age) value.by_age.emplace_back(*age, number.value_or(0));
    }
    std::ranges::sort(value.by_age);
}

void read_by_ward(const TomlNode& node, Range range, Value& value, Reading& reading) {
    const auto& wards = reading.context.places.wards;
    const auto known = ward_words(reading.context.places);
    value.by_ward.assign(wards.size(), not_named);
    for (const auto& entry : node.entries) {
        const auto number = number_of(entry.value, entry.key, range, reading);
        const auto found = std::ranges::find(known, entry.key);
        if (found == known.end())
            reading.problem(entry.where, fmt::format("unknown ward '{}'{}", entry.key, suggestion(entry.key, known)));
        else
            value.by_ward[static_cast<std::size_t>(found - known.begin()) % wards.size()] = number.value_or(0);
    }
}

/// The mean of the values a file names: what `Value::at` gives where it names none.
double mean_of_named(const Value& value) {
    const auto named = named_numbers(value);
    return named.empty() ? 0.0 : std::accumulate(named.begin(), named.end(), 0.0) / static_cast<double>(named.size());
}

using ReadBy = void (*)(const TomlNode&, Range, Value&, Reading&);

/// Reads the one of `mean`, `by_imd_decile`, `by_age`, `by_ward` that is there.
void read_numbers(TableReader& table, std::string_view what, Range range, ReadValue& read, Reading& reading) {
    std::string_view given;
    const auto once = [&](std::string_view key) -> const TomlNode* {
        const TomlNode* node = table.take(key);
        if (node == nullptr) return nullptr;
        if (!given.empty()) {
            reading.problem(node->where, fmt::format("'{}' has both '{}' and '{}'; give one of them", what, given, key));
            return nullptr;
        }
        given = key;
        return node;
    };
    if (const TomlNode* mean = once("mean"))
        read.value.mean = number_of(*mean, fmt::format("{}.mean", what), range, reading).value_or(0);
    const auto by = [&](std::string_view key, ReadBy read_by) {
        const TomlNode* node = once(key);
        if (node == nullptr) return;
        read.by = node->where;
        if (node->kind != TomlNode::Kind::table || node->entries.empty())
            reading.problem(node->where, fmt::format("'{}' must be a table with a value for each, found {}", key,
                                                     node->entries.empty() ? "nothing in it" : in_words(node->kind)));
        else
            read_by(*node, range, read.value, reading);
        read.value.mean = mean_of_named(read.value);
    };
    by("by_imd_decile", read_by_decile);
    by("by_age", read_by_age);
    by("by_ward", read_by_ward);
    if (given.empty() && table.is_table())
        reading.problem(table.where(), fmt::format("'{}' has no value; give 'mean' or one of 'by_imd_decile', 'by_age', 'by_ward'", what));
}

/// The spread of a share must leave room: beyond √(m(1 − m)) no distribution on 0 to 1 has it.
bool too_wide(const Value& value) {
    const auto wide = [&](double mean) { return mean > 0 && mean < 1 && value.sd * value.sd >= mean * (1 - mean); };
    return wide(value.mean) || (value.by_decile && std::ranges::any_of(*value.by_decile, wide)) ||
           std::ranges::any_of(value.by_ward, wide) ||
           std::ranges::any_of(value.by_age, [&](const auto& step) { return wide(step.second); });
}

}  // namespace

std::vector<double> named_numbers(const Value& value) {
    std::vector<double> named;
    if (value.by_decile) named.assign(value.by_decile->begin(), value.by_decile->end());
    named.insert(named.end(), value.by_ward.begin(), value.by_ward.end());
    for (const auto& [age, number] : value.by_age) named.push_back(number);
    std::erase_if(named, [](double number) { return std::isnan(number); });
    return named;
}

ReadValue read_value(const TomlNode& node, std::string_view what, Range range, const KeyTable& keys, Reading& reading) {
    ReadValue read;
    if (node.kind != TomlNode::Kind::table) {
        read.value.mean = number_of(node, what, range, reading).value_or(0);
        return read;
    }
    TableReader table(node, what, keys, reading);
    read_numbers(table, what, range, read, reading);
    if (const TomlNode* sd = table.take("sd"))
        read.value.sd = number_of(*sd, fmt::format("{}.sd", what), {0}, reading).value_or(0);
    if (keys.type == sourced_value_keys.type)
        read.evidence = take_evidence(table, reading);
    table.refuse_the_rest();
    return read;
}

ReadValue read_share(const TomlNode& node, std::string_view what, Reading& reading) {
    ReadValue read = read_value(node, what, share_range, sourced_value_keys, reading);
    if (too_wide(read.value))
        reading.problem(node.where, fmt::format("the sd {} of '{}' is wider than a share can have; it must be below "
                                                "the square root of mean × (1 - mean)", read.value.sd, what));
    return read;
}

}  // namespace spires
