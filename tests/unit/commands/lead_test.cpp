// The sentence that is read out first, for cities where this or that is clear.

#include "commands/sentences.hpp"
#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace spires {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

struct Series {
    std::string name, units, long_name, direction;
    bool city_only;
    double city, first_ward, second_ward;  ///< means of the change
    double spread;                         ///< from replicate to replicate
};

/// Four replicates, three years, two wards, levels of 100.
ResultsReader file_of(const ScratchFolder& folder, const std::vector<Series>& all) {
    ResultsAxes axes;
    axes.scenarios = {{"baseline", "As it is", "", "", {}}, {"walks", "Walks", "", "", {}}};
    axes.years = {2039, 2040, 2041};
    axes.areas = {{"X01", "Smallbridge", "city"}, {"W01", "Mill Bank", "ward"}, {"W02", "Hill Top", "ward"}};
    std::vector<Variable> variables;
    for (const Series& each : all) variables.push_back({each.name, each.units, each.long_name, "By a formula.", each.direction, "", "made up", each.city_only, false});
    ReplicateStore store(folder.path(), axes, variables, 4);
    for (std::size_t r = 0; r < 4; ++r)
        for (std::size_t s = 0; s < 2; ++s) {
            std::vector<std::vector<double>> values;
            for (const Series& each : all) {
                auto& cells = values.emplace_back();
                for (std::size_t at = 0; at < 3 * (each.city_only ? 1U : 3U); ++at) {
                    const double mean = each.city_only || at % 3 == 0 ? each.city : at % 3 == 1 ? each.first_ward : each.second_ward;
                    for (int sex = 0; sex < 3; ++sex) cells.push_back((each.units == "1" ? 0.5 : 100) + (s == 1 ? mean + each.spread * (r < 2 ? -1 : 1) * (r % 2 == 0 ? 1 : 0.8) : 0));
                }
            }
            store.put(r, s, values);
        }
    write_results(folder / "results.h5", store, {2, 2}, {}, {{{"seed", "1"}}, {{"walks.toml", "name = \"Walks\"\n"}}, {{"city.csv", "city_code,city\nX01,Smallbridge\n"}}, {}});
    return ResultsReader(folder / "results.h5");
}

std::string first_sentence(const std::vector<Series>& all) {
    const ScratchFolder folder;
    return sentences(file_of(folder, all), {1, 1, 0, 0}).at(0);
}

const Series unclear{"healthy_life_expectancy", "years", "Healthy life expectancy at birth", "higher", false, 0.001, 0.001, 0, 0.1};

TEST(Lead, is_the_citys_healthy_life_expectancy_where_it_changes_clearly) {
    EXPECT_EQ(first_sentence({{"healthy_life_expectancy", "years", "Healthy life expectancy at birth", "higher", false, 0.2, 0.2, 0.2, 0.001}}).substr(0, 52),
              "By 2040 people in Smallbridge gain 0.20 (0.20 to 0.2");
}

TEST(Lead, is_the_surest_ward_where_the_city_as_a_whole_shows_nothing) {
    Series wards{"healthy_life_expectancy", "years", "Healthy life expectancy at birth", "higher", false, 0, 3, -0.5, 0.02};
    EXPECT_THAT(first_sentence({wards}), AllOf(StartsWith("By 2040 people in Mill Bank gain 3.00 ("), HasSubstr("the chance that they gain is >99 %.")));
    wards.first_ward = 0;
    wards.second_ward = -3;
    EXPECT_THAT(first_sentence({wards}), StartsWith("By 2040 people in Hill Top lose 3.00 ("));
}

TEST(Lead, is_else_the_surest_service_or_indicator_and_no_slope_index) {
    const Series slope{"premature_mortality_slope_index", "1e-5", "Slope index of premature mortality", "higher", true, 9, 0, 0, 0.0001};
    const Series cost{"emergency_admissions_cost", "GBP", "Cost of emergency admissions", "lower", false, -9, -9, -9, 0.0001};
    const Series admissions{"emergency_admissions", "count", "Emergency admissions", "lower", false, -27, -9, -9, 0.2}, smoking{"smoking", "1", "Smoking", "lower", false, -0.05, -0.05, -0.05, 0.01};
    EXPECT_THAT(first_sentence({unclear, slope, cost, smoking, admissions}), AllOf(StartsWith("In 2040 there are 27 ("), HasSubstr(") fewer emergency admissions; the chance that it helps is >99 %.")));
    const ScratchFolder folder;
    const auto all = sentences(file_of(folder, {unclear, admissions}), {1, 1, 0, 0});
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const std::string& each) { return each.find("emergency admissions") != std::string::npos; }), 1) << "nothing is said twice";
    EXPECT_THAT(all.at(1), StartsWith("By 2040 healthy life expectancy in Smallbridge shows no clear change"));
}

TEST(Lead, of_a_share_is_told_in_percentage_points) {
    Series active{"physically_active_adults", "1", "Physically active adults", "higher", false, 0.0125, 0.01, 0.01, 0.0001};
    EXPECT_THAT(first_sentence({unclear, active}), AllOf(StartsWith("Physically active adults in 2040: 1.25 (1.22 to 1.28"), HasSubstr(" percentage points higher than without the programmes; the chance that it helps is >99 %.")));
}

TEST(Lead, is_that_nothing_is_clear_where_nothing_is) {
    EXPECT_THAT(first_sentence({unclear}), StartsWith("By 2040 healthy life expectancy in Smallbridge shows no clear change"));
}

}  // namespace
}  // namespace spires
