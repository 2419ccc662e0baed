// The households that arrivals form among themselves.

#include "population/communal_homes.hpp"
#include "processes/arrivals.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace spires {

namespace {

constexpr int widest_gap = 8;           ///< years between the partners of an arriving couple
constexpr std::size_t most_children = 3;
/// Years of age by which a home with 0, 1, 2 children is a less likely one: families of one to two mostly.
constexpr std::array<int, 3> crowding{0, 1, 4};
constexpr int youngest_parent = 20, oldest_parent = 49;
constexpr int least_generation = 16;    ///< years between a parent and a child

constexpr std::int32_t out_of_reach = 1000;  ///< years of age: no parent

constexpr std::int32_t numbers = 1 << 20;    ///< room for a family's number below the years

/// Years of age to the nearest family, and its number. In the widest integer lanes that the processor has; integers give the same on all.
__attribute__((target_clones("default", "avx2", "avx512f")))
std::int32_t nearest_family(const std::int32_t* age, const std::int32_t* distance, std::int32_t families, std::int32_t child_age, std::int32_t wanted) {
    std::int32_t best = out_of_reach * numbers;
#pragma omp simd reduction(min : best)
    for (std::int32_t f = 0; f < families; ++f) {
        const std::int32_t apart = age[f] - wanted;
        const std::int32_t years = (apart < 0 ? -apart : apart) + distance[f];
        const std::int32_t key = age[f] - child_age < least_generation ? out_of_reach * numbers : years * numbers + f;
        best = key < best ? key : best;
    }
    return best;
}

/// Couples and single adults with whom children can come, in columns.
struct Families {
    std::vector<std::uint32_t> household;
    std::vector<std::int32_t> age;       ///< hers, or that of the single adult
    std::vector<std::int32_t> distance;  ///< years of age by which it is a less likely parent than a childless couple
    std::vector<std::size_t> children;

    void clear() {
        household.clear();
        age.clear();
        distance.clear();
        children.clear();
    }
    void add(const Arrival& parent, std::int32_t years) {
        household.push_back(parent.household);
        age.push_back(parent.age);
        distance.push_back(years);
        children.push_back(0);
    }
    /// The nearest in age, the first of those equally near; their number if all are out of reach.
    [[nodiscard]] std::size_t nearest(std::int32_t child_age, std::int32_t wanted) const {
        const std::int32_t best = nearest_family(age.data(), distance.data(), static_cast<std::int32_t>(age.size()), child_age, wanted);
        return best < out_of_reach * numbers ? static_cast<std::size_t>(best % numbers) : age.size();
    }
    void take(std::size_t family) {
        const std::size_t before = children[family]++;
        distance[family] += before + 1 < most_children ? crowding[before + 1] - crowding[before] : out_of_reach;
    }
};

/// Opens the household of one block's arrivals; all buffers are reused from call to call.
class Housing {
public:
    Housing(Step& step, const ArrivalPlaces& places) : step_(step), places_(places) {}

    void house(std::vector<Arrival>& arrivals) {
        for (auto* list : {&students_, &women_, &men_, &single_, &children_, &founders_}) list->clear();
        families_.clear();
        halls_.clear();
        for (auto& arrival : arrivals) sort_out(arrival);
        house_students();
        form_couples();
        house_singles();
        for (Arrival* child : children_) place_child(*child);
        choose_tenures();
    }

private:
    void sort_out(Arrival& arrival) {
        if (arrival.student)
            students_.push_back(&arrival);
        else if (arrival.age < follower_age)
            children_.push_back(&arrival);
        else if (happens(arrival.luck[1], places_.profile().partnered[five_year_band(arrival.age)]))
            (arrival.sex == Sex::female ? women_ : men_).push_back(&arrival);
        else
            single_.push_back(&arrival);
    }

    void found(Arrival& founder, MigrationGroup group) {
        const Words& luck = founder.luck_of_place;
        const std::uint16_t place = places_.place(group, luck);
        founder.household = open_household(step_.block.households, founded_household_id(founder.id, step_.year - step_.base_year),
                                           HouseholdKind::private_household, place, Tenure::private_rent);
        founder.role = Role::reference;
        if (group == MigrationGroup::student) return;
        places_.bring_tenures_near(place, founder.age);
        founders_.push_back(&founder);
    }

