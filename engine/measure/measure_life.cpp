#include "core/maths.hpp"
#include "indicators/expectancy_errors.hpp"
#include "measure/measure_table.hpp"
#include "measure/measures_of_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace spires {

namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t open = life_table_bands - 1;
constexpr double smallest_population = 5000;  // not enough even so (Toson and Baker 2003)
constexpr double widest_interval = 20;        // years, at 95 %, whatever limits are asked for
constexpr double normal_975 = 1.959963984540054;

/// One band as given.
struct Band {
    std::size_t row;
    double population, deaths, good_health = 1, respondents = 0;
};
using Bands = std::array<std::optional<Band>, life_table_bands>;

/// A life table's answer by band.
struct Expectancies {
    ByLifeTableBand life, healthy, errors;  ///< errors of the one that is asked for
};

class LifeMeasure {
public:
    LifeMeasure(const MeasureTable& table, bool healthy, double confidence) : table_(table), healthy_(healthy), z_(normal_quantile(0.5 + confidence / 2)) {}

    [[nodiscard]] Bands read(const MeasureGroup& group, Problems& problems) const;
    /// The rows of a group: with values where it is fit for them, and with warnings.
    void add(const MeasureGroup& group, std::size_t number, const Bands& bands, Measured& measured) const;

private:
    [[nodiscard]] Band read_row(std::size_t row, Problems& problems) const;
    [[nodiscard]] bool fit(const MeasureGroup& group, const Bands& bands, Measured& measured) const;
    [[nodiscard]] Expectancies expectancies(const Bands& bands) const;
    [[nodiscard]] MeasuredRow row(std::size_t number, std::size_t band, const Band& given, const Expectancies* found, bool too_wide) const;

    const MeasureTable& table_;
    bool healthy_;
    double z_;
};

Band LifeMeasure::read_row(std::size_t row, Problems& problems) const {
    Band band{row, table_.number(row, "population", problems), table_.number(row, "deaths", problems)};
    if (!healthy_) return band;
    band.good_health = table_.number(row, "good_health", problems);
    if (band.good_health < 0 || band.good_health > 1)
        problems.add(table_.where(row, "good_health"), fmt::format("column 'good_health': {} is not a share from 0 to 1", table_.text(row, "good_health")));
    if (!table_.has("respondents")) return band;
    band.respondents = table_.number(row, "respondents", problems);
    if (band.respondents <= 0) problems.add(table_.where(row, "respondents"), "column 'respondents': a share needs at least one who was asked");
    return band;
}

Bands LifeMeasure::read(const MeasureGroup& group, Problems& problems) const {
    static const std::vector<int> starts(life_table_starts.begin(), life_table_starts.end());
    Bands bands;
    for (const std::size_t row : group.rows) {
        const auto band = read_band(table_, row, starts, problems);
        const Band figures = read_row(row, problems);
        if (!band) continue;
        if (bands[*band]) add_duplicate(table_, group, row, bands[*band]->row, "age", problems);
        else bands[*band] = figures;
    }
    return bands;
}

bool LifeMeasure::fit(const MeasureGroup& group, const Bands& bands, Measured& measured) const {
    const std::size_t before = measured.warnings.size();
    const auto warn = [&](std::size_t row, std::string_view column, const std::string& what) {
        measured.warnings.push_back(table_.warning(row, column, what + "; no life expectancy" + table_.name_of(group)));
    };
    std::vector<int> missing;
    double people = 0;
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        if (!bands[band]) {
            missing.push_back(life_table_starts[band]);
            continue;
        }
        const Band& given = *bands[band];
        people += given.population;
        if (given.deaths < 0) warn(given.row, "deaths", "deaths are below 0");
        if (given.population <= 0) warn(given.row, "population", "the population is not above 0");
        else if (given.deaths > given.population) warn(given.row, "deaths", "there are more deaths than people");
    }
    const std::size_t first = group.rows.front();
    if (!missing.empty()) warn(first, "", fmt::format("of the 20 bands {} missing: {}", missing.size() == 1 ? "one is" : fmt::format("{} are", missing.size()), fmt::join(missing, ", ")));
    else if (people <= smallest_population) warn(first, "", "5,000 people or fewer are too few");
    if (bands[open] && bands[open]->deaths == 0) warn(bands[open]->row, "deaths", "nobody died in the last band");
    return measured.warnings.size() == before;
}

