#include "inputs/health_readers.hpp"

#include "population/circumstances.hpp"

#include <algorithm>
#include <tuple>

namespace spires {

namespace {

RiskCurve::Point read_point(const Table& table, std::size_t row) {
    RiskCurve::Point point;
    point.level = table.number(row, "level", -1, 1000);
    point.ratio = table.number(row, "ratio", 0.01, 100);
    point.lower = table.text(row, "lower").empty() ? point.ratio : table.number(row, "lower", 0.01, 100);
    point.upper = table.text(row, "upper").empty() ? point.ratio : table.number(row, "upper", 0.01, 1000);
    check_limits(table, row, "ratio");
    return point;
}

/// The outcomes a curve may name: a condition, or all deaths that no modelled condition causes.
std::vector<std::string> outcome_names(const HealthTables& tables) {
    auto names = tables.condition_names();
    names.emplace_back("other_mortality");
    return names;
}

std::vector<std::string> exposure_names(const HealthTables& tables) {
    std::vector<std::string> names{"activity", "body_mass_index", "smoking", "no2", "pm25"};
    for (const auto flag : exposure_flag_names) names.emplace_back(flag);
    for (const auto& condition : tables.conditions) names.push_back(condition.name);
    return names;
}

using Curves = std::map<std::tuple<std::string, std::string, std::string, int, int>, RiskCurve>;

void add_curves(Curves& curves, const HealthTables& tables, const std::filesystem::path& file) {
    const Table table = Table::read(file, {"exposure", "outcome", "sex", "age_from", "age_to", "level", "ratio", "lower", "upper", "measure", "social", "source"});
    const auto outcomes = outcome_names(tables);
    const auto exposures = exposure_names(tables);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string exposure = exposures[table.word(row, "exposure", exposures)];
        const std::string outcome = outcomes[table.word(row, "outcome", outcomes)];
        const int from = table.integer(row, "age_from", 0, 200), to = table.integer(row, "age_to", 0, 200);
        check_ages(table, row);
        auto& curve = curves[{exposure, outcome, std::string(table.text(row, "sex")), from, to}];
        curve.exposure = exposure;
        curve.outcome = outcome;
        curve.only = read_sex_or_all(table, row);
        curve.age_from = from;
        curve.age_to = to >= oldest_age - 1 ? 200 : to;
        curve.measure = table.text(row, "measure");
        curve.source = table.text(row, "source");
        curve.social = table.integer(row, "social", 0, 1) == 1;
        curve.points.push_back(read_point(table, row));
    }
    refuse_doubled(table, {"exposure", "outcome", "sex", "age_from", "age_to", "level"});
}

}  // namespace

void read_risks(HealthTables& tables, const std::filesystem::path& inputs) {
    Curves curves;
    add_curves(curves, tables, inputs / "relative_risks.csv");
    add_curves(curves, tables, inputs / "further_risks.csv");
    for (auto& [key, curve] : curves) {
        std::ranges::sort(curve.points, {}, &RiskCurve::Point::level);
        tables.risks.push_back(std::move(curve));
    }
}

}  // namespace spires
