#include "processes/partnerships.hpp"

#include "population/households.hpp"
#include "processes/founding.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace spires {

namespace {

constexpr double same_sex_share = 0.03;   ///< of those who look [1]; same-sex couples of the 2021 census, rounded up
constexpr int year_of_age = 256;          ///< positions are ages in 1/256 year
constexpr int his_age_less = 2 * year_of_age;
constexpr int widest_gap = 10 * year_of_age;
constexpr std::size_t furthest_look = 8;  ///< waiting people considered before one waits in turn

/// Someone who looks for a partner.
struct Candidate {
    std::uint64_t id = 0;
    std::int32_t position = 0;  ///< age scattered and aligned between the sexes, 1/256 year
    std::uint32_t row = 0;
    std::uint32_t household = 0;
    Sex sex{};
    bool heads_home = false;    ///< a reference person without housemates
    bool has_dependants = false;
};
using Candidates = std::vector<Candidate>;

/// Those who look, apart: for the other sex, women for women, men for men.
struct Pools {
    std::array<Candidates, 3> of;
    void clear() { for (auto& pool : of) pool.clear(); }
    void add(const Candidate& candidate, bool same_sex) {
        of[same_sex ? 1 + static_cast<std::size_t>(candidate.sex) : 0].push_back(candidate);
    }
};

bool suits(const Candidate& a, const Candidate& b) {
    return std::abs(a.position - b.position) <= widest_gap && !(a.has_dependants && b.has_dependants) && a.household != b.household;
}

/// Matches in order of position with the person of the right sex who came last and still waits: a person
/// more or less changes few other couples, so that scenarios stay close.
template <class Pair>
void match(Candidates& pool, bool same_sex, Pair pair) {
    thread_local std::array<Candidates, sexes> waiting;
    for (auto& queue : waiting) queue.clear();
    std::ranges::sort(pool, [](const Candidate& a, const Candidate& b) {
        return a.position != b.position ? a.position < b.position : a.id < b.id;
    });
    for (const auto& candidate : pool) {
        auto& others = waiting[same_sex ? static_cast<std::size_t>(candidate.sex) : 1 - static_cast<std::size_t>(candidate.sex)];
        const std::size_t look = std::min(furthest_look, others.size());
        const auto found = std::find_if(others.rbegin(), others.rbegin() + static_cast<std::ptrdiff_t>(look),
                                        [&](const Candidate& other) { return suits(candidate, other); });
        if (found == others.rbegin() + static_cast<std::ptrdiff_t>(look)) {
            waiting[static_cast<std::size_t>(candidate.sex)].push_back(candidate);
            continue;
        }
        pair(candidate.sex == Sex::female ? candidate : *found, candidate.sex == Sex::female ? *found : candidate);
        others.erase(std::next(found).base());
    }
}

void look_for_partners(const Step& step, const HouseholdRates& rates, Pools& pools) {
    const auto homes = compose_households(step.block, step.year);
    const auto& people = step.block.people;
    for (std::size_t row = 0; row < people.size(); ++row) {
        const Role role = people.role[row];
        if (people.presence[row] != 0 || role == Role::partner || role == Role::resident) continue;
        const int age = people.age(row, step.year);
        const auto& home = homes[people.household[row]];
        if (age < adult_age || (role == Role::reference && home.partner != nobody)) continue;
        const double rate = rates.partnership[static_cast<std::size_t>(people.sex[row])][age_row(age)];
        const Words luck = draw(step.key, people.id[row], step.year, Purpose::partnership);
        if (!happens(luck[0], rate)) continue;
        const int scatter = static_cast<int>(luck[2] >> 21U) - 4 * year_of_age;  // four years either way
        pools.add({people.id[row], age * year_of_age + scatter - (people.sex[row] == Sex::male ? his_age_less : 0),
                   static_cast<std::uint32_t>(row), people.household[row], people.sex[row],
                   role == Role::reference && home.others == 0, role == Role::reference && home.dependants > 0},
                  happens(luck[1], same_sex_share));
    }
}

}  // namespace

void Partnerships::advance(Step& step) const {
    thread_local Pools pools;
    pools.clear();
    look_for_partners(step, rates_, pools);
    const auto move_together = [&](const Candidate& she, const Candidate& he) {
        const bool hers = she.has_dependants || (!he.has_dependants && she.heads_home);
        const bool his = !hers && (he.has_dependants || he.heads_home);
        if (his)
            join_household(step.block, she.row, he.household, Role::partner);
        else
            join_household(step.block, he.row, hers ? she.household : found_household(step, destinations_, she.row), Role::partner);
    };
    for (std::size_t p = 0; p < pools.of.size(); ++p) match(pools.of[p], p != 0, move_together);
}

}  // namespace spires
