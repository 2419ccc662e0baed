#include "inputs/bands.hpp"
#include "inputs/health_readers.hpp"

namespace spires {

void read_good_health(HealthTables& tables, const std::filesystem::path& inputs) {
    static constexpr std::array<std::string_view, 5> exposures_of_health{"loneliness", "smoking", "inactivity", "obesity", "unemployment"};
    auto& good = tables.good_health;
    const Table shares = Table::read(inputs / "good_health.csv", {"sex", "age_from", "share"});
    for (std::size_t row = 0; row < shares.rows(); ++row)
        good.share[shares.word(row, "sex", sex_names)][life_table_band(shares.integer(row, "age_from", 0, 90))] = shares.number(row, "share", 0.01, 0.99);
    require_each_once(shares, {{"sex", sex_names}, age_bands_of_life_tables()});
    const Table slopes = Table::read(inputs / "good_health_deciles.csv", {"sex", "imd_decile", "log_odds"});
    for (std::size_t row = 0; row < slopes.rows(); ++row)
        good.decile_log_odds[slopes.word(row, "sex", sex_names)][read_decile(slopes, row)] = slopes.number(row, "log_odds", -5, 5);
    require_each_once(slopes, {{"sex", sex_names}, deciles_of_places(inputs)});
    const Table exposures = Table::read(inputs / "good_health_exposures.csv", {"exposure", "log_odds"});
    for (std::size_t row = 0; row < exposures.rows(); ++row)
        good.exposure_log_odds[std::string(exposures_of_health[exposures.word(row, "exposure", exposures_of_health)])] = exposures.number(row, "log_odds", -5, 5);
    require_each_once(exposures, {{"exposure", exposures_of_health}});
    const Table targets = Table::read(inputs / "healthy_life_expectancy.csv", {"sex", "age", "years"});
    for (std::size_t row = 0; row < targets.rows(); ++row)
        if (targets.integer(row, "age", 0, 100) == 0)
            good.healthy_life_expectancy[targets.word(row, "sex", sex_names)] = targets.number(row, "years", 20, 100);
    require_each_once(targets, {{"sex", sex_names}, {"age", whole_numbers(0, 0)}});
}

void read_services(HealthTables& tables, const std::filesystem::path& inputs) {
    static constexpr std::array<std::string_view, 2> directions{"lower", "none"};
    const Table list = Table::read(inputs / "services.csv", {"service", "label", "age_from", "age_to", "total", "unit_cost", "last_year_of_life", "better"});
    for (std::size_t row = 0; row < list.rows(); ++row) {
        Service service;
        service.name = list.text(row, "service");
        service.label = list.text(row, "label");
        service.age_from = list.integer(row, "age_from", 0, 100);
        service.age_to = list.integer(row, "age_to", 0, 200);
        check_ages(list, row);
        if (service.age_to >= oldest_age - 1) service.age_to = 200;
        service.total = list.number(row, "total", 0, 1e9);
        service.unit_cost = list.number(row, "unit_cost", 0, 1e6);
        service.better = directions[list.word(row, "better", directions)];
        service.last_year_of_life = list.number(row, "last_year_of_life", 0, 1e3);
        service.decile_ratio.fill(1.0);
        service.condition_ratio.assign(tables.conditions.size(), 1.0);
        if (tables.services.size() == 16) list.fail(row, "service", "at most 16 services fit");  // room in ServiceUse
        tables.services.push_back(std::move(service));
    }
    refuse_doubled(list, {"service"});
    const auto names = tables.service_names();
    const Table rates = Table::read(inputs / "service_rates.csv", {"service", "sex", "age_from", "rate"});
    std::vector<std::array<std::map<int, double>, sexes>> bands(names.size());
    for (std::size_t row = 0; row < rates.rows(); ++row)
        bands[rates.word(row, "service", names)][rates.word(row, "sex", sex_names)][rates.integer(row, "age_from", 0, 100)] = rates.number(row, "rate", 0, 1000);
    refuse_doubled(rates, {"service", "sex", "age_from"});
    refuse_missing(rates, {{"service", names}, {"sex", sex_names}});
    for (std::size_t s = 0; s < names.size(); ++s)
        for (std::size_t sex = 0; sex < sexes; ++sex)
            spread_bands(bands[s][sex], [&](std::size_t age, double rate) {
                const int years = static_cast<int>(age);
                auto& service = tables.services[s];
                service.rate[sex][age] = years >= service.age_from && years <= service.age_to ? rate : 0.0;
            });
    const Table gradients = Table::read(inputs / "service_deciles.csv", {"service", "imd_decile", "ratio"});
    for (std::size_t row = 0; row < gradients.rows(); ++row)
        tables.services[gradients.word(row, "service", names)].decile_ratio[read_decile(gradients, row)] = gradients.number(row, "ratio", 0.01, 100);
    require_each_once(gradients, {{"service", names}, deciles_of_places(inputs)});
    const auto conditions = tables.condition_names();
    const Table ratios = Table::read(inputs / "service_conditions.csv", {"service", "condition", "ratio"});
    for (std::size_t row = 0; row < ratios.rows(); ++row)
        tables.services[ratios.word(row, "service", names)].condition_ratio[ratios.word(row, "condition", conditions)] = ratios.number(row, "ratio", 0.01, 100);
    refuse_doubled(ratios, {"service", "condition"});
}

}  // namespace spires
