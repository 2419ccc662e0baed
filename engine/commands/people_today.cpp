#include "commands/people_today.hpp"

#include "calibration/initial_state.hpp"
#include "population/synthesis.hpp"

namespace spires {

void with_people_of_the_base(const std::filesystem::path& inputs, const Places& /*places*/,
                             const std::function<void(const PeopleToday&)>& then) {
    constexpr std::uint64_t seed = 1;
    const Inputs tables = Inputs::read(inputs);
    Synthesis city = synthesise(inputs, tables.places, seed, tables.base_year);
    ParameterDraw draw = ParameterDraw::central();
    const RiskModel risks(tables.health, draw);
    InitialState(tables, risks).initialise(city.population, {seed, 0});
    then({city.population, tables.base_year});
}

}  // namespace spires
