#include "core/each_once.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <unordered_map>

namespace spires {

namespace {

constexpr std::size_t most_told = 10;  // a table pasted twice should not fill the screen

using Rows = std::unordered_map<std::string, std::size_t>;  // first row of each key

/// A word as keys hold it: 1, 01 and 1.0 are one number, while 1E5 may be the code of a place.
std::string canonical(std::string_view word) {
    if (word.find_first_not_of("+-.0123456789") != std::string_view::npos) return std::string(word);
    double value = 0;
    const auto [end, status] = std::from_chars(word.data(), word.data() + word.size(), value);
    return status == std::errc{} && end == word.data() + word.size() ? fmt::format("{}", value) : std::string(word);
}

std::string key_of(const Table& table, std::size_t row, const std::vector<std::string_view>& columns) {
    std::string key;
    for (const auto column : columns) key += (key.empty() ? "" : ", ") + canonical(table.text(row, column));
    return key;
}

std::vector<std::string_view> names_of(const std::vector<KeyColumn>& key) {
    std::vector<std::string_view> names;
    for (const auto& column : key) names.push_back(column.name);
    return names;
}

/// The first row of each key; doubled keys go to the problems.
Rows rows_by_key(const Table& table, const std::vector<std::string_view>& columns, Problems& problems) {
    Rows rows;
    std::size_t doubled = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto [first, fresh] = rows.emplace(key_of(table, row, columns), row);
        if (fresh || ++doubled > most_told) continue;
        problems.add(table.where(row, columns.front()), fmt::format("'{}' stands in line {} too; keep one of the two lines", first->first, table.where(first->second, columns.front()).line));
    }
    if (doubled > most_told) problems.add({table.name(), 0, 0}, fmt::format("and {} more lines whose {} stands above already", doubled - most_told, fmt::join(columns, ", ")));
    return rows;
}

std::vector<std::string> needed_words(const Table& table, const KeyColumn& column) {
    std::set<std::string> words;
    if (column.words)
        for (const auto& word : *column.words) words.insert(canonical(word));
    else
        for (std::size_t row = 0; row < table.rows(); ++row) words.insert(canonical(table.text(row, column.name)));
    return {words.begin(), words.end()};
}

/// Every combination of the needed words, as keys.
std::vector<std::string> needed_keys(const Table& table, const std::vector<KeyColumn>& key) {
    std::vector<std::string> needed{""};
    for (const auto& column : key) {
        const auto words = needed_words(table, column);
        std::vector<std::string> longer;
        for (const auto& start : needed)
            for (const auto& word : words) longer.push_back(start.empty() ? word : start + ", " + word);
        needed = std::move(longer);
    }
    return needed;
}

void note_missing(const Table& table, const std::vector<KeyColumn>& key, const Rows& rows, Problems& problems) {
    if (table.rows() == 0 && std::ranges::any_of(key, [](const KeyColumn& column) { return !column.words; }))
        return problems.add({table.name(), 0, 0}, "the table has no rows");
    std::vector<std::string> missing;
    for (const auto& needed : needed_keys(table, key))
        if (!rows.contains(needed)) missing.push_back("'" + needed + "'");
    if (missing.empty()) return;
    const std::size_t more = missing.size() - std::min(missing.size(), most_told);
    missing.resize(missing.size() - more);
    problems.add({table.name(), 0, 0}, fmt::format("no line for {} {}{}; add {}", fmt::join(names_of(key), ", "), fmt::join(missing, "; "),
                                                   more > 0 ? fmt::format(" and {} more", more) : "", more + missing.size() > 1 ? "them" : "it"));
}

}  // namespace

void refuse_doubled(const Table& table, const std::vector<std::string_view>& columns) {
    Problems problems;
    (void)rows_by_key(table, columns, problems);
    problems.throw_if_any();
}

void refuse_missing(const Table& table, const std::vector<KeyColumn>& key) {
    Problems problems, doubled;
    note_missing(table, key, rows_by_key(table, names_of(key), doubled), problems);
    problems.throw_if_any();
}

void require_each_once(const Table& table, const std::vector<KeyColumn>& key) {
    Problems problems;
    note_missing(table, key, rows_by_key(table, names_of(key), problems), problems);
    problems.throw_if_any();
}

std::vector<std::string> whole_numbers(int first, int last) {
    std::vector<std::string> words;
    for (int number = first; number <= last; ++number) words.push_back(std::to_string(number));
    return words;
}

}  // namespace spires
