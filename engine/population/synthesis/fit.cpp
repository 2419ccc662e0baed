#include "population/synthesis/fit.hpp"

#include <fmt/format.h>

namespace spires {

namespace {

MarginFit begin(std::string margin, std::string counted, std::string standing) {
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
        error += fit.target[i] > fit.realised[i] ? fit.target[i] - fit.realised[i] : fit.realised[i] - fit.target[i];
        fit.total += fit.realised[i];
    }
    fit.categories = fit.cells.size();
    fit.total_absolute_error_share = fit.total > 0 ? error / fit.total : 0;
    return fit;
}

using Counts = std::vector<std::vector<double>>;

/// People of each place by a category.
template <class CategoryOf>
Counts count_people(const std::vector<PlaceDraft>& drafts, std::size_t categories, CategoryOf category_of) {
    Counts counts(drafts.size(), std::vector<double>(categories, 0.0));
    for (std::size_t place = 0; place < drafts.size(); ++place)
        for (const auto& person : drafts[place].people) ++counts[place][category_of(person)];
    return counts;
}

/// Private households of each place by a category.
template <class CategoryOf>
Counts count_households(const std::vector<PlaceDraft>& drafts, std::size_t categories, CategoryOf category_of) {
    Counts counts(drafts.size(), std::vector<double>(categories, 0.0));
    for (std::size_t place = 0; place < drafts.size(); ++place)
        for (const auto& household : drafts[place].households)
            if (household.kind == HouseholdKind::private_household) ++counts[place][category_of(household)];
    return counts;
}

MarginFit place_fit(const std::string& counted, const PlaceMargin& margin, const Places& places, const Counts& target, const Counts& realised) {
    auto fit = begin("place x " + margin.name, counted, "published");
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < margin.names.size(); ++c)
            add_cell(fit, fmt::format("{} | {}", places.places[place].code, margin.names[c]), target[place][c], realised[place][c]);
    return finished(std::move(fit));
}

MarginFit ward_age_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const Places& places) {
    std::vector<AgeTable> realised(places.wards.size(), AgeTable{});
    for (const auto& draft : drafts)
        for (const auto& person : draft.people) ++realised[places.places[draft.place].ward][static_cast<std::size_t>(person.sex)][person.age];
    auto fit = begin("ward x sex x age", "person", "published");
    for (std::size_t ward = 0; ward < places.wards.size(); ++ward)
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t age = 0; age < ages; ++age)
                add_cell(fit, fmt::format("{} | {} | {}", places.wards[ward].code, sex_names[sex], age), census.residents[ward][sex][age], realised[ward][sex][age]);
    return finished(std::move(fit));
}

/// The shape of each place by sex and band, raked to its ward.
MarginFit place_age_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const Places& places) {
    const auto cell = [](std::size_t sex, std::size_t band) { return sex * five_year_bands + band; };
    const auto realised = count_people(drafts, sexes * five_year_bands, [&](const DraftPerson& person) {
        return cell(static_cast<std::size_t>(person.sex), five_year_band(person.age));
    });
    Counts shape(places.wards.size(), std::vector<double>(sexes * five_year_bands, 0.0)), ward = shape;
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < sexes * five_year_bands; ++c) {
            shape[places.places[place].ward][c] += census.place_residents[place][c / five_year_bands][c % five_year_bands];
            ward[places.places[place].ward][c] += realised[place][c];
        }
    auto fit = begin("place x sex x five-year band", "person", "published");
    for (std::size_t place = 0; place < places.size(); ++place)
        for (std::size_t c = 0; c < sexes * five_year_bands; ++c) {
            const std::size_t w = places.places[place].ward, sex = c / five_year_bands, band = c % five_year_bands;
            const double scale = shape[w][c] > 0 ? ward[w][c] / shape[w][c] : 0.0;
            add_cell(fit, fmt::format("{} | {} | {}", places.places[place].code, sex_names[sex], band * 5),
                     census.place_residents[place][sex][band] * scale, realised[place][c]);
        }
    return finished(std::move(fit));
}

