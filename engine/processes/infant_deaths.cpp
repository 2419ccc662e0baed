#include "core/maths.hpp"
#include "processes/births.hpp"

namespace spires {

InfantDeaths infant_deaths(const Mortality& mortality, double share_in_first_step, int first_year, int last_year) {
    std::vector<std::array<std::array<double, deciles>, sexes>> chances;
    for (int year = first_year; year <= last_year; ++year) {
        auto& of_year = chances.emplace_back();
        for (const Sex sex : {Sex::female, Sex::male})
            for (std::size_t decile = 0; decile < deciles; ++decile)
                of_year[static_cast<std::size_t>(sex)][decile] =
                    one_minus_exp_minus(share_in_first_step * mortality.rate(sex, 0, decile, year));
    }
    return {first_year, std::move(chances)};
}

}  // namespace spires
