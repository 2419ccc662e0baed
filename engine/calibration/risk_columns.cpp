#include "calibration/newcomer_conditions.hpp"
#include "calibration/risk_columns.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

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

namespace {

/// One bit of a set and its ratios by [sex][five-year band].
using BitRatios = std::pair<std::size_t, const std::vector<float>*>;

/// The bits in stretches of at most six, in their order: tables that stay in near memory.
std::vector<SetRatios> in_stretches(std::vector<BitRatios> bits) {
    constexpr std::size_t longest = 6;
    std::ranges::sort(bits, {}, &BitRatios::first);
    std::vector<SetRatios> stretches;
    for (auto bit = bits.begin(); bit != bits.end();) {
        const std::size_t first = bit->first;
        const auto end = std::find_if(bit, bits.end(), [&](const BitRatios& of) { return of.first >= first + longest; });
        const std::size_t sets = std::size_t{1} << (std::prev(end)->first - first + 1), strata = bit->second->size();
        auto& stretch = stretches.emplace_back(static_cast<int>(first), static_cast<std::int32_t>(sets - 1), Column<float>(strata * sets, 1.0F));
        for (; bit != end; ++bit)
            for (std::size_t at = 0; at < strata * sets; ++at)
                if (((at % sets) >> (bit->first - first) & 1U) != 0) stretch.product[at] *= (*bit->second)[at / sets];
    }
    return stretches;
}

}  // namespace

RiskTables::RiskTables(const RiskModel::Factors& factors) {
    const auto table = [](const std::vector<float>& values) { return values.empty() ? nullptr : values.data(); };
    activity = table(factors.activity);
    body = table(factors.body);
    smoking = table(factors.smoking);
    no2 = table(factors.no2);
    pm25 = table(factors.pm25);
    std::vector<BitRatios> of_flags, of_conditions;
    for (std::size_t flag = 0; flag < factors.flags.size(); ++flag)
        if (!factors.flags[flag].empty()) of_flags.emplace_back(flag, &factors.flags[flag]);
    for (const auto& [cause, ratios] : factors.conditions) of_conditions.emplace_back(cause, &ratios);
    flags = in_stretches(std::move(of_flags));
    causes = in_stretches(std::move(of_conditions));
}

}  // namespace spires
#endif
