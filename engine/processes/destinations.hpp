#pragma once
// Which home in the city a household that moves or forms takes: its tenure and its place.

#include "core/many_choices.hpp"
#include "inputs/demography.hpp"
#include "inputs/places.hpp"
#include "population/household_profile.hpp"
#include "population/population.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace spires {

/// Balanced gravity between zones, a ward's places of one national tenth of deprivation: F(i, j) = u(i) u(j) closeness,
/// closeness = exp(−distance / `kilometres` − tenths apart / `tenths`), with u such that as many are expected to come
/// to each zone as leave it when the stock is the base's. Within a zone, places are drawn by their own movers. So moves
/// alone shift nobody, on average, and people mostly move among places like theirs: otherwise what deprivation has done
/// to them would be spread over the city in twenty years.
struct MoveDecay {
    double kilometres = 0, tenths = 0;
};

/// A household that looks for a home of a tenure.
struct HomeSought {
    std::uint16_t place = 0;      ///< where it comes from, then where it goes
    Tenure tenure{};
    std::uint32_t zone_word = 0, place_word = 0;  ///< its luck
    std::uint32_t at = 0;         ///< how far the search has come
};

class Destinations {
public:
    /// `movers`: households expected to move in a step, by place and tenure.
    Destinations(const Places& places, const TenureStock& movers, const HouseholdProfile& profile, MoveDecay decay);

    /// Tenure of a household newly formed by a reference person of an age.
    [[nodiscard]] Tenure tenure_formed(int age, std::uint32_t word) const noexcept { return tenure(profile_.tenure[five_year_band(age)], word); }
    /// Tenure of a household that moves: drawn anew from those that move at that age, whatever it was. Flows
    /// between tenures then balance at the base's stock.
    [[nodiscard]] Tenure tenure_moved_to(int age, std::uint32_t word) const noexcept { return tenure(profile_.tenure_of_movers[five_year_band(age)], word); }
    /// Chance a year that a mortgage is paid off [1].
    [[nodiscard]] double paying_off(int age) const noexcept { return profile_.paying_off[five_year_band(age)]; }

    /// The places to which households move.
    void find_places(std::span<HomeSought> homes) const noexcept;
    /// A place of a ward by its movers of a tenure.
    [[nodiscard]] std::uint16_t place_in(std::size_t ward, Tenure tenure, std::uint32_t word) const noexcept {
        return static_cast<std::uint16_t>(places_of_ward_(static_cast<std::size_t>(tenure) * ward_count_ + ward, word));
    }
    /// The chance that who moves from a place to a tenure moves to a zone [1].
    [[nodiscard]] double chance_of_zone(std::uint16_t origin, Tenure tenure, std::size_t zone) const noexcept {
        return zones_.chance(zones_from(origin, tenure), zone);
    }
    [[nodiscard]] const std::vector<std::uint16_t>& zone_of() const noexcept { return zone_of_; }  ///< [place]

private:
    [[nodiscard]] static Tenure tenure(const Choice& choice, std::uint32_t word) noexcept {
        return choice.empty() ? Tenure::private_rent : static_cast<Tenure>(choice(word));
    }

    [[nodiscard]] std::size_t zones_from(std::uint16_t origin, Tenure tenure) const noexcept { return places_of(zone_of_[origin], tenure); }
    [[nodiscard]] std::size_t places_of(std::size_t zone, Tenure tenure) const noexcept { return static_cast<std::size_t>(tenure) * zone_count_ + zone; }

    HouseholdProfile profile_;
    std::size_t zone_count_ = 0, ward_count_ = 0;
    std::vector<std::uint16_t> zone_of_;  ///< [place]
    ManyChoices zones_;                   ///< [tenure][zone of origin]
    ManyChoices places_of_zone_;          ///< [tenure][zone]
    ManyChoices places_of_ward_;          ///< [tenure][ward]
};

/// Households expected to move in a step at the base, by place and tenure.
[[nodiscard]] TenureStock expected_movers(const Population& base, const Places& places, const MoveRates& rates, int base_year);

}  // namespace spires
