#include "integration/program.hpp"
#include "support/ohid_example.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Row = std::vector<std::string>;

Outcome measure(const std::string& what, const std::string& table, const std::string& options = "") {
    const ScratchFolder folder;
    write_file(folder / "table.csv", table);
    return spires("measure " + what + " '" + (folder / "table.csv").string() + "' " + options);
}

std::vector<Row> rows_of(const std::string& csv) {
    std::vector<Row> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        Row row(1);
        for (const char c : line) {
            if (c == ',') row.emplace_back();
            else row.back().push_back(c);
        }
        rows.push_back(row);
    }
    return rows;
}

/// OHID's example as rows, each ready to be changed; `before` holds group cells with their commas.
std::vector<std::string> example(const std::string& before = "") {
    std::vector<std::string> rows;
    for (std::size_t band = 0; band < life_table_bands; ++band)
        rows.push_back(fmt::format("{}{},{},{}\n", before, life_table_starts[band], ohid_life_table[band].population, ohid_life_table[band].deaths));
    return rows;
}

std::string joined(const std::vector<std::string>& rows) {
    std::string text;
    for (const auto& row : rows) text += row;
    return text;
}

void expect_published(const std::vector<Row>& rows, std::size_t first, std::size_t column) {
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        const auto& row = rows.at(first + band);
        EXPECT_NEAR(std::stod(row.at(column)), ohid_life_table[band].value, 0.5e-4) << band;
        EXPECT_NEAR(std::stod(row.at(column + 1)), ohid_life_table[band].lower, 0.5e-4) << band;
        EXPECT_NEAR(std::stod(row.at(column + 2)), ohid_life_table[band].upper, 0.5e-4) << band;
    }
}

TEST(MeasureLifeExpectancy, agrees_with_ohids_published_answers) {
    const Outcome found = measure("life-expectancy", "age,population,deaths\n" + joined(example()));
    ASSERT_EQ(found.code, 0) << found.err;
    EXPECT_EQ(found.err, "");
    EXPECT_THAT(found.out, StartsWith("age,population,deaths,life_expectancy,lower,upper\n0,7060,17,80.1696081"));
    expect_published(rows_of(found.out), 1, 3);
}

TEST(MeasureLifeExpectancy, takes_bands_in_any_order_and_as_people_write_them) {
    auto rows = example();
    rows[0] = "0-0,7060,17\n";
    rows[1] = " 1-4 ,35059,9\n";
    rows[3] = "10 – 14,48489,8\n";
    rows[19] = "90 +,11936,1937\n";
    std::swap(rows[19], rows[2]);
    std::swap(rows[5], rows[11]);
    const Outcome found = measure("life-expectancy", "\xEF\xBB\xBF" "age,population,deaths\r\n" + joined(rows));
    ASSERT_EQ(found.code, 0) << found.err;
    expect_published(rows_of(found.out), 1, 3);
}

TEST(MeasureLifeExpectancy, leaves_out_groups_that_are_not_fit_and_lets_the_others_stand) {
    auto negative = example("Negative deaths,"), zero = example("Nobody,"), oversized = example("Deaths more than people,"), missing = example("Missing band,"), immortal = example("Immortal,");
    negative[3] = "Negative deaths,10,48489,-5\n";
    zero[5] = "Nobody,20,0,0\n";
    oversized[18] = "Deaths more than people,85,119,1936\n";
    missing.erase(missing.begin() + 4);
    immortal[19] = "Immortal,90,11936,0\n";
    std::string few;
    for (const int age : life_table_starts) few += fmt::format("Few,{},250,80\n", age);
    const Outcome found = measure("life-expectancy", "area,age,population,deaths\n" + joined(example("Good,")) + joined(negative) + joined(zero) + joined(oversized) + few + joined(missing) + joined(immortal));
    ASSERT_EQ(found.code, 0) << found.err;
    const auto rows = rows_of(found.out);
    ASSERT_EQ(rows.size(), 1 + 6 * 20 + 19) << "every row comes back";
    expect_published(rows, 1, 4);
    for (std::size_t row = 21; row < rows.size(); ++row) EXPECT_EQ(rows[row][4] + rows[row][5] + rows[row][6], "") << rows[row][0];
    EXPECT_THAT(found.err, AllOf(HasSubstr("table.csv:25:4: warning: deaths are below 0; no life expectancy (area Negative deaths)"),
                                 HasSubstr("table.csv:47:3: warning: the population is not above 0"), HasSubstr("table.csv:80:4: warning: there are more deaths than people"),
                                 HasSubstr("table.csv:82: warning: 5,000 people or fewer are too few; no life expectancy (area Few)"),
                                 HasSubstr("of the 20 bands one is missing: 15"), HasSubstr("warning: nobody died in the last band")));
    EXPECT_EQ(found.error_lines().size(), 6);
}

