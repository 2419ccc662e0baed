#pragma once
// Parts of the sentences that are read out.

#include "commands/headline.hpp"

#include <string>

namespace spires {

/// The 95 % interval leaves nothing out.
[[nodiscard]] bool is_clear(const Estimate& change);

/// "0.21 (0.12 to 0.30)": the size of a change, whichever way it goes, in so many of a unit.
[[nodiscard]] std::string size_of(const Estimate& change, int decimals, double unit = 1);

/// Decimals that show two digits of a change in years.
[[nodiscard]] int decimals_of_years(double change);

/// Whether there are draws enough of the parameters to tell what the evidence leaves open.
[[nodiscard]] bool has_enough_draws(const ReplicateDesign& design);
[[nodiscard]] std::string few_draws_sentence(const ReplicateDesign& design);

/// "; the chance that they gain is >99 %".
[[nodiscard]] std::string chance(double probability, const char* that);

/// "By 2040 people in Foleshill gain 0.21 (0.12 to 0.30) healthy years; the chance that they gain is >99 %."
[[nodiscard]] std::string healthy_years_sentence(const Estimate& change, double probability, const std::string& place, int year);

}  // namespace spires
