// Did anything change? The shipped scenarios, moved to 2023, against values kept in golden/*.json.
// scripts/regenerate_golden.sh writes them anew; the difference is for review.

#include "core/digest.hpp"
#include "support/experiments.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

namespace spires::testing {
namespace {

using Json = nlohmann::ordered_json;

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A shipped scenario whose programmes run from 2023 to 2025.
ScenarioText moved(const std::string& stem) {
    const auto text = read_text(std::filesystem::path(SPIRES_SOURCE_FOLDER) / "scenarios" / (stem + ".toml"));
    return {stem, std::regex_replace(text, std::regex("years *= *\\{[^}]*\\}"), "years = { from = 2023, to = 2025 }")};
}

/// The city's value of the last year in the first replicate, by scenario, and the digest of all values.
Json summarise(const Played& played) {
    Json all;
    for (const auto& variable : played.variables()) {
        Json one;
        for (std::size_t s = 0; s < played.scenarios(); ++s) {
            const double value = played.at(variable.name, s, 0, last_year);
            one[played.axes().scenarios[s].stem] = std::isnan(value) ? Json() : Json(value);
        }
        one["sha256"] = sha256(played.bytes(variable.name));
        all[variable.name] = std::move(one);
    }
    return all;
}

void compare_with_golden(const std::string& name, const Luck& luck) {
    const auto file = std::filesystem::path(SPIRES_SOURCE_FOLDER) / "tests" / "regression" / "golden" / (name + ".json");
    const Json found = summarise(Played({moved("physical_activity"), moved("early_years")}, luck));
    if (std::getenv("SPIRES_WRITE_GOLDEN") != nullptr) {
        std::ofstream(file) << found.dump(2) << '\n';
        return;
    }
    const Json golden = Json::parse(read_text(file), nullptr, false);
    ASSERT_TRUE(golden.is_object()) << file << " is missing; make it with scripts/regenerate_golden.sh";
    for (const auto& [variable, value] : found.items())
        EXPECT_EQ(value, golden.value(variable, Json())) << variable << " has changed; if it should, run scripts/regenerate_golden.sh and review the difference";
    EXPECT_EQ(found.size(), golden.size()) << "a variable is gone";
}

TEST(Golden, central_run_is_as_it_was) { compare_with_golden("central", {{1, 2}, false, 2}); }
TEST(Golden, drawn_run_is_as_it_was) { compare_with_golden("drawn", {{2, 1}, true, 2}); }

}  // namespace
}  // namespace spires::testing
