#pragma once
// Education, work and disability by age: the tables a person's social state is drawn from.

#include "core/axes.hpp"
#include "population/categories.hpp"

#include <array>
#include <filesystem>
#include <vector>

namespace spires {

struct SocialTables {
    /// Share of each status (index: EconomicStatus) at ages 16+: [sex][age][decile][status].
    std::vector<std::array<double, 6>> economic_status;
    /// Share of each qualification at ages 16+: [age][decile][qualification].
    std::vector<std::array<double, 4>> qualification;
    /// Share disabled: [sex][age].
    std::array<std::array<double, ages>, sexes> disabled{};
    /// Share reaching a good level of development: [sex][decile].
    std::array<std::array<double, deciles>, sexes> good_level_of_development{};
    /// Share not in education, employment or training at 16-17: [reached good level of development].
    std::array<double, 2> neet{};

    /// Odds of work by qualification (parameters work_odds_…), which the base shares with the years.
    std::array<double, 4> work_odds{1, 1, 1, 1};

    static SocialTables read(const std::filesystem::path& inputs);
    [[nodiscard]] const std::array<double, 6>& status(Sex sex, int age, std::size_t decile) const {
        return economic_status[(static_cast<std::size_t>(sex) * ages + age_row(age)) * deciles + decile];
    }
    [[nodiscard]] const std::array<double, 4>& qualifications(int age, std::size_t decile) const {
        return qualification[age_row(age) * deciles + decile];
    }
};

}  // namespace spires
