#pragma once
// People who come to live in the city: how many the city has decided, who and where the tables say.

#include "core/choice.hpp"
#include "inputs/demography.hpp"
#include "inputs/places.hpp"
#include "population/household_profile.hpp"
#include "processes/newcomer.hpp"
#include "processes/process.hpp"

#include <array>
#include <vector>

namespace spires {

/// What arrivals find: students the wards of the migration table and their halls; everybody else the wards
/// that others left, so that on the base's stock migration keeps each ward's share of the city. Within a
/// ward, places by private renting; tenures by age and by what the place has.
class ArrivalPlaces {
public:
    struct Tables {
        const Places& places;
        const MigrationTable& migration;
        const MigrationWards& wards;
        const TenureStock& stock;
        const HouseholdProfile& profile;
        const HouseholdShares& shares;
    };
    /// `leavers`: expected at the base by ward (`expected_leavers`).
    ArrivalPlaces(const Tables& tables, const Population& base, const std::vector<double>& leavers);

    [[nodiscard]] std::uint16_t place(MigrationGroup group, const Words& luck) const noexcept {
        const auto g = static_cast<std::size_t>(group);
        return static_cast<std::uint16_t>(places_[g][wards_[g](luck[0])](luck[1]));
    }
    [[nodiscard]] Tenure tenure(std::uint16_t place, int age, const Words& luck) const noexcept {
        return static_cast<Tenure>(tenures_(place * five_year_bands + five_year_band(age), luck[2]));
    }
    void bring_tenures_near(std::uint16_t place, int age) const noexcept { tenures_.bring_near(place * five_year_bands + five_year_band(age)); }
    [[nodiscard]] std::uint16_t hall(const Words& luck) const noexcept { return static_cast<std::uint16_t>(halls_(luck[1])); }
    /// Share of arriving students who find a hall: what keeps the base's halls full [1].
    [[nodiscard]] double hall_share() const noexcept { return hall_share_; }
    [[nodiscard]] const HouseholdProfile& profile() const noexcept { return profile_; }
    [[nodiscard]] const HouseholdShares& shares() const noexcept { return shares_; }
    /// The choice of wards of a group.
    [[nodiscard]] const Choice& wards(MigrationGroup group) const noexcept { return wards_[static_cast<std::size_t>(group)]; }

private:
    void fill_halls(const Tables& tables, const Population& base);
    void choose_wards(const Tables& tables, const Population& base, const std::vector<double>& leavers);
    void choose_places(const Tables& tables);
    void choose_tenures(const Tables& tables);

    HouseholdProfile profile_;
    HouseholdShares shares_;
    std::array<Choice, 2> wards_;                 ///< [group]
    std::array<std::vector<Choice>, 2> places_;   ///< [group][ward]
    Choices<tenure_names.size()> tenures_;        ///< [place][band of age]
    Choice halls_;                                ///< place of a hall
    double hall_share_ = 0.0;
};

/// One person on the way to the city.
struct Arrival {
    std::uint64_t id = 0;
    Sex sex{};
    int age = 0;                  ///< at the start of the step
    bool student = false;
    Words luck{};
    Words luck_of_place{};        ///< where a home is found
    std::uint32_t household = 0;  ///< slot in the block
    Role role = Role::reference;
};

/// The block's share of the city's arrivals: of the ordinals of the year (women first, by age, then men)
/// those that leave the block's index as the remainder by the number of blocks.
void enumerate_arrivals(const Step& step, std::vector<Arrival>& arrivals);

/// Gives every arrival a household, opening them in the block, from ordinals, draws and tables alone:
/// students in halls or homes of four, couples of like age, children with couples and single women,
/// others alone or in homes of four, by the
/// shares of their age at the base. A child for whom no arriving adult is left waits for Compaction.
void house_arrivals(Step& step, const ArrivalPlaces& places, std::vector<Arrival>& arrivals);

/// Adds the arrivals of the step: `arriving`, half a step each.
class Arrivals final : public Process {
public:
    Arrivals(const Places& places, const ArrivalPlaces& where, const Newcomer& newcomer)
        : places_(places), where_(where), newcomer_(newcomer) {}
    void advance(Step& step) const override;

private:
    static void settle(Step& step, const Arrival& arrival, std::size_t row);
    static void enrol(Step& step, const Arrival& arrival, std::size_t row);

    const Places& places_;
    const ArrivalPlaces& where_;
    const Newcomer& newcomer_;
};

}  // namespace spires