/// OHID's own table of groups with faults (`df_grouped_with_warnings` of its tests): one is sound, five are not.
TEST(MeasureLifeExpectancy, of_ohids_table_of_faulty_groups_has_values_for_the_sound_one_alone) {
    auto sound = example("Good data,"), deaths = example("Negative deaths,"), people = example("Negative pops,"), more = example("Deaths more than pops,"), missing = example("Missing age band,");
    for (auto* group : {&sound, &deaths, &people, &more, &missing}) {
        auto& row = (*group)[5];
        row = row.substr(0, row.find(',')) + ",20,43219,15\n";  // as the table has it
    }
    deaths[2] = "Negative deaths,5,46974,-2\n";
    people[3] = "Negative pops,10,-10,8\n";
    more[5] = "Deaths more than pops,20,43219,50000\n";
    missing.pop_back();
    std::string few;
    const int dying[] = {17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80};
    for (std::size_t band = 0; band < life_table_bands; ++band) few += fmt::format("Low pops,{},100,{}\n", life_table_starts[band], dying[band]);
    const Outcome found = measure("life-expectancy", "area,age,population,deaths\n" + joined(sound) + joined(deaths) + joined(people) + joined(more) + few + joined(missing));
    ASSERT_EQ(found.code, 0) << found.err;
    const auto rows = rows_of(found.out);
    ASSERT_EQ(rows.size(), 1 + 5 * 20 + 19) << "every row comes back";
    for (std::size_t row = 1; row < rows.size(); ++row) EXPECT_EQ(rows[row][4].empty(), row > 20) << rows[row][0];
    EXPECT_EQ(found.error_lines().size(), 5);
    EXPECT_THAT(found.err, AllOf(HasSubstr("deaths are below 0; no life expectancy (area Negative deaths)"), HasSubstr("the population is not above 0; no life expectancy (area Negative pops)"),
                                 HasSubstr("there are more deaths than people; no life expectancy (area Deaths more than pops)"), HasSubstr("5,000 people or fewer are too few; no life expectancy (area Low pops)"),
                                 HasSubstr("of the 20 bands one is missing: 90; no life expectancy (area Missing age band)")));
}

TEST(MeasureLifeExpectancy, takes_confidence_as_ohid_does) {
    const std::string table = "age,population,deaths\n" + joined(example());
    EXPECT_EQ(measure("life-expectancy", table, "--confidence 95").out, measure("life-expectancy", table, "--confidence 0.95").out);
    const auto wide = rows_of(measure("life-expectancy", table, "--confidence 99.8").out);
    // Limits lie 3.090232 standard errors off instead of 1.959964: worked out from the published ones.
    const double half = (ohid_life_table[0].upper - ohid_life_table[0].lower) / 2 * 3.090232306167813 / 1.959963984540054;
    EXPECT_NEAR(std::stod(wide[1][4]), ohid_life_table[0].value - half, 1e-4);
    EXPECT_NEAR(std::stod(wide[1][5]), ohid_life_table[0].value + half, 1e-4);
    EXPECT_EQ(measure("life-expectancy", table, "--confidence 89").code, 64);
    EXPECT_EQ(measure("life-expectancy", table, "--confidence 100").code, 64);
}

