// Tables with a row too many or too few, which would make a place silently wrong.

#include "inputs/census.hpp"
#include "inputs/demography.hpp"
#include "inputs/health.hpp"
#include "inputs/mortality.hpp"
#include "inputs/prices.hpp"
#include "inputs/social.hpp"
#include "inputs/wider.hpp"
#include "support/spoilt_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

using Folder = std::filesystem::path;
void read_social(const Folder& inputs) { (void)SocialTables::read(inputs); }
void read_wider(const Folder& inputs) { (void)WiderTables::read(inputs, read_places(inputs)); }
void read_health(const Folder& inputs) { (void)HealthTables::read(inputs); }
void read_people(const Folder& inputs) { (void)read_census(inputs, read_places(inputs)); }
void read_migration(const Folder& inputs) { (void)MigrationTable::read(inputs); }
void read_moves(const Folder& inputs) { (void)MoveRates::read(inputs); }
void read_mortality(const Folder& inputs) { (void)Mortality::read(inputs); }
void read_prices(const Folder& inputs) { (void)Prices::read(inputs); }

/// A table, the line that goes or comes, and the reader that should tell.
struct Row {
    std::string table, line;
    void (*read)(const Folder&);
};

std::string table_of(const ::testing::TestParamInfo<Row>& row) { return row.param.table.substr(0, row.param.table.find('.')); }

class DroppedRow : public ::testing::TestWithParam<Row> {};

TEST_P(DroppedRow, is_missed) {
    const auto& [table, line, read] = GetParam();
    EXPECT_THAT(SpoiltTables().drop(table, line).refusal(read), AllOf(HasSubstr(table + ": error: no line for "), HasSubstr("add it")));
}

INSTANTIATE_TEST_SUITE_P(Tables, DroppedRow,
                         ::testing::Values(Row{"good_level_of_development.csv", "female,3,", read_social}, Row{"neet.csv", "0,", read_social},
                                           Row{"economic_status.csv", "female,16,1,unemployed,", read_social}, Row{"destinations.csv", "1,", read_wider},
                                           Row{"poverty_places.csv", "E01009523,", read_wider}, Row{"air.csv", "E01009523,", read_wider},
                                           Row{"air_trend.csv", "pm25,2030,", read_wider}, Row{"housing_costs.csv", "mortgage,4,", read_wider},
                                           Row{"benefits.csv", "state_pension,", read_wider}, Row{"feeling_safe.csv", "male,11,10,", read_wider},
                                           Row{"screening_deciles.csv", "bowel_screening,7,", read_health}, Row{"condition_deciles.csv", "stroke,2,", read_health},
                                           Row{"condition_rates.csv", "stroke,male,70,", read_health}, Row{"service_deciles.csv", "gp_contacts,9,", read_health},
                                           Row{"smoking.csv", "female,30,5,", read_health}, Row{"good_health.csv", "male,50,", read_health},
                                           Row{"migration.csv", "male,33,", read_migration}, Row{"mortality_deprivation.csv", "male,33,6,", read_mortality},
                                           Row{"students.csv", "E05001219,", read_people}, Row{"oldest_ages.csv", "female,95,", read_people}),
                         table_of);

class DoubledRow : public ::testing::TestWithParam<Row> {};

TEST_P(DoubledRow, is_told_with_both_lines) {
    const auto& [table, line, read] = GetParam();
    EXPECT_THAT(SpoiltTables().append(table, line).refusal(read), AllOf(HasSubstr(table + ":"), HasSubstr("stands in line 2 too")));
}

INSTANTIATE_TEST_SUITE_P(Tables, DoubledRow,
                         ::testing::Values(Row{"neet.csv", "0,0.1", read_social}, Row{"destinations.csv", "0,0.9", read_wider}, Row{"good_level_of_development.csv", "female,1,0.5", read_social},
                                           Row{"air.csv", "E01009522,10,7", read_wider}, Row{"air_trend.csv", "no2,2022,1", read_wider},
                                           Row{"poverty_places.csv", "E01009522,0.1,0.1", read_wider}, Row{"service_circumstances.csv", "temporary_accommodation,ae_attendances,2,1,3,fazel_2014", read_wider},
                                           Row{"wards.csv", "E05001218,Bablake,Coventry North West,429800,282581", read_people},
                                           Row{"places.csv", "E01009522,Coventry 014A,E05001218,15194,5,19.398,1910,0.6238", read_people},
                                           Row{"population.csv", "E05001218,female,0,108", read_people}, Row{"disability.csv", "E01009522,disabled,304", read_people},
                                           Row{"services.csv", "gp_contacts,Again,0,100,1,30,2022,0,none", read_health}, Row{"conditions.csv", "coronary_heart_disease,Again,all,25,100,0,0,0", read_health},
                                           Row{"screening.csv", "breast_screening,Again,female,53,70,36,36,0.6", read_health}, Row{"screening_deciles.csv", "breast_screening,1,0.5", read_health},
                                           Row{"service_conditions.csv", "gp_contacts,coronary_heart_disease,1", read_health}, Row{"relative_risks.csv", "activity,anxiety_or_depression,all,18,100,0,1,1,1,rr,0,garcia_2023,published", read_health},
                                           Row{"moves.csv", "mortgage,16,0.1", read_moves}, Row{"prices.csv", "2007,71", read_prices}),
                         table_of);

TEST(WholeTables, may_leave_out_deciles_that_no_place_lies_in) {
    for (const auto read : {read_social, read_wider, read_health, read_people, read_mortality}) EXPECT_NO_THROW(read("tests/data/smallbridge"));
}

TEST(WholeTables, need_every_year_that_one_pollutant_has) {
    EXPECT_THAT(SpoiltTables().append("air_trend.csv", "no2,2063,0.5").refusal(read_wider), HasSubstr("no line for pollutant, year 'pm25, 2063'"));
}

TEST(WholeTables, name_services_and_exposures_that_there_are) {
    EXPECT_THAT(SpoiltTables().append("service_circumstances.csv", "poverty,gp_contact,2,1,3,fazel_2014").refusal(read_wider),
                AllOf(HasSubstr("service_circumstances.csv:9:2"), HasSubstr("did you mean 'gp_contacts'?")));
    EXPECT_THAT(SpoiltTables().append("wellbeing_effects.csv", "lonliness,-1").refusal(read_wider), HasSubstr("did you mean 'loneliness'?"));
}

TEST(WholeTables, have_limits_on_both_sides_of_a_ratio) {
    EXPECT_THAT(SpoiltTables().append("service_circumstances.csv", "poverty,gp_contacts,2,3,4,fazel_2014").refusal(read_wider), AllOf(HasSubstr("service_circumstances.csv:9:4"), HasSubstr("above the ratio of 2")));
    EXPECT_THAT(SpoiltTables().append("service_circumstances.csv", "poverty,gp_contacts,2,1,1.5,fazel_2014").refusal(read_wider), HasSubstr("below the ratio of 2"));
}

}  // namespace
}  // namespace spires::testing
