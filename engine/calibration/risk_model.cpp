#include "calibration/risk_model.hpp"

#include "core/maths.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace spires {

namespace {

constexpr double mmet_hours_a_minute = 8.75 / 150.0;

/// Log-linear between the points of a curve, flat beyond them.
double log_ratio_at(const std::vector<std::pair<double, double>>& points, double level) {
    if (level <= points.front().first) return points.front().second;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (level <= points[i].first) {
            const double share = (level - points[i - 1].first) / (points[i].first - points[i - 1].first);
            return points[i - 1].second + share * (points[i].second - points[i - 1].second);
        }
    return points.back().second;
}

/// The curve's points as (level, log ratio) of this draw: all points of one exposure and outcome
/// share one score, social ones carry the causal fraction.
std::vector<std::pair<double, double>> drawn_points(const RiskCurve& curve, double score, double fraction) {
    std::vector<std::pair<double, double>> points;
    for (const auto& p : curve.points) {
        const double se = p.upper > p.lower ? (logarithm(p.upper) - logarithm(p.lower)) / 3.919927969080108 : 0.0;
        points.emplace_back(p.level, fraction * (logarithm(p.ratio) + se * score));
    }
    return points;
}

/// An odds ratio of a common outcome as the ratio of hazards it means at the outcome's own risk.
double hazard_ratio(double odds_ratio, double hazard) {
    const double risk = one_minus_exp_minus(hazard);
    const double raised = odds_ratio * risk / (1.0 - risk + odds_ratio * risk);
    return risk <= 0 ? odds_ratio : logarithm(1.0 - raised) / logarithm(1.0 - risk);
}

double level_of_node(const std::string& exposure, std::size_t node) {
    if (exposure == "activity") return static_cast<double>(node) * RiskModel::activity_spacing * mmet_hours_a_minute;
    if (exposure == "body_mass_index") return RiskModel::body_lowest + static_cast<double>(node);
    if (exposure == "no2" || exposure == "pm25") return static_cast<double>(node) * RiskModel::air_spacing;
    if (exposure == "smoking") return node == 0 ? -1.0 : static_cast<double>(node) - (node == 1 ? 1.0 : 2.0);
    return 1.0;
}

/// Smoking levels are no scale below zero: never is its own point, current is 0, then years since.
double smoking_log_ratio(const std::vector<std::pair<double, double>>& points, std::size_t node, double level) {
    const auto never = std::ranges::find(points, -1.0, &std::pair<double, double>::first);
    if (node == 0) return never == points.end() ? 0.0 : never->second;
    const std::vector<std::pair<double, double>> since(never == points.end() ? points.begin() : never + 1, points.end());
    if (since.empty() || (node > 1 && since.size() == 1)) return 0.0;  // nothing known of ex-smokers
    return log_ratio_at(since, level);
}

struct Filler {
    const HealthTables& tables;
    const RiskCurve& curve;
    const std::vector<std::pair<double, double>>& points;

    void fill(std::vector<float>& table, std::size_t nodes, std::size_t outcome) const {
        if (table.empty()) table.assign(sexes * five_year_bands * nodes, 1.0F);
        for (std::size_t s = 0; s < sexes; ++s) {
            const auto sex = static_cast<Sex>(s);
            if (curve.only && *curve.only != sex) continue;
            for (std::size_t band = 0; band < five_year_bands; ++band) {
                const int middle = static_cast<int>(band) * 5 + 2;
                if (middle < curve.age_from || middle > curve.age_to) continue;
                for (std::size_t node = 0; node < nodes; ++node) table[RiskModel::at(sex, band, nodes, node)] *= static_cast<float>(value(node, outcome, s, middle));
            }
        }
    }

private:
    [[nodiscard]] double value(std::size_t node, std::size_t outcome, std::size_t sex, int age) const {
        const double level = level_of_node(curve.exposure, node);
        const double log_ratio = curve.exposure == "smoking" ? smoking_log_ratio(points, node, level) : log_ratio_at(points, level);
        const double ratio = exponential(log_ratio);
        if (curve.measure != "or" || outcome >= tables.conditions.size()) return ratio;
        return hazard_ratio(ratio, tables.conditions[outcome].incidence[sex][age_row(age)]);
    }
};

std::size_t index_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

}  // namespace

