#include "processes/exposure_lanes.hpp"

#include "core/axes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/exposure_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"
#include "processes/exposure_curve_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

constexpr int first_exposed_age = 16;

/// z' = ρz + √(1−ρ²)ε.
template <class D> HWY_INLINE Real<D> drifted(D d, const Score* score, float persistence, float innovation, Real<D> noise) {
    return real(d, persistence) * from_score(d, read(d, score)) + real(d, innovation) * noise;
}

/// One exposure of people whose tables are on `curve`.
template <class D> HWY_INLINE void drift_exposure(D d, const ExposureColumns& c, std::size_t row, Real<D> noise, Integer<D> curve, Integer<D> age) {
    const auto z = drifted(d, c.score + row, c.persistence, c.innovation, noise);
    write(d, c.score + row, to_score(d, z));

    const auto value = quantile(d, c.quantiles, curve, z) + read_or(d, c.added, row, 0.0F);
    const auto now = to_units(d, value, c.unit);
    const auto exposed = age > integer(d, first_exposed_age - 1);  // children have a score and no exposure yet
    const auto before = hn::IfThenElse(age == integer(d, first_exposed_age), now, read(d, c.lagged + row));  // tables begin here
    const auto change = real(d, c.lag_share) * (as_real(d, now) - as_real(d, before));
    const auto lagged = whole_part(d, as_real(d, before) + change + real(d, 0.5));
    write(d, c.now + row, hn::IfThenElse(exposed, now, read(d, c.now + row)));
    write(d, c.lagged + row, hn::IfThenElse(exposed, lagged, read(d, c.lagged + row)));
}

template <class D> HWY_INLINE void drift_both(D d, const ExposuresColumns& c, std::size_t row) {
    const auto age = read(d, c.age + row) + integer(d, 1);  // as they are at the end of the step
    const auto curve = read(d, c.sex_age_next + row) * integer(d, static_cast<std::int32_t>(deciles)) + read(d, c.decile + row);
    const auto words = draw(d, c.luck, row);
    const auto noise = gentle_normal(d, words.first, words.second);
    auto body_noise = real(d, c.own) * gentle_normal(d, words.third, words.fourth);
    if (c.shared != 0) body_noise = real(d, c.shared) * noise + body_noise;
    drift_exposure(d, c.activity, row, noise, curve, age);
    drift_exposure(d, c.body_mass_index, row, body_noise, curve, age);
}

template <class D> HWY_INLINE void drift_loneliness(D d, const LonelinessColumns& c, std::size_t row) {
    const auto words = [&](const std::uint32_t* column) HWY_ATTR { return hn::LoadU(WordTag<D>{}, column + row); };
    const auto score = to_score(d, drifted(d, c.score + row, c.persistence, c.innovation, gentle_normal(d, words(c.noise[0]), words(c.noise[1]))));
    write(d, c.score + row, score);
    const auto at = read(d, c.place + row) * integer(d, static_cast<std::int32_t>(sexes * ages)) + read(d, c.sex_age_next + row);
    const auto grown = read(d, c.age + row) > integer(d, first_exposed_age - 2);
    const auto lonely = hn::And(grown, score > look_up(d, c.threshold, at));
    write(d, c.lonely + row, hn::IfThenElseZero(lonely, integer(d, 1)));
}

void drift_exposures(const ExposuresColumns& columns, std::size_t rows) {
    const ExposuresColumns own = columns;  // what is written could not be any of its pointers
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { drift_both(d, own, row); });
}
void drift_lonelinesses(const LonelinessColumns& columns, std::size_t rows) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR { drift_loneliness(d, columns, row); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(drift_exposures);
HWY_EXPORT(drift_lonelinesses);
void drift(const ExposuresColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(drift_exposures)(columns, rows); }
void drift(const LonelinessColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(drift_lonelinesses)(columns, rows); }
}  // namespace spires
#endif