TEST(MeasureLifeExpectancy, without_a_value_for_any_group_is_wrong) {
    auto rows = example();
    rows[4] = "15,10,20\n";
    const Outcome found = measure("life-expectancy", "age,population,deaths\n" + joined(rows));
    EXPECT_EQ(found.code, 65);
    EXPECT_THAT(found.err, AllOf(HasSubstr("table.csv:6:3: warning: there are more deaths than people"), HasSubstr("table.csv: error: no value for any group")));
    EXPECT_EQ(rows_of(found.out).size(), 21) << "the rows come back without values";
}

TEST(MeasureLifeExpectancy, of_a_band_without_deaths_is_the_same_as_before_it) {
    auto rows = example();
    rows[2] = "5,46974,0\n";
    const Outcome found = measure("life-expectancy", "age,population,deaths\n" + joined(rows));
    ASSERT_EQ(found.code, 0) << found.err;
    const auto answer = rows_of(found.out);
    EXPECT_NEAR(std::stod(answer[3][3]), std::stod(answer[4][3]) + 5, 1e-7);
    EXPECT_NEAR(std::stod(answer[3][5]) - std::stod(answer[3][4]), std::stod(answer[4][5]) - std::stod(answer[4][4]), 1e-7);
}

TEST(MeasureLifeExpectancy, with_a_wide_interval_keeps_the_limits_and_leaves_out_the_value) {
    std::string rows;
    for (const int age : life_table_starts) rows += fmt::format("{},300,{}\n", age, age == 90 ? 1 : 0);
    const Outcome found = measure("life-expectancy", "age,population,deaths\n" + rows);
    EXPECT_EQ(found.code, 0) << found.err;
    EXPECT_THAT(found.err, HasSubstr("the 95 % interval is wider than 20 years at 0, 1, 5"));
    const auto answer = rows_of(found.out);
    EXPECT_EQ(answer[1][3], "");
    EXPECT_NEAR(std::stod(answer[1][4]) + std::stod(answer[1][5]), 2 * (90 + 300), 1e-6);
    EXPECT_NEAR(std::stod(answer[1][5]), 390 + 1.959963984540054 * 300, 1e-6);
}

TEST(MeasureHealthyLifeExpectancy, is_sullivans) {
    std::string rows;
    for (std::size_t band = 0; band < life_table_bands; ++band) rows += fmt::format("{},{},{},0.75\n", life_table_starts[band], ohid_life_table[band].population, ohid_life_table[band].deaths);
    const Outcome found = measure("healthy-life-expectancy", "age,population,deaths,good_health\n" + rows);
    ASSERT_EQ(found.code, 0) << found.err;
    const auto answer = rows_of(found.out);
    EXPECT_EQ(answer[0], (Row{"age", "population", "deaths", "good_health", "life_expectancy", "healthy_life_expectancy", "lower", "upper"}));
    EXPECT_NEAR(std::stod(answer[1][5]), 0.75 * ohid_life_table[0].value, 1e-4);
    EXPECT_NEAR(std::stod(answer[1][7]), 0.75 * ohid_life_table[0].upper, 1e-4) << "the share is taken as known";
    const Outcome wrong = measure("healthy-life-expectancy", "age,population,deaths,good_health\n0,7060,17,75\n");
    EXPECT_EQ(wrong.code, 65);
    EXPECT_THAT(wrong.err, HasSubstr("table.csv:2:4: error: column 'good_health': 75 is not a share from 0 to 1"));
}

TEST(Measure, tells_all_problems_of_a_table_at_once_and_prints_nothing) {
    const Outcome found = measure("life-expectancy", "area,age,population,deaths\na,0,many,1\na,3,10,1\na,5,10,\na,5,10,2\n,10,10,1\na,10-19,10,1\n");
    EXPECT_EQ(found.code, 65);
    EXPECT_EQ(found.out, "");
    EXPECT_EQ(found.error_lines().size(), 6) << found.err;
    EXPECT_THAT(found.err, AllOf(HasSubstr("table.csv:2:3: error: column 'population': 'many' is not a number"), HasSubstr("table.csv:3:2: error: column 'age': '3' is not a band"),
                                 HasSubstr("table.csv:4:4: error: column 'deaths': the cell is empty"), HasSubstr("table.csv:5:2: error: age 5 is there twice (area a); the first is in line 4"),
                                 HasSubstr("table.csv:6:1: error: column 'area': the group has no name"), HasSubstr("table.csv:7:2: error: column 'age': '10-19' is not a band")));
}

