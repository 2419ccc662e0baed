// The first screen: what was tried, what it gains, for whom, when, at what cost, how sure.
import { details, h, table } from "../dom";
import type { Child } from "../dom";
import { readInterventions } from "../results/scenario_file";
import { isInequality } from "../results/types";
import type { Estimate, Results, Variable } from "../results/types";
import { figure, level, percent, pounds, spoken, spokenInterval } from "../words/figures";
import { candidates, city, clearest, headlineSentence, leading, lower } from "../words/lead";
import { VERDICT_WORDS, changeSentence, sureWords, verdict } from "../words/sentences";
import { isOpen, joinedWords, overview, spanOf } from "./overview";

/** So many are told in full at once; more are folded away below the overview. */
const TOLD_AT_ONCE = 3;

function gains(results: Results, scenario: number): Child {
  const at = city(results, scenario), main = leading(results);
  const line = (variable: Variable, moved: Estimate, year: number) => h("li", {}, h("strong", {}, `${variable.long_name}: `), changeSentence(variable, moved, results.years[year]!));
  const plain = candidates(results).filter((each) => !isInequality(each) || each.name.endsWith("_gap"));   // indexes need an explanation
  const others = [...clearest(results, scenario, "better", 3, plain), ...clearest(results, scenario, "worse", 2, plain)].filter((each) => each.variable !== main);
  return h("ul", { class: "govuk-list govuk-list--bullet" }, main ? line(main, results.change(main.name, at), at.year) : null, others.map((each) => line(each.variable, each.moved, each.year)),
    others.length === 0 ? h("li", {}, "Nothing else moves clearly for three years or more.") : null);
}
function forWhom(results: Results, scenario: number): Child {
  const people = readInterventions(results.scenarios[scenario]!.text), joined = results.headline(scenario)?.totals.programme_participants;
  return [joined && joined.mean > 0 ? `${joinedWords(results, scenario, joined.mean)}. ` : "",
    people.length > 0 ? h("ul", { class: "govuk-list govuk-list--bullet" }, people.map((each) => h("li", {}, `${each.id.replaceAll("-", " ")}: ${each.who.join(", ")}`))) : results.scenarios[scenario]!.description];
}
function when(results: Results, scenario: number): Child {
  const { from, to } = spanOf(results, scenario), best = clearest(results, scenario, "better", 1, candidates(results).filter((each) => !isInequality(each)))[0];
  return [Number.isFinite(from) && Number.isFinite(to) ? `Runs from ${from} to ${to}. ` : "", best ? `${best.variable.long_name}: first clearly better in ${results.years[best.from]}, most in ${results.years[best.year]}, clear in ${best.clearYears} of ${results.years.length} years.` : "No gain is clear for three years or more."];
}
function cost(results: Results, scenario: number): Child {
  const headline = results.headline(scenario), spent = headline?.totals.programme_cost, saved = headline?.totals.service_cost, life = headline?.life_year, years = headline?.totals.healthy_life_years;
  if (!headline || !spent || spent.mean === 0) return "No cost is given.";
  const range = (each: Estimate) => (isOpen(each) ? ` (${pounds(each.lower)} to ${pounds(each.upper)})` : "");
  const services_ = !saved || !Number.isFinite(saved.lower) ? "" : saved.upper < 0 ? `Services cost ${pounds(-saved.mean)} less (${pounds(-saved.upper)} to ${pounds(-saved.lower)}). `
    : saved.lower > 0 ? `Services cost ${pounds(saved.mean)} more (${pounds(saved.lower)} to ${pounds(saved.upper)}). ` : "What services cost does not clearly change. ";
  const price = life ? `${pounds(life.mean)} a healthy life-year gained (${pounds(life.lower)} to ${pounds(life.upper)}).`
    : years ? `The price of a healthy life-year cannot be told: between ${figure(years.lower, 0)} and ${years.upper > 0 ? "+" : ""}${figure(years.upper, 0)} healthy years are gained in all.` : "";
  return [h("strong", {}, pounds(spent.mean)), `${range(spent)} from ${headline.cost?.from ?? "?"} to ${headline.cost?.to ?? "?"}, not discounted. `, services_, price];
}
function howSure(results: Results, scenario: number): Child {
  const main = leading(results);
  if (!main) return "Not known.";
  const at = city(results, scenario), chance = results.better(main.name, at), share = results.parameterShare(main.name, scenario, at.year);
  const why = Number.isFinite(share) ? ` Of the spread around it ${percent(share)} comes from the evidence, the rest from the luck of one simulated city.` : "";
  return [h("strong", {}, `${percent(chance)} `), `chance that ${lower(main.long_name)} is better in ${results.years[at.year]}: ${sureWords(chance)}.${why}`];
}

