#include "commands/economics.hpp"

#include "commands/columns.hpp"
#include "commands/figures.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace spires {

namespace {

using Json = nlohmann::ordered_json;  // NaN becomes null

constexpr std::array<const char*, payer_names.size()> payer_labels{"NHS", "council", "others"};
constexpr std::array<const char*, discountings.size()> discounting_labels{"not discounted", "costs 3.5 %, health 1.5 %", "both 3.5 %"};

std::string with_interval(const Estimate& found, double unit, int decimals) {
    return fmt::format("{} ({} to {})", figure(found.mean / unit, decimals), figure(found.p2_5 / unit, decimals), figure(found.p97_5 / unit, decimals));
}

/// One row by discounting; `of` takes an appraisal.
template <class Of>
Row row_of(const std::string& label, const std::vector<Appraisal>& appraisals, Of of) {
    Row row{label};
    for (const Appraisal& appraisal : appraisals) row.push_back(of(appraisal));
    return row;
}

/// Pounds of net cost a year of health; nothing sure where the gain's interval holds nothing.
std::string cost_of_a_year(const Appraisal& appraisal, const std::vector<double>& gained, const Reduction& reduction) {
    const Estimate health = reduction.estimate(gained), cost = reduction.estimate(appraisal.net_cost);
    if (!(health.p2_5 > 0)) return "no gain for sure";
    return cost.mean <= 0 ? "saves money" : rounded_figure(cost.mean / health.mean, 2);
}

std::vector<Row> rows_of(const std::vector<Appraisal>& appraisals, const Reduction& reduction) {
    const auto millions = [&](const std::vector<double>& values) { return with_interval(reduction.estimate(values), 1e6, 2); };
    const auto years = [&](const std::vector<double>& values) { return with_interval(reduction.estimate(values), 1, 0); };
    std::vector<Row> rows{row_of("Programme cost, million pounds", appraisals, [&](const Appraisal& a) { return millions(a.programme_cost); })};
    for (std::size_t payer = 0; payer < payer_names.size(); ++payer) {
        if (static_cast<Payer>(payer) == Payer::other) continue;  // no service is theirs yet
        rows.push_back(row_of(fmt::format("Costs avoided, {}", payer_labels[payer]), appraisals, [&](const Appraisal& a) { return millions(a.avoided[payer]); }));
    }
    rows.push_back(row_of("Net cost", appraisals, [&](const Appraisal& a) { return millions(a.net_cost); }));
    rows.push_back(row_of("Healthy life-years gained", appraisals, [&](const Appraisal& a) { return years(a.healthy_life_years); }));
    const bool with_qalys = !appraisals.front().qalys.empty();
    if (with_qalys) rows.push_back(row_of("Quality-adjusted life-years gained", appraisals, [&](const Appraisal& a) { return years(a.qalys); }));
    rows.push_back(row_of("Net cost a healthy year, pounds", appraisals, [&](const Appraisal& a) { return cost_of_a_year(a, a.healthy_life_years, reduction); }));
    if (with_qalys) rows.push_back(row_of("Net cost a quality-adjusted year, pounds", appraisals, [&](const Appraisal& a) { return cost_of_a_year(a, a.qalys, reduction); }));
    for (const std::size_t i : told_thresholds) {
        rows.push_back(row_of(fmt::format("Net benefit at {} pounds a year of {} life", figure(threshold(i), 0), with_qalys ? "quality-adjusted" : "healthy"), appraisals, [&](const Appraisal& a) { return millions(a.net_benefit(threshold(i))); }));
        rows.push_back(row_of("  chance that it is worth it", appraisals, [&](const Appraisal& a) { return percent(reduction.probability_better(a.net_benefit(threshold(i)), "higher")); }));
    }
    return rows;
}

std::vector<Appraisal> all_appraisals(const DifferenceSource& source, std::size_t scenario) {
    std::vector<Appraisal> all;
    for (const Discounting& discounting : discountings) all.push_back(appraise(source, scenario, discounting));
    return all;
}

Json estimate(const Estimate& found) {
    return {{"mean", found.mean}, {"sd", found.sd}, {"p2_5", found.p2_5}, {"p50", found.p50}, {"p97_5", found.p97_5}};
}

/// Net cost over years gained, both means; null where the gain is not sure.
Json cost_json(const Appraisal& appraisal, const std::vector<double>& gained, const Reduction& reduction) {
    const Estimate health = reduction.estimate(gained);
    return health.p2_5 > 0 ? Json(reduction.estimate(appraisal.net_cost).mean / health.mean) : Json(nullptr);
}

Json appraisal_json(const Appraisal& found, const Discounting& discounting, const Reduction& reduction) {
    const auto of = [&](const std::vector<double>& values) { return estimate(reduction.estimate(values)); };
    Json made{{"discounting", discounting.name}, {"rate_of_costs", discounting.costs}, {"rate_of_health", discounting.health},
              {"programme_cost", of(found.programme_cost)}, {"costs_avoided", Json::object()}, {"net_cost", of(found.net_cost)},
              {"healthy_life_years", of(found.healthy_life_years)}, {"qalys", found.qalys.empty() ? Json(nullptr) : of(found.qalys)}, {"thresholds", Json::array()}};
    made["cost_per_healthy_life_year"] = cost_json(found, found.healthy_life_years, reduction);
    made["cost_per_qaly"] = found.qalys.empty() ? Json(nullptr) : cost_json(found, found.qalys, reduction);
    for (std::size_t payer = 0; payer < payer_names.size(); ++payer) made["costs_avoided"][std::string(payer_names[payer])] = of(found.avoided[payer]);
    for (std::size_t i = 0; i < threshold_count; ++i) {
        const std::vector<double> worth = found.net_benefit(threshold(i));
        made["thresholds"].push_back({{"pounds", threshold(i)}, {"net_benefit", of(worth)}, {"acceptability", reduction.probability_better(worth, "higher")}});
    }
    return made;
}

}  // namespace