TEST(Measure, tells_missing_columns_files_rows_and_words) {
    const Outcome columns = measure("life-expectancy", "age,popluation,dead\n0,1,1\n");
    EXPECT_EQ(columns.code, 65);
    EXPECT_THAT(columns.err, AllOf(HasSubstr("table.csv:1: error: column 'population' is missing; did you mean 'popluation'?"), HasSubstr("table.csv:1: error: column 'deaths' is missing")));
    EXPECT_EQ(measure("life-expectancy", "age,population,deaths\n").code, 65);
    EXPECT_EQ(measure("life-expectancy", "").code, 65);
    EXPECT_THAT(measure("life-expectancy", "age,age,population,deaths\n").err, HasSubstr("table.csv:1:2: error: column 'age' is there twice"));
    EXPECT_EQ(spires("measure life-expectancy nowhere.csv").code, 66);
    EXPECT_EQ(spires("measure").code, 64);
    EXPECT_EQ(spires("measure life-expectancy").code, 64);
    EXPECT_THAT(spires("measure life-expectency x.csv").err, HasSubstr("did you mean 'life-expectancy'?"));
    EXPECT_EQ(measure("life-expectancy", "age,population,deaths\n", "--confidence 50").code, 64);
    EXPECT_THAT(spires("measure --help").out, AllOf(HasSubstr("standardised-rate"), HasSubstr("example: spires measure")));
}

TEST(Measure, speaks_json_too) {
    const Outcome found = measure("life-expectancy", "area,age,population,deaths\n" + joined(example("\"Stoke, Upper\",")) + "Few,0,10,1\n", "--json --confidence 0.998");
    ASSERT_EQ(found.code, 0) << found.err;
    const auto answer = nlohmann::json::parse(found.out);
    EXPECT_EQ(answer["groups"][0]["group"]["area"], "Stoke, Upper");
    EXPECT_EQ(answer["groups"][0]["rows"][0]["population"], 7060);
    EXPECT_NEAR(answer["groups"][0]["rows"][0]["life_expectancy"].get<double>(), ohid_life_table[0].value, 1e-6);
    EXPECT_LT(answer["groups"][0]["rows"][0]["lower"].get<double>(), ohid_life_table[0].lower);
    EXPECT_TRUE(answer["groups"][1]["rows"][0]["lower"].is_null());
    EXPECT_EQ(answer["warnings"].size(), 1);
}

const std::string slope_table = "area,quantile,population,value,se\n"
    "1,1,7291,75.9,1.64\n1,2,7997,78.3,1.58\n1,3,6105,83.8,1.51\n1,4,7666,83.6,1.78\n1,5,5790,80.5,1.7\n"
    "1,6,6934,81.1,1.56\n1,7,5918,81.7,1.37\n1,8,5974,84.2,1.4\n1,9,7147,80.6,2.43\n1,10,7534,86.3,1.57\n";

TEST(MeasureSlopeIndex, prints_index_ratio_intercept_and_limits_by_group) {
    const Outcome found = measure("slope-index", slope_table + "2,1,100,70,1\n", "--repetitions 20000");
    ASSERT_EQ(found.code, 0) << found.err;
    const auto rows = rows_of(found.out);
    EXPECT_EQ(rows[0], (Row{"area", "slope_index", "relative_index", "intercept", "lower", "upper"}));
    EXPECT_EQ(rows[1][1], "7.00023476");
    EXPECT_EQ(rows[1][2], "1.08970970");
    EXPECT_EQ(rows[1][3], "78.03207877");
    EXPECT_NEAR(std::stod(rows[1][4]), 3.1534, 0.1);
    EXPECT_EQ(rows[2], (Row{"2", "", "", "", "", ""}));
    EXPECT_THAT(found.err, HasSubstr("table.csv:12: warning: quantiles missing: 2, 3, 4, 5, 6, 7, 8, 9, 10; no slope (area 2)"));
    EXPECT_EQ(measure("slope-index", slope_table, "--repetitions 20000").out, rows_of(found.out).size() == 3 ? found.out.substr(0, found.out.find("2,,")) : "") << "a group's limits are its own";
}

