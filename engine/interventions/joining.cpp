#include "interventions/joining.hpp"

#include "population/close_ranks.hpp"
#include "population/households.hpp"
#include "population/parting.hpp"

#include <algorithm>

namespace spires {

namespace {

void tally_unmet(const Block& block, const Taker& taker, const Places& places, int year, TallySheet& tallies) {
    const auto& people = block.people;
    tallies.add(places.places[people.place[taker.row]].cell, people.sex[taker.row], people.age(taker.row, year), Count::programme_unmet, 1);
}

/// The rows of one shared branch that part because somebody joins something: all of a private household,
/// and of an establishment those who join.
void list_leaving(const Block& block, const std::vector<Taker>& joiners, std::size_t branch, std::vector<Leaving>& leaving) {
    thread_local HomeWorlds homes;
    thread_local std::vector<Leaving> residents;
    homes.forget();
    residents.clear();
    for (const auto& joiner : joiners) {
        if (joiner.branch != branch) continue;
        const std::uint32_t home = block.people.household[joiner.row];
        if (is_private(block, home)) homes.of(home, only(joiner.world)) |= only(joiner.world);
        else residents.push_back({joiner.row, only(joiner.world)});
    }
    list_members(block, homes, block.people.size(), leaving);
    std::ranges::sort(residents, {}, &Leaving::row);
    for (const auto& resident : residents) {  // one entry a row, also for who joins in several worlds
        if (!leaving.empty() && leaving.back().row == resident.row) leaving.back().worlds |= resident.worlds;
        else leaving.push_back(resident);
    }
}

/// Parts the households of joiners; points them to where they then stand.
void part_households(BranchedBlock& branches, std::vector<Taker>& joiners) {
    thread_local std::vector<Leaving> leaving;
    thread_local std::vector<Landing> landed;
    const std::size_t before = branches.size();
    for (std::size_t b = 0; b < before; ++b) {
        if (is_single(branches[b].worlds)) continue;
        list_leaving(branches[b].block, joiners, b, leaving);
        landed.clear();
        part(branches, b, leaving, Company::household, landed);
        for (auto& joiner : joiners) {
            if (joiner.branch != b) continue;
            const auto landing = std::ranges::lower_bound(landed, std::pair{only(joiner.world), joiner.row}, {}, [](const Landing& l) { return std::pair{l.worlds, l.from}; });
            joiner.row = landing->to;
            joiner.branch = static_cast<std::uint32_t>(branches.of(landing->worlds));
        }
    }
}

void enrol_all(BranchedBlock& branches, const std::vector<Programmes>& of_world, std::vector<Taker>& joiners, int year, const SheetOf& sheet_of) {
    std::ranges::stable_sort(joiners, {}, &Taker::branch);  // who joins several keeps their order
    for (auto first = joiners.begin(); first != joiners.end();) {
        const auto last = std::find_if(first, joiners.end(), [&](const Taker& taker) { return taker.branch != first->branch; });
        Block& block = branches[first->branch].block;
        const ParticipationsByRow earlier(block);
        for (; first != last; ++first)
            of_world[first->world].enrol(block, first->row, first->intervention, earlier, year, sheet_of(only(first->world)));
    }
}

}  // namespace

void join_programmes(BranchedBlock& branches, const std::vector<Programmes>& of_world, const Places& places, int year, const SheetOf& sheet_of) {
    thread_local std::vector<Taker> joiners;
    joiners.clear();
    for (std::size_t world = 0; world < of_world.size(); ++world) {
        if (of_world[world].empty()) continue;
        of_world[world].admit(branches.index(), joiners, [&](const Taker& taker) { tally_unmet(branches[taker.branch].block, taker, places, year, sheet_of(only(world))); });
        if (branches.index() == 0) of_world[world].tally_idle(year, sheet_of(only(world)));
    }
    if (joiners.empty()) return;
    part_households(branches, joiners);
    enrol_all(branches, of_world, joiners, year, sheet_of);
    for (std::size_t b = 0; b < branches.size(); ++b)
        if (!is_single(branches[b].worlds)) remove_people(branches[b].block, parted);
}

}  // namespace spires
