#include "commands/columns.hpp"

#include <algorithm>
#include <ostream>

namespace spires {

namespace {

/// Characters as seen: bytes that do not continue another.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void print_row(std::ostream& out, const Row& row, const std::vector<std::size_t>& widths, std::string_view right,
               std::string_view indent) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string gap(widths[i] - width(row[i]), ' ');
        const bool to_the_right = i < right.size() && right[i] == 'r';
        line += (i == 0 ? "" : "  ") + (to_the_right ? gap + row[i] : row[i] + gap);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
}

}  // namespace

void print_columns(std::ostream& out, const Row& header, const std::vector<Row>& rows, std::string_view right,
                   std::string_view indent) {
    std::vector<std::size_t> widths(header.size());
    for (std::size_t i = 0; i < header.size(); ++i) {
        widths[i] = width(header[i]);
        for (const auto& row : rows) widths[i] = std::max(widths[i], width(row[i]));
    }
    print_row(out, header, widths, right, indent);
    for (const auto& row : rows) print_row(out, row, widths, right, indent);
}

}  // namespace spires
