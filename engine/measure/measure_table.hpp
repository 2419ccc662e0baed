#pragma once
// A user's own table, row by row and group by group, for `spires measure`.

#include "core/error.hpp"
#include "core/table.hpp"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// Rows that belong together: one life table, one slope, one rate.
struct MeasureGroup {
    std::vector<std::string> labels;  ///< as the table gives them, in the order of `group_columns`
    std::vector<std::size_t> rows;
};

/// A table whose known columns are figures and whose further ones make groups, in order of first appearance.
class MeasureTable {
public:
    /// Reads `file`; `figures` must be there, `others` may be. Problems of single cells are added to
    /// `problems`. Errors, UserError: 66 without such a file; 65 when a column is missing or twice there,
    /// without rows, or when the file is no CSV.
    MeasureTable(const std::filesystem::path& file, std::initializer_list<std::string_view> figures,
                 std::initializer_list<std::string_view> others, Problems& problems);

    [[nodiscard]] bool has(std::string_view column) const { return table_.has(column); }
    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    [[nodiscard]] const std::vector<std::string>& group_columns() const noexcept { return group_columns_; }
    [[nodiscard]] const std::vector<MeasureGroup>& groups() const noexcept { return groups_; }
    /// A cell without the spaces around it.
    [[nodiscard]] std::string text(std::size_t row, std::string_view column) const;
    /// A finite number; NaN, and a problem told, for anything else.
    [[nodiscard]] double number(std::size_t row, std::string_view column, Problems& problems) const;
    [[nodiscard]] Location where(std::size_t row, std::string_view column) const { return table_.where(row, column); }
    /// "file:12:3: warning: …"; without a column the line alone.
    [[nodiscard]] std::string warning(std::size_t row, std::string_view column, const std::string& what) const;
    /// " (area Foleshill, sex female)", or nothing in a table without groups.
    [[nodiscard]] std::string name_of(const MeasureGroup& group) const;

private:
    void check_columns(std::initializer_list<std::string_view> figures) const;
    void make_groups(std::initializer_list<std::string_view> figures, std::initializer_list<std::string_view> others, Problems& problems);

    std::string file_;
    Table table_;
    std::vector<std::string> group_columns_;
    std::vector<MeasureGroup> groups_;
};

/// The index of a band among the first years of bands, from "0", "1-4", "10 – 14", "85 to 89" or "90+";
/// nothing, and a problem told, where no band starts or the label ends elsewhere.
[[nodiscard]] std::optional<std::size_t> read_band(const MeasureTable& table, std::size_t row, const std::vector<int>& starts, Problems& problems);

/// Tells of a row whose band or quantile (`what`) its group has already, in `first`.
void add_duplicate(const MeasureTable& table, const MeasureGroup& group, std::size_t row, std::size_t first, std::string_view column, Problems& problems);

}  // namespace spires
