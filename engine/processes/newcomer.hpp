#pragma once
// The state a person starts with, at the base or on arrival: drawn from tables, never from residents.

#include "core/random.hpp"
#include "population/columns.hpp"

namespace spires {

/// Draws the state of newcomers, all rows from `first` on, given id, sex, birth year and place, from the tables of the base.
class Newcomer {
public:
    Newcomer() = default;
    Newcomer(const Newcomer&) = delete;
    Newcomer& operator=(const Newcomer&) = delete;
    virtual ~Newcomer() = default;
    /// Social state (ethnic group by place, qualification, economic status, disability) and health (exposures,
    /// habits, loneliness, development, conditions and the lasting part of health).
    virtual void draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const = 0;
    /// The same for those born in the step, who have their mother's ethnic group: no conditions, no habits.
    virtual void draw_newborns(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const = 0;
};

}  // namespace spires
