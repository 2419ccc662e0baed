// A person's product of relative risks, many people at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_CALIBRATION_RISK_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CALIBRATION_RISK_LANES_HPP
#undef SPIRES_CALIBRATION_RISK_LANES_HPP
#else
#define SPIRES_CALIBRATION_RISK_LANES_HPP
#endif

#include "calibration/risk_columns.hpp"
#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Where a group of people stands on every curve, and what they have.
template <class D>
struct RiskStates {
    Integer<D> sex_band;   ///< [sex][five-year band]
    Real<D> activity, body;
    Integer<D> smoking, flags, conditions;
    Real<D> no2, pm25;
};

/// A table by [sex_band][node], linear between nodes.
template <class D>
HWY_INLINE Real<D> between_nodes(D d, const float* table, Integer<D> sex_band, Real<D> position, std::size_t nodes) {
    const auto last = integer(d, static_cast<std::int32_t>(nodes) - 2);
    const auto node = hn::Min(whole_part(d, position), last);
    const auto at = sex_band * integer(d, static_cast<std::int32_t>(nodes)) + node;
    Real<D> low, high;
    look_up_pair(d, table, at, low, high);
    return low + (position - as_real(d, node)) * (high - low);
}

/// `product` times the ratios of the bits of `set`.
template <class D>
HWY_INLINE Real<D> times_ratios(D d, Real<D> product, const std::vector<SetRatios>& stretches, Integer<D> set, Integer<D> sex_band) {
    for (const auto& of : stretches) {
        const auto bits = hn::And(hn::ShiftRightSame(set, of.first), integer(d, of.mask));
        product = product * look_up(d, of.product.data(), sex_band * integer(d, of.mask + 1) + bits);
    }
    return product;
}

/// Π RR of one outcome, not yet divided by its mean (RiskModel::ratio).
template <class D>
HWY_INLINE Real<D> risk_ratio(D d, const RiskTables& tables, const RiskStates<D>& states) {
    auto product = real(d, 1.0);
    if (tables.activity != nullptr) product = product * between_nodes(d, tables.activity, states.sex_band, states.activity, RiskModel::activity_nodes);
    if (tables.body != nullptr) product = product * between_nodes(d, tables.body, states.sex_band, states.body, RiskModel::body_nodes);
    if (tables.smoking != nullptr)
        product = product * look_up(d, tables.smoking, states.sex_band * integer(d, static_cast<std::int32_t>(RiskModel::smoking_nodes)) + states.smoking);
    if (tables.no2 != nullptr) product = product * between_nodes(d, tables.no2, states.sex_band, states.no2, RiskModel::air_nodes);
    if (tables.pm25 != nullptr) product = product * between_nodes(d, tables.pm25, states.sex_band, states.pm25, RiskModel::air_nodes);
    product = times_ratios(d, product, tables.flags, states.flags, states.sex_band);
    return times_ratios(d, product, tables.causes, states.conditions, states.sex_band);
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