function card(results: Results, scenario: number, choose: (scenario: number) => void): HTMLElement {
  const each = results.scenarios[scenario]!;
  const row = (name: string, value: Child) => h("div", { class: "card-row" }, h("dt", {}, name), h("dd", {}, value));
  return h("section", { class: "card", "data-scenario": each.stem }, h("h3", { class: "govuk-heading-m" }, each.name),
    h("dl", {}, row("What was tried", each.description || "No description."), row("What it gains", gains(results, scenario)), row("For whom", forWhom(results, scenario)),
      row("When", when(results, scenario)), row("At what cost", cost(results, scenario)), row("How sure", howSure(results, scenario))),
    h("a", { class: "govuk-link no-print", href: "#choices", click: () => choose(scenario) }, `See ${each.name} in all charts below`));
}

/** Indicators down, programmes across: which way each moves, and how sure that is. */
function compareTable(results: Results): HTMLElement {
  const year = results.years[results.headlineYear]!, shown = candidates(results).filter((each) => each.ambition !== "" || each.units === "count" || each.name === "service_cost");
  const cell = (variable: Variable, scenario: number): Child => {
    const at = city(results, scenario), moved = results.change(variable.name, at), kind = verdict(variable, moved);
    if (kind === "same" || kind === "unknown") return h("span", { class: "verdict same" }, VERDICT_WORDS[kind]);
    return h("span", { class: `verdict ${kind}` }, h("strong", {}, spoken(variable, moved)), ` ${VERDICT_WORDS[kind]}`, h("br"), h("small", {}, spokenInterval(variable, moved)));
  };
  return table(`What each scenario changes in ${year}, whole city, with 95 % intervals`,
    [{ title: "Indicator" }, { title: "Without", numeric: true }, ...results.scenarios.slice(1).map((each) => ({ title: each.name }))],
    shown.map((variable) => [variable.long_name, level(variable, results.level(variable.name, city(results, 0)).mean), ...results.scenarios.slice(1).map((_, i) => cell(variable, i + 1))]), { visibleCaption: true });
}

export function heading(results: Results, layout: string): string {
  const tried = results.scenarios.length - 1, place = results.areas[0]!.name;
  if (layout === "annual") return `${place}: yearly performance report`;
  return tried === 0 ? `${place} as it goes on` : `What ${tried === 1 ? "one scenario" : `${tried} scenarios`} would change for ${place}`;
}
export function glance(results: Results, choose: (scenario: number) => void): HTMLElement {
  const tried = results.scenarios.length - 1, cards = () => h("div", { class: "cards" }, results.scenarios.slice(1).map((_, i) => card(results, i + 1, choose)));
  const people = level({ units: "count" } as Variable, results.level("population", { scenario: 0, year: 0, area: 0, sex: 0 }).mean);
  return h("section", { id: "glance", class: "part" }, h("h1", { class: "govuk-heading-l" }),
    h("p", { class: "govuk-body-l headline" }, headlineSentence(results)),
    h("p", { class: "govuk-body-s" }, `${people === "–" ? "" : `${people} simulated residents, `}${results.years[0]} to ${results.years.at(-1)}, ${results.about.replicates} replicates. Every figure is the difference between two cities with the same people and the same luck; ranges are 95 % intervals.`),
    tried === 0 ? null : [overview(results, choose), h("div", { class: "one-by-one" }, h("h2", { class: "govuk-visually-hidden" }, "Scenario by scenario"),
      tried <= TOLD_AT_ONCE ? cards() : details(`Each of the ${tried} scenarios in full`, cards, true)), details("All indicators side by side", () => h("div", { class: "wide" }, compareTable(results)))]);
}
