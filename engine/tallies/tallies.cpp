#include "tallies/tallies.hpp"

namespace spires {

TallySheet::TallySheet(TallyLayout layout, std::size_t cells) : layout_(layout), cells_(cells) {
    constexpr auto first_flow = static_cast<std::size_t>(Count::births), first_expected = static_cast<std::size_t>(Count::person_years);
    place_group(0, first_flow, first_flow);
    place_group(first_flow, first_expected - first_flow, first_expected - first_flow);
    place_group(first_expected, fixed_counts - first_expected, fixed_counts - first_expected);
    for (const std::size_t first : {layout_.prevalent(0), layout_.at_risk(0), layout_.incident(0)}) place_group(first, layout_.conditions, layout_.conditions);
    place_group(layout_.service(0), layout_.services, layout_.service_slots());
}

void TallySheet::place_group(std::size_t first, std::size_t quantities, std::size_t width) {
    place_.resize(std::max(place_.size(), first + quantities));
    stride_.resize(place_.size());
    for (std::size_t q = 0; q < quantities; ++q) {
        place_[first + q] = values_.size() + q;
        stride_[first + q] = width;
    }
    values_.resize(values_.size() + cells_ * sexes * life_table_bands * width, 0);
}

}  // namespace spires
