#include "population/synthesis/fit_parts.hpp"

#include <algorithm>

namespace spires {

namespace {

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
    auto fit = begin_fit("household_composition x size", "household", "assumed");
    for (std::size_t c = 0; c < compositions; ++c)
        for (std::size_t s = 0; s < largest_household; ++s)
            add_cell(fit, fmt::format("{} | {}", composition_names[c], s + 1),
                     census.household_size[c][s] * households[c], realised[c][s]);
    return finished(std::move(fit));
}

MarginFit living_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census) {
    Counts realised(sexes * five_year_bands, std::vector<double>(arrangements, 0.0)),
        target = realised;
    for (const auto& draft : drafts)
        for (const auto& person : draft.people) {
            if (draft.households[person.household].kind != HouseholdKind::private_household)
                continue;
            const auto sex = static_cast<std::size_t>(person.sex);
            const std::size_t group = sex * five_year_bands + five_year_band(person.age);
            ++realised[group][static_cast<std::size_t>(person.arrangement)];
            for (std::size_t a = 0; a < arrangements; ++a)
                target[group][a] += census.living[sex][person.age][a];
        }
    auto fit = begin_fit("sex x five-year band x living_arrangements", "person", "assumed");
    for (std::size_t g = 0; g < realised.size(); ++g)
        for (std::size_t a = 0; a < arrangements; ++a)
            add_cell(fit,
                     fmt::format("{} | {} | {}", sex_names[g / five_year_bands],
                                 g % five_year_bands * 5, arrangement_names[a]),
                     target[g][a], realised[g][a]);
    return finished(std::move(fit));
}

MarginFit communal_fit(const std::vector<PlaceDraft>& drafts, const CensusTables& census,
                       const Places& places) {
    constexpr std::size_t kinds = household_kind_names.size();
    Counts target(places.wards.size(), std::vector<double>(kinds, 0.0)), realised = target;
    for (const auto& group : census.communal)
        target[group.ward][static_cast<std::size_t>(group.kind)] += group.persons;
    for (const auto& draft : drafts)
        for (const auto& household : draft.households)
            realised[places.places[draft.place].ward][static_cast<std::size_t>(household.kind)] +=
                static_cast<double>(household.members.size());
    auto fit = begin_fit("ward x kind of communal establishment", "person", "assumed");
    for (std::size_t ward = 0; ward < places.wards.size(); ++ward)
        for (std::size_t kind = 1; kind < kinds; ++kind)
            add_cell(fit,
                     fmt::format("{} | {}", places.wards[ward].code, household_kind_names[kind]),
                     target[ward][kind], realised[ward][kind]);
    return finished(std::move(fit));
}

MarginFit status_fit(const std::vector<PlaceDraft>& drafts, const SocialTables& social,
                     const Places& places) {
    constexpr std::size_t statuses = economic_status_names.size();
    Counts realised(sexes * five_year_bands, std::vector<double>(statuses, 0.0)), target = realised;
    for (const auto& draft : drafts)
        for (const auto& person : draft.people) {
            if (person.age < 16) continue;
            const std::size_t group =
                static_cast<std::size_t>(person.sex) * five_year_bands + five_year_band(person.age);
            ++realised[group][static_cast<std::size_t>(person.economic_status)];
            const auto& shares =
                social.status(person.sex, person.age, places.places[draft.place].decile);
            for (std::size_t s = 0; s < statuses; ++s) target[group][s] += shares[s];
        }
    auto fit = begin_fit("sex x five-year band x economic_status", "person", "assumed");
    for (std::size_t g = 0; g < realised.size(); ++g)
        for (std::size_t s = 0; s < statuses; ++s)
            add_cell(fit,
                     fmt::format("{} | {} | {}", sex_names[g / five_year_bands],
                                 g % five_year_bands * 5, economic_status_names[s]),
                     target[g][s], realised[g][s]);
    return finished(std::move(fit));
}

MarginFit qualification_fit(const std::vector<PlaceDraft>& drafts, const SocialTables& social,
                            const Places& places) {
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
    auto fit = begin_fit("decile x qualification", "person", "assumed");
    for (std::size_t d = 0; d < deciles; ++d)
        for (std::size_t q = 0; q < levels; ++q)
            add_cell(fit, fmt::format("{} | {}", d + 1, qualification_names[q]), target[d][q],
                     realised[d][q]);
    return finished(std::move(fit));
}

}  // namespace

std::vector<FitOfMargin> assumed_fits(const std::vector<PlaceDraft>& drafts,
                                      const CensusTables& census, const SocialTables& social,
                                      const Places& places) {
    return {[&] { return size_fit(drafts, census); }, [&] { return living_fit(drafts, census); },
            [&] { return communal_fit(drafts, census, places); },
            [&] { return status_fit(drafts, social, places); },
            [&] { return qualification_fit(drafts, social, places); }};
}

}  // namespace spires
