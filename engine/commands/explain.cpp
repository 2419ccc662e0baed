#include "commands/explain.hpp"

#include "commands/columns.hpp"
#include "core/text.hpp"
#include "scenario/describe.hpp"
#include "scenario/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace spires {

namespace {

/// One line with a word in the margin.
void line(std::ostream& out, std::string_view margin, const std::string& text) {
    out << fmt::format("  {:<13}{}\n", margin, text);
}

std::string in_titles(const std::vector<std::string>& keys, std::span<const Word> words) {
    std::vector<std::string_view> titles;
    for (const auto& key : keys)
        if (const auto found = std::ranges::find(words, key, &Word::key); found != words.end()) titles.push_back(found->title);
    return fmt::format("{}", fmt::join(titles, "; "));
}

/// How a figure stands to its source, in the order of `Standing`.
constexpr std::array<std::string_view, 3> stands{"published: ", "fitted, from: ", "assumed, after: "};

/// "published: Title (publisher, 2021)", as far as sources.toml says.
std::string cite(const Evidence& evidence, const Vocabulary& vocabulary) {
    if (evidence.source.empty()) return "assumed, no evidence named";
    const std::string text(stands[static_cast<std::size_t>(evidence.standing)]);
    const Source* source = find_source(vocabulary.sources, evidence.source);
    if (source == nullptr) return text + evidence.source;
    std::vector<std::string> parts;
    for (const auto& part : {source->publisher, source->year})
        if (!part.empty()) parts.push_back(part);
    const std::string title = text + (source->title.empty() ? evidence.source : source->title);
    return parts.empty() ? title : fmt::format("{} ({})", title, fmt::join(parts, ", "));
}

void explain_heading(std::ostream& out, const Scenario& scenario) {
    out << scenario.name << " (" << scenario.stem << ")\n";
    if (!scenario.description.empty()) out << scenario.description << '\n';
    if (!scenario.ambition.empty()) line(out, "ambition", in_titles({scenario.ambition}, ambitions));
    if (!scenario.pillars.empty()) line(out, "pillars", in_titles(scenario.pillars, pillars));
    if (!scenario.priorities.empty()) line(out, "priority", in_titles(scenario.priorities, priorities));
    if (scenario.is_baseline()) line(out, "", "no interventions: this is the baseline");
}

void explain_eligible(std::ostream& out, const Forecast& found, const PeopleToday& today, const Places& places) {
    const auto people = static_cast<double>(today.population.people());
    const auto eligible = static_cast<double>(found.eligible);
    line(out, "eligible", fmt::format("{} of {} people in {} ({:.1f} %)", with_thousands(eligible), with_thousands(people),
                                      today.year, people > 0 ? 100 * eligible / people : 0));
    if (found.eligible == 0) line(out, "", "warning: nobody is; until people change, the programme reaches nobody");
    std::vector<Row> rows;
    for (std::size_t ward = 0; ward < found.eligible_by_ward.size(); ++ward)
        if (found.eligible_by_ward[ward] > 0)
            rows.push_back({places.wards[ward].name, with_thousands(static_cast<double>(found.eligible_by_ward[ward]))});
    print_columns(out, {"ward", "eligible"}, rows, "lr", std::string(15, ' '));
}

void explain_years(std::ostream& out, const Intervention& intervention, const Forecast& found) {
    const auto years = static_cast<double>(found.years.size());
    line(out, "participants", fmt::format("about {} a year, {} in total", with_thousands(found.participants / years),
                                          with_thousands(found.participants)));
    line(out, "cost", fmt::format("about {} pounds a year, {} in total, at prices of {}", with_thousands(found.cost / years),
                                  with_thousands(found.cost), intervention.price_year));
    std::vector<Row> rows;
    for (const auto& year : found.years)
        rows.push_back({fmt::format("{}", year.year), with_thousands(year.participants), with_thousands(year.unmet),
                        with_thousands(year.cost)});
    print_columns(out, {"year", "participants", "turned away", "pounds"}, rows, "rrrr", std::string(15, ' '));
}

void explain_offer(std::ostream& out, const Intervention& intervention, const Vocabulary& vocabulary,
                   const ScenarioContext& context) {
    line(out, "offered to", fmt::format("{} a year of {}", describe_share(intervention.reach, context),
                                        intervention.yearly ? "them, again each year" : "those not yet offered it, once each"));
    line(out, "", cite(intervention.reach_evidence, vocabulary));
    line(out, "taken up by", describe_share(intervention.uptake, context) + " of those offered it");
    line(out, "", cite(intervention.uptake_evidence, vocabulary));
    line(out, "places", intervention.places ? with_thousands(static_cast<double>(*intervention.places)) + " a year" : "no limit");
    line(out, "price", fmt::format("{} pounds a participant and {} a year, at prices of {}",
                                   describe_pounds(intervention.cost_per_participant, context),
                                   describe_pounds(intervention.fixed_cost_per_year, context), intervention.price_year));
    line(out, "", cite(intervention.cost_evidence, vocabulary));
}

void explain_intervention(std::ostream& out, const Intervention& intervention, const Vocabulary& vocabulary,
                          const ScenarioContext& context, const PeopleToday* today) {
    out << fmt::format("\n{}, {} to {}\n", intervention.name, intervention.from, intervention.to);
    line(out, "who", describe(intervention.eligible, context));
    explain_offer(out, intervention, vocabulary, context);
    if (today != nullptr) {
        const Forecast found = forecast(intervention, *today, context.places);
        explain_eligible(out, found, *today, context.places);
        explain_years(out, intervention, found);
    }
    if (intervention.effects.empty()) line(out, "effect", "none: a programme that costs and does nothing");
    for (const auto& effect : intervention.effects) {
        line(out, "effect", describe(effect, context));
        line(out, "", cite(effect.evidence, vocabulary));
    }
}

}  // namespace

void explain(std::ostream& out, const Scenario& scenario, const Vocabulary& vocabulary,
             const ScenarioContext& context, const PeopleToday* today) {
    explain_heading(out, scenario);
    for (const auto& assumption : scenario.assumptions.all()) {
        line(out, "assumes", describe(assumption, context));
        line(out, "", cite(assumption.evidence, vocabulary));
    }
    for (const auto& intervention : scenario.interventions)
        explain_intervention(out, intervention, vocabulary, context, today);
    if (today != nullptr && !scenario.interventions.empty())
        out << "\nParticipants and cost are for a city that keeps the people of " << today->year
            << "; a run lets them age, move and change.\n";
}

}  // namespace spires
