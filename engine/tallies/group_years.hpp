#pragma once
// Years lived by census ethnic group: who gains is told by them, and no level of health.

#include "core/axes.hpp"
#include "core/column.hpp"
#include "population/categories.hpp"

#include <array>
#include <cstdint>

namespace spires {

/// Years of the whole city in fixed point, by ethnic group and sex.
class GroupYears {
public:
    struct Years {
        std::int64_t lived = 0;           ///< expected person-years
        std::int64_t in_good_health = 0;  ///< of them
    };
    [[nodiscard]] Years& operator()(EthnicGroup group, Sex sex) noexcept { return years_[static_cast<std::size_t>(group) * sexes + static_cast<std::size_t>(sex)]; }
    [[nodiscard]] const Years& operator()(EthnicGroup group, Sex sex) const noexcept { return years_[static_cast<std::size_t>(group) * sexes + static_cast<std::size_t>(sex)]; }

    GroupYears& operator+=(const GroupYears& other) noexcept {
        for (std::size_t i = 0; i < years_.size(); ++i) {
            years_[i].lived += other.years_[i].lived;
            years_[i].in_good_health += other.years_[i].in_good_health;
        }
        return *this;
    }

private:
    std::array<Years, ethnic_group_names.size() * sexes> years_{};
};

}  // namespace spires
