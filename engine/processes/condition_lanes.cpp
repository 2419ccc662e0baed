#include "processes/condition_lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "processes/condition_lanes.cpp"
#include <hwy/foreach_target.h>

#include "core/lanes.hpp"

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

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {
HWY_EXPORT(find_condition_candidates);
std::size_t find_candidates(const CandidateColumns& columns, std::size_t rows, std::uint32_t* candidates) {
    return HWY_DYNAMIC_DISPATCH(find_condition_candidates)(columns, rows, candidates);
}
}  // namespace spires
#endif
