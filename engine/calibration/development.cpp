#include "calibration/development.hpp"

#include "core/maths.hpp"
#include "core/odds.hpp"

namespace spires {

namespace {

std::array<double, deciles> share_reaching(const SocialTables& social) {
    std::array<double, deciles> reached{};
    for (const auto& by_decile : social.good_level_of_development)
        for (std::size_t d = 0; d < deciles; ++d) reached[d] += by_decile[d] / sexes;
    return reached;
}

double mean_over_city(const std::array<double, deciles>& by_decile, const Places& places) {
    double sum = 0, residents = 0;
    for (const auto& place : places.places) {
        sum += by_decile[place.decile] * place.residents;
        residents += place.residents;
    }
    return residents > 0 ? sum / residents : by_decile[0];
}

double power(double ratio, double fraction) { return exponential(fraction * logarithm(ratio)); }

/// Two shares whose log odds are `fraction` as far apart, with the same mean over those who reached it and others.
std::array<double, 2> closer(const std::array<double, 2>& shares, double reached, double fraction) {
    if (shares[0] <= 0 || shares[0] >= 1 || shares[1] <= 0 || shares[1] >= 1) return shares;
    const double odds_ratio = shares[1] / (1.0 - shares[1]) * (1.0 - shares[0]) / shares[0], mean = (1.0 - reached) * shares[0] + reached * shares[1];
    const auto [without, with] = split_share(mean, reached, power(odds_ratio, fraction));
    return {without, with};
}

}  // namespace

DevelopmentLinks link_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters,
                                  double of_development, double of_neet) {
    DevelopmentLinks links;
    links.reached = share_reaching(social);
    const double city = mean_over_city(links.reached, places);
    links.qualification_odds_ratio = power(parameters["development_qualification_odds_ratio"], of_development);
    links.neet = closer(social.neet, city, of_development);
    links.sustained = closer(wider.social.sustained, city, of_development);
    links.idle_odds_ratio = power(parameters["neet_idle_odds_ratio"], of_neet);
    for (std::size_t d = 0; d < deciles; ++d) links.neet_share[d] = (1.0 - links.reached[d]) * links.neet[0] + links.reached[d] * links.neet[1];
    return links;
}

DevelopmentLinks draw_development(const Places& places, const SocialTables& social, const WiderTables& wider, const Parameters& parameters, ParameterDraw& draw) {
    const auto& fraction = parameters.entry("causal_fraction");
    const double of_development = draw.causal_fraction("good_level_of_development", fraction), of_neet = draw.causal_fraction("neet", fraction);
    return link_development(places, social, wider, parameters, of_development, of_neet);
}

}  // namespace spires
