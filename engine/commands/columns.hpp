#pragma once
// Tables on a terminal, columns aligned.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

using Row = std::vector<std::string>;

/// Prints a header and rows; `right` holds an 'r' for each column whose text is set to the right.
void print_columns(std::ostream& out, const Row& header, const std::vector<Row>& rows, std::string_view right = {},
                   std::string_view indent = {});

}  // namespace spires
