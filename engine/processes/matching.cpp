#include "processes/matching.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

namespace spires {

namespace {

constexpr int year_of_age = 256;
constexpr int widest_gap = 10 * year_of_age;
constexpr std::size_t furthest_look = 8;  ///< waiting people considered before one waits in turn

/// Those who look apart from each other: for the other sex, women for women, men for men.
std::size_t pool_of(const Candidate& candidate) noexcept { return candidate.same_sex ? 1 + static_cast<std::size_t>(candidate.sex) : 0; }

/// Matches in order of position with the person of the right sex who came last and still waits: a person
/// more or less changes few other couples.
void match_pool(std::span<const Candidate> pool, std::vector<Pair>& pairs) {
    thread_local std::array<Candidates, sexes> waiting;
    for (auto& queue : waiting) queue.clear();
    for (const auto& candidate : pool) {
        auto& others = waiting[candidate.same_sex ? static_cast<std::size_t>(candidate.sex) : 1 - static_cast<std::size_t>(candidate.sex)];
        const std::size_t look = std::min(furthest_look, others.size());
        const auto end = others.rbegin() + static_cast<std::ptrdiff_t>(look);
        const auto found = std::find_if(others.rbegin(), end, [&](const Candidate& other) { return suits(candidate, other); });
        if (found == end) {
            waiting[static_cast<std::size_t>(candidate.sex)].push_back(candidate);
            continue;
        }
        if (candidate.sex == Sex::female) pairs.push_back({candidate, *found});
        else pairs.push_back({*found, candidate});
        others.erase(std::next(found).base());
    }
}

}  // namespace

bool suits(const Candidate& a, const Candidate& b) noexcept {
    const bool housemates = a.branch == b.branch && a.household == b.household;
    return std::abs(a.position - b.position) <= widest_gap && !(a.has_dependants && b.has_dependants) && !housemates;
}

void match(Candidates& candidates, std::vector<Pair>& pairs) {
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        if (pool_of(a) != pool_of(b)) return pool_of(a) < pool_of(b);
        return a.position != b.position ? a.position < b.position : a.id < b.id;
    });
    for (auto first = candidates.begin(); first != candidates.end();) {
        const auto last = std::find_if(first, candidates.end(), [&](const Candidate& other) { return pool_of(other) != pool_of(*first); });
        match_pool({first, last}, pairs);
        first = last;
    }
}

}  // namespace spires
