#include "calibration/newcomer_conditions.hpp"
#include "calibration/risk_columns.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "calibration/risk_columns.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

template <class D>
HWY_INLINE void place_group(D d, const PersonColumns& people, std::size_t row, RiskColumns& columns, std::size_t at) {
    const auto minutes = as_real(d, read(d, people.activity_lagged.data() + row)) * real(d, 1.0 / (activity_unit * RiskModel::activity_spacing));
    write(d, columns.activity.data() + at, hn::Min(minutes, real(d, RiskModel::activity_nodes - 1)));
    const auto body = as_real(d, read(d, people.body_mass_lagged.data() + row)) * real(d, 1.0 / body_mass_index_unit) - real(d, RiskModel::body_lowest);
    write(d, columns.body.data() + at, hn::Min(hn::Max(body, hn::Zero(d)), real(d, RiskModel::body_nodes - 1)));

    const auto habit = read(d, reinterpret_cast<const std::uint8_t*>(people.smoking.data()) + row);
    const auto since = hn::Min(read(d, people.years_since_quitting.data() + row), integer(d, static_cast<std::int32_t>(RiskModel::smoking_nodes) - 3));
    const auto ex = habit == integer(d, static_cast<std::int32_t>(Smoking::ex));
    write(d, columns.smoking.data() + at, hn::IfThenElse(ex, since + integer(d, 2), habit));  // never 0, current 1, ex from 2

    const auto status = read(d, reinterpret_cast<const std::uint8_t*>(people.economic_status.data()) + row);
    const auto unemployed = status == integer(d, static_cast<std::int32_t>(EconomicStatus::unemployed));
    const auto circumstances = hn::ShiftLeft<2>(read(d, people.circumstances.data() + row));
    write(d, columns.flags.data() + at, read(d, people.lonely.data() + row) + hn::IfThenElseZero(unemployed, integer(d, 2)) + circumstances);

    const auto air = real(d, 1.0 / (air_unit * RiskModel::air_spacing)), last = real(d, RiskModel::air_nodes - 1.0);
    write(d, columns.no2.data() + at, hn::Min(as_real(d, read(d, people.no2.data() + row)) * air, last));
    write(d, columns.pm25.data() + at, hn::Min(as_real(d, read(d, people.pm25.data() + row)) * air, last));
}

void place_on_curves(const PersonColumns& people, std::size_t first, RiskColumns& columns) {
    over_rows(people.size() - first, [&](auto d, std::size_t k) HWY_ATTR { place_group(d, people, first + k, columns, k); });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(place_on_curves);

void place_from(const PersonColumns& people, std::size_t first, RiskColumns& columns) {
    const std::size_t rows = people.size() - first;
    for (auto* column : {&columns.activity, &columns.body, &columns.no2, &columns.pm25}) column->resize(rows);
    for (auto* column : {&columns.smoking, &columns.flags}) column->resize(rows);
    HWY_DYNAMIC_DISPATCH(place_on_curves)(people, first, columns);
}

void RiskColumns::place(const PersonColumns& people) { place_from(people, 0, *this); }

RiskTables::RiskTables(const RiskModel::Factors& factors) {
    const auto table = [](const std::vector<float>& values) { return values.empty() ? nullptr : values.data(); };
    activity = table(factors.activity);
    body = table(factors.body);
    smoking = table(factors.smoking);
    no2 = table(factors.no2);
    pm25 = table(factors.pm25);
    for (std::size_t flag = 0; flag < factors.flags.size(); ++flag)
        if (!factors.flags[flag].empty()) flags.push_back({static_cast<std::int32_t>(1U << flag), factors.flags[flag].data()});
    for (const auto& [cause, ratios] : factors.conditions) causes.push_back({static_cast<std::int32_t>(1U << cause), ratios.data()});
}

}  // namespace spires
#endif
