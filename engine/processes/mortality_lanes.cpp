#include "processes/mortality_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/mortality_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/risk_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// What being screened leaves of the fatality of a condition beyond its stage; `stratum` is [sex][age][decile].
template <class D>
HWY_INLINE Real<D> screened(D d, const DyingColumns& c, const Fatality& of, std::size_t row, Integer<D> stratum) {
    const auto covered = hn::And(read(d, c.covered + row), integer(d, of.programme)) != integer(d, 0);
    return look_up(d, of.screened, stratum + stratum + hn::IfThenElseZero(covered, integer(d, 1)));
}

/// Σ f over the conditions people have. Screening goes by the age at the start of the step.
template <class D>
HWY_INLINE Real<D> fatality(D d, const DyingColumns& c, std::size_t row, Integer<D> conditions, Integer<D> sex_age, Integer<D> stratum) {
    auto total = hn::Zero(d);
    if (hn::AllTrue(IntegerTag<D>{}, conditions == integer(d, 0))) return total;
    for (const auto& of : c.fatalities) {
        const auto ill = truth(d, hn::And(conditions, integer(d, of.bit)) != integer(d, 0));
        if (hn::AllFalse(d, ill)) continue;
        auto hazard = look_up(d, of.hazard, sex_age) * read_or(d, of.ratio, row, 1.0F);
        if (of.screened != nullptr) hazard = hazard * screened(d, c, of, row, stratum);
        if (of.by_stage != nullptr) {
            const auto late = hn::And(conditions, integer(d, of.late)) != integer(d, 0);
            hazard = hazard * look_up(d, of.by_stage, sex_age + sex_age + hn::IfThenElseZero(late, integer(d, 1)));
        }
        total = total + hn::IfThenElseZero(ill, hazard);
    }
    return total;
}

template <class D>
HWY_INLINE std::size_t die(D d, const DyingColumns& c, std::size_t row, std::uint32_t* dying) {
    const auto sex_age = read(d, c.strata.sex_age.data() + row), next = read(d, c.strata.sex_age_next.data() + row);
    const auto sex_band = read(d, c.strata.sex_band.data() + row), decile = read(d, c.strata.decile.data() + row);
    const auto tenth = integer(d, static_cast<std::int32_t>(deciles));
    const auto conditions = read(d, c.conditions + row), conditions_next = read(d, c.conditions_next + row);
    const RiskStates<D> states{sex_band, read(d, c.risks.activity.data() + row), read(d, c.risks.body.data() + row),
                               read(d, c.risks.smoking.data() + row), read(d, c.risks.flags.data() + row), conditions,
                               read(d, c.risks.no2.data() + row), read(d, c.risks.pm25.data() + row)};
    const auto relative = risk_ratio(d, c.other, states) / look_up(d, c.mean_ratio, sex_band * tenth + decile);

    // λ = (Σ f + ρ · Π RR / M) · trend, half the step at each age; of infant deaths most fell in the step of birth.
    const auto infant = truth(d, read(d, c.strata.age.data() + row) == integer(d, 0));
    const auto time_at_first = hn::IfThenElse(infant, real(d, c.late_infant_share), real(d, 0.5));
    const auto stratum = sex_age * tenth + decile;
    const auto hazard = (look_up(d, c.residual, stratum) * relative + fatality(d, c, row, conditions, sex_age, stratum)) * look_up(d, c.trend, sex_age);
    const auto hazard_next = (look_up(d, c.residual, next * tenth + decile) * relative + fatality(d, c, row, conditions_next, next, stratum)) * look_up(d, c.trend, next);
    const auto first = hazard * time_at_first, second = hazard_next * real(d, 0.5);

    const auto half = truth(d, hn::And(read(d, c.presence + row), integer(d, c.half_present)) != integer(d, 0));
    const auto time = hn::IfThenElse(half, real(d, 0.5), real(d, 1.0));
    const auto mean = hn::Max(first + second, real(d, 1e-12));
    const auto chance = one_minus_exp_minus(d, mean * time);
    write(d, c.chance + row, chance);
    write(d, c.years + row, chance / mean);  // ∫ survival over the time present
    const auto at_first = chance * (first / mean);
    write(d, c.first + row, at_first);
    write(d, c.second + row, chance - at_first);
    return note_rows(d, happens(d, c.words + row, chance), row, dying);
}

std::size_t find_dying(const DyingColumns& columns, std::size_t rows, std::uint32_t* dying) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { found += die(d, columns, row, dying + found); });
    return found;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_dying);
std::size_t find_deaths(const DyingColumns& columns, std::size_t rows, std::uint32_t* dying) {
    return HWY_DYNAMIC_DISPATCH(find_dying)(columns, rows, dying);
}
}  // namespace spires
#endif
