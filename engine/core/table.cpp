#include "core/table.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <sstream>

namespace spires {

namespace {

/// Splits RFC 4180 text into records; calls `record(fields, line)` for each.
template <class Record>
void for_each_record(std::string_view text, const std::string& name, Record record) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::string> fields;
    std::string field;
    std::size_t line = 1, first_line = 1;
    bool quoted = false, any = false;
    const auto end_record = [&] {
        fields.push_back(std::move(field));
        field.clear();
        if (any) record(fields, first_line);
        fields.clear();
        any = false;
        first_line = line;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"') field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"') field += text[++i];
            else quoted = false;
        } else if (c == '"' && field.empty()) {
            quoted = any = true;
        } else if (c == ',') {
            fields.push_back(std::move(field));
            field.clear();
            any = true;
        } else if (c == '\n') {
            end_record();
        } else if (c != '\r') {
            const auto end = std::min(text.find_first_of(",\n\r", i), text.size());
            field.append(text, i, end - i);
            any = true;
            i = end - 1;
        }
    }
    if (quoted)
        throw UserError(Exit::wrong_data, fmt::format("{}:{}: error: a quoted field is not closed; add the missing \"", name, first_line));
    if (any) end_record();
}

}  // namespace

Table Table::read(const std::filesystem::path& file, std::span<const std::string_view> columns) {
    std::ifstream in(file, std::ios::binary);
    std::error_code ignored;
    if (!in || std::filesystem::is_directory(file, ignored))
        throw UserError(Exit::input_missing,
                        fmt::format("{}: error: this table is missing or cannot be read; restore it or remake it with scripts/prepare_inputs", file.string()));
    std::ostringstream text;
    text << in.rdbuf();
    return parse(text.str(), file.string(), columns);
}

Table Table::read(const std::filesystem::path& file, std::initializer_list<std::string_view> columns) {
    return read(file, std::span<const std::string_view>(columns.begin(), columns.size()));
}

Table Table::parse(std::string_view text, const std::string& name,
                   std::span<const std::string_view> columns) {
    Table table;
    table.name_ = name;
    for_each_record(text, name, [&](std::vector<std::string>& fields, std::size_t line) {
        if (table.header_.empty()) {
            table.header_ = fields;
            return;
        }
        if (fields.size() != table.header_.size())
            throw UserError(Exit::wrong_data,
                            fmt::format("{}:{}: error: {} fields where the header has {}", name, line, fields.size(), table.header_.size()));
        for (auto& f : fields) table.fields_.push_back(std::move(f));
        table.line_of_row_.push_back(line);
    });
    table.rows_ = table.line_of_row_.size();
    for (const auto column : columns)
        if (!table.has(column))
            throw UserError(Exit::wrong_data, fmt::format("{}:1: error: column '{}' is missing{}", name, column, suggestion(column, table.header_)));
    return table;
}

bool Table::has(std::string_view column) const { return std::ranges::find(header_, column) != header_.end(); }

/// Headers are short: looking along one is quicker than any index.
std::size_t Table::column_index(std::string_view column) const {
    const auto found = std::ranges::find(header_, column);
    if (found == header_.end()) throw std::logic_error(fmt::format("{}: column {} was not asked for", name_, column));
    return static_cast<std::size_t>(found - header_.begin());
}

std::string_view Table::text(std::size_t row, std::string_view column) const {
    return fields_[row * header_.size() + column_index(column)];
}

Location Table::where(std::size_t row, std::string_view column) const {
    return {name_, line_of_row_[row], column_index(column) + 1};
}

void Table::fail(std::size_t row, std::string_view column, const std::string& why) const {
    throw UserError(Exit::wrong_data, fmt::format("{}: error: column '{}': {}", to_string(where(row, column)), column, why));
}

double Table::number(std::size_t row, std::string_view column, double low, double high) const {
    const std::string_view field = text(row, column);
    double value = 0;
    const auto [end, status] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (status != std::errc{} || end != field.data() + field.size() || value != value)
        fail(row, column, fmt::format("'{}' is not a number", field));
    if (value < low || value > high)
        fail(row, column, fmt::format("{} is outside {} to {}", field, low, high));
    return value;
}

double Table::number(std::size_t row, std::string_view column) const {
    constexpr double most = std::numeric_limits<double>::max();
    return number(row, column, -most, most);
}

int Table::integer(std::size_t row, std::string_view column, int low, int high) const {
    const double value = number(row, column, low, high);
    const int whole = static_cast<int>(value);
    if (value != whole) fail(row, column, "a whole number is needed");
    return whole;
}

std::size_t Table::word(std::size_t row, std::string_view column, std::span<const std::string> words) const {
    const std::string_view field = text(row, column);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == field) return i;
    fail(row, column, fmt::format("unknown word '{}'{}", field, suggestion(field, words)));
}

std::size_t Table::word(std::size_t row, std::string_view column,
                        std::span<const std::string_view> words) const {
    const auto found = std::ranges::find(words, text(row, column));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::vector<std::string> known(words.begin(), words.end());
    return word(row, column, std::span<const std::string>(known));
}

}  // namespace spires
