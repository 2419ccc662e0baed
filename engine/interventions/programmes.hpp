#pragma once
// Programmes at work in one world: who is offered, who takes part, what it moves, what it costs.

#include "interventions/drawn.hpp"
#include "interventions/eligibility.hpp"
#include "interventions/overlay.hpp"
#include "inputs/places.hpp"
#include "processes/process.hpp"
#include "scenario/levers.hpp"

#include <vector>

namespace spires {

/// Someone who would take part in an intervention.
struct Taker {
    std::uint32_t branch = 0;        ///< of the block
    std::uint32_t row = 0;
    std::uint16_t intervention = 0;  ///< index into the scenario's
    std::uint16_t world = 0;
    std::uint32_t lottery = 0;
    std::uint64_t id = 0;
    [[nodiscard]] std::pair<std::uint32_t, std::uint64_t> rank() const noexcept { return {lottery, id}; }
};

/// The participations of a block by row, as they stood when the list was made; one list a thread.
class ParticipationsByRow {
public:
    explicit ParticipationsByRow(const Block& block);
    /// The number of the row's participation in an intervention, or of the block's participations.
    [[nodiscard]] std::size_t find(const Block& block, std::uint32_t row, std::uint16_t intervention) const;

private:
    static thread_local std::vector<std::uint32_t> last_, before_;  ///< by row; by participation: the row's one before it
};

/// The programmes of one scenario in one replicate. A year goes: `open` each block, `offer` in each of its
/// branches that holds the world, then the city meets to give out places (the lowest lottery number
/// first), then `admit` in each block, `enrol` those admitted, and `overlay`.
class Programmes {
public:
    Programmes(std::vector<DrawnIntervention> interventions, const Places& places, const LeverTable& levers, std::size_t blocks, std::size_t world);

    [[nodiscard]] bool empty() const noexcept { return interventions_.empty(); }
    /// Forgets the takers of a block.
    void open(std::size_t block_index) { takers_[block_index].clear(); }
    /// Offers this year's programmes to the eligible of one branch of a block.
    void offer(Block& block, std::size_t block_index, std::size_t branch, int year, const RandomKey& key);
    /// Fixes each programme's last lottery number when takers outnumber places.
    void meet(int year);
    /// The block's takers within places; the others are told to `unmet`.
    template <class Unmet>
    void admit(std::size_t block_index, std::vector<Taker>& admitted, Unmet unmet) const {
        for (const auto& taker : takers_[block_index])
            if (is_admitted(taker)) admitted.push_back(taker);
            else unmet(taker);
    }
    /// Tallies fixed costs of programmes without joiners: they stand with the city's first cell.
    void tally_idle(int year, TallySheet& tallies) const;
    /// Makes the person of a row take part; tallies participants and cost. `earlier` is of the year's start.
    void enrol(Block& block, std::uint32_t row, std::uint16_t intervention, const ParticipationsByRow& earlier, int year, TallySheet& tallies) const;
    /// What all participations of the block move this year.
    void overlay(const Block& block, int year, LeverOverlay& overlay) const;

private:
    void offer_one(Block& block, std::size_t block_index, std::size_t branch, std::size_t i, const EligibilityContext& context, const RandomKey& key);
    [[nodiscard]] bool is_admitted(const Taker& taker) const noexcept {
        return admitted_[taker.intervention] > 0 && taker.rank() <= last_admitted_[taker.intervention];
    }

    std::vector<DrawnIntervention> interventions_;
    const Places& places_;
    std::size_t levers_;
    std::size_t world_;
    std::vector<Column<std::int32_t>> place_fits_;  ///< [intervention][place]: 1 where people may be eligible
    std::vector<double> highest_reach_;             ///< [intervention]: nobody's is higher [1]
    std::vector<std::vector<Taker>> takers_;  ///< [block]
    std::vector<std::pair<std::uint32_t, std::uint64_t>> last_admitted_;
    std::vector<std::size_t> admitted_;      ///< joiners of this year
    std::vector<double> fixed_cost_share_;  ///< pounds a joiner of this year
};

}  // namespace spires
