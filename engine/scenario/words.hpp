#pragma once
// The words a scenario file may use for the strategy, for changes and for groups of people.

#include "scenario/scenario.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires {

/// A word of a file and what it stands for.
struct Word {
    std::string_view key, title;
};

/// Ambitions of the Coventry Health and Wellbeing Strategy.
inline constexpr std::array<Word, 3> ambitions{{
    {"healthier-for-longer", "People are healthier and independent for longer"},
    {"children-and-young-people", "Children and young people fulfil their potential"},
    {"connected-communities", "People live in connected, safe and sustainable communities"},
}};

/// Pillars of the population health framework.
inline constexpr std::array<Word, 4> pillars{{
    {"wider-determinants", "The wider determinants of health"},
    {"behaviours", "Health behaviours and lifestyles"},
    {"places", "The places and communities we live in, and with"},
    {"integrated-care", "An integrated health and care system"},
}};

/// Priorities of the strategy.
inline constexpr std::array<Word, 5> priorities{{
    {"loneliness", "Loneliness and social isolation"},
    {"mental-health", "Mental health and wellbeing"},
    {"young-people-mental-health", "Mental health and wellbeing of young people"},
    {"working-with-communities", "Working differently with communities"},
    {"employment-and-homelessness", "Employment and homelessness as prevention"},
}};

/// Kinds of change, in the order of `Change`.
inline constexpr std::array<std::string_view, 5> change_names{"add", "multiply", "odds_ratio", "rate_ratio", "set"};
[[nodiscard]] constexpr std::string_view name_of(Change change) { return change_names[static_cast<std::size_t>(change)]; }
[[nodiscard]] constexpr bool is_ratio(Change change) { return change != Change::add && change != Change::set; }

/// How a figure stands to its source, in the order of `Standing`.
inline constexpr std::array<std::string_view, 3> standing_names{"published", "fitted", "assumed"};
[[nodiscard]] constexpr std::string_view name_of(Standing standing) { return standing_names[static_cast<std::size_t>(standing)]; }

/// Groups of physical activity, in the order of `ActivityGroup`.
inline constexpr std::array<std::string_view, 3> activity_group_names{"inactive", "fairly_active", "active"};

[[nodiscard]] std::vector<std::string> keys_of(std::span<const Word> words);
[[nodiscard]] std::vector<std::string> texts(std::span<const std::string_view> words);

}  // namespace spires