TEST(MeasureSlopeIndex, refuses_what_has_no_slope) {
    EXPECT_THAT(measure("slope-index", "quantile,population,value\n1,1,1\n").err, HasSubstr("column 'se' is missing, or else 'lower' and 'upper'"));
    EXPECT_THAT(measure("slope-index", "quantile,population,value,se\n1,1,1,1\n2,1,1,1\n").err, HasSubstr("2 quantiles; a slope takes 5 to 100"));
    const Outcome found = measure("slope-index", "quantile,population,value,se\n1,0,1,1\n2,5,1,-1\n2,5,x,1\n2.5,5,1,1\n");
    EXPECT_EQ(found.code, 65);
    EXPECT_EQ(found.error_lines().size(), 5) << found.err;
    EXPECT_THAT(found.err, AllOf(HasSubstr("table.csv:2:2: error: "), HasSubstr("table.csv:3:4: error: "), HasSubstr("table.csv:4:3: error: "), HasSubstr("table.csv:4:1: error: quantile 2 is there twice"), HasSubstr("table.csv:5:1: error: ")));
    EXPECT_THAT(measure("slope-index", "quantile,population,value,lower,upper\n1,1,0.5,0,1\n", "--kind proportion").err, HasSubstr("a proportion above 0 and below 1 is needed"));
}

const std::vector<int> rate_events{4, 1, 0, 3, 6, 9, 11, 15, 22, 31, 47, 60, 85, 120, 160, 190, 170, 120, 90};
const std::vector<int> rate_people{21000, 20400, 19800, 20100, 26000, 27500, 24100, 22900, 21500, 20700, 21900, 22300, 19800, 17200, 15600, 12400, 8100, 4700, 2300};

std::string rate_rows(const std::string& before, int share = 1, std::size_t bands = 19) {
    std::string rows;
    for (std::size_t band = 0; band < bands; ++band) rows += fmt::format("{}{},{},{}\n", before, 5 * band, rate_events[band] / share, rate_people[band]);
    return rows;
}

TEST(MeasureStandardisedRate, has_dobsons_limits_and_takes_part_of_the_ages) {
    const Outcome found = measure("standardised-rate", "sex,age,events,population\n" + rate_rows("f,") + rate_rows("m,", 1000) + rate_rows("young,", 1, 15));
    ASSERT_EQ(found.code, 0) << found.err;
    EXPECT_THAT(found.out, StartsWith("sex,value,lower,upper\nf,369.70008223,348.453191"));
    EXPECT_THAT(found.out, AllOf(HasSubstr("\nm,,,\n"), HasSubstr("\nyoung,,,\n")));
    EXPECT_THAT(found.err, AllOf(HasSubstr("fewer than ten events are too few; no rate (sex m)"), HasSubstr("bands missing: 75, 80, 85, 90; no rate (sex young)")));
    const Outcome young = measure("standardised-rate", "age,events,population\n" + rate_rows("", 1, 15), "--ages 0:70");
    EXPECT_THAT(young.out, HasSubstr("196.1673810")) << young.err;
}

TEST(MeasureStandardisedRate, refuses_negative_events_and_empty_populations) {
    const Outcome found = measure("standardised-rate", "age,events,population\n0,-1,100\n5,1,0\n0,1,100\n1,1,100\n");
    EXPECT_EQ(found.code, 65);
    EXPECT_THAT(found.err, AllOf(HasSubstr("table.csv:2:2: error: "), HasSubstr("table.csv:3:3: error: "), HasSubstr("table.csv:4:1: error: age 0 is there twice"), HasSubstr("table.csv:5:1: error: column 'age': '1' is not a band")));
    EXPECT_EQ(measure("standardised-rate", "age,events,population\n0,1,100\n", "--ages 3:70").code, 64);
}

}  // namespace
}  // namespace spires::testing
