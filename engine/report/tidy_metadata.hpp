#pragma once
// What tells other programs what the tidy tables hold.

#include "report/tidy_tables.hpp"

namespace spires {

/// Frictionless Data Package, version 1.
[[nodiscard]] std::string frictionless_package(const std::vector<TidyTable>& tables, const ResultsReader& results);
/// CSV on the Web, as the UK government's tabular data standard asks for.
[[nodiscard]] std::string csvw_metadata(const std::vector<TidyTable>& tables, const ResultsReader& results);

}  // namespace spires
