#include "processes/care_homes.hpp"

#include "population/communal_homes.hpp"

#include <algorithm>

namespace spires {

namespace {

struct Residents {
    double in_care = 0, all = 0;
    [[nodiscard]] double share() const noexcept { return all > 0 ? in_care / all : 0.0; }
};
using ByBand = std::array<std::array<Residents, five_year_bands>, sexes>;

/// Share in care at an age, in a straight line between the middles of bands; single ages are too few.
double share_at(const std::array<Residents, five_year_bands>& bands, int age) {
    const std::size_t band = five_year_band(age), last = five_year_bands - 1;
    const double from_middle = (age - (static_cast<double>(band) * 5 + 2)) / 5.0;
    const std::size_t next = from_middle < 0 ? (band == 0 ? 0 : band - 1) : std::min(band + 1, last);
    const double weight = from_middle < 0 ? -from_middle : from_middle;
    return (1.0 - weight) * bands[band].share() + weight * bands[next].share();
}

}  // namespace

CareHomeEntries CareHomeEntries::solve(const Population& base, std::size_t number_of_places, int base_year) {
    ByBand bands{};
    std::vector<double> residents(number_of_places, 0.0);
    for (const auto& block : base.blocks)
        for (std::size_t row = 0; row < block.people.size(); ++row) {
            const bool in_care = block.households.kind[block.people.household[row]] == HouseholdKind::care_home;
            auto& band = bands[static_cast<std::size_t>(block.people.sex[row])][five_year_band(block.people.age(row, base_year))];
            band.all += 1;
            band.in_care += in_care ? 1 : 0;
            if (in_care) residents[block.people.place[row]] += 1;
        }
    CareHomeEntries entries;
    entries.places = Choice(residents);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = youngest_in_care; age < oldest_age; ++age) {
            const double now = share_at(bands[sex], age), next = share_at(bands[sex], age + 1);
            entries.chance[sex][age_row(age)] = next > now ? (next - now) / (1.0 - now) : 0.0;
        }
    return entries;
}

CareHomes::CareHomes(const CareHomeEntries& entries) : entries_(entries) {
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = 0; age < ages; ++age) highest_.raise(sex, age, entries.chance[static_cast<std::size_t>(sex)][age]);
}

void CareHomes::advance(Step& step) const {
    thread_local CommunalHomes homes(HouseholdKind::care_home);
    if (entries_.places.empty()) return;
    const auto& people = step.block.people;
    const std::uint32_t* const luck = step.event_words().column(3);
    homes.clear();
    for (const std::uint32_t row : find_candidates(people, step.year, luck, highest_, roles_of(Role::reference, Role::partner, Role::child, Role::other))) {
        if (!happens(luck[row], entries_.chance[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, step.year))])) continue;
        const auto place = static_cast<std::uint16_t>(entries_.places(draw(step.key, people.id[row], step.year, Purpose::care_home)[0]));
        join_household(step.block, row, homes.of(step.block.households, place, step.block_index), Role::resident);
    }
}

}  // namespace spires
