#pragma once
// Screening and immunisation: who is invited in the step, and who comes.

#include "calibration/model.hpp"
#include "processes/asked.hpp"
#include "processes/process.hpp"
#include "processes/screening_lanes.hpp"
#include "scenario/levers.hpp"

namespace spires {

/// Whether a person comes when invited: with the chance `persistence` the lasting rank decides, else this invitation's
/// luck; either way the chance is `share`. `now` holds fresh words, of which each programme uses its own mixture.
[[nodiscard]] constexpr bool comes_to_screening(double persistence, double share, std::uint32_t lasting, const Words& now, std::size_t programme) noexcept {
    const std::uint32_t turn = static_cast<std::uint32_t>(programme) * 0x9e3779b9U;
    return happens(happens(now[0] + turn, persistence) ? lasting : now[1] + turn, share);
}

/// How long before its first age a programme begins to ask, so that whoever is counted has been asked once [years].
[[nodiscard]] inline int asked_early(const ScreeningProgramme& programme) noexcept { return programme.months_between <= 12 ? 0 : programme.months_between / 12; }

/// Everybody a programme is for is invited once in its interval; what came of the last invitation counts until the next.
/// Coverage is counted at mid-year; of programmes of a single year of age (MMR) and of winters (flu) in the step.
class Screening : public Process {
public:
    Screening(const Model& model, const LeverTable& levers);
    void advance(Step& step) const override;

private:
    /// Whom programmes are for, by row, and whom they ask in the step.
    struct Invited {
        InvitationLists lists;
        Scratch<std::uint8_t> wanted, invited;
        Scratch<std::uint32_t> wanted_rows, invited_rows;
        Scratch<Coverage> answers;  ///< of those invited, in their order: what will cover them
    };
    void find(Step& step, Invited& found) const;
    void answer(Step& step, Invited& found) const;

    const Model& model_;
    const LeverTable& levers_;
    double persistence_;
    Column<std::int32_t> concerned_;  ///< [sex][age] programmes as bits: for whom they are, and above whom they ask
    Coverage at_once_ = 0;            ///< programmes that count in the step what its invitations lead to
};

}  // namespace spires
