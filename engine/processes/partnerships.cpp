#include "processes/partnerships.hpp"

#include "core/random_batch.hpp"
#include "population/households.hpp"
#include "population/parting.hpp"
#include "processes/founding.hpp"
#include "processes/matching.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

constexpr int year_of_age = 256;          ///< positions are ages in 1/256 year
constexpr int his_age_less = 2 * year_of_age;

constexpr std::uint64_t stays_single = ~0ULL;

/// Who of them is a reference person may turn out to have a partner.
constexpr Roles may_look = roles_of(Role::reference, Role::child, Role::other);

/// What the baseline decides for someone who looks.
struct Decided {
    std::uint64_t id = 0;
    std::uint64_t partner = stays_single;  ///< id
    bool is_she = false;
};

/// One block's couples of one year, in every world; buffers are reused from call to call.
class Courtship {
public:
    Courtship(BranchedBlock& branches, const Moment& now, const HouseholdRates& rates, const HighestChances& highest, const Destinations& destinations)
        : branches_(branches), now_(now), rates_(rates), highest_(highest), destinations_(destinations) {
        looking_.clear();
        pairs_.clear();
        decided_.clear();
    }
    void advance() {
        for (std::size_t b = 0; b < branches_.size(); ++b) look_from(b, 0);
        if (branches_.size() == 1 && holds_baseline(branches_[0].worlds)) {
            pair_off_alone();
            return;
        }
        decide_for_baseline();
        if (branches_.size() > 1) part_unlike_pairs();
        for (std::size_t b = 0; b < branches_.size(); ++b) pair_off(b);
    }

private:
    /// Adds those who look from a row on.
    void look_from(std::size_t b, std::size_t first_row) {
        const Block& block = branches_[b].block;
        const auto& people = block.people;
        thread_local BlockWords luck;
        thread_local std::vector<std::uint32_t> lookers;
        lookers.clear();
        luck.draw_from(first_row, now_.key, people.id, now_.year, static_cast<std::uint32_t>(Purpose::partnership));
        const auto consider = [&](std::uint32_t row) {
            if (people.age(row, now_.year) < adult_age) return;
            const double chance = rates_.partnership[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, now_.year))];
            if (happens(luck.word(0, row), chance)) lookers.push_back(row);
        };
        if (first_row == 0) {
            for (const std::uint32_t row : find_candidates(people, now_.year, luck.column(0), highest_, may_look)) consider(row);
        } else {
            for (auto row = static_cast<std::uint32_t>(first_row); row < people.size(); ++row)
                if (people.presence[row] == 0 && (may_look & roles_of(people.role[row])) != 0) consider(row);
        }
        add_lookers(b, lookers, luck);
    }
    /// Adds those of them who have no partner.
    void add_lookers(std::size_t b, const std::vector<std::uint32_t>& lookers, const BlockWords& words) {
        const Block& block = branches_[b].block;
        const auto& people = block.people;
        thread_local FewHomes homes;
        homes.forget();
        for (const std::uint32_t row : lookers) homes.ask(block, people.household[row]);
        homes.compose(block, now_.year);
        for (const std::uint32_t row : lookers) {
            const bool heads = people.role[row] == Role::reference;
            const auto& home = homes[people.household[row]];
            if (heads && home.partner != nobody) continue;
            const Words luck = words.at(row);
            if (heads && home.dependants > 0 && !happens(luck[3], rates_.shares.lone_parent_partnership_ratio)) continue;
            const int scatter = static_cast<int>(luck[2] >> 21U) - 4 * year_of_age;  // four years either way
            looking_.push_back({people.id[row], people.age(row, now_.year) * year_of_age + scatter - (people.sex[row] == Sex::male ? his_age_less : 0),
                                row, people.household[row], static_cast<std::uint32_t>(b), people.sex[row],
                                happens(luck[1], rates_.shares.look_for_same_sex), heads && home.others == 0, heads && home.dependants > 0});
        }
    }

    void decide_for_baseline() {
        thread_local Candidates pool;
        pool.clear();
        for (const auto& candidate : looking_)
            if (holds_baseline(branches_[candidate.branch].worlds)) pool.push_back(candidate);
        match(pool, pairs_);
        for (const auto& candidate : pool) decided_.push_back({candidate.id, stays_single, false});
        std::ranges::sort(decided_, {}, &Decided::id);
        for (const auto& [she, he] : pairs_) {
            *find(she.id) = {she.id, he.id, true};
            *find(he.id) = {he.id, she.id, false};
        }
    }
    [[nodiscard]] static Decided* find(std::uint64_t id) {
        const auto found = std::ranges::lower_bound(decided_, id, {}, &Decided::id);
        return found != decided_.end() && found->id == id ? &*found : nullptr;
    }

    /// Pairs that are not the same in all the worlds of both: what follows differs, so the worlds part.
    void part_unlike_pairs() {
        for (std::size_t b = 0; b < branches_.size(); ++b) {
            if (stays_.size() == b) stays_.emplace_back();
            stays_[b].assign(branches_[b].block.households.size(), branches_[b].worlds);
        }
        const std::size_t branches = branches_.size();
        if (find_unlike_pairs()) move_households(branches);
    }
    /// Finds the worlds in which each household goes on with the baseline: those in which both of a pair do,
    /// and so whoever else of the two households is paired, and theirs.
    bool find_unlike_pairs() {
        bool unlike = false;
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& [she, he] : pairs_) {
                WorldSet &hers = stays_[she.branch][she.household], &his = stays_[he.branch][he.household];
                if (hers == his) continue;
                hers = his = branches_.room_for(hers & his);
                changed = unlike = true;
            }
        }
        return unlike;
    }
    /// Parts households of the first branches as `stays_` tells, and follows those who look.
    void move_households(std::size_t branches) {
        thread_local std::vector<Landing> landed;
        thread_local std::vector<Leaving> leaving;
        landed.clear();
        std::vector<std::size_t> people;
        for (std::size_t b = 0; b < branches; ++b) people.push_back(branches_[b].block.people.size());
        for (std::size_t b = 0; b < branches; ++b) {
            for (auto& worlds : stays_[b]) worlds = branches_[b].worlds & ~worlds;  // those that leave
            list_members(branches_[b].block, stays_[b], people[b], leaving);
            part(branches_, b, leaving, Company::household, landed);
        }
        std::erase_if(looking_, [&](const Candidate& c) { return (branches_[c.branch].block.people.presence[c.row] & parted) != 0; });
        for (std::size_t b = 0; b < branches_.size(); ++b) look_from(b, b < branches ? people[b] : 0);
    }

    /// Forms the couples of one branch: the baseline's, then those of whom the baseline does not know.
    void pair_off(std::size_t b) {
        thread_local Candidates here, left;
        thread_local std::vector<Pair> pairs;
        here.clear();
        left.clear();
        pairs.clear();
        std::ranges::copy_if(looking_, std::back_inserter(here), [&](const Candidate& c) { return c.branch == b; });
        std::ranges::sort(here, {}, &Candidate::id);
        for (const auto& candidate : here) {
            const Decided* decided = find(candidate.id);
            if (decided != nullptr && decided->partner == stays_single) continue;
            const auto partner = decided == nullptr ? here.end() : std::ranges::lower_bound(here, decided->partner, {}, &Candidate::id);
            if (partner == here.end() || partner->id != decided->partner || !suits(candidate, *partner))
                left.push_back(candidate);
            else if (decided->is_she)
                pairs.push_back({candidate, *partner});
        }
        match(left, pairs);
        move_together(branches_[b].block, pairs);
    }
    /// The same where the baseline is all there is: its pairs are those that form.
    void pair_off_alone() {
        match(looking_, pairs_);
        std::ranges::sort(pairs_, {}, [](const Pair& pair) { return pair.she.id; });
        move_together(branches_[0].block, pairs_);
    }

    void move_together(Block& block, const std::vector<Pair>& pairs) const {
        thread_local std::vector<std::uint32_t> founders, partners;  // of pairs who live in neither's home
        founders.clear();
        partners.clear();
        for (const auto& [she, he] : pairs) {
            const bool hers = she.has_dependants || (!he.has_dependants && she.heads_home);
            const bool his = !hers && (he.has_dependants || he.heads_home);
            if (his) join_household(block, she.row, he.household, Role::partner);
            else if (hers) join_household(block, he.row, she.household, Role::partner);
            else founders.push_back(she.row), partners.push_back(he.row);
        }
        const auto homes = found_households(block, now_, destinations_, founders);
        for (std::size_t k = 0; k < homes.size(); ++k) join_household(block, partners[k], homes[k], Role::partner);
    }

    BranchedBlock& branches_;
    const Moment& now_;
    const HouseholdRates& rates_;
    const HighestChances& highest_;
    const Destinations& destinations_;
    static thread_local Candidates looking_;           ///< in every branch
    static thread_local std::vector<Pair> pairs_;      ///< of the baseline
    static thread_local std::vector<Decided> decided_;  ///< in the baseline, by id
    static thread_local std::vector<std::vector<WorldSet>> stays_;  ///< by branch and slot: worlds that go on with the baseline
};
thread_local Candidates Courtship::looking_;
thread_local std::vector<Pair> Courtship::pairs_;
thread_local std::vector<Decided> Courtship::decided_;
thread_local std::vector<std::vector<WorldSet>> Courtship::stays_;

}  // namespace

Partnerships::Partnerships(const HouseholdRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = adult_age; age < ages; ++age) highest_.raise(sex, age, rates.partnership[static_cast<std::size_t>(sex)][age]);
}

void Partnerships::advance(BranchedBlock& branches, const Moment& now) const { Courtship(branches, now, rates_, highest_, destinations_).advance(); }

}  // namespace spires
