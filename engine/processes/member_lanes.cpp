#include "processes/member_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/member_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

/// The words of a household that its reference person writes: none of anybody else, the last of the one who heads it.
alignas(64) constexpr std::int32_t written_by_heads[2][8] = {{0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0, 0, -1}};

/// Without branches: kinds of members are hard for a processor to foresee.
void sum_all_members(const MemberColumns& c, std::size_t rows) {
    const hn::CappedTag<std::int32_t, 8> d;
    const auto* const role = c.people.role.data();
    const auto* const presence = c.people.presence.data();
    const auto* const household = c.people.household.data();
    for (std::size_t row = 0; row < rows; ++row) {
        auto* const words = reinterpret_cast<std::int32_t*>(c.sums + household[row]);
        const MemberKind& as = c.kinds[c.kind[row]];
        const bool heads = (role[row] == Role::reference) & ((presence[row] & c.gone) == 0);
        const auto income = hn::Set(d, c.income[row]), reference = hn::Set(d, static_cast<std::int32_t>(row + 1));
        for (std::size_t word = 0; word < 8; word += hn::Lanes(d)) {
            const auto written = hn::LoadU(d, written_by_heads[heads ? 1 : 0] + word);
            const auto sum = hn::LoadU(d, words + word) + hn::And(income, hn::LoadU(d, as.of_income.data() + word)) + hn::LoadU(d, as.members.data() + word);
            hn::StoreU(hn::Or(hn::AndNot(written, sum), hn::And(written, reference)), d, words + word);
        }
    }
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(sum_all_members);
void sum_members(const MemberColumns& columns, std::size_t rows) { HWY_DYNAMIC_DISPATCH(sum_all_members)(columns, rows); }
}  // namespace spires
#endif
