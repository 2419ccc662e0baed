#include "interventions/eligibility.hpp"

#include "interventions/forecast.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace spires::testing {

/// One woman of 40 in the second place, and one household; tests change either.
class Eligible : public ::testing::Test {
protected:
    Eligible() {
        places_.wards.resize(2);
        places_.places.resize(2);
        places_.places[1].ward = 1;
        places_.places[1].decile = 9;
        block_.households.append();
        block_.people.append();
        block_.people.place[0] = 1;
        block_.people.birth_year[0] = 1982;
    }
    bool is_eligible(double minutes = 0, double body_mass_index = 20) const {
        return eligible(wanted_, block_.people, block_.households, 0, EligibilityContext(places_, 2022), minutes, body_mass_index);
    }
    Places places_;
    Block block_;
    Eligibility wanted_;
};

TEST_F(Eligible, Everyone_when_nothing_is_asked) { EXPECT_TRUE(is_eligible()); }

TEST_F(Eligible, Ages_are_inclusive_and_of_mid_year) {
    wanted_.age_from = 40;
    wanted_.age_to = 40;
    EXPECT_TRUE(is_eligible());
    block_.people.birth_year[0] = 1981;
    EXPECT_FALSE(is_eligible());
    block_.people.birth_year[0] = 1983;
    EXPECT_FALSE(is_eligible());
}

TEST_F(Eligible, Place_decides_by_ward_and_decile) {
    wanted_.ward = 0b10;
    wanted_.decile = 1U << 9U;
    EXPECT_TRUE(is_eligible());
    wanted_.ward = 0b01;
    EXPECT_FALSE(is_eligible());
    wanted_.ward = any_category;
    wanted_.decile = 1;
    EXPECT_FALSE(is_eligible());
}

TEST_F(Eligible, Every_category_is_asked_for) {
    const std::vector<CategoryMask Eligibility::*> masks{
        &Eligibility::sex, &Eligibility::ethnic_group, &Eligibility::activity, &Eligibility::smoking,
        &Eligibility::economic_status, &Eligibility::qualification, &Eligibility::tenure};
    for (const auto mask : masks) {  // every category of the person is 0 here
        wanted_ = {};
        wanted_.*mask = 0b01;
        EXPECT_TRUE(is_eligible());
        wanted_.*mask = 0b10;
        EXPECT_FALSE(is_eligible());
    }
}

TEST_F(Eligible, Any_of_the_conditions_will_do) {
    wanted_.conditions = 0b110;
    EXPECT_FALSE(is_eligible());
    block_.people.conditions[0] = 0b101;
    EXPECT_TRUE(is_eligible());
}

TEST_F(Eligible, Flags_can_be_asked_for_or_against) {
    wanted_.lonely = true;
    EXPECT_FALSE(is_eligible());
    block_.people.lonely[0] = 1;
    EXPECT_TRUE(is_eligible());
    wanted_.disabled = false;
    EXPECT_TRUE(is_eligible());
    block_.people.disabled[0] = 1;
    EXPECT_FALSE(is_eligible());
}

TEST_F(Eligible, Tenure_is_of_private_households_only) {
    wanted_.tenure = 1U << static_cast<unsigned>(block_.households.tenure[0]);
    EXPECT_TRUE(is_eligible());
    block_.households.kind[0] = HouseholdKind::care_home;
    EXPECT_FALSE(is_eligible());
}

TEST_F(Eligible, Activity_groups_start_at_30_and_150_minutes) {
    EXPECT_EQ(activity_group(29.9), ActivityGroup::inactive);
    EXPECT_EQ(activity_group(30), ActivityGroup::fairly_active);
    EXPECT_EQ(activity_group(149.9), ActivityGroup::fairly_active);
    EXPECT_EQ(activity_group(150), ActivityGroup::active);
    wanted_.activity = 0b001;
    EXPECT_TRUE(asks_activity(wanted_));
    EXPECT_TRUE(is_eligible(29));
    EXPECT_FALSE(is_eligible(30));
}

TEST_F(Eligible, Body_mass_index_counts_from_its_bound) {
    wanted_.body_mass_index_from = 30;
    EXPECT_TRUE(asks_body_mass_index(wanted_));
    EXPECT_FALSE(is_eligible(0, 29.99));
    EXPECT_TRUE(is_eligible(0, 30));
}

/// A thousand people in one place.
class Forecasts : public Eligible {
protected:
    Forecasts() {
        for (int i = 1; i < 1000; ++i) block_.people.copy_row(block_.people.append(), block_.people, 0);
        population_.blocks.push_back(block_);
        programme_.from = 2026;
        programme_.to = 2027;
        programme_.reach.mean = 0.1;
        programme_.uptake.mean = 0.5;
        programme_.cost_per_participant.mean = 10;
        programme_.fixed_cost_per_year.mean = 100;
    }
    Forecast result() const {
        return forecast(programme_, {population_, 2022, [](const Block&, std::size_t row) {
            return Measures{row < 400 ? 0.0 : 200.0, 25};
        }}, places_);
    }
    Population population_;
    Intervention programme_;
};

TEST_F(Forecasts, Each_person_is_offered_it_once) {
    const Forecast found = result();
    EXPECT_EQ(found.eligible, 1000U);
    EXPECT_EQ(found.eligible_by_ward.at(1), 1000U);
    EXPECT_NEAR(found.years.at(0).participants, 50, 1e-9);
    EXPECT_NEAR(found.years.at(1).participants, 45 + 0.09 * 5, 1e-9) << "a tenth has been offered it, and nine in a hundred of them have made way for newcomers";
    EXPECT_NEAR(found.cost, 10 * 95.45 + 200, 1e-9);
}

TEST_F(Forecasts, Each_year_brings_new_people_of_the_first_age) {
    programme_.eligible.age_from = programme_.eligible.age_to = 40;
    EXPECT_NEAR(result().years.at(1).participants, 50, 1e-9);
}

TEST_F(Forecasts, A_yearly_offer_does_not_run_dry) {
    programme_.yearly = true;
    EXPECT_NEAR(result().years.at(1).participants, 50, 1e-9);
}

TEST_F(Forecasts, Places_bind) {
    programme_.places = 20;
    const Forecast found = result();
    EXPECT_NEAR(found.years.at(0).participants, 20, 1e-9);
    EXPECT_NEAR(found.years.at(0).unmet, 30, 1e-9);
    EXPECT_NEAR(found.years.at(0).cost, 300, 1e-9);
}

TEST_F(Forecasts, Measures_are_asked_for) {
    programme_.eligible.activity = 0b001;
    EXPECT_EQ(result().eligible, 400U);
}

}  // namespace spires::testing
