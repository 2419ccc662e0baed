// Ratios worked out for a block are those of each person, bit for bit.

#include "calibration/base_risks.hpp"
#include "calibration/model.hpp"
#include "core/random.hpp"
#include "support/city.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace spires::testing {
namespace {

/// People of all ages in any state; their number is no multiple of the lanes.
PersonColumns anybody(std::size_t places, std::size_t conditions) {
    PersonColumns people;
    people.resize(1003);
    for (std::size_t row = 0; row < people.size(); ++row) {
        const Words who = draw({7, 0}, row, 2022, 1U), what = draw({7, 0}, row, 2022, 2U);
        people.sex[row] = static_cast<Sex>(row % 2);
        people.birth_year[row] = static_cast<std::int16_t>(2022 - static_cast<int>(who[0] % 101));
        people.place[row] = static_cast<std::uint16_t>(who[1] % places);
        people.smoking[row] = static_cast<Smoking>(who[2] % 3);
        people.years_since_quitting[row] = static_cast<std::uint8_t>(who[3] % 64);
        people.activity_lagged[row] = static_cast<std::uint16_t>(what[0] % 8000);
        people.body_mass_lagged[row] = static_cast<std::uint16_t>(what[0] >> 16U);
        people.no2[row] = static_cast<std::uint16_t>(what[1]);
        people.pm25[row] = static_cast<std::uint16_t>(what[1] >> 16U);
        people.lonely[row] = static_cast<std::uint8_t>(what[2] % 2);
        people.economic_status[row] = static_cast<EconomicStatus>(what[2] / 2 % 6);
        people.circumstances[row] = static_cast<Circumstances>(what[2] / 16 % 16);
        people.conditions[row] = what[3] % (ConditionSet{1} << conditions);
    }
    return people;
}

TEST(BaseRisks, are_the_ratios_of_each_person) {
    const Inputs inputs = Inputs::read(city::inputs());
    ParameterDraw draw(1, 3);
    const RiskModel risks(inputs.health, inputs.parameters, draw);
    const PersonColumns people = anybody(inputs.places.size(), inputs.health.conditions.size());
    RiskPositions positions;
    positions.place(people, 2022, inputs.places);
    Scratch<double> ratios;
    for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome) {
        work_out_ratios(risks.factors(outcome), positions, people.conditions, ratios);
        for (std::size_t row = 0; row < people.size(); ++row)
            ASSERT_EQ(ratios[row], risks.ratio(outcome, RiskModel::state_of(people, row, people.conditions[row]), people.sex[row], people.age(row, 2022))) << outcome << ", row " << row;
    }
}

TEST(BaseRisks, are_never_above_the_highest_of_a_burden) {
    const Inputs inputs = Inputs::read(city::inputs());
    ParameterDraw draw(1, 3);
    const RiskModel risks(inputs.health, inputs.parameters, draw);
    const PersonColumns people = anybody(inputs.places.size(), inputs.health.conditions.size());
    for (std::size_t row = 0; row < people.size(); ++row) {
        const RiskState state = RiskModel::state_of(people, row, people.conditions[row]);
        const auto exposures = std::min<std::size_t>(static_cast<std::size_t>(std::popcount(state.flags)), exposed_burdens - 1);
        const std::size_t burden = (people.conditions[row] != 0 ? exposed_burdens : 0) + exposures;
        const int age = people.age(row, 2022);
        for (std::size_t outcome = 0; outcome < risks.outcomes(); ++outcome)
            ASSERT_LE(risks.ratio(outcome, state, people.sex[row], age), risks.highest(outcome, burden, people.sex[row], age) * (1 + 1e-12)) << outcome << ", row " << row;
    }
}

}  // namespace
}  // namespace spires::testing
