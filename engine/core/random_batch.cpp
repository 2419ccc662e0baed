#include "core/random_batch.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/random_batch.cpp"
#include <hwy/foreach_target.h>

#include "core/random_lanes.hpp"

HWY_BEFORE_NAMESPACE();
namespace spires {
namespace HWY_NAMESPACE {
namespace {

using namespace lanes;

void draw_for_all(const RandomKey& key, const std::uint64_t* people, std::size_t rows, int year, std::uint32_t purpose, const std::array<std::uint32_t*, 4>& words) {
    over_rows(rows, [&](auto d, std::size_t row) HWY_ATTR {
        const auto drawn = draw(d, key, people + row, year, purpose);
        const WordTag<decltype(d)> du;
        hn::StoreU(drawn.first, du, words[0] + row);
        hn::StoreU(drawn.second, du, words[1] + row);
        hn::StoreU(drawn.third, du, words[2] + row);
        hn::StoreU(drawn.fourth, du, words[3] + row);
    });
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace spires
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace spires {

HWY_EXPORT(draw_for_all);

void BlockWords::draw_all(const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose) { draw_from(0, key, people, year, purpose); }

void BlockWords::draw_from(std::size_t first, const RandomKey& key, std::span<const std::uint64_t> people, int year, std::uint32_t purpose) {
    make_room(people.size());
    HWY_DYNAMIC_DISPATCH(draw_for_all)(key, people.data() + first, people.size() - first, year, purpose,
                                       {words_[0].data() + first, words_[1].data() + first, words_[2].data() + first, words_[3].data() + first});
}

}  // namespace spires
#endif
