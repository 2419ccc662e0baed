#pragma once
// What follows from a good level of development at 5, as far as the association is cause (docs/model.md, section 7.6).

#include "inputs/parameters.hpp"
#include "inputs/places.hpp"
#include "inputs/social.hpp"
#include "inputs/wider.hpp"

#include <array>

namespace spires {

/// Shares without [0] and with [1] it. Log odds ratios of the tables times φ, the mean over children kept, since
/// social background explains part of both.
struct DevelopmentLinks {
    double qualification_odds_ratio = 1;  ///< of a higher qualification, with against without
    std::array<double, 2> neet{};         ///< at 16 and 17
    std::array<double, 2> sustained{};    ///< destination after year 11
};

[[nodiscard]] DevelopmentLinks link_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters, double causal_fraction);

}  // namespace spires
