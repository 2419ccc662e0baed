#include "tallies/tallies.hpp"

#include <algorithm>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace spires {

namespace {

/// Writes the sums of columns, a stretch at a time that stays near while all of them are added.
template <class Number, class ColumnOf>
void sum_columns(Column<Number>& sum, std::span<const TallySheet* const> sheets, ColumnOf column_of) {
    constexpr std::size_t stretch = 2048;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, sum.size(), 32 * stretch), [&](const auto& range) {
        for (std::size_t from = range.begin(); from < range.end(); from += stretch) {
            const std::size_t to = std::min(from + stretch, range.end());
            std::fill(sum.begin() + static_cast<std::ptrdiff_t>(from), sum.begin() + static_cast<std::ptrdiff_t>(to), Number{0});
            for (const TallySheet* const sheet : sheets) {
                const Number* const more = column_of(*sheet);
                for (std::size_t i = from; i < to; ++i) sum[i] += more[i];
            }
        }
    });
}

}  // namespace

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

void TallySheet::become_sum_of(std::span<const TallySheet* const> sheets) {
    sum_columns(stocks_, sheets, [](const TallySheet& sheet) { return sheet.stocks_.data(); });
    sum_columns(values_, sheets, [](const TallySheet& sheet) { return sheet.values_.data(); });
    group_years_ = {};
    for (const TallySheet* const sheet : sheets) group_years_ += sheet->group_years_;
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
