#pragma once
// Counts of one year summed over cells into areas: what indicators are computed from.

#include "inputs/places.hpp"
#include "results/variables.hpp"
#include "tallies/tallies.hpp"

#include <array>
#include <span>
#include <vector>

namespace spires {

/// Sexes as published.
enum class SexGroup : std::size_t { persons, female, male };
inline constexpr std::size_t sex_groups = 3;

/// City first, then wards by code, national deciles, localities by name.
[[nodiscard]] std::vector<Area> output_areas(const Places& places);

/// Counts of one area: sums over bands and sexes of any quantity.
class AreaCounts {
public:
    AreaCounts(TallyLayout layout, const std::int64_t* values) : layout_(layout), values_(values) {}
    [[nodiscard]] const TallyLayout& layout() const noexcept { return layout_; }
    [[nodiscard]] std::int64_t count(std::size_t quantity, SexGroup sex, std::size_t band) const noexcept {
        const auto of = [&](std::size_t s) { return values_[(s * life_table_bands + band) * layout_.width() + quantity]; };
        if (sex == SexGroup::persons) return of(0) + of(1);
        return of(sex == SexGroup::female ? 0 : 1);
    }
    [[nodiscard]] std::int64_t total(std::size_t quantity, SexGroup sex) const noexcept {
        std::int64_t sum = 0;
        for (std::size_t band = 0; band < life_table_bands; ++band) sum += count(quantity, sex, band);
        return sum;
    }
    [[nodiscard]] std::int64_t total(Count quantity, SexGroup sex) const noexcept { return total(layout_.of(quantity), sex); }
    /// An expected quantity in events.
    [[nodiscard]] double expected(Count quantity, SexGroup sex, std::size_t band) const noexcept {
        return from_fixed_point(count(layout_.of(quantity), sex, band));
    }

private:
    TallyLayout layout_;
    const std::int64_t* values_;
};

/// All areas of one year, [area][sex][band][quantity]; behind them the tenths of the city's own people.
class AreaTallies {
public:
    AreaTallies(const Places& places, const TallySheet& sheet);
    [[nodiscard]] std::size_t areas() const noexcept { return areas_; }
    [[nodiscard]] AreaCounts area(std::size_t a) const noexcept { return {layout_, values_.data() + a * stride()}; }
    /// A national tenth of deprivation, 0 = most deprived.
    [[nodiscard]] AreaCounts national_tenth(std::size_t t) const noexcept { return area(national_ + t); }
    /// A tenth of the city's residents ranked by deprivation, 0 = most deprived.
    [[nodiscard]] AreaCounts own_tenth(std::size_t t) const noexcept { return area(areas_ + t); }

    /// Years lived by ethnic group, of the whole city.
    [[nodiscard]] const GroupYears& group_years() const noexcept { return group_years_; }

private:
    void add_cell(const TallySheet& sheet, std::size_t cell, std::span<const std::size_t> areas);
    [[nodiscard]] std::size_t stride() const noexcept { return sexes * life_table_bands * layout_.width(); }
    TallyLayout layout_;
    std::size_t national_, areas_;
    std::vector<std::int64_t> values_;
    GroupYears group_years_;
};

}  // namespace spires
