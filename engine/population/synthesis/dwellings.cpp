#include "population/synthesis/attributes.hpp"
#include "population/synthesis/quotas.hpp"

#include <algorithm>

namespace spires {

namespace {

using enum Tenure;

/// Private households of a draft.
std::vector<std::uint32_t> private_households(const PlaceDraft& draft) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t h = 0; h < draft.households.size(); ++h)
        if (draft.households[h].kind == HouseholdKind::private_household) found.push_back(h);
    return found;
}

/// Draws one category for each private household, totals nearest to the place's target.
template <class Odds>
std::vector<std::uint8_t> draw_category(const std::vector<std::uint32_t>& households,
                                        const std::vector<double>& target, Odds odds_of,
                                        Luck& luck) {
    Matrix odds(households.size(), target.size());
    for (std::size_t i = 0; i < households.size(); ++i) odds_of(households[i], odds.row(i));
    return draw_by_odds(std::move(odds),
                        round_to_total(target, static_cast<int>(households.size())), luck);
}

/// Assumed odds of tenure (owned outright, mortgage, shared ownership, social rent, private rent,
/// rent free) by age.
constexpr std::array<int, 5> tenure_ages{25, 35, 50, 65, 200};
constexpr double tenure_odds_by_age[5][6]{{0.02, 0.10, 0.3, 0.7, 3.0, 1.0},
                                          {0.06, 0.90, 1.5, 0.9, 2.0, 1.0},
                                          {0.20, 2.00, 1.5, 1.1, 1.0, 1.0},
                                          {0.90, 1.10, 0.7, 1.1, 0.5, 1.0},
                                          {3.00, 0.15, 0.4, 1.0, 0.2, 1.5}};

void tenure_odds(const PlaceDraft& draft, std::uint32_t h, std::span<double> odds) {
    const auto& household = draft.households[h];
    const auto& reference = draft.people[household.members.front()];
    const auto band = static_cast<std::size_t>(
        std::ranges::upper_bound(tenure_ages, reference.age) - tenure_ages.begin());
    std::copy(std::begin(tenure_odds_by_age[band]), std::end(tenure_odds_by_age[band]),
              odds.begin());
    const auto times = [&](Tenure tenure, double ratio) {
        odds[static_cast<std::size_t>(tenure)] *= ratio;
    };
    if (household.composition == Composition::one_person)
        times(mortgage, 0.6), times(social_rent, 1.4), times(private_rent, 1.1);
    if (household.composition == Composition::other_single_family)
        times(owned_outright, 1.3), times(mortgage, 1.2), times(social_rent, 0.8);
    if (household.composition == Composition::families_with_dependent_children &&
        reference.arrangement == Arrangement::couple)
        times(mortgage, 1.4);
    if (reference.arrangement == Arrangement::lone_parent)
        times(social_rent, 2.2), times(mortgage, 0.45), times(owned_outright, 0.5);
    if (reference.arrangement == Arrangement::sharing)
        times(private_rent, reference.age < 35 ? 4.0 : 1.5), times(social_rent, 0.5);
    if (reference.economic_status == EconomicStatus::education)
        times(private_rent, 3), times(mortgage, 0.2), times(owned_outright, 0.3);
    if (reference.economic_status == EconomicStatus::employed)
        times(mortgage, 1.8), times(social_rent, 0.7);
    if (reference.economic_status == EconomicStatus::unemployed ||
        reference.economic_status == EconomicStatus::inactive)
        times(social_rent, 2.2), times(mortgage, 0.4);
}

enum class Building : std::uint8_t { detached, semi_detached, terraced, flat };

/// What the census words of accommodation mean; flats and others are one.
std::vector<Building> buildings_of(const std::vector<std::string>& names) {
    constexpr std::array<std::string_view, 3> houses{"detached", "semi_detached", "terraced"};
    std::vector<Building> buildings;
    for (const auto& name : names)
        buildings.push_back(static_cast<Building>(std::ranges::find(houses, name) - houses.begin()));
    return buildings;
}

/// Assumed odds of a type of accommodation by size of household and tenure.
void accommodation_odds(const DraftHousehold& household, const std::vector<Building>& buildings,
                        std::span<double> odds) {
    const auto size = household.members.size();
    const bool owns = household.tenure == owned_outright || household.tenure == mortgage;
    for (std::size_t c = 0; c < buildings.size(); ++c) {
        if (buildings[c] == Building::detached)
            odds[c] = (owns ? 3.0 : 0.3) * (size >= 4 ? 1.6 : (size == 1 ? 0.4 : 1.0));
        else if (buildings[c] == Building::semi_detached)
            odds[c] = (owns ? 1.5 : 0.8) * (size == 1 ? 0.6 : 1.0);
        else if (buildings[c] == Building::terraced)
            odds[c] = size == 1 ? 0.7 : 1.1;
        else
            odds[c] =
                (owns ? 0.4 : 1.6) *
                (size == 1 ? 2.5 : (size == 2 ? 1.4 : (size == 3 ? 0.6 : 0.25)));
    }
}

