// Products over people's conditions, many people at a time. For kernel files only (core/lanes.hpp).

#if defined(SPIRES_CALIBRATION_PRODUCT_LANES_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SPIRES_CALIBRATION_PRODUCT_LANES_HPP
#undef SPIRES_CALIBRATION_PRODUCT_LANES_HPP
#else
#define SPIRES_CALIBRATION_PRODUCT_LANES_HPP
#endif

#include "calibration/condition_products.hpp"
#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace lanes {

/// Π ratio_c over the conditions of each row.
template <class D>
HWY_INLINE Real<D> product_over(D d, const ConditionProducts<1>& products, Integer<D> conditions) {
    auto product = real(d, 1.0);
    auto left = conditions;
    for (std::size_t group = 0; group < products.groups(); ++group) {
        product = product * look_up(d, products.table() + group * 256, hn::And(left, integer(d, 255)));
        left = hn::ShiftRight<8>(left);
    }
    return product;
}

}  // namespace lanes
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#endif
