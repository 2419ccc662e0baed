#include "indicators/economics.hpp"

#include <algorithm>
#include <cmath>

namespace spires {

namespace {

constexpr std::string_view cost_suffix = "_cost";

bool has(const DifferenceSource& source, std::string_view name) {
    return std::find(source.variables.begin(), source.variables.end(), name) != source.variables.end();
}

/// The service whose cost a variable is, or nothing. Readmissions are admissions already counted.
std::string_view service_of(std::string_view variable) {
    if (!variable.ends_with(cost_suffix) || variable == "programme_cost" || variable == "service_cost") return {};
    const std::string_view service = variable.substr(0, variable.size() - cost_suffix.size());
    return service == "emergency_readmissions" ? std::string_view{} : service;
}

std::size_t first_year_of_cost(const Differences& costs) {
    std::size_t first = costs.front().size();
    for (const auto& replicate : costs)
        for (std::size_t year = 0; year < replicate.size(); ++year)
            if (!std::isnan(replicate[year]) && replicate[year] != 0) first = std::min(first, year);
    return first == costs.front().size() ? 0 : first;
}

std::vector<double> sums(const Differences& differences, std::size_t first, double rate) {
    std::vector<double> totals;
    for (const auto& replicate : differences) totals.push_back(discounted(replicate, first, rate));
    return totals;
}

void take(std::vector<double>& from, const std::vector<double>& amounts) {
    for (std::size_t r = 0; r < from.size(); ++r) from[r] -= amounts[r];
}

}  // namespace

Payer payer_of(std::string_view service) noexcept {
    const bool council = service.starts_with("adult_social_care") || service.starts_with("homelessness") || service == "households_in_temporary_accommodation";
    return council ? Payer::council : Payer::nhs;
}

/// Powers by multiplication and a square root: the same bits with every mathematical library.
double discounted(const std::vector<double>& by_year, std::size_t first, double rate) {
    const double half = std::sqrt(1.0 + rate);
    double factor = 1.0 / half, total = 0;
    for (std::size_t before = 0; before < first; ++before) factor *= 1.0 + rate;
    for (const double amount : by_year) {
        if (!std::isnan(amount)) total += amount * factor;
        factor /= 1.0 + rate;
    }
    return total;
}

std::vector<double> Appraisal::net_benefit(double pounds) const {
    std::vector<double> benefit;
    for (std::size_t r = 0; r < net_cost.size(); ++r) benefit.push_back(pounds * health()[r] - net_cost[r]);
    return benefit;
}

bool can_appraise(const DifferenceSource& source) { return has(source, "programme_cost") && has(source, "healthy_life_years"); }

Appraisal appraise(const DifferenceSource& source, std::size_t scenario, const Discounting& discounting) {
    const Differences programme = source.of("programme_cost", scenario);
    const std::size_t first = first_year_of_cost(programme);
    Appraisal found;
    found.programme_cost = found.net_cost = sums(programme, first, discounting.costs);
    for (auto& amounts : found.avoided) amounts.assign(programme.size(), 0);
    for (const auto& variable : source.variables) {
        const std::string_view service = service_of(variable);
        if (!service.empty()) take(found.avoided[static_cast<std::size_t>(payer_of(service))], sums(source.of(variable, scenario), first, discounting.costs));
    }
    for (const auto& amounts : found.avoided) take(found.net_cost, amounts);
    found.healthy_life_years = sums(source.of("healthy_life_years", scenario), first, discounting.health);
    if (has(source, "qalys")) found.qalys = sums(source.of("qalys", scenario), first, discounting.health);
    return found;
}

}  // namespace spires
