// Tables that a spreadsheet opens without running anything, and that say what they hold.

#include "report/tidy_metadata.hpp"
#include "report/tidy_tables.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>

namespace spires {
namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(TidyTables, ATextIsNeverAFormula) {
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r"}) EXPECT_EQ(text_cell(start + "1").find('\'') != std::string::npos, true) << start;
    EXPECT_EQ(text_cell("=1+1"), "'=1+1");
    EXPECT_EQ(text_cell("=\"a\",b"), "\"'=\"\"a\"\",b\"");
    EXPECT_EQ(text_cell("St Michael's"), "St Michael's");
    EXPECT_EQ(text_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(text_cell(""), "");
}

TEST(TidyTables, NumbersAreShortAndExact) {
    EXPECT_EQ(number_cell(0.1), "0.1");
    EXPECT_EQ(number_cell(-0.0), "0");
    EXPECT_EQ(number_cell(355600), "355600");
    EXPECT_EQ(number_cell(std::numeric_limits<double>::quiet_NaN()), "");
}

TEST(TidyTables, FactsHoldEveryCellWithAValue) {
    const ScratchFolder scratch;
    example::write(scratch.path() / "results.h5", {}, 2, 3, 4);
    const ResultsReader results(scratch.path() / "results.h5");
    write_tidy_tables(scratch.path(), results, false);
    const auto facts = lines_of(scratch.path() / "fact_indicator.csv");
    EXPECT_EQ(facts.front(), "indicator,scenario,area_code,sex,year,value,lower_95,upper_95,change,change_lower_95,change_upper_95,probability_better");
    // Six variables of all areas and sexes, one of the city alone, one of households without sexes.
    EXPECT_EQ(facts.size() - 1, std::size_t{2 * 3 * (6 * 4 * 3 + 3 + 4)});
    const ResultsCell cell{.scenario = 1, .year = 2, .area = 3, .sex = 1};
    const std::string wanted = "life_expectancy,scenario_1," + results.axes().areas[3].code + ",female," + std::to_string(results.axes().years[2]) + "," + number_cell(results.level("life_expectancy", cell).mean) + ",";
    EXPECT_EQ(std::ranges::count_if(facts, [&](const std::string& line) { return line.starts_with(wanted); }), 1);
    EXPECT_EQ(lines_of(scratch.path() / "dim_sex.csv").size(), 4U);
}

TEST(TidyTables, MetadataNamesEveryColumnAndEveryJoin) {
    const ScratchFolder scratch;
    example::write(scratch.path() / "results.h5", {}, 2, 3, 4);
    const ResultsReader results(scratch.path() / "results.h5");
    const auto package = nlohmann::json::parse(frictionless_package(tidy_tables(), results));
    const auto& facts = package["resources"].back();
    EXPECT_EQ(facts["path"], "fact_indicator.csv");
    EXPECT_EQ(facts["schema"]["foreignKeys"].size(), 4U);
    EXPECT_EQ(facts["schema"]["fields"].size(), tidy_tables().back().columns.size());
    const auto group = nlohmann::json::parse(csvw_metadata(tidy_tables(), results));
    EXPECT_EQ(group["@context"][0], "http://www.w3.org/ns/csvw");
    EXPECT_EQ(group["tables"].size(), tidy_tables().size());
}

}  // namespace
}  // namespace spires
