// Health tables that ask for more than there is room for, or say a thing twice.

#include "core/error.hpp"
#include "inputs/health.hpp"
#include "support/city.hpp"
#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace spires::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// The message of reading the city's tables with lines added to one of them.
std::string refusal(const std::string& file, const std::string& lines) {
    const ScratchFolder folder;
    std::filesystem::copy(city::inputs(), folder.path(), std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    std::ofstream(folder / file, std::ios::app) << lines;
    try {
        (void)HealthTables::read(folder.path());
    } catch (const UserError& error) {
        EXPECT_EQ(error.code(), Exit::wrong_data);
        return error.what();
    }
    return "";
}

TEST(HealthTables, refuse_more_services_than_there_is_room_for) {
    std::string lines;
    for (int extra = 0; extra < 8; ++extra) lines += "extra_" + std::to_string(extra) + ",Extra,0,100,10,1,2022,0,none\n";
    EXPECT_THAT(refusal("services.csv", lines), AllOf(HasSubstr("services.csv"), HasSubstr("at most 16 services")));
}

TEST(HealthTables, refuse_two_programmes_of_screening_for_one_condition) {
    EXPECT_THAT(refusal("screening_effects.csv", "bowel_screening,breast_cancer,deaths,0.9,0.8,0.99,hewitson_2008,assumed\n"),
                AllOf(HasSubstr("screening_effects.csv:6"), HasSubstr("acts on it already")));
}

TEST(HealthTables, refuse_an_effect_on_the_stage_of_a_condition_that_has_none) {
    EXPECT_THAT(refusal("screening_effects.csv", "flu_vaccination,copd,late_stage,0.9,0.8,0.99,hewitson_2008,assumed\n"),
                AllOf(HasSubstr("screening_effects.csv:6"), HasSubstr("cancer_stages.csv")));
    EXPECT_THAT(refusal("screening_effects.csv", "bowel_screening,colorectal_cancer,late_stage,0.9,0.8,0.99,hewitson_2008,assumed\n"),
                AllOf(HasSubstr("screening_effects.csv:6"), HasSubstr("a line above")));
}

TEST(HealthTables, refuse_an_effect_of_screening_on_what_is_no_condition_or_outside_its_limits) {
    EXPECT_THAT(refusal("screening_effects.csv", "flu_vaccination,strok,deaths,0.9,0.8,0.99,hewitson_2008,assumed\n"), AllOf(HasSubstr("screening_effects.csv:6:2"), HasSubstr("did you mean 'stroke'?")));
    EXPECT_THAT(refusal("screening_effects.csv", "flu_vaccination,stroke,deaths,0.9,0.95,0.99,hewitson_2008,assumed\n"), AllOf(HasSubstr("screening_effects.csv:6:5"), HasSubstr("above the ratio of 0.9")));
}

TEST(HealthTables, refuse_ages_the_wrong_way_round) {
    EXPECT_THAT(refusal("screening.csv", "lung_screening,Lungs,all,74,55,24,24,0.5\n"), AllOf(HasSubstr("screening.csv:8:5"), HasSubstr("55 comes before the age_from of 74")));
}

TEST(HealthTables, refuse_sources_that_are_not_described) {
    EXPECT_THAT(refusal("screening_effects.csv", "flu_vaccination,copd,deaths,0.9,0.8,0.99,hewitson_208,assumed\n"), AllOf(HasSubstr("screening_effects.csv:6:7"), HasSubstr("did you mean 'hewitson_2008'?")));
}

TEST(HealthTables, refuse_a_condition_with_stages_twice) {
    EXPECT_THAT(refusal("cancer_stages.csv", "breast_cancer,0.2,5,nhs_cancer_stage_2020,assumed\n"), AllOf(HasSubstr("cancer_stages.csv:4"), HasSubstr("a line above")));
}

}  // namespace
}  // namespace spires::testing
