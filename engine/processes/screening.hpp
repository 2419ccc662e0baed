#pragma once
// Screening and immunisation: who is invited in the step, and who comes.

#include "calibration/model.hpp"
#include "processes/asked.hpp"
#include "processes/process.hpp"
#include "processes/screening_lanes.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// How long before its first age a programme begins to ask, so that whoever is counted has been asked once [years].
[[nodiscard]] inline int asked_early(const ScreeningProgramme& programme) noexcept { return programme.months_between <= 12 ? 0 : programme.months_between / 12; }

/// Everybody a programme is for is invited once in its interval; what came of the last invitation counts until the next.
/// Coverage is counted at mid-year; of programmes of a single year of age (MMR) and of winters (flu) in the step.
class Screening : public Process {
public:
    Screening(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    void find(Step& step, Invitations& found) const;
    /// What invitations of the step will have led to, of those invited in their order; who is not asked again keeps what they had.
    void answer(Step& step, const Invitations& found, Scratch<Coverage>& answers) const;

    const Model& model_;
    const LeverTable& levers_;
    float persistence_;
    std::vector<std::array<float, deciles>> share_;  ///< who comes, by programme
    std::vector<StockRow> wanted_, covered_;         ///< what a set of programmes counts as: that are for somebody, and that cover them
    Column<std::int32_t> concerned_;  ///< [sex][age] programmes as bits: for whom they are, and above whom they ask
    Coverage at_once_ = 0;            ///< programmes that count in the step what its invitations lead to
};

}  // namespace spires
