#include "commands/phrases.hpp"

#include "commands/figures.hpp"

#include <fmt/format.h>

#include <cmath>

namespace spires {

bool is_clear(const Estimate& change) { return change.p2_5 > 0 || change.p97_5 < 0; }

std::string size_of(const Estimate& change, int decimals, double unit) {
    const double sign = change.mean < 0 ? -1 : 1;
    const double low = sign < 0 ? -change.p97_5 : change.p2_5, high = sign < 0 ? -change.p2_5 : change.p97_5;
    return fmt::format("{} ({} to {})", figure(sign * change.mean / unit, decimals), figure(low / unit, decimals), figure(high / unit, decimals));
}

int decimals_of_years(double change) { return std::abs(change) < 0.1 ? 3 : 2; }

bool has_enough_draws(const ReplicateDesign& design) { return design.draws >= 10; }

std::string few_draws_sentence(const ReplicateDesign& design) {
    if (design.draws == 1) return "One set of parameters: intervals and chances tell luck alone, not what the evidence leaves open.";
    return fmt::format("Only {} draws of the parameters: intervals and chances leave out part of what the evidence leaves open; 20 replicates (10 draws) tell more.", design.draws);
}

std::string chance(double probability, const char* that) { return fmt::format("; the chance {} is {}", that, percent(probability)); }

std::string healthy_years_sentence(const Estimate& change, double probability, const std::string& place, int year) {
    const bool gain = change.mean > 0;
    return fmt::format("By {} people in {} {} {} healthy years{}.", year, place, gain ? "gain" : "lose", size_of(change, decimals_of_years(change.mean)),
                       gain ? chance(probability, "that they gain") : chance(1 - probability, "that they lose"));
}

}  // namespace spires
