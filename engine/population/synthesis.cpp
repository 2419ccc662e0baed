#include "population/synthesis.hpp"

#include "population/synthesis/attributes.hpp"
#include "population/synthesis/blocks.hpp"
#include "population/synthesis/fit.hpp"
#include "population/synthesis/households.hpp"
#include "population/synthesis/places.hpp"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

namespace spires {

namespace {

/// What the city as a whole settles before any place is drawn.
std::vector<PlacePlan> make_plans(const CensusTables& census, const Places& places) {
    std::vector<PlacePlan> plans(places.size());
    settle_residents(census, places, plans);
    settle_households(census, places, plans);
    settle_communal(census, places, plans);
    settle_compositions(census, places, plans);
    return plans;
}

}  // namespace

Synthesis synthesise(const std::filesystem::path& inputs, const Places& places, std::uint64_t seed,
                     int base_year) {
    const CensusTables census = read_census(inputs, places);
    const SocialTables social = SocialTables::read(inputs);
    const auto plans = make_plans(census, places);
    const Targets targets = make_targets(census, places, plans);
    const auto student_odds = student_odds_by_ward(census, social, places, plans);

    std::vector<PlaceDraft> drafts(places.size());
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t place) {
        Luck luck(seed, static_cast<std::uint32_t>(place));
        PlaceDraft draft = form_households(place, plans[place], census, luck);
        draw_ethnic_groups(draft, targets.ethnic_group[place], luck);
        draw_disability(draft, census, targets.disability[place], luck);
        draw_learning_and_work(draft, social, places.places[place].decile,
                               student_odds[places.places[place].ward], luck);
        draw_dwellings(draft, census, targets, luck);
        drafts[place] = std::move(draft);
    });

    Synthesis synthesis;
    tbb::parallel_invoke([&] { synthesis.fit = measure_fit(drafts, census, social, places, targets); },
                         [&] { synthesis.population = fill_blocks(drafts, seed, base_year); });
    synthesis.accommodation_names = census.accommodation.names;
    synthesis.occupancy_names = census.occupancy.names;
    return synthesis;
}

}  // namespace spires
