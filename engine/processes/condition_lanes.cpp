#include "processes/condition_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/condition_lanes.cpp"
#include <hwy/foreach_target.h>

#include "calibration/risk_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

std::size_t find_condition_candidates(const CandidateColumns& c, std::size_t rows, std::uint32_t* candidates) {
    std::size_t found = 0;
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto has = hn::And(read(d, c.conditions + row), integer(d, static_cast<std::int32_t>(c.bit)));
        const auto wanted = integer(d, c.ill ? static_cast<std::int32_t>(c.bit) : 0);
        const auto could = happens(d, c.words + row, look_up(d, c.bound, read(d, c.sex_age + row)));
        found += note_rows(d, hn::And(could, truth(d, has == wanted)), row, candidates + found);
    });
    return found;
}

/// Chance of falling ill and being ill at the end of the year, when the way back is open too: h · (1 − e^−(h+k)) / (h + k).
template <class D>
HWY_INLINE std::size_t keep(D d, const OnsetColumns& c, const std::uint32_t* candidates, std::uint32_t* kept) {
    const auto row = read(d, candidates);
    const auto at = [&](const auto& column) HWY_ATTR { return look_up(d, column.data(), row); };
    const auto sex_band = at(c.strata.sex_band);
    const auto conditions = look_up(d, reinterpret_cast<const std::int32_t*>(c.conditions), row);
    const RiskStates<D> states{sex_band, at(c.risks.activity), at(c.risks.body), at(c.risks.smoking), at(c.risks.flags), conditions, at(c.risks.no2), at(c.risks.pm25)};
    auto hazard = look_up(d, c.hazard, at(c.strata.sex_age)) * look_up(d, c.residual, at(c.strata.decile)) * risk_ratio(d, c.tables, states) /
                  look_up(d, c.mean_ratio, sex_band);
    if (c.ratio != nullptr) hazard = hazard * look_up(d, c.ratio, row);
    auto back = look_up(d, c.recovery, at(c.strata.sex_age));
    if (c.recovery_ratio != nullptr) back = back * look_up(d, c.recovery_ratio, row);
    const auto both = hn::Max(hazard + back, real(d, 1e-20));
    const auto chance = hazard / both * one_minus_exp_minus(d, both);
    const auto word = hn::BitCast(hn::Rebind<std::uint32_t, D>{}, look_up(d, reinterpret_cast<const std::int32_t*>(c.words), row));
    const hn::Rebind<std::uint32_t, D> du;
    return hn::CompressStore(hn::BitCast(du, row), hn::RebindMask(du, word_happens(d, word, chance)), du, kept);
}

std::size_t keep_all_onsets(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count) {
    std::size_t kept = 0;
    over_rows(count, [&](auto d, std::size_t k) HWY_ATTR { kept += keep(d, columns, candidates + k, candidates + kept); });
    return kept;
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_condition_candidates);
HWY_EXPORT(keep_all_onsets);
std::size_t keep_onsets(const OnsetColumns& columns, std::uint32_t* candidates, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(keep_all_onsets)(columns, candidates, count);
}
std::size_t find_candidates(const CandidateColumns& columns, std::size_t rows, std::uint32_t* candidates) {
    return HWY_DYNAMIC_DISPATCH(find_condition_candidates)(columns, rows, candidates);
}
}  // namespace spires
#endif
