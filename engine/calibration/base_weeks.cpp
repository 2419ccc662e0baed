#include "calibration/base_weeks.hpp"

#include "population/households.hpp"
#include "processes/household_budget.hpp"

#include <tbb/parallel_for.h>

namespace spires {

namespace {

/// What the budgets of a block are worked out with, kept by each thread.
struct Workings {
    Strata strata;
    BlockWords lasting, home;
    HouseholdWeeks weeks;
};

std::vector<HomeWeek> weeks_of(const Inputs& inputs, const HouseholdBudgets& budgets, const Block& block, const RandomKey& key) {
    thread_local Workings workings;
    auto& [strata, lasting, home, weeks] = workings;
    strata.classify(block.people, inputs.base_year, inputs.places);
    lasting.draw_all(key, block.people.id, 0, Purpose::lifelong);
    draw_homes(key, block.households, home);
    budgets.gather(block, strata, lasting, nullptr, weeks);
    budgets.work_out(block.households, home, weeks);
    std::vector<HomeWeek> found;
    found.reserve(weeks.sums.size());
    for (std::size_t slot = 0; slot < weeks.sums.size(); ++slot) {
        const auto& sums = weeks.sums[slot];
        if (sums.count(Member::person) == 0 || !is_private(block, slot)) continue;
        found.push_back({static_cast<std::uint32_t>(slot), block.households.place[slot], block.households.tenure[slot], sums.count(Member::dependant) > 0,
                         weeks.low_efficiency[slot] != 0, static_cast<std::uint8_t>(sums.count(Member::person)), static_cast<std::uint8_t>(sums.count(Member::under_16)),
                         weeks.income[slot], weeks.after_housing[slot], weeks.after_fuel[slot]});
    }
    return found;
}

}  // namespace

BaseWeeks work_out_weeks(const Inputs& inputs, const Parameters& parameters, const Population& base) {
    const RandomKey key = lifelong({base.seed, 0});
    const HouseholdBudgets budgets(inputs, parameters);
    BaseWeeks weeks(base.blocks.size());
    tbb::parallel_for(std::size_t{0}, weeks.size(), [&](std::size_t b) { weeks[b] = weeks_of(inputs, budgets, base.blocks[b], key); });
    return weeks;
}

}  // namespace spires
