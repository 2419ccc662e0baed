#pragma once
// A CSV table with named columns whose every error names file, line and column.

#include "core/error.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// A table in memory: one header line, fields as text, converted on reading (RFC 4180, BOM and CRLF).
class Table {
public:
    /// Reads a file; `columns` must all be there. Errors: missing file (66), malformed table (65).
    static Table read(const std::filesystem::path& file, std::span<const std::string_view> columns);
    static Table read(const std::filesystem::path& file, std::initializer_list<std::string_view> columns);
    static Table parse(std::string_view text, const std::string& name,
                       std::span<const std::string_view> columns);

    /// The file, as errors name it.
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] const std::vector<std::string>& header() const noexcept { return header_; }
    [[nodiscard]] bool has(std::string_view column) const;
    [[nodiscard]] std::string_view text(std::size_t row, std::string_view column) const;
    /// A number within [low, high]; otherwise a UserError that names line, column and range.
    [[nodiscard]] double number(std::size_t row, std::string_view column, double low, double high) const;
    [[nodiscard]] double number(std::size_t row, std::string_view column) const;
    [[nodiscard]] int integer(std::size_t row, std::string_view column, int low, int high) const;
    /// The index of a word among `words`; otherwise a UserError with the nearest known word.
    [[nodiscard]] std::size_t word(std::size_t row, std::string_view column,
                                   std::span<const std::string> words) const;
    [[nodiscard]] std::size_t word(std::size_t row, std::string_view column,
                                   std::span<const std::string_view> words) const;
    [[nodiscard]] Location where(std::size_t row, std::string_view column) const;
    [[noreturn]] void fail(std::size_t row, std::string_view column, const std::string& why) const;

private:
    [[nodiscard]] std::size_t column_index(std::string_view column) const;

    std::string name_;
    std::vector<std::string> header_;
    std::vector<std::string> fields_;
    std::vector<std::size_t> line_of_row_;
    std::size_t rows_ = 0;
};

}  // namespace spires
