#include "processes/partnerships.hpp"

#include "population/households.hpp"
#include "population/parting.hpp"
#include "processes/asked.hpp"
#include "processes/founding.hpp"
#include "processes/matching.hpp"

#include <algorithm>
#include <vector>

namespace spires {

namespace {

constexpr int year_of_age = 256;          ///< positions are ages in 1/256 year
constexpr int his_age_less = 2 * year_of_age;

/// Who of them is a reference person may turn out to have a partner.
constexpr Roles may_look = roles_of(Role::reference, Role::child, Role::other);

/// What the baseline decides for someone who looks. They are numbered in order of id.
struct Decided {
    std::uint64_t id = 0;
    std::uint32_t partner = nobody;  ///< number
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
        number_lookers();
        for (std::size_t b = 0; b < branches_.size(); ++b) pair_off(b);
    }

private:
    /// Adds those who look from a row on.
    void look_from(std::size_t b, std::size_t first_row) {
        const auto& people = branches_[b].block.people;
        thread_local Asked could;
        thread_local std::vector<std::uint32_t> lucky;  // numbers of those who could
        could.reset(people.size() - first_row);
        if (first_row == 0) {
            for (const std::uint32_t row : find_candidates(people, now_.key, now_.year, Purpose::partnership, highest_, may_look))
                could.add_if(people.age(row, now_.year) >= adult_age, row, people.id[row]);
        } else {
            for (std::size_t row = first_row; row < people.size(); ++row)
                could.add_if(people.presence[row] == 0 && (may_look & roles_of(people.role[row])) != 0 && people.age(row, now_.year) >= adult_age, row, people.id[row]);
        }
        could.draw(now_.key, now_.year, Purpose::partnership);
        lucky.clear();
        for (std::uint32_t k = 0; k < could.size(); ++k) {
            const std::uint32_t row = could.row(k);
            if (happens(could.word(0, k), rates_.partnership[static_cast<std::size_t>(people.sex[row])][age_row(people.age(row, now_.year))])) lucky.push_back(k);
        }
        add_lookers(b, could, lucky);
    }
    /// Adds those of them who have no partner.
    void add_lookers(std::size_t b, const Asked& could, const std::vector<std::uint32_t>& lucky) {
        const Block& block = branches_[b].block;
        const auto& people = block.people;
        thread_local FewHomes homes;
        homes.forget();
        for (const std::uint32_t k : lucky) homes.ask(block, people.household[could.row(k)]);
        homes.compose(block, now_.year);
        for (const std::uint32_t k : lucky) {
            const std::uint32_t row = could.row(k);
            const bool heads = people.role[row] == Role::reference;
            const auto& home = homes[people.household[row]];
            if (heads && home.partner != nobody) continue;
            const Words luck = could.words(k);
            if (heads && home.dependants > 0 && !happens(luck[3], rates_.shares.lone_parent_partnership_ratio)) continue;
            const int scatter = static_cast<int>(luck[2] >> 21U) - 4 * year_of_age;  // four years either way
            looking_.push_back({people.id[row], people.age(row, now_.year) * year_of_age + scatter - (people.sex[row] == Sex::male ? his_age_less : 0),
                                row, people.household[row], static_cast<std::uint32_t>(b), nobody, people.sex[row],
                                happens(luck[1], rates_.shares.look_for_same_sex), heads && home.others == 0, heads && home.dependants > 0});
        }
    }

    void decide_for_baseline() {
        thread_local Candidates pool;
        pool.clear();
        std::ranges::sort(looking_, {}, &Candidate::id);
        for (auto& candidate : looking_) {
            if (!holds_baseline(branches_[candidate.branch].worlds)) continue;
            candidate.number = static_cast<std::uint32_t>(decided_.size());
            decided_.push_back({candidate.id, nobody, false});
            pool.push_back(candidate);
        }
        match(pool, pairs_);
        for (const auto& [she, he] : pairs_) {
            decided_[she.number] = {she.id, he.number, true};
            decided_[he.number] = {he.id, she.number, false};
        }
    }
    /// Tells those who look, in order of id, who they are in the baseline.
    void number_lookers() {
        std::uint32_t next = 0;
        for (auto& candidate : looking_) {
            while (next < decided_.size() && decided_[next].id < candidate.id) ++next;
            candidate.number = next < decided_.size() && decided_[next].id == candidate.id ? next : nobody;
        }
    }

