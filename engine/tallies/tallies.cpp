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
            if (sheets.empty()) std::fill(sum.begin() + static_cast<std::ptrdiff_t>(from), sum.begin() + static_cast<std::ptrdiff_t>(to), Number{0});
            else std::copy_n(column_of(*sheets.front()) + from, to - from, sum.data() + from);
            for (std::size_t s = 1; s < sheets.size(); ++s) {
                const Number* const more = column_of(*sheets[s]);
                for (std::size_t i = from; i < to; ++i) sum[i] += more[i];
            }
        }
    });
}

}  // namespace

TallySheet::TallySheet(TallyLayout layout, std::size_t cells)
    : layout_(layout), cells_(cells), place_(layout.width()), stride_(layout.width()), is_stock_(layout.width()), open_(cells * sexes * life_table_bands, 0) {
    constexpr auto first_flow = static_cast<std::size_t>(Count::births);
    constexpr std::array first_of_groups{Count::births, Count::private_residents, Count::feeling_safe, Count::dementia_expected,
                                         Count::alcohol_harmful, Count::person_years, Count::count_};
    static_assert(first_flow <= stock_slots);
    const std::size_t slots = layout_.condition_slots(), stock_width = stock_slots + 2 * slots;
    place(0, first_flow, 0, stock_width, true);
    place(layout_.at_risk(0), layout_.conditions, stock_slots, stock_width, true);
    place(layout_.prevalent(0), layout_.conditions, stock_slots + slots, stock_width, true);
    const std::size_t screening = keys() * stock_width, screening_width = layout_.screening > 0 ? stock_slots : 0;
    place(layout_.screened_for(0), 2 * layout_.screening, screening, screening_width, true);
    stocks_.resize(screening + keys() * screening_width, 0);
    for (std::size_t group = 0; group + 1 < first_of_groups.size(); ++group) {
        const std::size_t first = layout_.of(first_of_groups[group]), quantities = layout_.of(first_of_groups[group + 1]) - first;
        place_group(first, quantities, quantities);
    }
    place_group(layout_.incident(0), layout_.conditions, layout_.conditions);
    place_group(layout_.service(0), layout_.services, layout_.service_slots());
}

void TallySheet::place(std::size_t first, std::size_t quantities, std::size_t begin, std::size_t stride, bool stock) {
    for (std::size_t q = 0; q < quantities; ++q) {
        place_[first + q] = begin + q;
        stride_[first + q] = stride;
        is_stock_[first + q] = stock ? 1 : 0;
    }
    groups_.push_back({first, quantities, begin, stride, stock});
}

void TallySheet::place_group(std::size_t first, std::size_t quantities, std::size_t width) {
    constexpr std::size_t line = 64 / sizeof(std::int64_t);  // of memory: groups begin on one
    const std::size_t begin = (values_.size() + line - 1) / line * line;
    place(first, quantities, begin, width, false);
    values_.resize(begin + keys() * width, 0);
}

void TallySheet::open(std::span<const std::int32_t> keys) noexcept {
    if (2 * keys.size() > open_.size()) std::fill(open_.begin(), open_.end(), std::uint8_t{1});  // near enough to all
    else for (const auto key : keys) open_[static_cast<std::size_t>(key)] = 1;
}

void TallySheet::read(std::size_t key, std::int64_t* counts) const noexcept {
    for (const Group& group : groups_) {
        const std::size_t at = group.begin + key * group.stride;
        if (group.stock) std::copy_n(stocks_.data() + at, group.quantities, counts + group.first);
        else std::copy_n(values_.data() + at, group.quantities, counts + group.first);
    }
}

bool TallySheet::is_dense() const noexcept { return 3 * static_cast<std::size_t>(std::count(open_.begin(), open_.end(), std::uint8_t{1})) > keys(); }

void TallySheet::add_open_keys(const TallySheet& more, std::size_t from, std::size_t to) noexcept {
    const auto add_group = [&](auto& sum, const auto& column, const Group& group, std::size_t key) {
        const std::size_t at = group.begin + key * group.stride;
        for (std::size_t q = 0; q < group.quantities; ++q) sum[at + q] += column[at + q];
    };
    for (std::size_t key = from; key < to; ++key)
        if (more.open_[key] != 0)
            for (const Group& group : groups_) group.stock ? add_group(stocks_, more.stocks_, group, key) : add_group(values_, more.values_, group, key);
}

void TallySheet::become_sum_of(std::span<const TallySheet* const> sheets) {
    std::vector<const TallySheet*> dense(sheets.begin(), sheets.end());
    const auto first_sparse = std::ranges::stable_partition(dense, [](const TallySheet* sheet) { return sheet->is_dense(); }).begin();
    const std::vector<const TallySheet*> sparse(first_sparse, dense.end());
    dense.erase(first_sparse, dense.end());
    sum_columns(stocks_, dense, [](const TallySheet& sheet) { return sheet.stocks_.data(); });
    sum_columns(values_, dense, [](const TallySheet& sheet) { return sheet.values_.data(); });
    constexpr std::size_t keys_at_a_time = 256;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, keys(), keys_at_a_time), [&](const auto& range) {
        for (const TallySheet* const sheet : sparse) add_open_keys(*sheet, range.begin(), range.end());
    });
    std::fill(open_.begin(), open_.end(), std::uint8_t{1});
    group_years_ = {};
    for (const TallySheet* const sheet : sheets) group_years_ += sheet->group_years_;
}

std::string TallySheet::bytes() const {
    std::string bytes(reinterpret_cast<const char*>(stocks_.data()), stocks_.size() * sizeof(std::int32_t));
    bytes.append(reinterpret_cast<const char*>(values_.data()), values_.size() * sizeof(std::int64_t));
    return bytes.append(reinterpret_cast<const char*>(&group_years_), sizeof(group_years_));
}

void TallySheet::clear() noexcept {
    group_years_ = {};
    if (is_dense()) {
        std::fill(stocks_.begin(), stocks_.end(), 0);
        std::fill(values_.begin(), values_.end(), 0);
    } else {
        for (std::size_t key = 0; key < keys(); ++key)
            if (open_[key] != 0)
                for (const Group& group : groups_) {
                    const std::size_t at = group.begin + key * group.stride;
                    if (group.stock) std::fill_n(stocks_.data() + at, group.quantities, 0);
                    else std::fill_n(values_.data() + at, group.quantities, std::int64_t{0});
                }
    }
    std::fill(open_.begin(), open_.end(), std::uint8_t{0});
}

}  // namespace spires
