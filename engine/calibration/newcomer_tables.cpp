#include "calibration/newcomer_tables.hpp"

#include "core/maths.hpp"
#include "core/table.hpp"
#include "processes/screening.hpp"

#include <cmath>
#include <span>
#include <unordered_map>

namespace spires {

namespace {

/// The normal score at each 4096th of the ranks, middle of its step.
Column<std::int32_t> tabulate_scores() {
    constexpr std::uint32_t ranks = 4096;
    Column<std::int32_t> scores;
    for (std::uint32_t rank = 0; rank < ranks; ++rank) scores.push_back(to_score(normal_quantile((rank + 0.5) / ranks)));
    return scores;
}

double correlation(const HealthTables& tables, const std::string& a, const std::string& b) {
    const auto found = tables.correlation.contains({a, b}) ? tables.correlation.find({a, b}) : tables.correlation.find({b, a});
    return found == tables.correlation.end() ? 0.0 : found->second;
}

/// Appends shares one upon the other, the last left out; those after which nothing is left are certain.
void accumulate_shares(std::span<const double> shares, Column<float>& cumulative) {
    double total = 0, sum = 0;
    for (const double share : shares) total += share;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        sum += shares[i];
        bool more = false;
        for (std::size_t j = i + 1; j < shares.size(); ++j) more = more || shares[j] > 0;
        cumulative.push_back(more || total <= 0 ? static_cast<float>(sum) : 1.0F);
    }
}

Column<float> read_ethnic_groups(const Inputs& inputs) {
    const Table table = Table::read(inputs.folder / "ethnic_group.csv", {"place", "ethnic_group", "persons"});
    std::vector<std::array<double, ethnic_group_names.size()>> persons(inputs.places.size());
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t place = 0; place < persons.size(); ++place) index[inputs.places.places[place].code] = place;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto found = index.find(table.text(row, "place"));
        if (found == index.end()) table.fail(row, "place", "unknown place; places.csv does not list it");
        persons[found->second][table.word(row, "ethnic_group", ethnic_group_names)] = table.number(row, "persons", 0, 1e7);
    }
    Column<float> cumulative;
    for (auto& of_place : persons) {
        double total = 0;
        for (const double n : of_place) total += n;
        for (double& n : of_place) n = total > 0 ? n / total : 1.0 / static_cast<double>(of_place.size());
        accumulate_shares(of_place, cumulative);
    }
    return cumulative;
}

void tabulate_social(const Inputs& inputs, NewcomerTables& tables) {
    tables.ethnic_group = read_ethnic_groups(inputs);
    for (const auto& of_sex : inputs.social.disabled)
        for (const double share : of_sex) tables.disabled.push_back(static_cast<float>(share));
    for (const auto& shares : inputs.social.qualification) accumulate_shares(shares, tables.qualification);
    for (const auto& shares : inputs.social.economic_status) accumulate_shares(shares, tables.economic_status);
    for (const auto& of_sex : inputs.social.good_level_of_development)
        for (const double share : of_sex) tables.developed.push_back(static_cast<float>(share));
}

void tabulate_surroundings(const Inputs& inputs, NewcomerTables& tables) {
    tables.wider = inputs.wider.present();
    if (!tables.wider) return;
    const auto& wider = inputs.wider;
    for (std::size_t place = 0; place < inputs.places.size(); ++place) {
        tables.no2.push_back(to_exposure_units(wider.air.no2[place], air_unit));
        tables.pm25.push_back(to_exposure_units(wider.air.pm25[place], air_unit));
        const double children = wider.money.children_in_poverty[place];
        tables.poor.push_back(static_cast<float>(inputs.parameters["adult_poverty_ratio"] * children));
        tables.poor.push_back(static_cast<float>(children));
    }
    for (const double share : wider.social.alcohol) tables.drinks.push_back(tables.drinks.size() / deciles % ages < 16 ? 0.0F : static_cast<float>(share));
    for (const auto& programme : inputs.health.screening) {
        const auto bit = static_cast<std::int32_t>(1U << tables.screening.size());
        tables.screening.push_back({bit, programme.age_from - asked_early(programme), programme.women, programme.men, {programme.share.begin(), programme.share.end()}});
    }
    tables.screening_persistence = static_cast<float>(inputs.parameters["screening_persistence"]);
}

}  // namespace

NewcomerTables tabulate_newcomers(const Inputs& inputs, const Loneliness& loneliness) {
    NewcomerTables tables;
    const double shared = correlation(inputs.health, "activity", "body_mass_index");
    tables.decile = inputs.places.decile_column.data();
    tables.normal_scores = tabulate_scores();
    tables.shared = static_cast<float>(shared);
    tables.own = static_cast<float>(std::sqrt(1.0 - shared * shared));
    tables.activity = inputs.health.activity.quantiles.front().data();
    tables.body_mass = inputs.health.body_mass_index.quantiles.front().data();
    tables.lonely_from = loneliness.thresholds();
    for (const auto& row : inputs.health.smoking.rows) accumulate_shares(std::array{row.current, row.ex, 1.0 - row.current - row.ex}, tables.smoking);
    tabulate_social(inputs, tables);
    tabulate_surroundings(inputs, tables);
    return tables;
}

}  // namespace spires
