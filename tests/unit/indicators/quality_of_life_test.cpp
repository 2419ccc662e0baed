#include "indicators/quality_of_life.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace spires {
namespace {

constexpr std::size_t band_40 = life_table_band(40);

/// Half the women of 40 to 44 are ill and nobody else; the norm is 0.8 everywhere.
HealthTables tables() {
    HealthTables made;
    for (auto& of_sex : made.utility) of_sex.fill(0.8);
    Condition cough;
    cough.name = "cough";
    cough.eq5d_decrement = 0.1;
    for (std::size_t age = 40; age < 45; ++age) cough.prevalence[0][age] = 0.5;
    made.conditions = {cough};
    return made;
}

TEST(UtilityWithoutConditions, adds_to_the_norm_what_its_ill_people_lose) {
    const UtilityNorm utility = utility_without_conditions(tables());
    EXPECT_DOUBLE_EQ(utility[0][band_40], 0.85);
    EXPECT_DOUBLE_EQ(utility[1][band_40], 0.8);
    HealthTables well = tables();
    well.utility[0][band_40] = 0.99;
    EXPECT_DOUBLE_EQ(utility_without_conditions(well)[0][band_40], 1.0) << "nobody is better than well";
}

TEST(Qalys, are_years_at_that_utility_less_the_decrements_of_the_ill) {
    Places places;
    places.wards.resize(1);
    places.cells.push_back({0, std::uint8_t{0}});
    TallySheet sheet(TallyLayout{1, 0}, 1);
    const auto key = TallySheet::key(0, Sex::female, band_40);
    *sheet.counts(sheet.layout().of(Count::person_years)).at(key) = to_fixed_point(100.0);
    const AreaTallies before(places, sheet);
    const auto all = quality_indicators(tables());
    const auto value = [&](const AreaTallies& areas, const char* name, SexGroup sex) {
        return std::ranges::find(all, name, [](const Indicator& each) { return each.variable.name; })->of_area(areas.area(0), sex);
    };
    EXPECT_DOUBLE_EQ(value(before, "person_years", SexGroup::persons), 100);
    EXPECT_DOUBLE_EQ(value(before, "qalys", SexGroup::persons), 85);
    EXPECT_DOUBLE_EQ(value(before, "qalys", SexGroup::male), 0);
    // Thirty of them are ill: 3 fewer.
    sheet.stocks().at(key)[TallySheet::stock_slots + sheet.layout().condition_slots()] = 30;
    const AreaTallies after(places, sheet);
    EXPECT_EQ(after.area(0).total(sheet.layout().prevalent(0), SexGroup::female), 30);
    EXPECT_DOUBLE_EQ(value(after, "qalys", SexGroup::persons), 82);
    EXPECT_DOUBLE_EQ(value(after, "qalys", SexGroup::female), 82);
}

}  // namespace
}  // namespace spires
