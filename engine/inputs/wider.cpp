#include "inputs/wider.hpp"

#include "core/table.hpp"
#include "inputs/bands.hpp"
#include "population/circumstances.hpp"

#include <map>
#include <set>

namespace spires {

namespace {

std::size_t decile_of(const Table& table, std::size_t row) { return static_cast<std::size_t>(table.integer(row, "imd_decile", 1, 10) - 1); }

std::vector<std::string> place_codes(const Places& places) {
    std::vector<std::string> codes;
    for (const auto& place : places.places) codes.push_back(place.code);
    return codes;
}

void read_air(AirTables& air, const std::filesystem::path& inputs, const Places& places) {
    const auto codes = place_codes(places);
    const Table table = Table::read(inputs / "air.csv", {"place", "no2", "pm25"});
    air.no2.assign(places.size(), 0.0);
    air.pm25.assign(places.size(), 0.0);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t place = table.word(row, "place", codes);
        air.no2[place] = table.number(row, "no2", 0, 60);
        air.pm25[place] = table.number(row, "pm25", 0, 60);
    }
    static constexpr std::array<std::string_view, 2> pollutants{"no2", "pm25"};
    const Table trend = Table::read(inputs / "air_trend.csv", {"pollutant", "year", "ratio"});
    std::array<std::map<int, double>, 2> ratios;
    for (std::size_t row = 0; row < trend.rows(); ++row)
        ratios[trend.word(row, "pollutant", pollutants)][trend.integer(row, "year", 1900, 2200)] = trend.number(row, "ratio", 0, 10);
    if (!ratios[0].empty()) air.first_year = ratios[0].begin()->first;
    for (const auto& [year, ratio] : ratios[0]) air.no2_trend.push_back(ratio);
    for (const auto& [year, ratio] : ratios[1]) air.pm25_trend.push_back(ratio);
}

void read_pay(MoneyTables& money, const std::filesystem::path& file) {
    const Table table = Table::read(file, {"sex", "age_from", "qualification", "weekly"});
    std::array<std::array<std::map<int, double>, 4>, sexes> bands;
    for (std::size_t row = 0; row < table.rows(); ++row)
        bands[table.word(row, "sex", sex_names)][table.word(row, "qualification", qualification_names)][table.integer(row, "age_from", 0, 100)] =
            table.number(row, "weekly", 0, 10000);
    money.pay.assign(sexes * ages * 4, 0.0F);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t level = 0; level < 4; ++level)
            spread_bands(bands[sex][level], [&](std::size_t age, double pounds) { money.pay[(sex * ages + age) * 4 + level] = static_cast<float>(pounds); });
}

void read_benefits(BenefitRates& rates, const std::filesystem::path& file) {
    const Table table = Table::read(file, {"benefit", "weekly"});
    const std::map<std::string, double*, std::less<>> known{
        {"universal_credit_single", &rates.single}, {"universal_credit_couple", &rates.couple}, {"universal_credit_child", &rates.child},
        {"universal_credit_no_work", &rates.no_work}, {"universal_credit_work_allowance_rent", &rates.work_allowance_rent},
        {"universal_credit_work_allowance", &rates.work_allowance}, {"state_pension", &rates.state_pension},
        {"pension_credit_single", &rates.pension_credit_single}, {"pension_credit_couple", &rates.pension_credit_couple},
        {"child_benefit_first", &rates.child_benefit_first}, {"child_benefit_next", &rates.child_benefit_next},
        {"rent_allowance_no_child", &rates.rent_allowance[0]}, {"rent_allowance_one_child", &rates.rent_allowance[1]},
        {"rent_allowance_more_children", &rates.rent_allowance[2]}};
    std::vector<std::string> names;
    for (const auto& [name, rate] : known) names.push_back(name);
    for (std::size_t row = 0; row < table.rows(); ++row) *known.at(names[table.word(row, "benefit", names)]) = table.number(row, "weekly", 0, 10000);
}

/// Words of the census column in alphabetical order, as households keep them.
std::vector<std::string> accommodation_words(const std::filesystem::path& inputs) {
    const Table table = Table::read(inputs / "accommodation.csv", {"accommodation"});
    std::set<std::string> words;
    for (std::size_t row = 0; row < table.rows(); ++row) words.emplace(table.text(row, "accommodation"));
    return {words.begin(), words.end()};
}

void read_money(MoneyTables& money, const std::filesystem::path& inputs, const Places& places) {
    read_pay(money, inputs / "earnings.csv");
    read_benefits(money.benefits, inputs / "benefits.csv");
    const Table other = Table::read(inputs / "other_income.csv", {"economic_status", "imd_decile", "weekly"});
    for (std::size_t row = 0; row < other.rows(); ++row)
        money.other_income[other.word(row, "economic_status", economic_status_names)][decile_of(other, row)] = other.number(row, "weekly", 0, 10000);
    const Table housing = Table::read(inputs / "housing_costs.csv", {"tenure", "imd_decile", "weekly"});
    for (std::size_t row = 0; row < housing.rows(); ++row)
        money.housing[housing.word(row, "tenure", tenure_names)][decile_of(housing, row)] = housing.number(row, "weekly", 0, 10000);
    const Table energy = Table::read(inputs / "home_energy.csv", {"tenure", "share"});
    for (std::size_t row = 0; row < energy.rows(); ++row) money.low_efficiency[energy.word(row, "tenure", tenure_names)] = energy.number(row, "share", 0, 1);
    const auto homes = accommodation_words(inputs);
    const Table fuel = Table::read(inputs / "fuel_costs.csv", {"accommodation", "weekly"});
    money.fuel.assign(homes.size(), 0.0);
    for (std::size_t row = 0; row < fuel.rows(); ++row) money.fuel[fuel.word(row, "accommodation", homes)] = fuel.number(row, "weekly", 0, 1000);
    const auto codes = place_codes(places);
    const Table poverty = Table::read(inputs / "poverty_places.csv", {"place", "children_in_poverty", "fuel_poverty"});
    money.children_in_poverty.assign(places.size(), 0.0);
    money.fuel_poverty.assign(places.size(), 0.0);
    for (std::size_t row = 0; row < poverty.rows(); ++row) {
        const std::size_t place = poverty.word(row, "place", codes);
        money.children_in_poverty[place] = poverty.number(row, "children_in_poverty", 0, 1);
        money.fuel_poverty[place] = poverty.number(row, "fuel_poverty", 0, 1);
    }
}

