#include "inputs/social.hpp"

#include "inputs/bands.hpp"
#include "inputs/parameters.hpp"
#include "inputs/table_checks.hpp"

#include <cmath>
#include <fmt/format.h>

namespace spires {

namespace {

constexpr std::string_view age_from = "age_from";

std::size_t decile_of(const Table& table, std::size_t row) {
    return static_cast<std::size_t>(table.integer(row, "imd_decile", 1, 10) - 1);
}

template <std::size_t N>
void check_shares(const std::array<double, N>& shares, const std::string& file, std::size_t age) {
    double sum = 0;
    for (const double share : shares) sum += share;
    if (std::abs(sum - 1.0) > 1e-3)
        throw UserError(Exit::wrong_data, fmt::format("{}: error: shares at age {} add up to {:.4f}, not 1", file, age, sum));
}

void read_status(SocialTables& tables, const std::filesystem::path& inputs) {
    const auto file = inputs / "economic_status.csv";
    const Table table = Table::read(file, {"sex", age_from, "imd_decile", "status", "share"});
    std::array<std::array<std::map<int, std::array<double, 6>>, deciles>, sexes> bands;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto& band = bands[table.word(row, "sex", sex_names)][decile_of(table, row)][table.integer(row, age_from, 16, 100)];
        band[table.word(row, "status", economic_status_names)] = table.number(row, "share", 0, 1);
    }
    require_each_once(table, {{"sex", sex_names}, age_from, deciles_of_places(inputs), {"status"}});
    tables.economic_status.assign(sexes * ages * deciles, {1, 0, 0, 0, 0, 0});
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t decile = 0; decile < deciles; ++decile)
            spread_bands(bands[sex][decile], [&](std::size_t age, const auto& shares) {
                check_shares(shares, file.string(), age);
                tables.economic_status[(sex * ages + age) * deciles + decile] = shares;
            });
}

void read_qualification(SocialTables& tables, const std::filesystem::path& inputs) {
    const auto file = inputs / "qualification.csv";
    const Table table = Table::read(file, {age_from, "imd_decile", "qualification", "share"});
    std::array<std::map<int, std::array<double, 4>>, deciles> bands;
    for (std::size_t row = 0; row < table.rows(); ++row)
        bands[decile_of(table, row)][table.integer(row, age_from, 16, 100)][table.word(row, "qualification", qualification_names)] =
            table.number(row, "share", 0, 1);
    require_each_once(table, {age_from, deciles_of_places(inputs), {"qualification", qualification_names}});
    tables.qualification.assign(ages * deciles, {1, 0, 0, 0});
    for (std::size_t decile = 0; decile < deciles; ++decile)
        spread_bands(bands[decile], [&](std::size_t age, const auto& shares) {
            check_shares(shares, file.string(), age);
            tables.qualification[age * deciles + decile] = shares;
        });
}

}  // namespace

SocialTables SocialTables::read(const std::filesystem::path& inputs) {
    SocialTables tables;
    const Parameters parameters = Parameters::read(inputs);
    for (std::size_t level = 0; level < qualification_names.size(); ++level)
        tables.work_odds[level] = parameters["work_odds_" + std::string(qualification_names[level])];
    read_status(tables, inputs);
    read_qualification(tables, inputs);
    const Table disability = Table::read(inputs / "disability_age.csv", {"sex", age_from, "share"});
    std::array<std::map<int, double>, sexes> shares;
    for (std::size_t row = 0; row < disability.rows(); ++row)
        shares[disability.word(row, "sex", sex_names)][disability.integer(row, age_from, 0, 100)] = disability.number(row, "share", 0, 1);
    require_each_once(disability, {{"sex", sex_names}, age_from});
    for (std::size_t sex = 0; sex < sexes; ++sex)
        spread_bands(shares[sex], [&](std::size_t age, double share) { tables.disabled[sex][age] = share; });
    const Table gld = Table::read(inputs / "good_level_of_development.csv", {"sex", "imd_decile", "share"});
    for (std::size_t row = 0; row < gld.rows(); ++row)
        tables.good_level_of_development[gld.word(row, "sex", sex_names)][decile_of(gld, row)] = gld.number(row, "share", 0, 1);
    require_each_once(gld, {{"sex", sex_names}, deciles_of_places(inputs)});
    const Table neet = Table::read(inputs / "neet.csv", {"good_level_of_development", "share"});
    for (std::size_t row = 0; row < neet.rows(); ++row)
        tables.neet[static_cast<std::size_t>(neet.integer(row, "good_level_of_development", 0, 1))] = neet.number(row, "share", 0, 1);
    require_each_once(neet, {{"good_level_of_development", whole_numbers(0, 1)}});
    return tables;
}

}  // namespace spires
