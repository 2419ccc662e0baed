// A closed cohort, half of which reached a good level of development at 5: school, then work, then pay.

#include "core/maths.hpp"
#include "interventions/overlay.hpp"
#include "population/households.hpp"
#include "processes/employment.hpp"
#include "processes/household_budget.hpp"
#include "processes/schooling.hpp"
#include "support/city.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace spires::testing {
namespace {

constexpr std::size_t people = 80'000;
constexpr int last_age = 45;

/// The city's own tables, but for taxes: so that pay is gross.
Inputs untaxed() {
    Inputs inputs = Inputs::read(city::inputs());
    for (const char* tax : {"income_tax_basic", "income_tax_higher", "national_insurance_rate", "national_insurance_upper_rate"}) inputs.parameters.set(tax, 0);
    return inputs;
}

/// Girls and boys of 15 of one place, each in a home of their own, who learn and work from then on.
class Cohort {
public:
    explicit Cohort(std::uint64_t seed) : key_{seed, 0} {
        block_.people.resize(people);
        for (std::size_t row = 0; row < people; ++row) {
            block_.people.id[row] = base_id(row);
            block_.people.sex[row] = static_cast<Sex>(row % 2);
            block_.people.birth_year[row] = static_cast<std::int16_t>(inputs().base_year - 15);
            block_.people.development[row] = reached(row) ? Development::reached : Development::not_reached;
            block_.people.economic_status[row] = EconomicStatus::child;
            join_household(block_, row, open_household(block_.households, row, HouseholdKind::private_household, 0, Tenure::private_rent), Role::reference);
        }
    }
    static const Inputs& inputs() {
        static const Inputs read = untaxed();
        return read;
    }
    /// Half of the association is taken as cause.
    static const DevelopmentLinks& links() {
        static const DevelopmentLinks linked = link_development(inputs().places, inputs().social, inputs().wider, inputs().parameters, 0.5);
        return linked;
    }
    static bool reached(std::size_t row) { return row / 2 % 2 != 0; }
    void age_to(int age) {
        for (; inputs().base_year + age - 15 > year_; ++year_) {
            Step step{block_, 0, 1, year_, inputs().base_year, key_, city_, nothing_, sheet_, departures_};
            schooling_.advance(step);
            employment_.advance(step);
        }
    }
    [[nodiscard]] const PersonColumns& columns() const { return block_.people; }
    /// Share of those chosen who suit.
    template <class Chosen, class Suits>
    [[nodiscard]] double share(Chosen chosen, Suits suits) const {
        double of = 0, who = 0;
        for (std::size_t row = 0; row < people; ++row) {
            if (!chosen(row)) continue;
            of += 1;
            who += suits(row) ? 1 : 0;
        }
        return who / of;
    }
    /// Pay in pounds a week, of everybody.
    [[nodiscard]] std::vector<double> pay() {
        const HouseholdBudgets budgets(inputs(), inputs().parameters);
        Strata strata;
        strata.classify(block_.people, year_, inputs().places);
        BlockWords lasting;
        lasting.draw_all(lifelong(key_), block_.people.id, 0, Purpose::lifelong);
        HouseholdWeeks weeks;
        budgets.gather(block_, strata, lasting, nullptr, weeks);
        std::vector<double> pounds;
        for (auto& sums : weeks.sums) pounds.push_back(sums.of(Income::pay) / static_cast<double>(pound_unit));
        return pounds;
    }

private:
    Block block_;
    RandomKey key_;
    int year_ = inputs().base_year;
    CityYear city_;
    LeverOverlay nothing_;
    Schooling schooling_{inputs(), links()};
    Employment employment_{inputs(), inputs().parameters};
    TallySheet sheet_{{inputs().health.conditions.size(), inputs().health.services.size(), inputs().health.screening.size()}, inputs().places.cells.size()};
    AgeCounts departures_{};
};

double odds(double share) { return share / (1 - share); }

TEST(LifeCourse, after_a_good_level_of_development_fewer_leave_school_for_nothing) {
    Cohort cohort(1);
    cohort.age_to(16);
    const auto& columns = cohort.columns();
    const auto neet = [&](std::size_t row) { return columns.economic_status[row] == EconomicStatus::unemployed || columns.economic_status[row] == EconomicStatus::inactive; };
    for (const bool reached : {false, true}) {
        const double wanted = Cohort::links().neet[reached ? 1 : 0];
        EXPECT_NEAR(cohort.share([&](std::size_t row) { return Cohort::reached(row) == reached; }, neet), wanted, 5 * std::sqrt(wanted / people * 2)) << reached;
    }
    const auto& table = Cohort::inputs().social.neet;
    EXPECT_NEAR(std::log(odds(Cohort::links().neet[0]) / odds(Cohort::links().neet[1])), 0.5 * std::log(odds(table[0]) / odds(table[1])), 1e-6);
    EXPECT_GT(table[0], 2 * table[1]) << "the association that was published";
}

TEST(LifeCourse, goes_from_development_to_qualification_to_work_to_pay_by_the_ratios_of_the_tables) {
    for (const std::uint64_t seed : {1U, 2U}) {
        Cohort cohort(seed);
        cohort.age_to(last_age);
        const auto& columns = cohort.columns();
        const auto& parameters = Cohort::inputs().parameters;
        const auto reached = [](bool did) { return [did](std::size_t row) { return Cohort::reached(row) == did; }; };
        const auto has = [&](Qualification level) { return [&columns, level](std::size_t row) { return columns.qualification[row] == level; }; };
        const auto works = [&](std::size_t row) { return columns.economic_status[row] == EconomicStatus::employed; };
        const double degree[]{cohort.share(reached(false), has(Qualification::level_4)), cohort.share(reached(true), has(Qualification::level_4))};
        EXPECT_NEAR(odds(degree[1]) / odds(degree[0]), std::sqrt(parameters["development_qualification_odds_ratio"]), 0.15) << "development to qualification";

        const double work_odds = odds(cohort.share(has(Qualification::level_4), works)) / odds(cohort.share(has(Qualification::level_1_2), works));
        EXPECT_NEAR(work_odds, parameters["work_odds_level_4"] / parameters["work_odds_level_1_2"], 0.25) << "qualification to work";

        const auto pay = cohort.pay();
        const auto mean = [&](auto chosen) {
            double pounds = 0, who = 0;
            for (std::size_t row = 0; row < people; ++row) {
                if (!chosen(row)) continue;
                pounds += pay[row];
                who += 1;
            }
            return pounds / who;
        };
        for (const Sex sex : {Sex::female, Sex::male}) {
            const auto earning = [&](Qualification level) { return mean([&, level](std::size_t row) { return columns.sex[row] == sex && works(row) && columns.qualification[row] == level; }); };
            const auto& money = Cohort::inputs().wider.money;
            const double wanted = static_cast<double>(money.pay_of(sex, last_age, Qualification::level_4) / money.pay_of(sex, last_age, Qualification::level_1_2));
            EXPECT_NEAR(earning(Qualification::level_4) / earning(Qualification::level_1_2), wanted, 0.04) << "qualification to pay";
        }
        EXPECT_GT(mean(reached(true)), 1.04 * mean(reached(false))) << "the whole way: " << mean(reached(true)) << " and " << mean(reached(false)) << " pounds a week";
        EXPECT_GT(cohort.share(reached(true), works), cohort.share(reached(false), works));
    }
}

}  // namespace
}  // namespace spires::testing
