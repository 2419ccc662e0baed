#include "processes/mortality_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/mortality_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/risk_lanes.hpp"
#include "processes/presence_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// What being screened leaves of the fatality of a condition beyond its stage; `stratum` is [sex][age][decile].
template <class D>
HWY_INLINE Real<D> screened(D d, const Fatality& of, Integer<D> coverage, Integer<D> stratum) {
    const auto covered = hn::And(coverage, integer(d, of.programme)) != integer(d, 0);
    return look_up(d, of.screened, stratum + stratum + hn::IfThenElseZero(covered, integer(d, 1)));
}

/// Σ f over the conditions that some of the ill have. Screening goes by the age at the start of the step.
template <class D>
HWY_INLINE Real<D> fatality(D d, const DyingColumns& c, Integer<D> row, Integer<D> coverage, Integer<D> conditions, Integer<D> sex_age, Integer<D> stratum) {
    auto total = hn::Zero(d);
    for (const auto& of : c.fatalities) {
        const auto ill = truth(d, hn::And(conditions, integer(d, of.bit)) != integer(d, 0));
        if (hn::AllFalse(d, ill)) continue;
        auto hazard = look_up(d, of.hazard, sex_age);
        if (of.ratio != nullptr) hazard = hazard * look_up(d, of.ratio, row);
        if (of.screened != nullptr) hazard = hazard * screened(d, of, coverage, stratum);
        if (of.by_stage != nullptr) {
            const auto late = hn::And(conditions, integer(d, of.late)) != integer(d, 0);
            hazard = hazard * look_up(d, of.by_stage, sex_age + sex_age + hn::IfThenElseZero(late, integer(d, 1)));
        }
        total = total + hn::IfThenElseZero(ill, hazard);
    }
    return total;
}

/// Lists those who have a condition that people die of, one in eight, and works out Σ f · trend for them alone.
std::size_t find_ill(const DyingColumns& c, std::size_t rows) {
    IllColumns& ill = c.ill;
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto conditions = hn::Or(read(d, c.conditions + row), read(d, c.conditions_next + row));
        found += note_rows(d, truth(d, hn::And(conditions, integer(d, c.deadly)) != integer(d, 0)), row, ill.rows.data() + found);
    });
    for (std::size_t k = 0; k < found; ++k) ill.covered[k] = c.covered[ill.rows[k]];
    over_rows(found, [&](auto d, std::size_t k) HWY_ATTR {
        const auto row = read(d, ill.rows.data() + k), coverage = read(d, ill.covered.data() + k);
        const auto of = [&](const auto& column) HWY_ATTR { return look_up(d, reinterpret_cast<const std::int32_t*>(column), row); };
        const auto sex_age = of(c.strata.sex_age.data()), next = of(c.strata.sex_age_next.data()), decile = of(c.strata.decile.data());
        const auto stratum = sex_age * integer(d, static_cast<std::int32_t>(deciles)) + decile;
        Real<decltype(d)> trend, trend_next;
        look_up_pair(d, c.trend, sex_age + sex_age, trend, trend_next);
        write(d, ill.fatality.data() + k, trend * fatality(d, c, row, coverage, of(c.conditions), sex_age, stratum));
        write(d, ill.fatality_next.data() + k, trend_next * fatality(d, c, row, coverage, of(c.conditions_next), next, stratum));
    });
    return found;
}

/// Whether a residual met its floor: its sign says so, of a 0 too.
template <class D> HWY_INLINE Truth<D> met_floor(D d, Real<D> residual) { return truth(d, hn::BitCast(IntegerTag<D>{}, residual) < integer(d, 0)); }

/// Π RR of other mortality.
template <class D>
HWY_INLINE Real<D> relative_risk(D d, const DyingColumns& c, std::size_t row) {
    if (c.risks == nullptr) return real(d, 1.0);
    return risk_ratio(d, c.other, {read(d, c.strata.sex_band.data() + row), read(d, c.risks->activity.data() + row), read(d, c.risks->body.data() + row),
                                   read(d, c.risks->smoking.data() + row), read(d, c.risks->flags.data() + row), read(d, c.conditions + row),
                                   read(d, c.risks->no2.data() + row), read(d, c.risks->pm25.data() + row)});
}

template <class D>
HWY_INLINE void die(D d, const DyingColumns& c, std::size_t row, DyingRows& lists) {
    const auto sex_age = read(d, c.strata.sex_age.data() + row);
    const auto relative = relative_risk(d, c, row);

    // λ = (Σ f + ρ · Π RR / M) · trend, half the step at each age; of infant deaths most fell in the step of birth.
    const auto infant = truth(d, read(d, c.strata.age.data() + row) == integer(d, 0));
    const auto time_at_first = hn::IfThenElse(infant, real(d, c.late_infant_share), real(d, 0.5));
    const auto stratum = sex_age * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.strata.decile.data() + row);
    Real<D> residual, residual_next;
    look_up_pair(d, c.residual, stratum + stratum, residual, residual_next);
    const auto hazard = hn::Abs(residual) * relative + read(d, c.fatality + row);
    const auto hazard_next = hn::Abs(residual_next) * relative + read(d, c.fatality_next + row);
    const auto first = hazard * time_at_first, second = hazard_next * real(d, 0.5);

    const auto time = time_share_of(d, c.presence + row);
    const auto mean = hn::Max(first + second, real(d, 1e-12));
    const auto chance = one_minus_exp_minus(d, mean * time);
    write(d, c.chance + row, chance);
    const auto years = chance / mean;  // ∫ survival over the time present
    write(d, c.years + row, years);
    write(d, c.late_years + row, years * real(d, 0.5));
    write(d, c.late_chance + row, chance - chance * (first / mean));  // in proportion to its part of λ
    lists.deaths += note_rows(d, happens(d, c.words + row, chance), row, lists.dying.data() + lists.deaths);
    lists.at_floor += note_rows(d, hn::Or(met_floor(d, residual), met_floor(d, residual_next)), row, lists.floored.data() + lists.at_floor);
}

void find_dying(const DyingColumns& columns, std::size_t rows, DyingRows& lists) {
    const IllColumns& ill = columns.ill;
    const std::size_t found = find_ill(columns, rows);
    for (std::size_t k = 0; k < found; ++k) {
        columns.fatality[ill.rows[k]] = ill.fatality[k];
        columns.fatality_next[ill.rows[k]] = ill.fatality_next[k];
    }
    lists.deaths = lists.at_floor = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { die(d, columns, row, lists); });
    for (std::size_t k = 0; k < found; ++k) columns.fatality[ill.rows[k]] = columns.fatality_next[ill.rows[k]] = 0.0F;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_dying);
void IllColumns::resize(std::size_t most) {
    rows.resize(most);
    covered.resize(most);
    fatality.resize(most);
    fatality_next.resize(most);
}
void find_deaths(const DyingColumns& columns, std::size_t rows, DyingRows& lists) { HWY_DYNAMIC_DISPATCH(find_dying)(columns, rows, lists); }
}  // namespace spires
#endif