RiskModel::RiskModel(const HealthTables& tables, const Parameters& parameters, ParameterDraw& draw) : factors_(tables.conditions.size() + 1) {
    const auto names = tables.condition_names();
    std::map<std::string, double> fractions, scores;
    for (const auto& curve : tables.risks) {
        const std::string key = "log_ratio_score." + curve.exposure + "." + curve.outcome;
        if (!scores.contains(key)) scores[key] = draw.normal(key, 0.0, 1.0);
        if (curve.social && !fractions.contains(curve.exposure)) fractions[curve.exposure] = draw.causal_fraction(curve.exposure, parameters.entry("causal_fraction"));
        const auto points = drawn_points(curve, scores[key], curve.social ? fractions[curve.exposure] : 1.0);
        const std::size_t outcome = index_of(names, curve.outcome);
        auto& factors = factors_[outcome];
        const Filler filler{tables, curve, points};
        if (curve.exposure == "activity") filler.fill(factors.activity, activity_nodes, outcome);
        else if (curve.exposure == "body_mass_index") filler.fill(factors.body, body_nodes, outcome);
        else if (curve.exposure == "smoking") filler.fill(factors.smoking, smoking_nodes, outcome);
        else if (curve.exposure == "no2") filler.fill(factors.no2, air_nodes, outcome);
        else if (curve.exposure == "pm25") filler.fill(factors.pm25, air_nodes, outcome);
        else if (const auto flag = std::ranges::find(exposure_flag_names, curve.exposure); flag != exposure_flag_names.end())
            filler.fill(factors.flags[static_cast<std::size_t>(flag - exposure_flag_names.begin())], 1, outcome);
        else {
            const std::size_t cause = index_of(names, curve.exposure);
            auto found = std::ranges::find(factors.conditions, cause, [](const auto& f) { return f.first; });
            if (found == factors.conditions.end()) found = factors.conditions.insert(factors.conditions.end(), {cause, {}});
            filler.fill(found->second, 1, outcome);
            factors.relevant |= ConditionSet{1} << cause;
        }
    }
}

double RiskModel::highest(std::size_t outcome, std::size_t burden, Sex sex, int age) const noexcept {
    const auto& f = factors_[outcome];
    const std::size_t band = five_year_band(age);
    double product = 1.0;
    const auto most = [&](const std::vector<float>& table, std::size_t nodes, double least) {
        if (table.empty()) return;
        const float* first = &table[RiskModel::at(sex, band, nodes, 0)];
        product *= std::max(least, static_cast<double>(*std::max_element(first, first + nodes)));
    };
    most(f.activity, activity_nodes, 0.0);
    most(f.body, body_nodes, 0.0);
    most(f.smoking, smoking_nodes, 0.0);
    most(f.no2, air_nodes, 0.0);
    most(f.pm25, air_nodes, 0.0);
    const auto ratio_of = [&](const std::vector<float>& table) { return table.empty() ? 1.0 : std::max(1.0, static_cast<double>(table[at(sex, band, 1, 0)])); };
    std::array<double, exposure_flags_count> exposed{};
    std::ranges::transform(f.flags, exposed.begin(), ratio_of);
    std::ranges::sort(exposed, std::greater{});
    const std::size_t exposures = burden % exposed_burdens, counted = exposures + 1 < exposed_burdens ? exposures : exposed.size();
    for (std::size_t i = 0; i < counted; ++i) product *= exposed[i];
    if (burden >= exposed_burdens)
        for (const auto& [cause, table] : f.conditions) product *= ratio_of(table);
    return product;
}

}  // namespace spires