Expectancies LifeMeasure::expectancies(const Bands& bands) const {
    ObservedDeaths observed{};
    ObservedShare state{};
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        observed.rates[band] = bands[band]->deaths / bands[band]->population;
        observed.deaths[band] = bands[band]->deaths;
        state.share[band] = bands[band]->good_health;
        state.respondents[band] = bands[band]->respondents;
    }
    const LifeTable table(observed.rates);
    Expectancies found{table.expectancy, {}, healthy_ ? healthy_expectancy_errors(table, observed, state) : expectancy_errors(table, observed)};
    for (std::size_t band = 0; band < life_table_bands; ++band) found.healthy[band] = table.healthy_expectancy(state.share, band);
    return found;
}

MeasuredRow LifeMeasure::row(std::size_t number, std::size_t band, const Band& given, const Expectancies* found, bool too_wide) const {
    MeasuredRow made{number, {std::to_string(life_table_starts[band]), table_.text(given.row, "population"), table_.text(given.row, "deaths")}, {}};
    if (healthy_) made.given.push_back(table_.text(given.row, "good_health"));
    if (found == nullptr) {
        made.values.assign(healthy_ ? 4 : 3, no_value);
        return made;
    }
    const double years = healthy_ ? found->healthy[band] : found->life[band], error = found->errors[band];
    if (healthy_) made.values.push_back(found->life[band]);
    made.values.insert(made.values.end(), {too_wide ? no_value : years, years - z_ * error, years + z_ * error});
    return made;
}

void LifeMeasure::add(const MeasureGroup& group, std::size_t number, const Bands& bands, Measured& measured) const {
    std::optional<Expectancies> found;
    if (fit(group, bands, measured)) found = expectancies(bands);
    std::vector<int> wide;
    for (std::size_t band = 0; band < life_table_bands; ++band) {
        if (!bands[band]) continue;
        const bool too_wide = found && normal_975 * found->errors[band] > widest_interval / 2;
        if (too_wide) wide.push_back(life_table_starts[band]);
        measured.rows.push_back(row(number, band, *bands[band], found ? &*found : nullptr, too_wide));
    }
    if (!wide.empty())
        measured.warnings.push_back(table_.warning(group.rows.front(), "", fmt::format("the 95 % interval is wider than 20 years at {}; limits without a value{}", fmt::join(wide, ", "), table_.name_of(group))));
}

}  // namespace

Measured measure_life(const std::filesystem::path& file, bool healthy, double confidence) {
    Problems problems;
    const MeasureTable table = healthy ? MeasureTable(file, {"age", "population", "deaths", "good_health"}, {"respondents"}, problems)
                                       : MeasureTable(file, {"age", "population", "deaths"}, {}, problems);
    const LifeMeasure measure(table, healthy, confidence);
    std::vector<Bands> read;
    for (const MeasureGroup& group : table.groups()) read.push_back(measure.read(group, problems));
    problems.throw_if_any();
    Measured measured{healthy ? "healthy-life-expectancy" : "life-expectancy", table.file(),
                      healthy ? "Sullivan on Chiang's abridged life table (II); limits after Silcocks" : "Chiang's abridged life table (II); limits after Silcocks",
                      confidence, table.group_columns(), {}, {"age", "population", "deaths"}, {"life_expectancy", "lower", "upper"}, 0, {}, {}};
    if (healthy) {
        measured.given_columns.emplace_back("good_health");
        measured.value_columns.insert(measured.value_columns.begin() + 1, "healthy_life_expectancy");
    }
    for (std::size_t group = 0; group < table.groups().size(); ++group) {
        measured.groups.push_back(table.groups()[group].labels);
        measure.add(table.groups()[group], group, read[group], measured);
    }
    return measured;
}

}  // namespace spires
