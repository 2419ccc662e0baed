#pragma once
// Which home in the city a household that moves or forms takes: its tenure and its place.

#include "core/choice.hpp"
#include "inputs/demography.hpp"
#include "inputs/places.hpp"
#include "population/household_profile.hpp"
#include "population/population.hpp"

#include <array>
#include <vector>

namespace spires {

/// Balanced gravity: flows between wards F(i, j) = u(i) u(j) closeness(i, j), closeness = exp(−distance /
/// `decay`), with u such that as many are expected to come to each ward as leave it when the stock is
/// the base's. Within a ward, places are drawn by their own movers. So moves alone shift nobody, on
/// average.
class Destinations {
public:
    /// `movers`: households expected to move in a step, by place and tenure.
    Destinations(const Places& places, const TenureStock& movers, const HouseholdProfile& profile, double decay_kilometres);

    /// Tenure of a household newly formed by a reference person of an age.
    [[nodiscard]] Tenure tenure_formed(int age, std::uint32_t word) const noexcept { return tenure(profile_.tenure[five_year_band(age)], word); }
    /// Tenure of a household that moves: drawn anew from those that move at that age, whatever it was. Flows
    /// between tenures then balance at the base's stock.
    [[nodiscard]] Tenure tenure_moved_to(int age, std::uint32_t word) const noexcept { return tenure(profile_.tenure_of_movers[five_year_band(age)], word); }
    /// Chance a year that a mortgage is paid off [1].
    [[nodiscard]] double paying_off(int age) const noexcept { return profile_.paying_off[five_year_band(age)]; }

    /// The place to which a household of a tenure moves from `origin`, by two words.
    [[nodiscard]] std::uint16_t place(std::uint16_t origin, Tenure tenure, std::uint32_t ward_word, std::uint32_t place_word) const noexcept {
        return place_in(ward(origin, tenure)(ward_word), tenure, place_word);
    }
    /// A place of a ward by its movers of a tenure.
    [[nodiscard]] std::uint16_t place_in(std::size_t ward, Tenure tenure, std::uint32_t word) const noexcept {
        return static_cast<std::uint16_t>(places_of_[static_cast<std::size_t>(tenure)][ward](word));
    }
    /// The choice of wards from a place.
    [[nodiscard]] const Choice& ward(std::uint16_t origin, Tenure tenure) const noexcept {
        return wards_[static_cast<std::size_t>(tenure)][ward_of_[origin]];
    }

private:
    [[nodiscard]] static Tenure tenure(const Choice& choice, std::uint32_t word) noexcept {
        return choice.empty() ? Tenure::private_rent : static_cast<Tenure>(choice(word));
    }

    HouseholdProfile profile_;
    std::vector<std::uint16_t> ward_of_;                                    ///< [place]
    std::array<std::vector<Choice>, tenure_names.size()> wards_;            ///< [tenure][ward of origin]
    std::array<std::vector<Choice>, tenure_names.size()> places_of_;        ///< [tenure][ward]
};

/// Households expected to move in a step at the base, by place and tenure.
[[nodiscard]] TenureStock expected_movers(const Population& base, const Places& places, const MoveRates& rates, int base_year);

}  // namespace spires
