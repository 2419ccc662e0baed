#include "population/household_profile.hpp"

#include "population/households.hpp"

#include <algorithm>

namespace spires {

namespace {

/// People of one band by how they live.
struct Livers {
    double adults = 0, partnered = 0, alone = 0;
};
using LiversByBand = std::array<Livers, five_year_bands>;

void count_people(const Block& block, double with_parents_ratio, int year, LiversByBand& livers) {
    const auto homes = compose_households(block, year);
    const auto& people = block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const int age = people.age(row, year);
        if (age < follower_age || people.role[row] == Role::resident) continue;
        if (migration_group(age, people.economic_status[row]) == MigrationGroup::student) continue;
        const auto& home = homes[people.household[row]];
        const bool heads = people.role[row] == Role::reference;
        auto& band = livers[five_year_band(age)];
        band.adults += people.role[row] == Role::child ? with_parents_ratio : 1.0;
        if (people.role[row] == Role::partner || (heads && home.partner != nobody))
            band.partnered += 1;
        else if (heads && home.others == 0)
            band.alone += 1;
    }
}

void count_households(const Block& block, int year, HouseholdProfile& profile) {
    const auto& people = block.people;
    for (std::size_t row = 0; row < people.size(); ++row)
        if (people.role[row] == Role::reference)
            profile.households[five_year_band(people.age(row, year))][static_cast<std::size_t>(block.households.tenure[people.household[row]])] += 1;
}

/// Owners outright among owners, as the base's bands rise: a fifth of the step between bands each year.
void find_paying_off(HouseholdProfile& profile) {
    const auto mortgaged = [&](std::size_t band) {
        const double outright = profile.households[band][static_cast<std::size_t>(Tenure::owned_outright)];
        const double mortgage = profile.households[band][static_cast<std::size_t>(Tenure::mortgage)];
        return outright + mortgage > 0 ? mortgage / (outright + mortgage) : 0.0;
    };
    for (std::size_t band = 0; band + 1 < five_year_bands; ++band) {
        const double now = mortgaged(band), next = mortgaged(band + 1);
        if (now > 0 && next < now) profile.paying_off[band] = (1.0 - next / now) / 5.0;
    }
}

}  // namespace

HouseholdProfile profile_households(const Population& base, const MoveRates& rates, double with_parents_ratio, int base_year) {
    HouseholdProfile profile;
    LiversByBand livers;
    for (const auto& block : base.blocks) {
        count_people(block, with_parents_ratio, base_year, livers);
        count_households(block, base_year, profile);
    }
    for (std::size_t band = 0; band < five_year_bands; ++band) {
        const auto& of = livers[band];
        profile.partnered[band] = of.adults > 0 ? of.partnered / of.adults : 0.0;
        profile.heads_alone[band] = of.adults > of.partnered ? of.alone / (of.adults - of.partnered) : 1.0;
        auto movers = profile.households[band];
        for (std::size_t t = 0; t < movers.size(); ++t) movers[t] *= rates.rate[t][age_row(static_cast<int>(band) * 5 + 2)];
        profile.tenure[band] = Choice(profile.households[band]);
        profile.tenure_of_movers[band] = Choice(movers);
    }
    find_paying_off(profile);
    return profile;
}

}  // namespace spires
