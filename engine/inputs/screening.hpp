#pragma once
// Programmes of screening and immunisation, as the tables give them.

#include "core/axes.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
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
/// What being covered moves: the odds that a new case is found late, or deaths of a case whatever its stage.
enum class ScreeningMoves { late_stage, case_fatality };
inline constexpr std::array<std::string_view, 2> screening_moves_names{"late_stage", "case_fatality"};
struct ScreeningEffect {
    std::size_t programme = 0;
    std::string condition, source;
    ScreeningMoves moves = ScreeningMoves::case_fatality;
    double ratio = 1, lower = 1, upper = 1;
};

/// At most as many as the column `covered` has bits.
inline constexpr std::size_t most_screening_programmes = 8;

[[nodiscard]] std::vector<ScreeningProgramme> read_screening(const std::filesystem::path& inputs);
/// `staged`: conditions with stages, by name.
[[nodiscard]] std::vector<ScreeningEffect> read_screening_effects(const std::filesystem::path& inputs, const std::vector<ScreeningProgramme>& programmes,
                                                                  const std::vector<std::string>& staged);

}  // namespace spires
