#include "population/synthesis/arrangements.hpp"

#include "population/synthesis/rounding.hpp"

#include <algorithm>
#include <numeric>

namespace spires {

namespace {

/// Assumed: part of `other` households that are a family with another adult (a grandparent, a brother, a lodger).
constexpr double extended_share = 0.35;
/// Assumed: part of those with dependent children.
constexpr double extended_with_children_share = 0.55;
/// Assumed: part of couples that are of one sex, as many of women as of men.
constexpr double same_sex_share = 0.012;
/// Assumed: most adult children a place's parents of 38 to 74 have at home, for each such parent.
constexpr double most_adult_children = 0.75;
/// Most sharers in a household without a family, on average.
constexpr int most_sharers = 7;

using Counts = std::array<double, arrangements>;

Counts expected_adults(const CensusTables& census, const AgeTable& people) {
    Counts counts{};
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (int age = adult_from; age <= oldest_age; ++age)
            for (std::size_t a = 0; a < arrangements; ++a)
                counts[a] += people[sex][age_row(age)] * census.living[sex][age_row(age)][a];
    return counts;
}

double& at(Counts& counts, Arrangement a) { return counts[static_cast<std::size_t>(a)]; }

/// Adults the plan has not housed yet go to parents or share, in the expected proportion as far as there is room.
void share_out_rest(ArrangementPlan& plan, int rest, double parents, Counts expected, int other_households) {
    const double wanted = at(expected, Arrangement::child) + at(expected, Arrangement::sharing);
    const int fewest = 2 * (other_households - plan.extended) + plan.extended;
    const int most_children = static_cast<int>(most_adult_children * parents);
    plan.adult_children = static_cast<int>(rest * at(expected, Arrangement::child) / std::max(1.0, wanted));
    plan.adult_children = std::clamp(plan.adult_children, 0, std::max(0, std::min(most_children, rest - fewest)));
    plan.sharers = rest - plan.adult_children;
    const int most = most_sharers * (other_households - plan.extended) + 2 * plan.extended;
    if (plan.sharers > most) {
        plan.adult_children += plan.sharers - most;
        plan.sharers = most;
    }
}

/// Rows sex × age, columns arrangements: expected people, raked to the plan.
Matrix raked_arrangements(const CensusTables& census, const AgeTable& people, std::size_t sex, const std::array<int, arrangements>& totals) {
    Matrix matrix(ages, arrangements);
    std::vector<double> rows(ages, 0.0);
    for (int age = adult_from; age <= oldest_age; ++age) {
        rows[age_row(age)] = people[sex][age_row(age)];
        for (std::size_t a = 0; a < arrangements; ++a)
            // A trace everywhere, so that unusual places can be met.
            matrix.at(age_row(age), a) = rows[age_row(age)] * (census.living[sex][age_row(age)][a] + 1e-5);
    }
    const std::vector<double> columns(totals.begin(), totals.end());
    rake(matrix, rows, columns, 60);
    return matrix;
}

/// The plan's totals by sex: couples take as many women as men, the others follow what the ages suggest.
std::array<std::array<int, arrangements>, sexes> totals_by_sex(const ArrangementPlan& plan, const std::array<Counts, sexes>& expected,
                                                               const std::array<int, sexes>& adults) {
    constexpr auto couple = static_cast<std::size_t>(Arrangement::couple);
    const std::array<double, arrangements> columns{
        static_cast<double>(plan.adult_children), 0.0, static_cast<double>(plan.lone_parents),
        static_cast<double>(plan.alone), static_cast<double>(plan.sharers)};
    Matrix matrix(sexes, arrangements);
    std::array<int, sexes> rest{};
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        rest[sex] = adults[sex] - plan.couples;
        for (std::size_t a = 0; a < arrangements; ++a) matrix.at(sex, a) = a == couple ? 0.0 : expected[sex][a] + 1e-3;
    }
    rake(matrix, std::vector<double>(rest.begin(), rest.end()), columns, 60);
    const auto whole = round_matrix(matrix, rest);
    std::array<std::array<int, arrangements>, sexes> totals{};
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        std::ranges::copy(whole[sex], totals[sex].begin());
        totals[sex][couple] = plan.couples;
    }
    return totals;
}