MarginFit composition_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const Places& places) {
    Counts realised(census.constituencies.size(), std::vector<double>(compositions, 0.0));
    for (const auto& draft : drafts)
        for (const auto& household : draft.households)
            if (household.kind == HouseholdKind::private_household)
                ++realised[census.constituency_of(places, draft.place)][static_cast<std::size_t>(household.composition)];
    auto fit = begin("constituency x household_composition", "household", "published");
    for (std::size_t k = 0; k < realised.size(); ++k) {
        double households = 0, published = 0;
        for (std::size_t c = 0; c < compositions; ++c) households += realised[k][c], published += census.composition[k][c];
        for (std::size_t c = 0; c < compositions; ++c)
            add_cell(fit, fmt::format("{} | {}", census.constituencies[k], composition_names[c]), census.composition[k][c] * households / published, realised[k][c]);
    }
    return finished(std::move(fit));
}

/// Sizes within each composition of the city.
MarginFit size_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census) {
    Counts realised(compositions, std::vector<double>(largest_household, 0.0));
    std::vector<double> households(compositions, 0.0);
    for (const auto& draft : drafts)
        for (const auto& household : draft.households)
            if (household.kind == HouseholdKind::private_household) {
                const auto c = static_cast<std::size_t>(household.composition);
                ++realised[c][std::min(household.members.size(), largest_household) - 1];
                ++households[c];
            }
    auto fit = begin("household_composition x size", "household", "assumed");
    for (std::size_t c = 0; c < compositions; ++c)
        for (std::size_t s = 0; s < largest_household; ++s)
            add_cell(fit, fmt::format("{} | {}", composition_names[c], s + 1), census.household_size[c][s] * households[c], realised[c][s]);
    return finished(std::move(fit));
}

MarginFit living_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census) {
    Counts realised(sexes * five_year_bands, std::vector<double>(arrangements, 0.0)), target = realised;
    for (const auto& draft : drafts)
        for (const auto& person : draft.people) {
            if (draft.households[person.household].kind != HouseholdKind::private_household) continue;
            const auto sex = static_cast<std::size_t>(person.sex);
            const std::size_t group = sex * five_year_bands + five_year_band(person.age);
            ++realised[group][static_cast<std::size_t>(person.arrangement)];
            for (std::size_t a = 0; a < arrangements; ++a) target[group][a] += census.living[sex][person.age][a];
        }
    auto fit = begin("sex x five-year band x living_arrangements", "person", "assumed");
    for (std::size_t g = 0; g < realised.size(); ++g)
        for (std::size_t a = 0; a < arrangements; ++a)
            add_cell(fit, fmt::format("{} | {} | {}", sex_names[g / five_year_bands], g % five_year_bands * 5, arrangement_names[a]), target[g][a], realised[g][a]);
    return finished(std::move(fit));
}

MarginFit communal_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const Places& places) {
    constexpr std::size_t kinds = household_kind_names.size();
    Counts target(places.wards.size(), std::vector<double>(kinds, 0.0)), realised = target;
    for (const auto& group : census.communal) target[group.ward][static_cast<std::size_t>(group.kind)] += group.persons;
    for (const auto& draft : drafts)
        for (const auto& household : draft.households)
            realised[places.places[draft.place].ward][static_cast<std::size_t>(household.kind)] += static_cast<double>(household.members.size());
    auto fit = begin("ward x kind of communal establishment", "person", "assumed");
    for (std::size_t ward = 0; ward < places.wards.size(); ++ward)
        for (std::size_t kind = 1; kind < kinds; ++kind)
            add_cell(fit, fmt::format("{} | {}", places.wards[ward].code, household_kind_names[kind]), target[ward][kind], realised[ward][kind]);
    return finished(std::move(fit));
}

