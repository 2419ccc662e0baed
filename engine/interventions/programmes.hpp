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

/// The programmes of one scenario in one replicate. Between `offer` (all blocks) and `join` (all
/// blocks) the city meets to give out places: the lowest lottery number first.
class Programmes {
public:
    Programmes(std::vector<DrawnIntervention> interventions, const Places& places, const LeverTable& levers, std::size_t blocks);

    [[nodiscard]] bool empty() const noexcept { return interventions_.empty(); }
    /// Offers this year's programmes to the eligible of one block.
    void offer(Block& block, std::size_t block_index, int year, const RandomKey& key);
    /// Fixes each programme's last lottery number when takers outnumber places.
    void meet(int year);
    /// Enrols the takers within places; tallies participants, unmet demand and cost.
    void join(Block& block, std::size_t block_index, int year, TallySheet& tallies) const;
    /// What all participations of the block move this year.
    void overlay(const Block& block, int year, LeverOverlay& overlay) const;

private:
    struct Taker {
        std::uint32_t row = 0;
        std::uint32_t lottery = 0;
        std::uint64_t id = 0;
        [[nodiscard]] std::pair<std::uint32_t, std::uint64_t> rank() const noexcept { return {lottery, id}; }
    };
    void offer_one(Block& block, std::size_t block_index, std::size_t i, int year, const RandomKey& key);
    void enrol(Block& block, const Taker& taker, std::size_t i, int year, TallySheet& tallies) const;

    std::vector<DrawnIntervention> interventions_;
    const Places& places_;
    std::size_t levers_;
    std::vector<std::vector<std::vector<Taker>>> takers_;  ///< [intervention][block]
    std::vector<std::pair<std::uint32_t, std::uint64_t>> last_admitted_;
    std::vector<std::size_t> admitted_;      ///< joiners of this year
    std::vector<double> fixed_cost_share_;  ///< pounds a joiner of this year
};

}  // namespace spires
