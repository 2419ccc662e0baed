#include "processes/shared_homes.hpp"

#include "population/households.hpp"
#include "population/parting.hpp"

#include <algorithm>
#include <span>

namespace spires {

namespace {

/// A row that joins one of the homes founded in its branch.
struct Joining {
    std::uint32_t row = 0, home = 0;
};

/// By age, then id: who comes next to whom in a shared home.
bool comes_before(const Seeker& a, const Seeker& b) noexcept {
    return a.birth_year != b.birth_year ? a.birth_year > b.birth_year : a.id < b.id;
}

/// Of one call; buffers are reused from call to call.
class SharedHomes {
public:
    SharedHomes(BranchedBlock& branches, std::size_t sharers, std::vector<Seeker>& seekers, const FoundHomes& found)
        : branches_(branches), sharers_(sharers), seekers_(seekers), found_(found) {
        std::ranges::sort(seekers_, comes_before);
        baseline_.clear();
    }
    void house() {
        if (branches_.size() == 1 && holds_baseline(branches_[0].worlds)) {
            house_baseline();
            return;
        }
        for (const auto& seeker : seekers_)
            if (holds_baseline(branches_[seeker.branch].worlds)) baseline_.push_back(seeker);
        if (branches_.size() > 1) part_unlike_homes();
        number_homes();
        for (std::size_t b = 0; b < branches_.size(); ++b) house_branch(b);
    }

private:
    /// Tells each seeker which of the baseline's homes is theirs: both lists are in order of age.
    void number_homes() {
        std::size_t next = 0;
        for (auto& seeker : seekers_) {
            while (next < baseline_.size() && comes_before(baseline_[next], seeker)) ++next;
            const bool known = next < baseline_.size() && baseline_[next].id == seeker.id;
            seeker.home = known ? static_cast<std::uint32_t>(next / sharers_) : no_household;
        }
    }
    void part_unlike_homes() {
        std::vector<std::vector<Leaving>> leaving(branches_.size());
        for (std::size_t first = 0; first < baseline_.size(); first += sharers_) {
            const std::span home(baseline_.begin() + static_cast<std::ptrdiff_t>(first), std::min(sharers_, baseline_.size() - first));
            WorldSet common = ~WorldSet{0};
            for (const auto& seeker : home) common &= branches_[seeker.branch].worlds;
            common = branches_.room_for(common);
            for (const auto& seeker : home) {
                const Branch& branch = branches_[seeker.branch];
                if (branch.worlds == common) continue;
                leaving[seeker.branch].push_back({seeker.row, branch.worlds & ~common});
            }
        }
        for (std::size_t b = 0; b < leaving.size(); ++b)
            if (!leaving[b].empty()) move_seekers(b, leaving[b]);
        std::ranges::sort(seekers_, comes_before);
    }
    void move_seekers(std::size_t b, std::vector<Leaving>& leaving) {
        thread_local std::vector<Landing> landed;
        landed.clear();
        std::ranges::sort(leaving, {}, &Leaving::row);
        part(branches_, b, leaving, Company::none, landed);
        const auto& people = branches_[b].block.people;
        std::erase_if(seekers_, [&](const Seeker& seeker) { return seeker.branch == b && (people.presence[seeker.row] & parted) != 0; });
        for (const auto& landing : landed)
            seekers_.push_back({people.birth_year[landing.from], people.id[landing.from], landing.to, static_cast<std::uint32_t>(branches_.of(landing.worlds))});
    }

    /// All there is: so many after each other share a home.
    void house_baseline() {
        Block& block = branches_[0].block;
        rows_.clear();
        for (std::size_t k = 0; k < seekers_.size(); k += sharers_) rows_.push_back(seekers_[k].row);
        const auto homes = found_(block, rows_);
        for (std::size_t k = 0; k < seekers_.size(); ++k)
            if (k % sharers_ != 0) join_household(block, seekers_[k].row, homes[k / sharers_], Role::other);
    }
    void house_branch(std::size_t b) {
        Block& block = branches_[b].block;
        homes_.assign((baseline_.size() + sharers_ - 1) / sharers_, no_household);
        rows_.clear();
        joining_.clear();
        std::size_t others = 0;
        std::uint32_t home_of_others = no_household;
        for (const auto& seeker : seekers_) {
            if (seeker.branch != b) continue;
            const bool known = seeker.home != no_household;
            if (!known && others++ % sharers_ == 0) home_of_others = no_household;
            std::uint32_t& home = known ? homes_[seeker.home] : home_of_others;
            if (home != no_household) {
                joining_.push_back({seeker.row, home});
                continue;
            }
            home = static_cast<std::uint32_t>(rows_.size());
            rows_.push_back(seeker.row);
        }
        const auto homes = found_(block, rows_);
        for (const auto& [row, home] : joining_) join_household(block, row, homes[home], Role::other);
    }

    BranchedBlock& branches_;
    std::size_t sharers_;  ///< people in a shared home
    std::vector<Seeker>& seekers_;  ///< in order of age, all branches
    const FoundHomes& found_;
    static thread_local std::vector<Seeker> baseline_;  ///< its seekers: so many to a home
    static thread_local std::vector<std::uint32_t> homes_;  ///< of the branch, by number of the baseline's home: which of those founded here
    static thread_local std::vector<std::uint32_t> rows_;   ///< who founds them
    static thread_local std::vector<Joining> joining_;
};
thread_local std::vector<Seeker> SharedHomes::baseline_;
thread_local std::vector<std::uint32_t> SharedHomes::homes_, SharedHomes::rows_;
thread_local std::vector<Joining> SharedHomes::joining_;

}  // namespace

void house_seekers(BranchedBlock& branches, std::size_t sharers, std::vector<Seeker>& seekers, const FoundHomes& found) {
    SharedHomes(branches, sharers, seekers, found).house();
}

}  // namespace spires
