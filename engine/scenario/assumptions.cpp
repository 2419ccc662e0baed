#include "scenario/assumptions.hpp"

#include "interventions/overlay.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace spires {

double FactorPath::at(int year) const noexcept {
    if (year < points_.front().first) return 1.0;
    if (year >= points_.back().first) return points_.back().second;
    const auto next = std::ranges::upper_bound(points_, year, {}, &std::pair<int, double>::first);
    const auto& [from, before] = *std::prev(next);
    const auto& [to, after] = *next;
    return before + (after - before) * (year - from) / (to - from);
}

const Assumption* Assumptions::find(const std::string& name) const noexcept {
    const auto found = std::ranges::find(all_, name, &Assumption::name);
    return found == all_.end() ? nullptr : &*found;
}

void Assumptions::start_from(const Assumptions& base) {
    std::vector<Assumption> own = std::move(all_);
    all_.clear();
    for (const auto& assumption : base.all_)
        if (std::ranges::find(own, assumption.name, &Assumption::name) == own.end()) all_.push_back(assumption);
    for (auto& assumption : own) all_.push_back(std::move(assumption));
}

TrendFactors Assumptions::trends_of(int year) const {
    TrendFactors factors;
    for (const auto& assumption : all_)
        if (assumption.of_trend) factors.set(assumption.index, assumption.factor.at(year));
    return factors;
}

void Assumptions::move_levers(int year, LeverOverlay& overlay) const {
    for (const auto& assumption : all_)
        if (const double factor = assumption.factor.at(year); !assumption.of_trend && factor != 1.0) overlay.multiply_all(assumption.index, factor);
}

std::string Assumptions::text() const {
    std::string text = "[assumptions]\n";
    for (const auto& assumption : all_) {
        std::vector<std::string> years;
        for (const auto& [year, factor] : assumption.factor.points()) years.push_back(fmt::format("{} = {}", year, factor));
        const auto& [source, standing] = assumption.evidence;
        const std::string evidence = source.empty() ? "" : fmt::format(", evidence = \"{}\", standing = \"{}\"", source, name_of(standing));
        text += fmt::format("\"{}\" = {{ by_year = {{ {} }}{} }}\n", assumption.name, fmt::join(years, ", "), evidence);
    }
    return text;
}

}  // namespace spires
