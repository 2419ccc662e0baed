#include "calibration/development.hpp"

#include "core/maths.hpp"
#include "population/categories.hpp"

#include <cmath>

namespace spires {

namespace {

/// Share of children who reach it, every place alike.
double share_reaching(const Places& places, const SocialTables& social) {
    double sum = 0;
    for (const auto& place : places.places)
        for (const auto& by_decile : social.good_level_of_development) sum += by_decile[place.decile];
    return sum / static_cast<double>(places.size() * sexes);
}

double log_odds(double share) { return logarithm(share / (1.0 - share)); }
double chance(double log_odds) { return 1.0 / (1.0 + exponential(-log_odds)); }

/// Two shares whose log odds are `fraction` as far apart, with the same mean over those who reached it and others.
std::array<double, 2> closer(const std::array<double, 2>& shares, double reached, double fraction) {
    if (shares[0] <= 0 || shares[0] >= 1 || shares[1] <= 0 || shares[1] >= 1) return shares;
    const double apart = fraction * (log_odds(shares[1]) - log_odds(shares[0])), mean = (1.0 - reached) * shares[0] + reached * shares[1];
    double low = -20, high = 20;
    for (int halving = 0; halving < 60; ++halving) {
        const double level = 0.5 * (low + high);
        ((1.0 - reached) * chance(level) + reached * chance(level + apart) < mean ? low : high) = level;
    }
    return {chance(low), chance(low + apart)};
}

}  // namespace

DevelopmentLinks link_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters, double causal_fraction) {
    const double reached = share_reaching(places, social);
    return {exponential(causal_fraction * logarithm(parameters["development_qualification_odds_ratio"])), closer(social.neet, reached, causal_fraction),
            closer(wider.social.sustained, reached, causal_fraction)};
}

}  // namespace spires
