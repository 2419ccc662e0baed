#pragma once
// Results as tidy tables that any program reads: one table of facts, and one for each thing facts are about.

#include "results/read_results.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace spires {

struct TidyColumn {
    std::string name, kind, description;  ///< kind: "string", "integer" or "number", as Frictionless calls them
    std::string refers_to;                ///< "dim_area.area_code" where values are found there, or empty
};

struct TidyTable {
    std::string name, title;
    std::vector<TidyColumn> columns;
    std::vector<std::string> key;  ///< columns that together tell rows apart
    [[nodiscard]] std::string file() const { return name + ".csv"; }
};

/// The tables in the order they are written; the facts come last.
[[nodiscard]] std::vector<TidyTable> tidy_tables();

/// A text cell: quoted where it must be, and never read as a formula by a spreadsheet.
[[nodiscard]] std::string text_cell(std::string_view text);
/// The shortest text that gives the number back, with a point; empty for NaN.
[[nodiscard]] std::string number_cell(double value);

/// Writes all tables and their metadata (Frictionless `datapackage.json`, CSVW `csv-metadata.json`) into a
/// folder; with `for_excel` texts begin with a byte-order mark. Errors: 73, 74, and those of ResultsReader.
void write_tidy_tables(const std::filesystem::path& folder, const ResultsReader& results, bool for_excel);

}  // namespace spires
