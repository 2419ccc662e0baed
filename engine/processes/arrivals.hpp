#pragma once
// People who come to live in the city: how many the city has decided, who and where the tables say.

#include "core/choice.hpp"
#include "inputs/demography.hpp"
#include "inputs/places.hpp"
#include "processes/newcomer.hpp"
#include "processes/process.hpp"

#include <array>
#include <vector>

namespace spires {

/// Share of arrivals of an age who come to study [1]. Assumed: at 17 and 18 at the start of the step
/// nearly all that the university terms bring, fewer with postgraduate age.
[[nodiscard]] constexpr double student_share_of_arrivals(int age) noexcept {
    constexpr std::array<double, 8> from_17{0.9, 0.95, 0.75, 0.6, 0.5, 0.4, 0.3, 0.2};
    return age < 17 || age > 24 ? 0.0 : from_17[static_cast<std::size_t>(age - 17)];
}

/// Where arrivals settle: wards by the migration table, then places and tenures by how often homes of
/// the tenure change hands, students by private renting; halls where the base has them.
class ArrivalPlaces {
public:
    ArrivalPlaces(const Places& places, const MigrationTable& migration, const MigrationWards& wards,
                  const TenureStock& stock, const Population& base);

    [[nodiscard]] std::uint16_t place(MigrationGroup group, const Words& luck) const noexcept {
        const auto g = static_cast<std::size_t>(group);
        return static_cast<std::uint16_t>(places_[g][wards_[g](luck[0])](luck[1]));
    }
    [[nodiscard]] Tenure tenure(std::uint16_t place, const Words& luck) const noexcept {
        return tenures_[place].empty() ? Tenure::private_rent : static_cast<Tenure>(tenures_[place](luck[2]));
    }
    [[nodiscard]] std::uint16_t hall(const Words& luck) const noexcept { return static_cast<std::uint16_t>(halls_(luck[1])); }
    /// Share of arriving students who find a hall: what keeps the base's halls full [1].
    [[nodiscard]] double hall_share() const noexcept { return hall_share_; }

private:
    std::array<Choice, 2> wards_;                 ///< [group]
    std::array<std::vector<Choice>, 2> places_;   ///< [group][ward]
    std::vector<Choice> tenures_;                 ///< [place]
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
    std::uint32_t household = 0;  ///< slot in the block
    Role role = Role::reference;
};

/// The block's share of the city's arrivals: of the ordinals of the year (women first, by age, then men)
/// those that leave the block's index as the remainder by the number of blocks.
void enumerate_arrivals(const Step& step, std::vector<Arrival>& arrivals);

/// Gives every arrival a household, opening them in the block, from ordinals, draws and tables alone:
/// students in halls or homes of four, couples of like age, children with couples and single women,
/// others alone or in homes of three. A child for whom no arriving adult is left waits for Compaction.
void house_arrivals(Step& step, const ArrivalPlaces& places, std::vector<Arrival>& arrivals);

/// Adds the arrivals of the step: `arriving`, half a step each.
class Arrivals final : public Process {
public:
    Arrivals(const Places& places, const ArrivalPlaces& where, const Newcomer& newcomer)
        : places_(places), where_(where), newcomer_(newcomer) {}
    void advance(Step& step) const override;

private:
    void settle(Step& step, const Arrival& arrival) const;

    const Places& places_;
    const ArrivalPlaces& where_;
    const Newcomer& newcomer_;
};

}  // namespace spires
