#pragma once
// The state a person starts with, at the base or on arrival: drawn from tables, never from residents.

#include "core/random.hpp"
#include "population/columns.hpp"

namespace spires {

/// Draws a newcomer's state given id, sex, birth year and place, from the tables of the base.
class Newcomer {
public:
    virtual ~Newcomer() = default;
    /// Ethnic group (by place), qualification, economic status and disability.
    virtual void draw_social(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const = 0;
    /// Exposures, smoking, loneliness, development, conditions and the lasting part of health.
    virtual void draw_health(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const = 0;
    /// Both, for all rows from `first` on.
    virtual void draw_newcomers(PersonColumns& people, std::size_t first, int year, const RandomKey& key) const {
        for (std::size_t row = first; row < people.size(); ++row) {
            draw_social(people, row, year, key);
            draw_health(people, row, year, key);
        }
    }
    /// As draw_health for a newborn: no conditions, no habits.
    virtual void draw_newborn(PersonColumns& people, std::size_t row, int year, const RandomKey& key) const = 0;
};

}  // namespace spires
