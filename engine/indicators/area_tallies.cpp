#include "indicators/area_tallies.hpp"

#include <fmt/format.h>

namespace spires {

std::vector<Area> output_areas(const Places& places) {
    std::vector<Area> areas{{places.city_code, places.city_name, "city"}};
    for (const auto& ward : places.wards) areas.push_back({ward.code, ward.name, "ward"});
    for (std::size_t d = 1; d <= deciles; ++d)
        areas.push_back({fmt::format("IMD{:02}", d), d == 1 ? "Most deprived tenth of England" : d == deciles ? "Least deprived tenth of England" : fmt::format("Deprivation decile {}", d), "imd_decile"});
    for (std::size_t i = 0; i < places.localities.size(); ++i) areas.push_back({fmt::format("LOC{:02}", i + 1), places.localities[i], "locality"});
    return areas;
}

AreaTallies::AreaTallies(const Places& places, const TallySheet& sheet)
    : layout_(sheet.layout()), national_(1 + places.wards.size()), areas_(national_ + deciles + places.localities.size()), values_((areas_ + deciles) * stride(), 0), group_years_(sheet.group_years()) {
    std::vector<std::size_t> areas;
    for (std::size_t c = 0; c < places.cells.size(); ++c) {
        const Cell& cell = places.cells[c];
        areas = {std::size_t{0}, std::size_t{1} + cell.ward, national_ + cell.decile, areas_ + cell.tenth};
        if (cell.locality != nowhere) areas.push_back(national_ + deciles + static_cast<std::size_t>(cell.locality));
        add_cell(sheet, c, areas);
    }
}

/// Reads the counts of a cell once for all the areas it lies in: every world of every year comes through here.
void AreaTallies::add_cell(const TallySheet& sheet, std::size_t cell, std::span<const std::size_t> areas) {
    const std::size_t width = layout_.width();
    std::vector<std::int64_t> counts(width);
    for (std::size_t key = 0; key < sexes * life_table_bands; ++key) {
        sheet.read(TallySheet::key(cell, Sex::female, 0) + key, counts.data());
        for (const std::size_t area : areas) {
            std::int64_t* const out = values_.data() + area * stride() + key * width;
            for (std::size_t quantity = 0; quantity < width; ++quantity) out[quantity] += counts[quantity];
        }
    }
}

}  // namespace spires
