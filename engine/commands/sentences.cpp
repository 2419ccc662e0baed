#include "commands/sentences.hpp"

#include "commands/drivers.hpp"
#include "commands/figures.hpp"
#include "commands/lead.hpp"
#include "commands/phrases.hpp"
#include "commands/structure_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace spires {

namespace {

constexpr std::size_t told_drivers = 3;

std::string unclear(const std::string& what, const HeadlineRow& row, int decimals, const std::string& unit) {
    return fmt::format("{} shows no clear change: {} ({} to {}) {}.", what, signed_figure(row.change.mean, decimals),
                       signed_figure(row.change.p2_5, decimals), signed_figure(row.change.p97_5, decimals), unit);
}

const HeadlineRow* find(const Headline& headline, const std::string& indicator) {
    const auto found = std::find_if(headline.rows.begin(), headline.rows.end(), [&](const HeadlineRow& row) { return row.indicator == indicator; });
    return found == headline.rows.end() || std::isnan(found->change.p2_5) ? nullptr : &*found;
}

std::string healthy_years(const HeadlineRow& row, const std::string& place, int year) {
    if (is_clear(row.change)) return healthy_years_sentence(row.change, row.probability_better, place, year);
    return unclear(fmt::format("By {} healthy life expectancy in {}", year, place), row, decimals_of_years(row.change.mean), "years");
}

std::string gap(const HeadlineRow& row) {
    const int decimals = decimals_of_years(row.change.mean);
    if (!is_clear(row.change)) return unclear("The gap in healthy life expectancy between the most and the least deprived tenth", row, decimals, "years");
    return fmt::format("The gap in healthy life expectancy between the most and the least deprived tenth {} by {} years{}.", row.change.mean < 0 ? "narrows" : "widens",
                       size_of(row.change, decimals), chance(row.probability_better, "that it narrows"));
}

std::string admissions(const HeadlineRow& row, int year) {
    if (!is_clear(row.change)) return unclear(fmt::format("The number of emergency admissions in {}", year), row, 0, "a year");
    return fmt::format("In {} there are {} {} emergency admissions{}.", year, size_of(row.change, 0), row.change.mean < 0 ? "fewer" : "more", chance(row.probability_better, "of fewer"));
}

std::string costs(const Headline& headline) {
    const ProgrammeCost& cost = *headline.cost;
    std::string text = fmt::format("The programmes cost {} million pounds from {} to {}", size_of(cost.total, 1, 1e6), cost.from, cost.to);
    if (!headline.life_year) return text + ".";
    const CostOfLifeYear& years = *headline.life_year;
    if (!years.value) return text + fmt::format("; whether healthy life-years are gained in all is not sure ({} to {}).", signed_figure(years.gained.p2_5, 0), signed_figure(years.gained.p97_5, 0));
    return text + fmt::format(" and gain {} healthy life-years: {} ({} to {}) pounds each.", size_of(years.gained, 0), rounded_figure(*years.value, 2), rounded_figure(years.lower, 2), rounded_figure(years.upper, 2));
}

/// The ward that gains most and the one that gains least, where the most is sure.
std::optional<std::string> who_gains(const ResultsReader& results, const ResultsCell& cell) {
    const auto& areas = results.axes().areas;
    std::optional<std::size_t> most, least;
    const auto gain = [&](std::size_t area) { return results.difference("healthy_life_expectancy", {cell.scenario, cell.year, area, cell.sex}); };
    for (std::size_t area = 0; area < areas.size(); ++area) {
        if (areas[area].type != "ward" || std::isnan(gain(area).mean)) continue;
        if (!most || gain(area).mean > gain(*most).mean) most = area;
        if (!least || gain(area).mean < gain(*least).mean) least = area;
    }
    if (!most || *most == *least || !(gain(*most).p2_5 > 0)) return {};
    const Estimate high = gain(*most), low = gain(*least);
    return fmt::format("Of the wards {} gains most, {} healthy years, and {} least, {}.", areas[*most].name, size_of(high, decimals_of_years(high.mean)), areas[*least].name,
                       signed_figure(low.mean, decimals_of_years(low.mean)));
}

}  // namespace

std::vector<std::string> sentences(const ResultsReader& results, const ResultsCell& cell) {
    const Headline headline = make_headline(results, cell);
    const int year = results.axes().years.at(cell.year);
    std::vector<std::string> said;
    const HeadlineRow* lead = find(headline, "healthy_life_expectancy");
    std::string told;  // the indicator that leads, so that nothing is said twice
    if (lead != nullptr && !is_clear(lead->change)) {
        if (auto ward = cell.area == 0 ? surest_ward(results, cell) : std::nullopt) said.push_back(std::move(*ward));
        else if (auto change = surest_change(results, cell)) {
            said.push_back(std::move(change->sentence));
            told = change->indicator;
        }
    }
    if (lead != nullptr) said.push_back(healthy_years(*lead, results.axes().areas.at(cell.area).name, year));
    if (const auto* row = cell.area == 0 ? find(headline, "healthy_life_expectancy_gap") : nullptr) said.push_back(gap(*row));
    if (const auto* row = told == "emergency_admissions" ? nullptr : find(headline, "emergency_admissions")) said.push_back(admissions(*row, year));
    if (headline.cost && !std::isnan(headline.cost->total.p2_5)) said.push_back(costs(headline));
    if (cell.area != 0 || !results.has("healthy_life_expectancy")) return said;
    if (auto text = who_gains(results, cell)) said.push_back(std::move(*text));
    return said;
}

namespace {

/// How much of the spread is evidence and how much luck, and on which evidence it hangs.
std::vector<std::string> spread_sentences(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    const auto& design = results.design();
    std::vector<std::string> said;
    const VarianceParts parts = variance_parts(results.difference_parts("healthy_life_expectancy", {scenario, year, 0, 0}), design.replicates());
    if (!std::isnan(parts.parameters))
        said.push_back(fmt::format("Of what is unsure in it {} comes from evidence that leaves room and {} from the luck of a single city.", percent(parts.parameters), percent(parts.monte_carlo)));
    std::string named;
    std::size_t told = 0;
    for (const Driver& driver : drivers_in(results, "healthy_life_expectancy", scenario, year)) {
        if (!driver.sure || told == told_drivers) break;
        named += fmt::format("{}{} ({} of it)", told++ == 0 ? "" : ", ", driver.parameter, percent(driver.share));
    }
    if (!named.empty()) said.push_back(fmt::format("It hangs most on {}.", named));
    else if (!std::isnan(parts.parameters)) said.push_back(fmt::format("On which evidence it hangs, {} parameter draws cannot tell.", design.draws));
    return said;
}

}  // namespace

std::vector<std::string> uncertainty_sentences(const ResultsReader& results, std::size_t scenario, std::size_t year) {
    if (!results.has("healthy_life_expectancy")) return {};
    auto said = has_enough_draws(results.design()) ? spread_sentences(results, scenario, year) : std::vector{few_draws_sentence(results.design())};
    if (auto text = structure_sentence(results, scenario, year)) said.push_back(std::move(*text));
    return said;
}

}  // namespace spires
