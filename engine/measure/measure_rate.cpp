#include "core/axes.hpp"
#include "core/maths.hpp"
#include "indicators/life_table.hpp"
#include "indicators/standardised_rate.hpp"
#include "measure/measure_table.hpp"
#include "measure/measures_of_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

namespace spires {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// Five-year bands 0-4 … 90+ with their part of the European Standard Population 2013.
struct StandardBands {
    std::vector<int> starts;
    std::vector<double> people;
    StandardBands() {
        for (std::size_t band = 1; band < life_table_bands; ++band) {
            starts.push_back(band == 1 ? 0 : life_table_starts[band]);
            people.push_back(european_standard_population[band] + (band == 1 ? european_standard_population[0] : 0));
        }
    }
};

/// Figures of a group by standard band; NaN population where the table has no row.
struct RateBands {
    std::vector<double> events, populations;
};

RateBands read(const MeasureTable& table, const MeasureGroup& group, const StandardBands& standard, Problems& problems) {
    RateBands bands{std::vector<double>(five_year_bands, no_value), std::vector<double>(five_year_bands, no_value)};
    std::vector<std::optional<std::size_t>> rows(five_year_bands);
    for (const std::size_t row : group.rows) {
        const auto band = read_band(table, row, standard.starts, problems);
        const double events = table.number(row, "events", problems), people = table.number(row, "population", problems);
        if (events < 0) problems.add(table.where(row, "events"), "column 'events': there cannot be fewer than 0");
        if (people <= 0) problems.add(table.where(row, "population"), "column 'population': a rate needs more than 0 people");
        if (!band) continue;
        if (rows[*band]) add_duplicate(table, group, row, *rows[*band], "age", problems);
        rows[*band] = rows[*band].value_or(row);
        bands.events[*band] = events;
        bands.populations[*band] = people;
    }
    return bands;
}

/// The bands of the ages asked for, without gaps; otherwise the ones that are missing.
struct Chosen {
    std::vector<double> events, populations, standard;
    std::vector<int> missing;
};

Chosen choose(const RateBands& bands, const StandardBands& standard, const RateOptions& options) {
    Chosen chosen;
    for (std::size_t band = 0; band < five_year_bands; ++band) {
        if (standard.starts[band] < options.from_age || standard.starts[band] > options.to_age) continue;
        if (bands.populations[band] != bands.populations[band]) chosen.missing.push_back(standard.starts[band]);
        chosen.events.push_back(bands.events[band]);
        chosen.populations.push_back(bands.populations[band]);
        chosen.standard.push_back(standard.people[band]);
    }
    return chosen;
}

double sum(const std::vector<double>& values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

}  // namespace

Measured measure_rate(const std::filesystem::path& file, const RateOptions& options) {
    Problems problems;
    const MeasureTable table(file, {"age", "events", "population"}, {}, problems);
    const StandardBands standard;
    std::vector<RateBands> bands;
    for (const MeasureGroup& group : table.groups()) bands.push_back(read(table, group, standard, problems));
    problems.throw_if_any();
    Measured measured{"standardised-rate", table.file(), fmt::format("directly standardised to the European Standard Population 2013, per {}; limits after Dobson on Byar's", options.per),
                      options.confidence, table.group_columns(), {}, {}, {"value", "lower", "upper", "events", "population"}, 2, {}, {}};
    const double z = normal_quantile(0.5 + options.confidence / 2);
    for (std::size_t number = 0; number < table.groups().size(); ++number) {
        const MeasureGroup& group = table.groups()[number];
        const Chosen chosen = choose(bands[number], standard, options);
        const auto warn = [&](const std::string& what) { measured.warnings.push_back(table.warning(group.rows.front(), "", what + "; no rate" + table.name_of(group))); };
        std::optional<WithLimits> rate;
        if (!chosen.missing.empty()) warn(fmt::format("bands missing: {}", fmt::join(chosen.missing, ", ")));
        else if (rate = directly_standardised(chosen.events, chosen.populations, chosen.standard, z); !rate) warn("fewer than ten events are too few");
        const WithLimits found = rate.value_or(WithLimits{no_value, no_value, no_value});
        measured.groups.push_back(group.labels);
        measured.rows.push_back({number, {}, {found.value * options.per, found.lower * options.per, found.upper * options.per, sum(chosen.events), sum(chosen.populations)}});
    }
    return measured;
}

}  // namespace spires
