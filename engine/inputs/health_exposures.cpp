#include "inputs/bands.hpp"
#include "inputs/health_readers.hpp"

#include <cmath>

namespace spires {

namespace {

void read_persistence(HealthTables& tables, const std::filesystem::path& file) {
    const Table table = Table::read(file, {"exposure", "label", "unit", "persistence", "lag_years"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto name = table.text(row, "exposure");
        if (name == "loneliness") tables.loneliness_persistence = table.number(row, "persistence", 0, 1);
        if (name != "activity" && name != "body_mass_index") continue;
        auto& exposure = name == "activity" ? tables.activity : tables.body_mass_index;
        exposure.persistence = table.number(row, "persistence", 0, 0.9999);  // what is new each year divides
        exposure.lag_years = table.number(row, "lag_years", 0.01, 50);
    }
    require_each_once(table, {{"exposure", std::array<std::string_view, 3>{"activity", "body_mass_index", "loneliness"}}});
}

void read_quantiles(HealthTables& tables, const std::filesystem::path& file, const KeyColumn& deciles_needed) {
    const std::array<std::string_view, 2> names{"activity", "body_mass_index"};
    using Nodes = std::array<float, ContinuousExposure::nodes>;
    std::array<std::array<std::array<std::map<int, Nodes>, deciles>, sexes>, 2> bands;
    const Table table = Table::read(file, {"exposure", "sex", "age_from", "imd_decile", "z", "value"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double node = (table.number(row, "z", -3, 3) + 3.0) * 2.0;
        if (node != std::floor(node)) table.fail(row, "z", "scores go from -3 to 3 by 0.5");
        bands[table.word(row, "exposure", names)][table.word(row, "sex", sex_names)][read_decile(table, row)]
             [table.integer(row, "age_from", 0, 100)][static_cast<std::size_t>(node)] = static_cast<float>(table.number(row, "value", 0, 4000));
    }
    require_each_once(table, {{"exposure", names}, {"sex", sex_names}, {"age_from"}, deciles_needed, {"z"}});
    for (std::size_t e = 0; e < names.size(); ++e) {
        auto& exposure = e == 0 ? tables.activity : tables.body_mass_index;
        exposure.quantiles.assign(sexes * ages * deciles, Nodes{});
        for (std::size_t sex = 0; sex < sexes; ++sex)
            for (std::size_t decile = 0; decile < deciles; ++decile)
                spread_bands(bands[e][sex][decile], [&](std::size_t age, const Nodes& nodes) {
                    exposure.quantiles[(sex * ages + age) * deciles + decile] = nodes;
                });
    }
}

void read_smoking(HealthTables& tables, const std::filesystem::path& file, const KeyColumn& deciles_needed) {
    const Table table = Table::read(file, {"sex", "age", "imd_decile", "current", "ex", "initiation", "quitting", "relapse"});
    tables.smoking.rows.assign(sexes * ages * deciles, {});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto age = static_cast<std::size_t>(table.integer(row, "age", 0, oldest_age));
        tables.smoking.rows[(table.word(row, "sex", sex_names) * ages + age) * deciles + read_decile(table, row)] = {
            table.number(row, "current", 0, 1), table.number(row, "ex", 0, 1), table.number(row, "initiation", 0, 5),
            table.number(row, "quitting", 0, 5), table.number(row, "relapse", 0, 5)};
    }
    require_each_once(table, {{"sex", sex_names}, {"age"}, deciles_needed});
}

void read_loneliness(HealthTables& tables, const std::filesystem::path& file, const KeyColumn& deciles_needed) {
    const Table table = Table::read(file, {"sex", "age_from", "imd_decile", "share"});
    std::array<std::array<std::map<int, double>, deciles>, sexes> bands;
    for (std::size_t row = 0; row < table.rows(); ++row)
        bands[table.word(row, "sex", sex_names)][read_decile(table, row)][table.integer(row, "age_from", 0, 100)] = table.number(row, "share", 0, 1);
    require_each_once(table, {{"sex", sex_names}, {"age_from"}, deciles_needed});
    tables.loneliness.assign(sexes * ages * deciles, 0.0);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t decile = 0; decile < deciles; ++decile)
            spread_bands(bands[sex][decile], [&](std::size_t age, double share) {
                tables.loneliness[(sex * ages + age) * deciles + decile] = share;
            });
}

}  // namespace

void read_exposures(HealthTables& tables, const std::filesystem::path& inputs) {
    const KeyColumn deciles_needed = deciles_of_places(inputs);
    read_persistence(tables, inputs / "exposures.csv");
    read_quantiles(tables, inputs / "exposure_quantiles.csv", deciles_needed);
    read_smoking(tables, inputs / "smoking.csv", deciles_needed);
    read_loneliness(tables, inputs / "loneliness.csv", deciles_needed);
    const Table table = Table::read(inputs / "exposure_correlation.csv", {"exposure", "other", "correlation"});
    static constexpr std::array<std::string_view, 4> names{"activity", "body_mass_index", "smoking", "loneliness"};
    for (std::size_t row = 0; row < table.rows(); ++row)
        tables.correlation[{std::string(names[table.word(row, "exposure", names)]), std::string(names[table.word(row, "other", names)])}] = table.number(row, "correlation", -1, 1);
    refuse_doubled(table, {"exposure", "other"});
}

}  // namespace spires
