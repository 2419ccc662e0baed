#include "population/synthesis/attributes.hpp"
#include "population/synthesis/quotas.hpp"

#include <algorithm>

namespace spires {

namespace {

/// First years of the groups within which the tables' totals are met.
constexpr std::array<int, 12> group_starts{16, 18, 20, 22, 25, 30, 35, 45, 55, 60, 65, 75};
constexpr std::size_t statuses = economic_status_names.size();

/// By age; those under 16 are in none.
constexpr auto group_of = [] {
    std::array<std::uint8_t, ages> groups{};
    for (std::size_t age = 0; age < ages; ++age)
        for (std::size_t g = 0; g < group_starts.size(); ++g)
            if (static_cast<int>(age) >= group_starts[g]) groups[age] = static_cast<std::uint8_t>(g);
    return groups;
}();

/// People of 16 and over of the place in groups by age, of one sex or (no sex) of both.
std::vector<std::vector<std::uint32_t>> people_in_groups(const PlaceDraft& draft, int sex) {
    std::vector<std::vector<std::uint32_t>> members(group_starts.size());
    for (std::uint32_t i = 0; i < draft.people.size(); ++i) {
        const auto& person = draft.people[i];
        if (person.age >= group_starts[0] && (sex < 0 || static_cast<int>(person.sex) == sex))
            members[group_of[person.age]].push_back(i);
    }
    return members;
}

/// Shares of a table at 18 to 24 with the odds of education multiplied.
std::array<double, statuses> with_student_odds(std::array<double, statuses> shares, int age,
                                               double factor) {
    if (age < 18 || age > 24) return shares;
    auto& education = shares[static_cast<std::size_t>(EconomicStatus::education)];
    education *= factor;
    double sum = 0;
    for (const double share : shares) sum += share;
    for (auto& share : shares) share /= sum;
    return shares;
}

/// Everybody in a student hall is one.
constexpr std::array<double, statuses> student{0, 1, 0, 0, 0, 0};

/// Assumed odds ratios of what someone does by how they live, learnt and fare; the totals stay the
/// table's.
std::array<double, statuses> status_odds(const PlaceDraft& draft, const DraftPerson& person, const SocialTables& social) {
    std::array<double, statuses> odds{1, 1, 1, 1, 1, 1};
    const auto times = [&](EconomicStatus status, double ratio) {
        odds[static_cast<std::size_t>(status)] *= ratio;
    };
    using enum EconomicStatus;
    const auto kind = draft.households[person.household].kind;
    if (kind == HouseholdKind::care_home) times(employed, 0.01), times(unemployed, 0.01);
    if (kind == HouseholdKind::other_communal) times(employed, 0.4), times(inactive, 2);
    if (person.arrangement == Arrangement::sharing && person.age < 25) times(education, 3);
    if (person.arrangement == Arrangement::couple && person.age < 25) times(education, 0.4);
    if (person.arrangement == Arrangement::child && person.age < dependent_until)
        times(education, 3);
    if (person.arrangement == Arrangement::lone_parent && person.age < 60) times(inactive, 1.8);
    if (person.disabled && person.age < 66) times(inactive, 4), times(unemployed, 1.5);
    times(employed, social.work_odds[static_cast<std::size_t>(person.qualification)]);
    return odds;
}

void draw_qualifications(PlaceDraft& draft, const SocialTables& social, std::size_t decile,
                         Luck& luck) {
    constexpr std::size_t levels = qualification_names.size();
    std::vector<double> carry(levels, 0.0);
    for (const auto& group : people_in_groups(draft, -1)) {
        Matrix odds(group.size(), levels);
        std::vector<double> wanted(levels, 0.0);
        for (std::size_t i = 0; i < group.size(); ++i) {
            const auto& shares = social.qualifications(draft.people[group[i]].age, decile);
            for (std::size_t q = 0; q < levels; ++q) wanted[q] += odds.at(i, q) = shares[q];
        }
        const int people = static_cast<int>(group.size());
        const auto drawn = draw_by_odds(
            std::move(odds), round_with_carry(scaled_to(wanted, people), people, carry), luck);
        for (std::size_t i = 0; i < group.size(); ++i)
            draft.people[group[i]].qualification = static_cast<Qualification>(drawn[i]);
    }
}

/// Odds let a few residents of halls slip: they change with students of their group who live
/// elsewhere.
void give_halls_to_students(PlaceDraft& draft, const std::vector<std::uint32_t>& group) {
    const auto in_hall = [&](std::uint32_t p) {
        return draft.households[draft.people[p].household].kind == HouseholdKind::student_hall;
    };
    const auto studies = [&](std::uint32_t p) {
        return draft.people[p].economic_status == EconomicStatus::education;
    };
    auto other = group.begin();
    for (const auto person : group) {
        if (!in_hall(person) || studies(person)) continue;
        other = std::find_if(other, group.end(),
                             [&](std::uint32_t p) { return !in_hall(p) && studies(p); });
        if (other == group.end())
            draft.people[person].economic_status = EconomicStatus::education;
        else
            std::swap(draft.people[person].economic_status, draft.people[*other].economic_status);
    }
}

void draw_statuses(PlaceDraft& draft, const SocialTables& social, Sex sex, std::size_t decile,
                   double student_odds, Luck& luck) {
    std::vector<double> carry(statuses, 0.0);
    for (const auto& group : people_in_groups(draft, static_cast<int>(sex))) {
        Matrix odds(group.size(), statuses);
        std::vector<double> wanted(statuses, 0.0);
        for (std::size_t i = 0; i < group.size(); ++i) {
            const auto& person = draft.people[group[i]];
            const bool hall =
                draft.households[person.household].kind == HouseholdKind::student_hall;
            const auto shares = hall ? student
                                     : with_student_odds(social.status(sex, person.age, decile),
                                                         person.age, student_odds);
            const auto ratios = hall ? student : status_odds(draft, person, social);
            for (std::size_t s = 0; s < statuses; ++s) {
                wanted[s] += shares[s];
                odds.at(i, s) = shares[s] * ratios[s];
            }
        }
        const int people = static_cast<int>(group.size());
        const auto drawn = draw_by_odds(
            std::move(odds), round_with_carry(scaled_to(wanted, people), people, carry), luck);
        for (std::size_t i = 0; i < group.size(); ++i)
            draft.people[group[i]].economic_status = static_cast<EconomicStatus>(drawn[i]);
        give_halls_to_students(draft, group);
    }
}

/// Expected share in education at 18 to 24 of a ward, with a factor on the odds of the table.
double expected_students(const SocialTables& social, const Places& places,
                         const std::vector<PlacePlan>& plans, std::size_t ward, double factor) {
    double students = 0, people = 0;
    for (std::size_t place = 0; place < plans.size(); ++place) {
        if (places.places[place].ward != ward) continue;
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (int age = 18; age <= 24; ++age) {
                const double in_hall =
                    plans[place].living[static_cast<std::size_t>(HouseholdKind::student_hall)][sex]
                                       [age_row(age)];
                const double here = plans[place].residents[sex][age_row(age)] - in_hall;
                const auto shares = with_student_odds(
                    social.status(static_cast<Sex>(sex), age, places.places[place].decile), age,
                    factor);
                students +=
                    in_hall + here * shares[static_cast<std::size_t>(EconomicStatus::education)];
                people += in_hall + here;
            }
    }
    return people > 0 ? students / people : 0;
}

}  // namespace

void draw_learning_and_work(PlaceDraft& draft, const SocialTables& social, std::size_t decile,
                            double student_odds, Luck& luck) {
    draw_qualifications(draft, social, decile, luck);
    for (const auto sex : {Sex::female, Sex::male})
        draw_statuses(draft, social, sex, decile, student_odds, luck);
}

std::vector<double> student_odds_by_ward(const CensusTables& census, const SocialTables& social,
                                         const Places& places,
                                         const std::vector<PlacePlan>& plans) {
    std::vector<double> factors;
    for (std::size_t ward = 0; ward < places.wards.size(); ++ward) {
        double low = 0.01, high = 100;
        for (int round = 0; round < 40; ++round) {
            const double middle = low * high < 1 ? 2 * low * high / (low + high) : (low + high) / 2;
            (expected_students(social, places, plans, ward, middle) < census.students[ward]
                 ? low
                 : high) = middle;
        }
        factors.push_back(high);
    }
    return factors;
}

}  // namespace spires