DifferenceSource differences_in(const ResultsReader& results) {
    DifferenceSource source;
    for (const Variable& variable : results.variables()) source.variables.push_back(variable.name);
    source.of = [&results](const std::string& name, std::size_t scenario) {
        const std::size_t replicates = results.design().replicates(), years = results.axes().years.size();
        const auto& values = results.replicates(name);
        Differences differences(replicates, std::vector<double>(years));
        for (std::size_t r = 0; r < replicates; ++r)
            for (std::size_t y = 0; y < years; ++y) differences[r][y] = values[((scenario * replicates + r) * years + y) * 3] - values[(r * years + y) * 3];
        return differences;
    };
    return source;
}

void print_economics(std::ostream& out, const ResultsReader& results) {
    const DifferenceSource source = differences_in(results);
    if (!can_appraise(source)) return;
    const Reduction reduction(results.design().replicates(), results.design().seeds_a_draw);
    const auto& axes = results.axes();
    for (std::size_t scenario = 1; scenario < axes.scenarios.size(); ++scenario) {
        if (scenario > 1) out << '\n';
        out << axes.scenarios[scenario].name << ", " << axes.years.front() << '-' << axes.years.back() << ", pounds of 2022\n";
        print_columns(out, {"", discounting_labels[0], discounting_labels[1], discounting_labels[2]}, rows_of(all_appraisals(source, scenario), reduction), "lrrr");
    }
}

nlohmann::ordered_json economics_json(const ResultsReader& results, std::size_t scenario) {
    const DifferenceSource source = differences_in(results);
    if (!can_appraise(source)) return nullptr;
    const Reduction reduction(results.design().replicates(), results.design().seeds_a_draw);
    Json made = Json::array();
    for (const Discounting& discounting : discountings) made.push_back(appraisal_json(appraise(source, scenario, discounting), discounting, reduction));
    return made;
}

}  // namespace spires