    /// Students rent; the others' tenures are looked up in the end, when their tables have come near.
    void choose_tenures() {
        auto& households = step_.block.households;
        for (const Arrival* founder : founders_)
            households.tenure[founder->household] = places_.tenure(households.place[founder->household], founder->age, founder->luck_of_place);
    }

    static void join(Arrival& arrival, std::uint32_t household, Role role) {
        arrival.household = household;
        arrival.role = role;
    }

    void house_students() {
        std::size_t in_home = 0;
        std::uint32_t home = no_household;
        for (Arrival* student : students_) {
            if (happens(student->luck[2], places_.hall_share())) {
                join(*student, halls_.of(step_.block.households, places_.hall(student->luck_of_place), step_.block_index), Role::resident);
            } else if (in_home++ % places_.shares().arrivals_in_shared_home == 0) {
                found(*student, MigrationGroup::student);
                home = student->household;
            } else {
                join(*student, home, Role::other);
            }
        }
    }

    /// Women and men who come as couples, both in order of age: paired while their ages allow.
    void form_couples() {
        std::size_t w = 0, m = 0;
        while (w < women_.size() && m < men_.size()) {
            const int gap = men_[m]->age - 2 - women_[w]->age;
            if (std::abs(gap) > widest_gap) {
                single_.push_back(gap < 0 ? men_[m++] : women_[w++]);
                continue;
            }
            found(*women_[w], MigrationGroup::adult);
            join(*men_[m], women_[w]->household, Role::partner);
            add_family(*women_[w], 0);
            ++w, ++m;
        }
        single_.insert(single_.end(), women_.begin() + static_cast<std::ptrdiff_t>(w), women_.end());
        single_.insert(single_.end(), men_.begin() + static_cast<std::ptrdiff_t>(m), men_.end());
    }

    void house_singles() {
        std::size_t in_home = 0;
        std::uint32_t home = no_household;
        for (Arrival* adult : single_) {
            if (happens(adult->luck[2], places_.shares().arrive_alone_ratio * places_.profile().heads_alone[five_year_band(adult->age)])) {
                found(*adult, MigrationGroup::adult);
                add_family(*adult, adult->sex == Sex::female ? 3 : 10);
            } else if (in_home++ % places_.shares().arrivals_in_shared_home == 0) {
                found(*adult, MigrationGroup::adult);
                home = adult->household;
            } else {
                join(*adult, home, Role::other);
            }
        }
    }

    void add_family(const Arrival& parent, int distance) {
        if (parent.age >= youngest_parent && parent.age <= oldest_parent)
            families_.add(parent, distance);
    }

    /// A parent of about the right age, couples first.
    void place_child(Arrival& child) {
        const int wanted = child.age + 24 + static_cast<int>(child.luck[1] >> 28U);  // 24 to 39 years older
        const std::size_t family = families_.nearest(child.age, wanted);
        if (family == families_.age.size()) {
            found(child, MigrationGroup::adult);
            if (child.age < adult_age) child.role = Role::child;
            return;
        }
        join(child, families_.household[family], Role::child);
        families_.take(family);
    }

    Step& step_;
    const ArrivalPlaces& places_;
    static thread_local std::vector<Arrival*> students_, women_, men_, single_, children_, founders_;
    static thread_local Families families_;
    static thread_local CommunalHomes halls_;
};

thread_local std::vector<Arrival*> Housing::students_, Housing::women_, Housing::men_, Housing::single_, Housing::children_, Housing::founders_;
thread_local Families Housing::families_;
thread_local CommunalHomes Housing::halls_{HouseholdKind::student_hall};

}  // namespace

void house_arrivals(Step& step, const ArrivalPlaces& places, std::vector<Arrival>& arrivals) {
    Housing(step, places).house(arrivals);
}

}  // namespace spires
