#pragma once
// A copy of the city's tables that a test may spoil, and what reading it says.

#include "support/scratch_folder.hpp"

#include <functional>
#include <string>

namespace spires::testing {

class SpoiltTables {
public:
    SpoiltTables();
    /// Adds a line at the end of a table.
    SpoiltTables& append(const std::string& table, const std::string& line);
    /// Takes out the line that begins so.
    SpoiltTables& drop(const std::string& table, const std::string& start);
    /// Writes `now` for the line that begins so.
    SpoiltTables& replace(const std::string& table, const std::string& start, const std::string& now);
    /// The message of a reader of the folder; empty when it takes the tables.
    [[nodiscard]] std::string refusal(const std::function<void(const std::filesystem::path&)>& read) const;

private:
    ScratchFolder folder_;
};

}  // namespace spires::testing
