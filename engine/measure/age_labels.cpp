#include "measure/measure_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace spires {

namespace {

/// A band as people write it: its first year and, where told, its last. `open` stands for "90+".
struct AgeLabel {
    int from = 0;
    std::optional<int> to;
    bool open = false;
};

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

void skip_blanks(std::string_view& text) {
    while (take(text, " ")) {}
}

std::optional<int> take_number(std::string_view& text) {
    int number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc{} || number < 0) return {};
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<AgeLabel> parse_label(std::string_view text) {
    AgeLabel label;
    const auto from = take_number(text);
    if (!from) return {};
    label.from = *from;
    skip_blanks(text);
    if (text.empty()) return label;
    if (take(text, "+")) label.open = true;
    else if (take(text, "-") || take(text, "–") || take(text, "to")) {  // hyphen, en dash, word
        skip_blanks(text);
        label.to = take_number(text);
        if (!label.to) return {};
    } else return {};
    skip_blanks(text);
    return text.empty() ? std::optional(label) : std::nullopt;
}

bool ends_where_it_should(const AgeLabel& label, const std::vector<int>& starts, std::size_t band) {
    const bool last = band + 1 == starts.size();
    if (label.open) return last;
    return !label.to || (!last && *label.to + 1 == starts[band + 1]);
}

}  // namespace

std::optional<std::size_t> read_band(const MeasureTable& table, std::size_t row, const std::vector<int>& starts, Problems& problems) {
    const std::string text = table.text(row, "age");
    if (const auto label = parse_label(text)) {
        const auto found = std::find(starts.begin(), starts.end(), label->from);
        const auto band = static_cast<std::size_t>(found - starts.begin());
        if (found != starts.end() && ends_where_it_should(*label, starts, band)) return band;
    }
    problems.add(table.where(row, "age"), fmt::format("column 'age': '{}' is not a band; bands start at {}", text, fmt::join(starts, ", ")));
    return {};
}

}  // namespace spires
