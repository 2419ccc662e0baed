#include "processes/pipeline.hpp"

#include "population/compaction.hpp"
#include "processes/care_homes.hpp"
#include "processes/conditions.hpp"
#include "processes/employment.hpp"
#include "processes/exposures.hpp"
#include "processes/good_health.hpp"
#include "processes/household_economy.hpp"
#include "processes/leaving_home.hpp"
#include "processes/living_with_illness.hpp"
#include "processes/mortality.hpp"
#include "processes/moves.hpp"
#include "processes/outdoor_air.hpp"
#include "processes/partnerships.hpp"
#include "processes/schooling.hpp"
#include "processes/screening.hpp"
#include "processes/separations.hpp"
#include "processes/service_use.hpp"
#include "processes/smoking.hpp"
#include "processes/social_life.hpp"
#include "processes/stocks.hpp"

namespace spires {

namespace {

template <class List, class... Each>
List in_order(Each... each) {
    List list;
    (list.push_back(std::move(each)), ...);
    return list;
}

}  // namespace

Births::Tables birth_tables(const Foundations& foundations, const Model& model) {
    const auto& demography = *foundations.demography;
    return {demography.fertility, demography.fertility_ratios, demography.fertility_normaliser,
            infant_deaths(foundations.inputs.mortality, model.parameters["infant_deaths_in_first_step"], foundations.inputs.base_year, foundations.last_year),
            model.parameters["boys_per_100_girls"], model.good_health.newborn_share};
}

Pipeline build_pipeline(const Foundations& foundations, const Model& model) {
    const auto& inputs = foundations.inputs;
    const auto& places = inputs.places;
    const auto& demography = *foundations.demography;
    const auto& levers = foundations.levers;
    return {
        in_order<Processes>(std::make_unique<const Stocks>(inputs),                      // who is here, before anything happens
                 std::make_unique<const Departures>(places, demography.departures)),
        // then programmes offer places (simulation.cpp): who is reached, before anything they change
        // ● the city meets: places of programmes to the lowest lottery numbers, arrivals that balance departures;
        // then the takers within places join
        in_order<Processes>(std::make_unique<const Arrivals>(places, demography.arrivals, *foundations.newcomer),
                 std::make_unique<const OutdoorAir>(inputs, model.parameters),
                 std::make_unique<const GrowingUp>(inputs, model.development),
                 std::make_unique<const Schooling>(inputs, model.development),
                 std::make_unique<const Employment>(inputs, model.parameters),
                 std::make_unique<const HouseholdEconomy>(model),             // work before income, income before what it does
                 std::make_unique<const Loneliness>(inputs),
                 std::make_unique<const Exposures>(inputs),
                 std::make_unique<const SmokingHabit>(inputs),
                 std::make_unique<const Drinking>(inputs),
                 std::make_unique<const Screening>(model, levers),
                 std::make_unique<const Conditions>(model, levers),           // risk factors before the conditions they cause
                 std::make_unique<const Dying>(model, levers),
                 std::make_unique<const GoodHealth>(model),
                 std::make_unique<const LivingWithIllness>(model),
                 std::make_unique<const SocialLife>(model),
                 std::make_unique<const ServiceUse>(model, levers),
                 std::make_unique<const Births>(places, birth_tables(foundations, model), *foundations.newcomer),
                 std::make_unique<const Moves>(demography.moves, demography.destinations),  // before homes are founded: nobody moves twice
                 std::make_unique<const Separations>(demography.households, demography.destinations),
                 std::make_unique<const CareHomes>(demography.care_homes)),
        in_order<Encounters>(
                 std::make_unique<const Partnerships>(demography.households, demography.destinations),
                 std::make_unique<const LeavingHome>(demography.households, demography.wards, demography.destinations),
                 std::make_unique<const Compaction>(places)),                 // last: who is here next year
    };
}

}  // namespace spires
