#include "population/synthesis/fit.hpp"

#include "population/synthesis/fit_parts.hpp"

#include <tbb/parallel_for.h>

#include <utility>

namespace spires {

namespace {

/// People of each place by a category.
template <class CategoryOf>
Counts count_people(const std::vector<PlaceDraft>& drafts, std::size_t categories,
                    CategoryOf category_of) {
    Counts counts(drafts.size(), std::vector<double>(categories, 0.0));
    for (std::size_t place = 0; place < drafts.size(); ++place)
        for (const auto& person : drafts[place].people) ++counts[place][category_of(person)];
    return counts;
}

/// Private households of each place by a category.
template <class CategoryOf>
Counts count_households(const std::vector<PlaceDraft>& drafts, std::size_t categories,
                        CategoryOf category_of) {
    Counts counts(drafts.size(), std::vector<double>(categories, 0.0));
    for (std::size_t place = 0; place < drafts.size(); ++place)
        for (const auto& household : drafts[place].households)
            if (household.kind == HouseholdKind::private_household)
                ++counts[place][category_of(household)];
    return counts;
}

MarginFit place_fit(const std::string& counted, const PlaceMargin& margin, const Places& places,
                    const Counts& target, const Counts& realised) {
    auto fit = begin_fit("place x " + margin.name, counted, "published");
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < margin.names.size(); ++c)
            add_cell(fit, fmt::format("{} | {}", places.places[place].code, margin.names[c]),
                     target[place][c], realised[place][c]);
    return finished(std::move(fit));
}

MarginFit ward_age_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census,
                       const Places& places) {
    std::vector<AgeTable> realised(places.wards.size(), AgeTable{});
    for (const auto& draft : drafts)
        for (const auto& person : draft.people)
            ++realised[places.places[draft.place].ward][static_cast<std::size_t>(person.sex)]
                      [person.age];
    auto fit = begin_fit("ward x sex x age", "person", "published");
    for (std::size_t ward = 0; ward < places.wards.size(); ++ward)
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age)
                add_cell(fit,
                         fmt::format("{} | {} | {}", places.wards[ward].code, sex_names[sex], age),
                         census.residents[ward][sex][age], realised[ward][sex][age]);
    return finished(std::move(fit));
}

/// The shape of each place by sex and band, raked to its ward.
MarginFit place_age_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census,
                        const Places& places) {
    const auto cell = [](std::size_t sex, std::size_t band) {
        return sex * five_year_bands + band;
    };
    const auto realised =
        count_people(drafts, sexes * five_year_bands, [&](const DraftPerson& person) {
            return cell(static_cast<std::size_t>(person.sex), five_year_band(person.age));
        });
    Counts shape(places.wards.size(), std::vector<double>(sexes * five_year_bands, 0.0)),
        ward = shape;
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < sexes * five_year_bands; ++c) {
            shape[places.places[place].ward][c] +=
                census.place_residents[place][c / five_year_bands][c % five_year_bands];
            ward[places.places[place].ward][c] += realised[place][c];
        }
    auto fit = begin_fit("place x sex x five-year band", "person", "published");
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < sexes * five_year_bands; ++c) {
            const std::size_t w = places.places[place].ward, sex = c / five_year_bands,
                              band = c % five_year_bands;
            const double scale = shape[w][c] > 0 ? ward[w][c] / shape[w][c] : 0.0;
            add_cell(
                fit,
                fmt::format("{} | {} | {}", places.places[place].code, sex_names[sex], band * 5),
                census.place_residents[place][sex][band] * scale, realised[place][c]);
        }
    return finished(std::move(fit));
}

MarginFit composition_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census,
                          const Places& places) {
    Counts realised(census.constituencies.size(), std::vector<double>(compositions, 0.0));
    for (const auto& draft : drafts)
        for (const auto& household : draft.households)
            if (household.kind == HouseholdKind::private_household)
                ++realised[census.constituency_of(places, draft.place)]
                          [static_cast<std::size_t>(household.composition)];
    auto fit = begin_fit("constituency x household_composition", "household", "published");
    for (std::size_t k = 0; k < realised.size(); ++k) {
        double households = 0, published = 0;
        for (std::size_t c = 0; c < compositions; ++c)
            households += realised[k][c], published += census.composition[k][c];
        for (std::size_t c = 0; c < compositions; ++c)
            add_cell(fit, fmt::format("{} | {}", census.constituencies[k], composition_names[c]),
                     census.composition[k][c] * households / published, realised[k][c]);
    }
    return finished(std::move(fit));
}

}  // namespace

MarginFit begin_fit(std::string margin, std::string counted, std::string standing) {
    MarginFit fit;
    fit.margin = std::move(margin);
    fit.counted = std::move(counted);
    fit.standing = std::move(standing);
    return fit;
}

void add_cell(MarginFit& fit, std::string label, double target, double realised) {
    fit.cells.push_back(std::move(label));
    fit.target.push_back(target);
    fit.realised.push_back(realised);
}

MarginFit finished(MarginFit fit) {
    double error = 0;
    for (std::size_t i = 0; i < fit.cells.size(); ++i) {
        error += fit.target[i] > fit.realised[i] ? fit.target[i] - fit.realised[i]
                                                 : fit.realised[i] - fit.target[i];
        fit.total += fit.realised[i];
    }
    fit.categories = fit.cells.size();
    fit.total_absolute_error_share = fit.total > 0 ? error / fit.total : 0;
    return fit;
}

std::vector<MarginFit> measure_fit(const std::vector<PlaceDraft>& drafts,
                                   const CensusTables& census, const SocialTables& social,
                                   const Places& places, const Targets& targets) {
    const auto persons = [&](const PlaceMargin& margin, const Counts& target, auto category_of) {
        return place_fit("person", margin, places, target,
                         count_people(drafts, margin.names.size(), category_of));
    };
    const auto homes = [&](const PlaceMargin& margin, const Counts& target, auto category_of) {
        return place_fit("household", margin, places, target,
                         count_households(drafts, margin.names.size(), category_of));
    };
    std::vector<FitOfMargin> margins{
        [&] { return ward_age_fit(drafts, census, places); },
        [&] { return place_age_fit(drafts, census, places); },
        [&] {
            return persons(census.ethnic_group, targets.ethnic_group, [](const DraftPerson& p) {
                return static_cast<std::size_t>(p.ethnic_group);
            });
        },
        [&] {
            return persons(census.disability, targets.disability, [](const DraftPerson& p) {
                return static_cast<std::size_t>(p.disabled);
            });
        },
        [&] {
            return homes(census.tenure, targets.tenure, [](const DraftHousehold& h) {
                return static_cast<std::size_t>(h.tenure);
            });
        },
        [&] {
            return homes(census.accommodation, targets.accommodation,
                         [](const DraftHousehold& h) { return std::size_t{h.accommodation}; });
        },
        [&] {
            return homes(census.occupancy, targets.occupancy,
                         [](const DraftHousehold& h) { return std::size_t{h.occupancy}; });
        },
        [&] {
            return homes(census.household_deprivation, targets.household_deprivation,
                         [](const DraftHousehold& h) { return std::size_t{h.deprivation}; });
        },
        [&] { return composition_fit(drafts, census, places); }};
    for (auto& assumed : assumed_fits(drafts, census, social, places))
        margins.push_back(std::move(assumed));
    std::vector<MarginFit> fit(margins.size());
    tbb::parallel_for(std::size_t{0}, fit.size(), [&](std::size_t m) { fit[m] = margins[m](); });
    return fit;
}

}  // namespace spires