/// Puts right what controlled rounding could not: as many in couples as planned.
void mend_couples(std::vector<std::vector<int>>& rounded, int couples) {
    constexpr auto couple = static_cast<std::size_t>(Arrangement::couple);
    int have = 0;
    for (const auto& row : rounded) have += row[couple];
    for (int age = 25; have != couples; age = age == oldest_age ? adult_from : age + 1) {
        auto& row = rounded[age_row(age)];
        const auto from = have < couples ? static_cast<std::size_t>(std::ranges::max_element(row) - row.begin()) : couple;
        const auto to = have < couples ? couple : static_cast<std::size_t>(Arrangement::sharing);
        if (from == to || row[from] == 0) continue;
        --row[from];
        ++row[to];
        have += have < couples ? 1 : -1;
    }
}

}  // namespace

ArrangementPlan plan_arrangements(const CensusTables& census, const PlacePlan& place) {
    const AgeTable& people = place.living[0];
    Counts expected = expected_adults(census, people);
    const auto of = [&](Composition c) { return place.composition[static_cast<std::size_t>(c)]; };
    const int adults = count(people, adult_from, oldest_age);
    ArrangementPlan plan;
    plan.alone = of(Composition::one_person);
    plan.extended = static_cast<int>(extended_share * of(Composition::other));
    plan.extended_with_children = static_cast<int>(extended_with_children_share * plan.extended);
    const int families = of(Composition::families_with_dependent_children) + of(Composition::other_single_family) + plan.extended;
    const double couples = at(expected, Arrangement::couple) / 2;
    const double lone = at(expected, Arrangement::lone_parent);
    plan.couples = static_cast<int>(families * couples / std::max(1.0, couples + lone));
    // Every household needs its adults, and a couple one of each sex.
    const int needed = plan.alone + families + 2 * of(Composition::other) - plan.extended;
    int men = 0, women = 0;
    for (int age = adult_from; age <= oldest_age; ++age) {
        women += people[0][age_row(age)];
        men += people[1][age_row(age)];
    }
    plan.couples = std::max(0, std::min({plan.couples, adults - needed, women * 9 / 10, men * 9 / 10}));
    plan.lone_parents = families - plan.couples;
    for (auto& of_sex : plan.same_sex_couples) of_sex = static_cast<int>(same_sex_share / 2 * plan.couples + 0.5);
    const int rest = adults - plan.alone - 2 * plan.couples - plan.lone_parents;
    const double parents = 0.5 * count(people, 38, 74);
    share_out_rest(plan, rest, parents, expected, of(Composition::other));
    return plan;
}

void draw_arrangements(PlaceDraft& draft, const CensusTables& census, const PlacePlan& plan, const ArrangementPlan& arrangement, Luck& luck) {
    const AgeTable& people = plan.living[0];
    std::array<Counts, sexes> expected{};
    std::array<int, sexes> adults{};
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        AgeTable one{};
        one[sex] = people[sex];
        expected[sex] = expected_adults(census, one);
        adults[sex] = count(one, adult_from, oldest_age);
    }
    const auto totals = totals_by_sex(arrangement, expected, adults);
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        std::vector<int> rows(ages, 0);
        std::copy(people[sex].begin() + adult_from, people[sex].end(), rows.begin() + adult_from);
        auto rounded = round_matrix(raked_arrangements(census, people, sex, totals[sex]), rows);
        mend_couples(rounded, arrangement.couples);
        for (int age = 0; age <= oldest_age; ++age) {
            if (age < adult_from) rounded[age_row(age)][0] = people[sex][age_row(age)];
            for (std::size_t a = 0; a < arrangements; ++a)
                for (int i = 0; i < rounded[age_row(age)][a]; ++i)
                    draft.people.push_back({static_cast<Sex>(sex), static_cast<std::uint8_t>(age), static_cast<Arrangement>(a)});
        }
    }
    luck.shuffle(draft.people);
}

}  // namespace spires