MarginFit status_fit(const std::vector<PlaceDraft>& drafts, const SocialTables& social, const Places& places) {
    constexpr std::size_t statuses = economic_status_names.size();
    Counts realised(sexes * five_year_bands, std::vector<double>(statuses, 0.0)), target = realised;
    for (const auto& draft : drafts)
        for (const auto& person : draft.people) {
            if (person.age < 16) continue;
            const std::size_t group = static_cast<std::size_t>(person.sex) * five_year_bands + five_year_band(person.age);
            ++realised[group][static_cast<std::size_t>(person.economic_status)];
            const auto& shares = social.status(person.sex, person.age, places.places[draft.place].decile);
            for (std::size_t s = 0; s < statuses; ++s) target[group][s] += shares[s];
        }
    auto fit = begin("sex x five-year band x economic_status", "person", "assumed");
    for (std::size_t g = 0; g < realised.size(); ++g)
        for (std::size_t s = 0; s < statuses; ++s)
            add_cell(fit, fmt::format("{} | {} | {}", sex_names[g / five_year_bands], g % five_year_bands * 5, economic_status_names[s]), target[g][s], realised[g][s]);
    return finished(std::move(fit));
}

MarginFit qualification_fit(const std::vector<PlaceDraft>& drafts, const SocialTables& social, const Places& places) {
    constexpr std::size_t levels = qualification_names.size();
    Counts realised(deciles, std::vector<double>(levels, 0.0)), target = realised;
    for (const auto& draft : drafts) {
        const std::size_t decile = places.places[draft.place].decile;
        for (const auto& person : draft.people) {
            if (person.age < 16) continue;
            ++realised[decile][static_cast<std::size_t>(person.qualification)];
            const auto& shares = social.qualifications(person.age, decile);
            for (std::size_t q = 0; q < levels; ++q) target[decile][q] += shares[q];
        }
    }
    auto fit = begin("decile x qualification", "person", "assumed");
    for (std::size_t d = 0; d < deciles; ++d)
        for (std::size_t q = 0; q < levels; ++q) add_cell(fit, fmt::format("{} | {}", d + 1, qualification_names[q]), target[d][q], realised[d][q]);
    return finished(std::move(fit));
}

}  // namespace

std::vector<MarginFit> measure_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census, const SocialTables& social,
                                   const Places& places, const std::vector<PlacePlan>&, const Targets& targets) {
    std::vector<MarginFit> fit;
    fit.push_back(ward_age_fit(drafts, census, places));
    fit.push_back(place_age_fit(drafts, census, places));
    fit.push_back(place_fit("person", census.ethnic_group, places, targets.ethnic_group,
                            count_people(drafts, ethnic_group_names.size(), [](const DraftPerson& p) { return static_cast<std::size_t>(p.ethnic_group); })));
    fit.push_back(place_fit("person", census.disability, places, targets.disability,
                            count_people(drafts, 2, [](const DraftPerson& p) { return static_cast<std::size_t>(p.disabled); })));
    fit.push_back(place_fit("household", census.tenure, places, targets.tenure,
                            count_households(drafts, tenure_names.size(), [](const DraftHousehold& h) { return static_cast<std::size_t>(h.tenure); })));
    fit.push_back(place_fit("household", census.accommodation, places, targets.accommodation,
                            count_households(drafts, census.accommodation.names.size(), [](const DraftHousehold& h) { return std::size_t{h.accommodation}; })));
    fit.push_back(place_fit("household", census.occupancy, places, targets.occupancy,
                            count_households(drafts, census.occupancy.names.size(), [](const DraftHousehold& h) { return std::size_t{h.occupancy}; })));
    fit.push_back(place_fit("household", census.household_deprivation, places, targets.household_deprivation,
                            count_households(drafts, census.household_deprivation.names.size(), [](const DraftHousehold& h) { return std::size_t{h.deprivation}; })));
    fit.push_back(composition_fit(drafts, census, places));
    fit.push_back(size_fit(drafts, census));
    fit.push_back(living_fit(drafts, census));
    fit.push_back(communal_fit(drafts, census, places));
    fit.push_back(status_fit(drafts, social, places));
    fit.push_back(qualification_fit(drafts, social, places));
    return fit;
}

}  // namespace spires
