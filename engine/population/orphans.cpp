#include "population/orphans.hpp"

#include "population/close_ranks.hpp"
#include "population/households.hpp"
#include "population/parting.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

/// A household of one branch.
struct Home {
    std::size_t branch = 0;
    std::uint32_t slot = no_household;
    [[nodiscard]] bool operator==(const Home&) const = default;
};

/// A home for orphans: the higher fitness, then the lower hash.
struct Offered {
    int fitness = 0;
    std::uint64_t hash = ~0ULL;
    std::uint32_t slot = no_household;
    [[nodiscard]] bool better_than(const Offered& other) const noexcept { return fitness != other.fitness ? fitness > other.fitness : hash < other.hash; }
};

/// In one world, the household `from` goes to the household `to`; ids.
struct TakenIn {
    std::size_t world = 0;
    std::uint64_t from = 0, to = 0;
};

/// A bijection that scatters (the finaliser of SplitMix64): no two households have one hash.
constexpr std::uint64_t scatter(std::uint64_t x) noexcept {
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

constexpr int highest_fitness = 4;

class Orphans {
public:
    Orphans(const Places& places, BranchedBlock& branches, const Moment& now) : places_(places), branches_(branches), now_(now) {
        for (std::size_t b = 0; b < branches.size(); ++b) {
            leaving_.emplace_back();
            people_.push_back(branches[b].block.people.size());
        }
    }
    void take_in(std::span<const Orphan> orphans) {
        std::vector<Home> left;
        for (const auto& orphan : orphans) {
            const Home home{orphan.branch, branches_[orphan.branch].block.people.household[orphan.row]};
            if (std::ranges::find(left, home) == left.end()) left.push_back(home);
        }
        for (const auto& home : left) choose_home(home);
        part_households();
        for (const auto& taken : taken_in_) join(taken);
    }

private:
    /// How well a household suits children left alone: with other children and in their ward, best.
    [[nodiscard]] int fitness(const Block& block, std::uint32_t slot, const Composition& home, std::uint16_t ward) const {
        if (home.reference == nobody) return 0;
        return 1 + (home.dependants > 0 ? 2 : 0) + (ward_of(block, slot) == ward ? 1 : 0);
    }
    [[nodiscard]] std::uint16_t ward_of(const Block& block, std::uint32_t slot) const { return places_.places[block.households.place[slot]].ward; }

    /// The best home of a branch: nearly always one in the ward, so that the others are not even composed.
    [[nodiscard]] Offered best_of(std::size_t branch, std::uint64_t salt, std::uint16_t ward) const {
        const Offered best = best_within(branch, salt, ward, false);
        return best.fitness == highest_fitness ? best : best_within(branch, salt, ward, true);
    }
    [[nodiscard]] Offered best_within(std::size_t branch, std::uint64_t salt, std::uint16_t ward, bool beyond_ward) const {
        thread_local Column<std::int32_t> considered, fits;  // by slot, by place
        const Block& block = branches_[branch].block;
        const auto slots = static_cast<std::uint32_t>(block.households.size());
        considered.resize(slots);
        fits.resize(places_.size());
        for (std::size_t place = 0; place < fits.size(); ++place) fits[place] = beyond_ward || places_.places[place].ward == ward ? 1 : 0;
        for (std::uint32_t slot = 0; slot < slots; ++slot) considered[slot] = is_private(block, slot) ? fits[block.households.place[slot]] : 0;
        const auto homes = compose_households(block, now_.year + 1, considered);
        Offered best;
        for (std::uint32_t slot = 0; slot < slots; ++slot) {
            if (considered[slot] == 0) continue;
            const Offered offered{fitness(block, slot, homes[slot], ward), scatter(block.households.id[slot] ^ salt), slot};
            if (offered.fitness > 0 && offered.better_than(best)) best = offered;
        }
        return best;
    }

    void choose_home(const Home& from) {
        const Branch& branch = branches_[from.branch];
        const auto& households = branch.block.households;
        const Words luck = now_.luck(households.id[from.slot], Purpose::orphan);
        const std::uint64_t salt = (std::uint64_t{luck[0]} << 32U) | luck[1];
        std::vector<Offered> offered;
        for (std::size_t b = 0; b < branches_.size(); ++b)
            offered.push_back((branches_[b].worlds & branch.worlds) != 0 ? best_of(b, salt, places_.places[households.place[from.slot]].ward) : Offered{});
        leaving_[from.branch].of(from.slot, branch.worlds) = branch.worlds;
        for_each_world(branch.worlds, [&](std::size_t world) {
            std::size_t best = branches_.size();
            for (std::size_t b = 0; b < branches_.size(); ++b)
                if (holds(branches_[b].worlds, world) && offered[b].fitness > 0 && (best == branches_.size() || offered[b].better_than(offered[best]))) best = b;
            if (best == branches_.size()) return;
            leaving_[best].of(offered[best].slot, only(world)) |= only(world);
            taken_in_.push_back({world, households.id[from.slot], branches_[best].block.households.id[offered[best].slot]});
        });
    }

    void part_households() {
        std::vector<Landing> landed;
        std::vector<Leaving> leaving;
        const std::size_t branches = people_.size();
        for (std::size_t b = 0; b < branches; ++b) {
            if (is_single(branches_[b].worlds)) continue;
            list_members(branches_[b].block, leaving_[b], people_[b], leaving);
            part(branches_, b, leaving, Company::household, landed);
            Block& left = branches_[b].block;
            for (const auto& gone_from : leaving) left.households.persons[left.people.household[gone_from.row]] = 0;
        }
        for (std::size_t b = 0; b < branches; ++b) remove_people(branches_[b].block, parted);
    }

    void join(const TakenIn& taken) {
        Block& block = branches_[branches_.of(only(taken.world))].block;
        const auto slot_of = [&](std::uint64_t id) { return static_cast<std::uint32_t>(std::ranges::find(block.households.id, id) - block.households.id.begin()); };
        const std::uint32_t from = slot_of(taken.from), to = slot_of(taken.to);
        for (std::size_t row = 0; row < block.people.size(); ++row)
            if (block.people.household[row] == from) join_household(block, row, to, Role::child);
        auto& persons = block.households.persons;
        persons[to] = static_cast<std::uint16_t>(persons[to] + persons[from]);
        persons[from] = 0;
    }

    const Places& places_;
    BranchedBlock& branches_;
    const Moment& now_;
    std::vector<HomeWorlds> leaving_;                ///< by branch: worlds in which households part
    std::vector<std::size_t> people_;                ///< [branch], before anybody parts
    std::vector<TakenIn> taken_in_;
};

}  // namespace

void take_in_orphans(const Places& places, BranchedBlock& branches, const Moment& now, std::span<const Orphan> orphans) {
    Orphans(places, branches, now).take_in(orphans);
}

}  // namespace spires
