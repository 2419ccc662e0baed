#include "inputs/demography.hpp"

#include "core/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

namespace spires {

namespace {

/// Values given from some ages on, spread over single ages: each holds until the next begins.
class BandedAges {
public:
    void set(int age_from, double value) { from_[age_from] = value; }
    void spread(std::array<double, ages>& single) const {
        for (const auto& [age_from, value] : from_)
            for (int age = age_from; age <= oldest_age; ++age) single[age_row(age)] = value;
    }

private:
    std::map<int, double> from_;
};

int read_age(const Table& table, std::size_t row, std::string_view column) {
    return table.integer(row, column, 0, oldest_age);
}

void read_trend(const std::filesystem::path& inputs, Fertility& fertility) {
    const Table table = Table::read(inputs / "fertility_trend.csv", {"year", "ratio"});
    if (table.rows() == 0)
        throw UserError(Exit::wrong_data, fmt::format("{}: error: no years; at least the base year is needed", (inputs / "fertility_trend.csv").string()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const int year = table.integer(row, "year", 1900, 2200);
        if (row == 0) fertility.first_year = year;
        if (year != fertility.first_year + static_cast<int>(row))
            table.fail(row, "year", fmt::format("years must follow each other; expected {}", fertility.first_year + static_cast<int>(row)));
        fertility.trend.push_back(table.number(row, "ratio", 0, 10));
    }
}

void check_shares(const std::filesystem::path& file, std::size_t group, const std::vector<double>& shares) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    if (sum < 0.99 || sum > 1.01)
        throw UserError(Exit::wrong_data, fmt::format("{}: error: arrival_share of group '{}' adds up to {:.3f} over the wards; it must be 1",
                                                      file.string(), migration_group_names[group], sum));
}

std::vector<std::string> codes_of_wards(const Places& places) {
    std::vector<std::string> codes;
    for (const auto& ward : places.wards) codes.push_back(ward.code);
    return codes;
}

}  // namespace

Fertility Fertility::read(const std::filesystem::path& inputs) {
    Fertility fertility;
    const Table table = Table::read(inputs / "fertility.csv", {"age", "rate"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        fertility.rate[age_row(read_age(table, row, "age"))] = table.number(row, "rate", 0, 1);
    read_trend(inputs, fertility);
    return fertility;
}

double Fertility::at(int age, int year) const noexcept {
    const int last = static_cast<int>(trend.size()) - 1;
    const auto row = static_cast<std::size_t>(std::clamp(year - first_year, 0, last));
    return rate[age_row(age)] * trend[row];
}

MigrationTable MigrationTable::read(const std::filesystem::path& inputs) {
    MigrationTable migration;
    const Table table = Table::read(inputs / "migration.csv", {"sex", "age", "net", "inflow", "outflow"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto sex = table.word(row, "sex", sex_names);
        const auto age = age_row(read_age(table, row, "age"));
        migration.net[sex][age] = table.number(row, "net", -1e6, 1e6);
        migration.inflow[sex][age] = table.number(row, "inflow", 0, 1e6);
        migration.outflow[sex][age] = table.number(row, "outflow", 0, 1e6);
    }
    return migration;
}

MigrationWards MigrationWards::read(const std::filesystem::path& inputs, const Places& places) {
    MigrationWards wards;
    for (std::size_t group = 0; group < 2; ++group) {
        wards.arrival_share[group].assign(places.wards.size(), 0.0);
        wards.departure_ratio[group].assign(places.wards.size(), 1.0);
    }
    const auto codes = codes_of_wards(places);
    const Table table = Table::read(inputs / "migration_wards.csv", {"group", "ward_code", "arrival_share", "departure_ratio"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto group = table.word(row, "group", migration_group_names);
        const auto ward = table.word(row, "ward_code", codes);
        wards.arrival_share[group][ward] = table.number(row, "arrival_share", 0, 1);
        wards.departure_ratio[group][ward] = table.number(row, "departure_ratio", 0, 100);
    }
    for (std::size_t group = 0; group < 2; ++group) check_shares(inputs / "migration_wards.csv", group, wards.arrival_share[group]);
    return wards;
}

MoveRates MoveRates::read(const std::filesystem::path& inputs) {
    std::array<BandedAges, tenure_names.size()> bands;
    const Table table = Table::read(inputs / "moves.csv", {"tenure", "age_from", "rate"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        bands[table.word(row, "tenure", tenure_names)].set(read_age(table, row, "age_from"), table.number(row, "rate", 0, 1));
    MoveRates rates;
    for (std::size_t tenure = 0; tenure < bands.size(); ++tenure) bands[tenure].spread(rates.rate[tenure]);
    return rates;
}

HouseholdRates HouseholdRates::read(const std::filesystem::path& inputs, const Parameters& parameters) {
    static constexpr std::array<std::string_view, 3> events{"leave_home", "partnership", "separation"};
    std::array<std::array<BandedAges, sexes>, events.size()> bands;
    const Table table = Table::read(inputs / "household_rates.csv", {"event", "sex", "age_from", "rate"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        bands[table.word(row, "event", events)][table.word(row, "sex", sex_names)].set(
            read_age(table, row, "age_from"), table.number(row, "rate", 0, 1));
    HouseholdRates rates;
    rates.shares = HouseholdShares::of(parameters);
    for (std::size_t sex = 0; sex < sexes; ++sex) {
        bands[0][sex].spread(rates.leave_home[sex]);
        bands[1][sex].spread(rates.partnership[sex]);
        bands[2][sex].spread(rates.separation[sex]);
    }
    return rates;
}

TenureStock read_tenure_stock(const std::filesystem::path& inputs, const Places& places) {
    std::vector<std::string> codes;
    for (const auto& place : places.places) codes.push_back(place.code);
    TenureStock stock(places.size());
    const Table table = Table::read(inputs / "tenure.csv", {"place", "tenure", "households"});
    for (std::size_t row = 0; row < table.rows(); ++row)
        stock[table.word(row, "place", codes)][table.word(row, "tenure", tenure_names)] = table.number(row, "households", 0, 1e6);
    return stock;
}

}  // namespace spires