/// Assumed odds of occupancy (two or more spare, one spare, none, one short, two or more short) by
/// size 1 … 6+.
constexpr double occupancy_odds_by_size[6][5]{
    {1.20, 1.30, 1.20, 1e-4, 1e-6}, {1.50, 1.30, 0.90, 0.05, 1e-3}, {0.90, 1.10, 1.00, 0.4, 0.1},
    {0.60, 1.00, 1.10, 0.80, 0.40}, {0.30, 0.60, 1.20, 2.00, 1.20}, {0.15, 0.35, 1.00, 4.0, 5.0}};

void occupancy_odds(const DraftHousehold& household, bool flat, std::span<double> odds) {
    const std::size_t row = std::min<std::size_t>(household.members.size(), 6) - 1;
    std::copy(std::begin(occupancy_odds_by_size[row]), std::end(occupancy_odds_by_size[row]),
              odds.begin());
    if (household.tenure == owned_outright) odds[0] *= 2.2, odds[1] *= 1.3;
    if (household.tenure == mortgage) odds[0] *= 1.4;
    if (household.tenure == social_rent || household.tenure == private_rent)
        odds[0] *= 0.5, odds[3] *= 1.5, odds[4] *= 1.5;
    if (flat) odds[0] *= 0.15, odds[1] *= 0.6;
}

/// Dimensions of deprivation a household's members show: work, learning, health, housing.
int shown_dimensions(const PlaceDraft& draft, const DraftHousehold& household) {
    bool work = false, learnt = false, health = false;
    for (const auto m : household.members) {
        const auto& person = draft.people[m];
        work |= person.economic_status == EconomicStatus::unemployed ||
                (person.economic_status == EconomicStatus::inactive && person.disabled);
        learnt |= person.age >= 16 &&
                  (person.qualification != Qualification::none ||
                   (person.age < 19 && person.economic_status == EconomicStatus::education));
        health |= person.disabled;
    }
    constexpr std::uint8_t one_short = 3;
    return work + !learnt + health + (household.occupancy >= one_short);
}

void deprivation_odds(int shown, std::span<double> odds) {
    constexpr std::array<double, 5> by_distance{1.0, 0.15, 0.02, 0.003, 0.0005};
    for (int d = 0; d < static_cast<int>(odds.size()); ++d)
        odds[static_cast<std::size_t>(d)] =
            by_distance[static_cast<std::size_t>(std::min(4, d > shown ? d - shown : shown - d))];
}

}  // namespace

void draw_dwellings(PlaceDraft& draft, const CensusTables& census, const Targets& targets,
                    Luck& luck) {
    const auto households = private_households(draft);
    const auto& place = draft.place;
    const auto assign = [&](const std::vector<double>& target, auto odds_of, auto set) {
        const auto drawn = draw_category(households, target, odds_of, luck);
        for (std::size_t i = 0; i < households.size(); ++i)
            set(draft.households[households[i]], drawn[i]);
    };
    assign(
        targets.tenure[place],
        [&](std::uint32_t h, std::span<double> odds) { tenure_odds(draft, h, odds); },
        [](DraftHousehold& household, std::uint8_t c) {
            household.tenure = static_cast<Tenure>(c);
        });
    const auto buildings = buildings_of(census.accommodation.names);
    assign(
        targets.accommodation[place],
        [&](std::uint32_t h, std::span<double> odds) {
            accommodation_odds(draft.households[h], buildings, odds);
        },
        [](DraftHousehold& household, std::uint8_t c) { household.accommodation = c; });
    const auto is_flat = [&](const DraftHousehold& household) {
        return buildings[household.accommodation] == Building::flat;
    };
    assign(
        targets.occupancy[place],
        [&](std::uint32_t h, std::span<double> odds) {
            occupancy_odds(draft.households[h], is_flat(draft.households[h]), odds);
        },
        [](DraftHousehold& household, std::uint8_t c) { household.occupancy = c; });
    assign(
        targets.household_deprivation[place],
        [&](std::uint32_t h, std::span<double> odds) {
            deprivation_odds(shown_dimensions(draft, draft.households[h]), odds);
        },
        [](DraftHousehold& household, std::uint8_t c) { household.deprivation = c; });
}

}  // namespace spires
