#include "population/synthesis/places.hpp"
#include "population/synthesis/rounding.hpp"

#include <algorithm>
#include <numeric>

namespace spires {

namespace {

/// Expected people of each arrangement in a place, were it like the country at every age.
struct Expected {
    std::array<double, arrangements> adults{};
    double dependent = 0;  ///< children under 19 with a parent
};

Expected expected_arrangements(const CensusTables& census, const PlacePlan& plan) {
    Expected expected;
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = 0; age <= oldest_age; ++age) {
            const double persons = plan.living[0][sex][age_row(age)];
            const auto& shares = census.living[sex][age_row(age)];
            if (age < dependent_until) expected.dependent += persons * shares[static_cast<std::size_t>(Arrangement::child)];
            if (age < adult_from) continue;
            for (std::size_t a = 0; a < arrangements; ++a)
                if (a != 0 || age >= dependent_until) expected.adults[a] += persons * shares[a];
        }
    return expected;
}

/// Dependent children a family has at least on average where children are scarce.
constexpr double fewest_children = 1.15;

/// Adults a household holds on average before a place counts as crowded, and those each further shared household takes.
constexpr double usual_adults = 2.2, adults_sharing = 5.0;

/// Households of each composition that a place's people suggest.
std::array<double, compositions> suggested(const CensusTables& census, const PlacePlan& plan) {
    const Expected expected = expected_arrangements(census, plan);
    const auto of = [&](Arrangement a) { return expected.adults[static_cast<std::size_t>(a)]; };
    const double families = of(Arrangement::couple) / 2 + of(Arrangement::lone_parent);
    const double with_children = expected.dependent / 1.9;
    const double crowd = std::max(0.0, count(plan.living[0], adult_from, oldest_age) - usual_adults * plan.households);
    return {of(Arrangement::alone), with_children, std::max(0.2 * families, families - with_children),
            of(Arrangement::sharing) / 3.0 + crowd / adults_sharing + 1.0};
}

/// The places of a constituency: rows places, columns compositions, raked to both totals. A place with few
/// children gets no more families than its children fill.
Matrix raked_compositions(const CensusTables& census, const std::vector<std::size_t>& here, const std::vector<PlacePlan>& plans,
                          std::span<const double> totals) {
    Matrix matrix(here.size(), compositions);
    std::vector<double> households, most_families;
    for (std::size_t i = 0; i < here.size(); ++i) {
        const auto shape = suggested(census, plans[here[i]]);
        std::ranges::copy(shape, matrix.row(i).begin());
        households.push_back(plans[here[i]].households);
        most_families.push_back(expected_arrangements(census, plans[here[i]]).dependent / fewest_children);
    }
    constexpr auto families = static_cast<std::size_t>(Composition::families_with_dependent_children);
    for (int round = 0; round < 20; ++round) {
        rake(matrix, households, totals, 5);
        for (std::size_t i = 0; i < here.size(); ++i) matrix.at(i, families) = std::min(matrix.at(i, families), most_families[i]);
    }
    rake(matrix, households, totals, 1);
    return matrix;
}

}  // namespace

void settle_compositions(const CensusTables& census, const Places& places, std::vector<PlacePlan>& plans) {
    for (std::size_t constituency = 0; constituency < census.constituencies.size(); ++constituency) {
        std::vector<std::size_t> here;
        std::vector<int> households;
        for (std::size_t place = 0; place < places.size(); ++place)
            if (census.constituency_of(places, place) == constituency) {
                here.push_back(place);
                households.push_back(plans[place].households);
            }
        const int total = std::accumulate(households.begin(), households.end(), 0);
        const auto totals = scaled_to(census.composition[constituency], total);
        const auto whole = round_matrix(raked_compositions(census, here, plans, totals), households);
        for (std::size_t i = 0; i < here.size(); ++i) std::ranges::copy(whole[i], plans[here[i]].composition.begin());
    }
}

}  // namespace spires
