#pragma once
// Work, study and retirement: shares by age move people only as far as they must, and turnover
// exchanges people between statuses without moving the shares.

#include "calibration/model.hpp"
#include "processes/process.hpp"

namespace spires {

class Employment : public Process {
public:
    Employment(const Inputs& inputs, const Parameters& parameters, const DevelopmentLinks& links);
    void advance(Step& step) const override;

private:
    using Weights = std::array<double, 6>;
    /// The same on a cache line of its own.
    struct alignas(64) StatusWeights {
        std::array<double, 8> of{};
    };
    void tabulate_falling();
    void tabulate_weights();
    void draw_anew(Step& step, std::span<const std::uint32_t> changing) const;
    /// Statuses as people draw them anew who keep to the table of an age.
    [[nodiscard]] Weights turnover_weights(const Weights& shares) const;
    void help_into_work(Step& step, const RowLuck& luck) const;
    /// Statuses at 18: who did nothing at 17 does so again more often, and each decile keeps its table.
    [[nodiscard]] Weights weights_at_18(const Weights& shares, std::size_t decile, bool idle_before) const;
    [[nodiscard]] static EconomicStatus choose(StatusWeights weights, double work_factor, double u);
    [[nodiscard]] double qualification_factor(Qualification qualification, int age, std::size_t decile) const;

    const Inputs& inputs_;
    std::array<float, 8> turnover_{};       ///< chance a year of drawing the status anew
    std::vector<float> falling_;            ///< [sex][age][decile][status, padded]: chance of leaving as shares fall
    Column<StatusWeights> weights_;         ///< [sex][age][decile]: by turnover and as shares fall; at 17 by whether idle before
    DevelopmentLinks links_;
    std::array<double, 4> work_odds_{};     ///< odds of work by qualification
    std::vector<double> mean_work_odds_;    ///< [age][decile]
};

}  // namespace spires