    /// Pairs that are not the same in all the worlds of both: what follows differs, so the worlds part.
    void part_unlike_pairs() {
        for (std::size_t b = 0; b < branches_.size(); ++b) {
            if (stays_.size() == b) stays_.emplace_back();
            stays_[b].forget();
        }
        const std::size_t branches = branches_.size();
        if (find_unlike_pairs()) move_households(branches);
    }
    WorldSet& worlds_of_home(const Candidate& candidate) { return stays_[candidate.branch].of(candidate.household, branches_[candidate.branch].worlds); }
    /// Finds the worlds in which each household goes on with the baseline: those in which both of a pair do,
    /// and so whoever else of the two households is paired, and theirs.
    bool find_unlike_pairs() {
        bool unlike = false;
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& [she, he] : pairs_) {
                const WorldSet hers = worlds_of_home(she), his = worlds_of_home(he);
                if (hers == his) continue;
                worlds_of_home(she) = worlds_of_home(he) = branches_.room_for(hers & his);
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
            stays_[b].complement(branches_[b].worlds);  // those that leave
            list_members(branches_[b].block, stays_[b], people[b], leaving);
            part(branches_, b, leaving, Company::household, landed);
        }
        std::erase_if(looking_, [&](const Candidate& c) { return (branches_[c.branch].block.people.presence[c.row] & parted) != 0; });
        for (std::size_t b = 0; b < branches_.size(); ++b) look_from(b, b < branches ? people[b] : 0);
        std::ranges::sort(looking_, {}, &Candidate::id);
    }

    /// Forms the couples of one branch: the baseline's, then those of whom the baseline does not know.
    void pair_off(std::size_t b) {
        thread_local Candidates left;
        thread_local std::vector<Pair> pairs;
        thread_local std::vector<const Candidate*> here;  // by number
        left.clear();
        pairs.clear();
        here.assign(decided_.size(), nullptr);
        for (const auto& candidate : looking_)
            if (candidate.branch == b && candidate.number != nobody) here[candidate.number] = &candidate;
        for (const auto& candidate : looking_) {
            if (candidate.branch != b) continue;
            if (candidate.number == nobody) {
                left.push_back(candidate);
                continue;
            }
            const Decided& decided = decided_[candidate.number];
            if (decided.partner == nobody) continue;
            const Candidate* const partner = here[decided.partner];
            if (partner == nullptr || !suits(candidate, *partner)) left.push_back(candidate);
            else if (decided.is_she) pairs.push_back({candidate, *partner});
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
    static thread_local std::vector<Decided> decided_;  ///< in the baseline, by number
    static thread_local std::vector<HomeWorlds> stays_;  ///< by branch: worlds in which homes go on with the baseline
};
thread_local Candidates Courtship::looking_;
thread_local std::vector<Pair> Courtship::pairs_;
thread_local std::vector<Decided> Courtship::decided_;
thread_local std::vector<HomeWorlds> Courtship::stays_;

}  // namespace

Partnerships::Partnerships(const HouseholdRates& rates, const Destinations& destinations) : rates_(rates), destinations_(destinations) {
    for (const Sex sex : {Sex::female, Sex::male})
        for (std::size_t age = adult_age; age < ages; ++age) highest_.raise(sex, age, rates.partnership[static_cast<std::size_t>(sex)][age]);
}

void Partnerships::advance(BranchedBlock& branches, const Moment& now) const { Courtship(branches, now, rates_, highest_, destinations_).advance(); }

}  // namespace spires