void read_wellbeing(SocialLifeTables& social, const std::filesystem::path& inputs) {
    const Table table = Table::read(inputs / "wellbeing.csv", {"measure", "sex", "age_from", "imd_decile", "points"});
    std::array<std::array<std::map<int, double>, deciles>, sexes> bands;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (table.text(row, "measure") == "life_satisfaction")
            bands[table.word(row, "sex", sex_names)][decile_of(table, row)][table.integer(row, "age_from", 0, 100)] = table.number(row, "points", 0, 10);
    social.life_satisfaction.assign(sexes * ages * deciles, 0.0F);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t d = 0; d < deciles; ++d)
            spread_bands(bands[sex][d], [&](std::size_t age, double points) { social.life_satisfaction[(sex * ages + age) * deciles + d] = static_cast<float>(points); });
    const Table effects = Table::read(inputs / "wellbeing_effects.csv", {"exposure", "points"});
    for (std::size_t row = 0; row < effects.rows(); ++row) social.effects.emplace_back(effects.text(row, "exposure"), effects.number(row, "points", -10, 10));
}

void read_social(SocialLifeTables& social, const std::filesystem::path& inputs) {
    read_wellbeing(social, inputs);
    const Table safe = Table::read(inputs / "feeling_safe.csv", {"sex", "imd_decile", "share"});
    for (std::size_t row = 0; row < safe.rows(); ++row) social.safe[safe.word(row, "sex", sex_names)][decile_of(safe, row)] = safe.number(row, "share", 0, 1);
    const Table influence = Table::read(inputs / "local_influence.csv", {"age_from", "imd_decile", "share"});
    std::array<std::map<int, double>, deciles> say;
    for (std::size_t row = 0; row < influence.rows(); ++row) say[decile_of(influence, row)][influence.integer(row, "age_from", 0, 100)] = influence.number(row, "share", 0, 1);
    social.influence.assign(ages * deciles, 0.0);
    for (std::size_t d = 0; d < deciles; ++d) spread_bands(say[d], [&](std::size_t age, double share) { social.influence[age * deciles + d] = share; });
    const Table alcohol = Table::read(inputs / "alcohol.csv", {"sex", "age_from", "imd_decile", "share"});
    std::array<std::array<std::map<int, double>, deciles>, sexes> drinkers;
    for (std::size_t row = 0; row < alcohol.rows(); ++row)
        drinkers[alcohol.word(row, "sex", sex_names)][decile_of(alcohol, row)][alcohol.integer(row, "age_from", 0, 100)] = alcohol.number(row, "share", 0, 1);
    social.alcohol.assign(sexes * ages * deciles, 0.0);
    for (std::size_t sex = 0; sex < sexes; ++sex)
        for (std::size_t d = 0; d < deciles; ++d)
            spread_bands(drinkers[sex][d], [&](std::size_t age, double share) { social.alcohol[(sex * ages + age) * deciles + d] = share; });
    const Table weight = Table::read(inputs / "healthy_weight_year_6.csv", {"sex", "imd_decile", "healthy"});
    for (std::size_t row = 0; row < weight.rows(); ++row) social.healthy_weight[weight.word(row, "sex", sex_names)][decile_of(weight, row)] = weight.number(row, "healthy", 0, 1);
    const Table sustained = Table::read(inputs / "destinations.csv", {"good_level_of_development", "share"});
    for (std::size_t row = 0; row < sustained.rows(); ++row)
        social.sustained[static_cast<std::size_t>(sustained.integer(row, "good_level_of_development", 0, 1))] = sustained.number(row, "share", 0, 1);
}

}  // namespace

WiderTables WiderTables::read(const std::filesystem::path& inputs, const Places& places) {
    WiderTables tables;
    read_air(tables.air, inputs, places);
    read_money(tables.money, inputs, places);
    read_social(tables.social, inputs);
    const Table uses = Table::read(inputs / "service_circumstances.csv", {"exposure", "service", "ratio", "lower", "upper"});
    for (std::size_t row = 0; row < uses.rows(); ++row)
        tables.uses.push_back({uses.word(row, "exposure", exposure_flag_names), std::string(uses.text(row, "service")), uses.number(row, "ratio", 0.01, 100),
                               uses.number(row, "lower", 0.01, 100), uses.number(row, "upper", 0.01, 100)});
    return tables;
}

}  // namespace spires
