#include "core/text.hpp"
#include "core/toml.hpp"
#include "indicators/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace spires::testing {

/// What the page calls a variable: one of a condition or a service is told with all of its kind, one of a group or an
/// index by what it is of.
std::string named_in_manual(const std::string& name, const HealthTables& tables) {
    const auto is_of = [&](const auto& all) { return std::ranges::any_of(all, [&](const auto& one) { return name == one.name || name == one.name + "_cost"; }); };
    if (is_of(tables.conditions) || is_of(tables.services)) return "";
    for (const std::string_view index : {"_gap", "_slope_index", "_relative_index"})
        if (name.ends_with(index)) return name.substr(0, name.size() - index.size());
    for (const std::string_view sum : {"healthy_life_years", "person_years"})
        if (name.starts_with(std::string(sum) + "_")) return std::string(sum) + "_<group>";
    return name;
}

TEST(Manual, Names_every_indicator_of_a_results_file) {
    const std::filesystem::path source = SPIRES_SOURCE_FOLDER;
    const std::string manual = read_text(source / "docs/results-file.md");
    const auto tables = HealthTables::read(source / "inputs/coventry");
    for (const auto& variable : variable_catalogue(tables, Parameters::read(source / "inputs/coventry"))) {
        const std::string name = named_in_manual(variable.name, tables);
        if (!name.empty()) {
            EXPECT_THAT(manual, ::testing::HasSubstr("`" + name + "`"));
        }
    }
}

}  // namespace spires::testing
