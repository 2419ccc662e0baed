#include "indicators/inequality.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace spires {
namespace {

/// One ward with four national tenths; women alone; death rates and admissions fall from the most deprived.
class FourTenths {
public:
    FourTenths() {
        places_.wards.resize(1);
        for (const std::uint8_t tenth : {std::uint8_t{0}, std::uint8_t{3}, std::uint8_t{6}, std::uint8_t{9}}) places_.cells.push_back({0, tenth, tenth});
        Service admissions;
        admissions.name = "emergency_admissions";
        tables_.services = {admissions};
        TallySheet sheet(TallyLayout{0, 1}, places_.cells.size());
        for (std::size_t cell = 0; cell < places_.cells.size(); ++cell)
            for (std::size_t band = 0; band < life_table_bands; ++band) fill(sheet, cell, band);
        areas_ = std::make_unique<AreaTallies>(places_, sheet);
    }
    [[nodiscard]] double of(const std::string& name) const {
        const auto all = inequality_indicators(tables_);
        const auto found = std::find_if(all.begin(), all.end(), [&](const Indicator& indicator) { return indicator.variable.name == name; });
        return found == all.end() ? 1e300 : found->of_city(*areas_, SexGroup::persons);
    }
    [[nodiscard]] std::vector<Indicator> all() const { return inequality_indicators(tables_); }

private:
    static void fill(TallySheet& sheet, std::size_t cell, std::size_t band) {
        const auto put = [&](std::size_t quantity, double events) { *sheet.counts(quantity).at(TallySheet::key(cell, Sex::female, band)) = to_fixed_point(events); };
        const auto& layout = sheet.layout();
        const double admission_rate = 0.2 - 0.04 * static_cast<double>(cell);  // a straight line over equal tenths
        put(layout.of(Count::person_years), 1000);
        put(layout.of(Count::expected_deaths), 10.0 * static_cast<double>(8 - cell) / 8);
        put(layout.of(Count::good_health_years), 800);
        put(layout.service(0), 1000 * admission_rate);
    }
    Places places_;
    HealthTables tables_;
    std::unique_ptr<AreaTallies> areas_;
};

TEST(Inequality, of_admissions_is_the_line_through_standardised_rates) {
    const FourTenths city;
    EXPECT_NEAR(city.of("emergency_admissions_gap"), 12000, 1e-3) << "20 less 8 in a hundred, the deprived above";
    EXPECT_NEAR(city.of("emergency_admissions_slope_index"), -16000, 1e-3) << "from 22 at the one end to 6 at the other";
    EXPECT_NEAR(city.of("emergency_admissions_relative_index"), 6.0 / 22, 1e-7);
}

TEST(Inequality, of_life_slopes_up_from_the_deprived_and_that_of_deaths_down) {
    const FourTenths city;
    EXPECT_GT(city.of("life_expectancy_slope_index"), 1);
    EXPECT_GT(city.of("life_expectancy_relative_index"), 1);
    EXPECT_NEAR(city.of("healthy_life_expectancy_slope_index"), 0.8 * city.of("life_expectancy_slope_index"), 1e-6);
    EXPECT_GT(city.of("premature_mortality_gap"), 0);
    EXPECT_LT(city.of("premature_mortality_slope_index"), 0);
    EXPECT_TRUE(std::isnan(city.of("good_level_of_development_slope_index"))) << "no child was assessed";
}

TEST(Inequality, is_better_when_it_is_nearer_to_none) {
    for (const auto& indicator : FourTenths().all()) {
        const std::string& name = indicator.variable.name;
        const bool falls = name.starts_with("premature") || name.starts_with("emergency");
        EXPECT_EQ(indicator.variable.direction, falls && !name.ends_with("_gap") ? "higher" : "lower") << name;
        EXPECT_TRUE(indicator.variable.city_only) << name;
    }
}

}  // namespace
}  // namespace spires
