#include "tallies/tallies.hpp"

namespace spires {

TallySheet::TallySheet(TallyLayout layout, std::size_t cells)
    : layout_(layout), cells_(cells), place_(layout.width()), stride_(layout.width()), is_stock_(layout.width()) {
    constexpr auto first_flow = static_cast<std::size_t>(Count::births);
    constexpr std::array first_of_groups{Count::births, Count::private_residents, Count::no2, Count::life_satisfaction, Count::years_with_disability,
                                         Count::alcohol_harmful, Count::person_years, Count::count_};
    static_assert(first_flow <= stock_slots);
    const std::size_t slots = layout_.condition_slots(), stock_width = stock_slots + 2 * slots;
    place(0, first_flow, 0, stock_width, true);
    place(layout_.at_risk(0), layout_.conditions, stock_slots, stock_width, true);
    place(layout_.prevalent(0), layout_.conditions, stock_slots + slots, stock_width, true);
    stocks_.resize(cells_ * sexes * life_table_bands * stock_width, 0);
    for (std::size_t group = 0; group + 1 < first_of_groups.size(); ++group) {
        const std::size_t first = layout_.of(first_of_groups[group]), quantities = layout_.of(first_of_groups[group + 1]) - first;
        place_group(first, quantities, quantities);
    }
    place_group(layout_.incident(0), layout_.conditions, layout_.conditions);
    place_group(layout_.service(0), layout_.services, layout_.service_slots());
    place_group(layout_.screened_for(0), 2 * layout_.screening, 2 * layout_.screening);
}

void TallySheet::place(std::size_t first, std::size_t quantities, std::size_t begin, std::size_t stride, bool stock) {
    for (std::size_t q = 0; q < quantities; ++q) {
        place_[first + q] = begin + q;
        stride_[first + q] = stride;
        is_stock_[first + q] = stock;
    }
}

void TallySheet::place_group(std::size_t first, std::size_t quantities, std::size_t width) {
    place(first, quantities, values_.size(), width, false);
    values_.resize(values_.size() + cells_ * sexes * life_table_bands * width, 0);
}

TallySheet& TallySheet::operator+=(const TallySheet& other) noexcept {
    for (std::size_t i = 0; i < stocks_.size(); ++i) stocks_[i] += other.stocks_[i];
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] += other.values_[i];
    group_years_ += other.group_years_;
    return *this;
}

std::string TallySheet::bytes() const {
    std::string bytes(reinterpret_cast<const char*>(stocks_.data()), stocks_.size() * sizeof(std::int32_t));
    bytes.append(reinterpret_cast<const char*>(values_.data()), values_.size() * sizeof(std::int64_t));
    return bytes.append(reinterpret_cast<const char*>(&group_years_), sizeof(group_years_));
}

void TallySheet::clear() noexcept {
    std::fill(stocks_.begin(), stocks_.end(), 0);
    std::fill(values_.begin(), values_.end(), 0);
    group_years_ = {};
}

}  // namespace spires
