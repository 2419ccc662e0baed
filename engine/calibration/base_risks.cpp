#include "calibration/base_risks.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "calibration/base_risks.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

template <class D> using Wide = hn::Vec<D>;
template <class D> using NodeTag = hn::Rebind<std::int32_t, D>;
template <class D> using Node = hn::Vec<NodeTag<D>>;

template <class D> HWY_INLINE Wide<D> entry(D d, const float* table, Node<D> at) {
    return hn::PromoteTo(d, hn::GatherIndex(hn::Rebind<float, D>{}, table, at));
}
template <class D> HWY_INLINE Node<D> node(D, const Scratch<std::int32_t>& column, std::size_t row) { return hn::LoadU(NodeTag<D>{}, column.data() + row); }

/// A table by [sex_band][node], linear to the next node.
template <class D>
HWY_INLINE Wide<D> between(D d, const std::vector<float>& table, Node<D> sex_band, std::size_t nodes, Node<D> node, const double* way) {
    const auto at = hn::Add(hn::Mul(sex_band, hn::Set(NodeTag<D>{}, static_cast<std::int32_t>(nodes))), node);
    const auto low = entry(d, table.data(), at), high = entry(d, table.data() + 1, at);
    return hn::Add(low, hn::Mul(hn::LoadU(d, way), hn::Sub(high, low)));
}

/// The ratio of those who have a bit of a set, 1 for the others.
template <class D>
HWY_INLINE Wide<D> of_bit(D d, const std::vector<float>& table, Node<D> sex_band, Node<D> set, std::size_t bit) {
    const NodeTag<D> dn;
    const hn::Rebind<float, D> df;
    const auto has = hn::RebindMask(df, hn::TestBit(set, hn::Set(dn, static_cast<std::int32_t>(1U << bit))));
    return hn::PromoteTo(d, hn::IfThenElse(has, hn::GatherIndex(df, table.data(), sex_band), hn::Set(df, 1.0F)));
}

template <class D>
HWY_INLINE void ratios_of_group(D d, const RiskModel::Factors& f, const RiskPositions& at, const ConditionSet* conditions, std::size_t row, double* ratios) {
    const auto sex_band = node(d, at.sex_band, row);
    auto product = hn::Set(d, 1.0);
    if (!f.activity.empty()) product = product * between(d, f.activity, sex_band, RiskModel::activity_nodes, node(d, at.activity_node, row), at.activity.data() + row);
    if (!f.body.empty()) product = product * between(d, f.body, sex_band, RiskModel::body_nodes, node(d, at.body_node, row), at.body.data() + row);
    if (!f.smoking.empty())
        product = product * entry(d, f.smoking.data(), hn::Add(hn::Mul(sex_band, hn::Set(NodeTag<D>{}, static_cast<std::int32_t>(RiskModel::smoking_nodes))), node(d, at.smoking, row)));
    auto air = hn::Set(d, 1.0);
    if (!f.no2.empty()) air = between(d, f.no2, sex_band, RiskModel::air_nodes, node(d, at.no2_node, row), at.no2.data() + row);
    if (!f.pm25.empty()) air = air * between(d, f.pm25, sex_band, RiskModel::air_nodes, node(d, at.pm25_node, row), at.pm25.data() + row);
    product = product * air;
    for (std::size_t flag = 0; flag < f.flags.size(); ++flag)
        if (!f.flags[flag].empty()) product = product * of_bit(d, f.flags[flag], sex_band, node(d, at.flags, row), flag);
    const auto ill = hn::BitCast(NodeTag<D>{}, hn::LoadU(hn::Rebind<std::uint32_t, D>{}, conditions + row));
    for (const auto& [cause, table] : f.conditions) product = product * of_bit(d, table, sex_band, ill, cause);
    hn::StoreU(product, d, ratios + row);
}

void ratios_of_rows(const RiskModel::Factors& factors, const RiskPositions& positions, const ConditionSet* conditions, double* ratios) {
    const hn::ScalableTag<double> group;
    const hn::CappedTag<double, 1> single;
    std::size_t row = 0;
    for (; row + hn::Lanes(group) <= positions.size(); row += hn::Lanes(group)) ratios_of_group(group, factors, positions, conditions, row, ratios);
    for (; row < positions.size(); ++row) ratios_of_group(single, factors, positions, conditions, row, ratios);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(ratios_of_rows);

void RiskPositions::place(const PersonColumns& people, int year, const Places& places) {
    for (auto* column : {&sex_band, &activity_node, &body_node, &smoking, &no2_node, &pm25_node, &flags}) column->resize(people.size());
    for (auto* column : {&activity, &body, &no2, &pm25}) column->resize(people.size());
    for (auto* column : {&sex_age, &decile}) column->resize(people.size());
    const auto split = [](double position, Scratch<std::int32_t>& node, Scratch<double>& way, std::size_t row) {
        const auto whole = std::min(static_cast<std::size_t>(position), RiskModel::air_nodes - 2);
        node[row] = static_cast<std::int32_t>(whole);
        way[row] = position - static_cast<double>(whole);
    };
    for (std::size_t row = 0; row < people.size(); ++row) {
        const RiskState state = RiskModel::state_of(people, row, 0);
        const int age = people.age(row, year);
        const auto sex = static_cast<std::size_t>(people.sex[row]);
        sex_band[row] = static_cast<std::int32_t>(sex * five_year_bands + five_year_band(age));
        sex_age[row] = static_cast<std::uint8_t>(sex * ages + age_row(age));
        decile[row] = static_cast<std::uint8_t>(places.decile_of[people.place[row]]);
        activity_node[row] = static_cast<std::int32_t>(state.activity_node);
        activity[row] = state.activity_fraction;
        body_node[row] = static_cast<std::int32_t>(state.body_node);
        body[row] = state.body_fraction;
        smoking[row] = static_cast<std::int32_t>(state.smoking);
        split(state.no2, no2_node, no2, row);
        split(state.pm25, pm25_node, pm25, row);
        flags[row] = static_cast<std::int32_t>(state.flags);
    }
}

void work_out_ratios(const RiskModel::Factors& factors, const RiskPositions& positions, std::span<const ConditionSet> conditions, Scratch<double>& ratios) {
    ratios.resize(positions.size());
    HWY_DYNAMIC_DISPATCH(ratios_of_rows)(factors, positions, conditions.data(), ratios.data());
}

}  // namespace spires
#endif
