#pragma once
// Programmes of screening and immunisation, as the tables give them.

#include "core/axes.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace spires {

/// A programme of screening or immunisation.
struct ScreeningProgramme {
    std::string name, label;
    bool women = true, men = true;
    int age_from = 0, age_to = 200;
    int months_between = 12;
    std::array<double, deciles> share{};                      ///< covered in the base year, by decile

    [[nodiscard]] bool concerns(Sex sex, int age) const noexcept { return age >= age_from && age <= age_to && (sex == Sex::female ? women : men); }
};
/// What being covered does to the case fatality of a condition.
struct ScreeningEffect {
    std::size_t programme = 0;
    std::string condition, source;
    double ratio = 1, lower = 1, upper = 1;
};

/// At most as many as the column `covered` has bits.
inline constexpr std::size_t most_screening_programmes = 8;

[[nodiscard]] std::vector<ScreeningProgramme> read_screening(const std::filesystem::path& inputs);
[[nodiscard]] std::vector<ScreeningEffect> read_screening_effects(const std::filesystem::path& inputs, const std::vector<ScreeningProgramme>& programmes);

}  // namespace spires
