// The people for whom effects on one lever go furthest together.

#include "scenario/consistency.hpp"
#include "scenario/read_value.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace spires {

namespace {

/// People of one birth year and sex in one ward and national tenth.
struct Group {
    int birth_year = 0;
    std::size_t sex = 0, ward = 0, decile = 0;
};

struct Extremes {
    double low = 0, high = 0;
};

/// The sizes of an effect on people of the group, over the ages at which they can join; nothing if they cannot.
std::optional<Extremes> sizes_for(const Group& group, const Intervention& intervention, const Value& size) {
    const auto& who = intervention.eligible;
    if (!lets_in(who.sex, group.sex) || !lets_in(who.ward, group.ward) || !lets_in(who.decile, group.decile)) return std::nullopt;
    const int from = std::max(who.age_from, intervention.from - group.birth_year), to = std::min(who.age_to, intervention.to - group.birth_year);
    if (from > to || to < 0) return std::nullopt;
    Extremes found{size.at(group.decile, to, group.ward), size.at(group.decile, to, group.ward)};
    for (int age = from; age < to && !size.by_age.empty(); ++age) {
        found.low = std::min(found.low, size.at(group.decile, age, group.ward));
        found.high = std::max(found.high, size.at(group.decile, age, group.ward));
    }
    return found;
}

/// One lever in one scenario: what a group's programmes come to.
class Together {
public:
    Together(const Scenario& scenario, std::size_t lever, const LeverDescription& description) : scenario_(scenario), lever_(lever), permitted_(description.changes.front()) {
        for (const auto& intervention : scenario.interventions)
            effects_ += static_cast<std::size_t>(std::ranges::count(intervention.effects, lever, &Effect::lever));
        for (const auto& assumption : scenario.assumptions.all()) {
            if (assumption.of_trend || assumption.index != lever) continue;
            ++effects_;
            for (const auto& [year, factor] : assumption.factor.points()) {
                assumed_.low = std::min(assumed_.low, factor);
                assumed_.high = std::max(assumed_.high, factor);
            }
        }
    }
    [[nodiscard]] bool is_shared() const noexcept { return effects_ > 1; }
    /// What the group's effects come to where the lever cannot take it, with the programmes in `ids`.
    [[nodiscard]] std::optional<double> excess(const Group& group, std::vector<std::string>& ids) const {
        const bool ratio = is_ratio(permitted_.change);
        Extremes all = ratio ? assumed_ : Extremes{};
        ids.clear();
        for (const auto& intervention : scenario_.interventions)
            for (const auto& effect : intervention.effects) {
                const auto sizes = effect.lever == lever_ ? sizes_for(group, intervention, effect.size) : std::nullopt;
                if (!sizes) continue;
                if (ratio) all = {all.low * std::min(1.0, sizes->low), all.high * std::max(1.0, sizes->high)};
                else all = {all.low + std::min(0.0, sizes->low), all.high + std::max(0.0, sizes->high)};
                if (std::ranges::find(ids, intervention.id) == ids.end()) ids.push_back(intervention.id);
            }
        if (all.low < permitted_.low) return all.low;
        return all.high > permitted_.high ? std::optional(all.high) : std::nullopt;
    }
    [[nodiscard]] const PermittedChange& permitted() const noexcept { return permitted_; }

private:
    const Scenario& scenario_;
    std::size_t lever_;
    const PermittedChange& permitted_;
    std::size_t effects_ = 0;
    Extremes assumed_{1, 1};
};

/// Every group that programmes of a scenario may tell apart.
std::vector<Group> groups_of(const ScenarioContext& context) {
    std::set<std::pair<std::size_t, std::size_t>> cells;
    for (const auto& cell : context.places.cells) cells.emplace(cell.ward, cell.decile);
    std::vector<Group> groups;
    for (int born = context.first_year - 100; born <= context.last_year; ++born)
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (const auto& [ward, decile] : cells) groups.push_back({born, sex, ward, decile});
    return groups;
}

}  // namespace

void refuse_joint_excess(const Scenario& scenario, const ScenarioContext& context, Problems& problems) {
    std::set<std::size_t> levers;
    for (const auto& intervention : scenario.interventions)
        for (const auto& effect : intervention.effects) levers.insert(effect.lever);
    const auto groups = groups_of(context);
    std::vector<std::string> ids;
    for (const std::size_t lever : levers) {
        const auto& description = context.levers[lever];
        const Together together(scenario, lever, description);
        if (!together.is_shared()) continue;
        for (const auto& group : groups) {
            const auto excess = together.excess(group, ids);
            if (!excess) continue;
            const auto first = std::ranges::find(scenario.interventions, ids.front(), &Intervention::id);
            problems.add(first->where, fmt::format("the effects of {} on '{}' {} to {:.4g} for people born in {} in decile {} of {}, outside {} to {}: take one out, make it weaker, or let 'eligible' keep them apart",
                                                   fmt::join(ids, ", "), description.name, is_ratio(together.permitted().change) ? "multiply" : "add up", *excess, group.birth_year, group.decile + 1,
                                                   context.places.wards[group.ward].name, together.permitted().low, together.permitted().high));
            break;
        }
    }
}

}  // namespace spires
