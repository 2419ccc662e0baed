#pragma once
// What follows from a good level of development at 5 and from leaving school for nothing, as far as the association
// is cause (docs/model.md, section 7.6).

#include "calibration/parameter_draw.hpp"
#include "inputs/places.hpp"
#include "inputs/social.hpp"
#include "inputs/wider.hpp"

#include <array>

namespace spires {

/// Log odds ratios of the tables times φ, since social background explains part of each; means over children are kept.
struct DevelopmentLinks {
    std::array<double, deciles> reached{};  ///< share of children with a good level of development
    double qualification_odds_ratio = 1;    ///< of a higher qualification, with it against without
    std::array<double, 2> neet{};           ///< at 16 and 17, without [0] and with [1] it
    std::array<double, 2> sustained{};      ///< destination after year 11, likewise
    double idle_odds_ratio = 1;             ///< of neither work nor education at 18, after the same at 17 against others
    std::array<double, deciles> neet_share{};  ///< at 16 and 17
};

/// `of_development` and `of_neet`: causal fractions φ.
[[nodiscard]] DevelopmentLinks link_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters,
                                                double of_development, double of_neet);
/// As drawn: each exposure has a φ of its own.
[[nodiscard]] DevelopmentLinks draw_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters, ParameterDraw& draw);

}  // namespace spires
