// The first screen: what was tried, what it gains, for whom, when, at what cost, how sure.
import { h, table } from "../dom";
import type { Child } from "../dom";
import { readInterventions } from "../results/scenario_file";
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { findVariable, services } from "../results/types";
import { change, figure, interval, level, percent, pounds } from "../words/figures";
import { VERDICT_WORDS, changeSentence, sureWords, verdict } from "../words/sentences";

const city = (results: Results, scenario: number): Cell => ({ scenario, year: results.headlineYear, area: 0, sex: 0 });

/** What is worth a headline: everything one way of which is better, but no cost that only follows a service, and no
    slope or ratio that cannot be read out. */
function candidates(results: Results): Variable[] {
  const costs = new Set(services(results).map((each) => `${each.name}_cost`));
  return results.variables.filter((each) => (each.direction === "higher" || each.direction === "lower") && !costs.has(each.name) && !each.name.startsWith("programme_") && !/_(slope|relative)_index$/.test(each.name));
}
interface Found { variable: Variable; year: number; moved: Estimate; clearYears: number; from: number }

/** What moves clearly, the longest first: among many indicators one or two look clear in some year by luck,
    and luck does not last. The year shown is that of the largest clear change. */
export function clearest(results: Results, scenario: number, kind: "better" | "worse", most: number): Found[] {
  const found = candidates(results).map((variable) => {
    const moves = results.years.map((_, year) => results.change(variable.name, { ...city(results, scenario), year }));
    const clear = moves.flatMap((moved, year) => (verdict(variable, moved) === kind ? [year] : []));
    const year = clear.reduce((best, each) => (Math.abs(moves[each]!.mean) > Math.abs(moves[best]!.mean) ? each : best), clear[0] ?? 0);
    return { variable, year, moved: moves[year]!, clearYears: clear.length, from: clear[0] ?? 0 };
  });
  const relative = (each: Found) => Math.abs(each.moved.mean / results.level(each.variable.name, { ...city(results, 0), year: each.year }).mean) || 0;
  return found.filter((each) => each.clearYears >= 3).sort((a, b) => b.clearYears - a.clearYears || relative(b) - relative(a)).slice(0, most);
}
/** The measure the strategy is judged by, or the first that belongs to an ambition. */
export function leading(results: Results): Variable | undefined {
  return findVariable(results, "healthy_life_expectancy") ?? results.variables.find((each) => each.ambition !== "");
}

function gains(results: Results, scenario: number): Child {
  const at = city(results, scenario), main = leading(results);
  const line = (variable: Variable, moved: Estimate, year: number) => h("li", {}, h("strong", {}, `${variable.long_name}: `), changeSentence(variable, moved, results.years[year]!));
  const others = [...clearest(results, scenario, "better", 3), ...clearest(results, scenario, "worse", 2)].filter((each) => each.variable !== main);
  return h("ul", { class: "govuk-list govuk-list--bullet" }, main ? line(main, results.change(main.name, at), at.year) : null, others.map((each) => line(each.variable, each.moved, each.year)),
    others.length === 0 ? h("li", {}, "Nothing else moves clearly for three years or more.") : null);
}
function forWhom(results: Results, scenario: number): Child {
  const people = readInterventions(results.scenarios[scenario]!.text), joined = results.headline(scenario)?.totals.programme_participants;
  return [joined && joined.mean > 0 ? `${figure(Math.round(joined.mean / 10) * 10, 0)} people join in all. ` : "",
    people.length > 0 ? h("ul", { class: "govuk-list govuk-list--bullet" }, people.map((each) => h("li", {}, `${each.id.replaceAll("-", " ")}: ${each.who.join(", ")}`))) : results.scenarios[scenario]!.description];
}
function when(results: Results, scenario: number): Child {
  const people = readInterventions(results.scenarios[scenario]!.text).filter((each) => each.from !== undefined), cost = results.headline(scenario)?.cost;
  const from = Math.min(...people.map((each) => each.from!), cost?.from ?? Infinity), to = Math.max(...people.map((each) => each.to ?? -Infinity), cost?.to ?? -Infinity);
  const best = clearest(results, scenario, "better", 1)[0];
  return [Number.isFinite(from) ? `Runs from ${from} to ${to}. ` : "", best ? `${best.variable.long_name}: first clearly better in ${results.years[best.from]}, most in ${results.years[best.year]}, clear in ${best.clearYears} of ${results.years.length} years.` : "No gain is clear for three years or more."];
}
function cost(results: Results, scenario: number): Child {
  const headline = results.headline(scenario), spent = headline?.totals.programme_cost, saved = headline?.totals.service_cost, life = headline?.life_year, years = headline?.totals.healthy_life_years;
  if (!headline || !spent || spent.mean === 0) return "No cost is given.";
  const range = (each: Estimate) => (Number.isFinite(each.lower) ? ` (${pounds(each.lower)} to ${pounds(each.upper)})` : "");
  const services_ = !saved || !Number.isFinite(saved.lower) ? "" : saved.upper < 0 ? `Services cost ${pounds(-saved.mean)} less (${pounds(-saved.upper)} to ${pounds(-saved.lower)}). `
    : saved.lower > 0 ? `Services cost ${pounds(saved.mean)} more (${pounds(saved.lower)} to ${pounds(saved.upper)}). ` : "What services cost does not clearly change. ";
  const price = life ? `${pounds(life.mean)} a healthy life-year gained (${pounds(life.lower)} to ${pounds(life.upper)}).`
    : years ? `Price of a healthy life-year: open, because ${figure(years.lower, 0)} to ${years.upper > 0 ? "+" : ""}${figure(years.upper, 0)} healthy years are gained in all.` : "";
  return [h("strong", {}, pounds(spent.mean)), `${range(spent)} from ${headline.cost?.from ?? "?"} to ${headline.cost?.to ?? "?"}, not discounted. `, services_, price];
}
function howSure(results: Results, scenario: number): Child {
  const main = leading(results);
  if (!main) return "Not known.";
  const at = city(results, scenario), chance = results.better(main.name, at), share = results.parameterShare(main.name, scenario, at.year);
  const why = Number.isFinite(share) ? ` Of what is open, ${percent(share)} is the evidence, and the rest the luck of one city.` : "";
  return [h("strong", {}, `${percent(chance)} `), `chance that ${main.long_name.toLowerCase()} is better in ${results.years[at.year]}: ${sureWords(chance)}.${why}`];
}

function card(results: Results, scenario: number, choose: (scenario: number) => void): HTMLElement {
  const each = results.scenarios[scenario]!;
  const row = (name: string, value: Child) => h("div", { class: "card-row" }, h("dt", {}, name), h("dd", {}, value));
  return h("section", { class: "card", "data-scenario": each.stem }, h("h3", { class: "govuk-heading-m" }, each.name),
    h("dl", {}, row("What was tried", each.description || "No description."), row("What it gains", gains(results, scenario)), row("For whom", forWhom(results, scenario)),
      row("When", when(results, scenario)), row("At what cost", cost(results, scenario)), row("How sure", howSure(results, scenario))),
    h("a", { class: "govuk-link no-print", href: "#choices", click: () => choose(scenario) }, `See ${each.name} in all charts below`));
}

export function headlineSentence(results: Results): string {
  const year = results.years[results.headlineYear]!, tried = results.scenarios.length - 1, main = leading(results);
  if (tried === 0) return main ? `Nothing was tried: this is the city as it goes on, with ${main.long_name.toLowerCase()} of ${level(main, results.level(main.name, city(results, 0)).mean)} in ${year}.` : "Nothing was tried.";
  const all = results.scenarios.slice(1).flatMap((_, i) => clearest(results, i + 1, "better", 1).map((each) => ({ ...each, scenario: i + 1 }))).sort((a, b) => b.clearYears - a.clearYears);
  const best = all[0];
  if (!best) return `Up to ${results.years.at(-1)} ${tried === 1 ? "the programme tried makes no" : `none of the ${tried} programmes tried makes a`} clear and lasting difference to the city as a whole.`;
  const name = best.variable.long_name, words = changeSentence(best.variable, best.moved, results.years[best.year]!).replace(/, a gain\.$/, ".");
  return `The clearest gain is that of “${results.scenarios[best.scenario]!.name}”: ${name.charAt(0).toLowerCase()}${name.slice(1)}, ${words}`;
}

/** Indicators down, programmes across: which way each moves, and how sure that is. */
function compareTable(results: Results): HTMLElement {
  const year = results.years[results.headlineYear]!, shown = candidates(results).filter((each) => each.ambition !== "" || each.units === "count" || each.name === "service_cost");
  const cell = (variable: Variable, scenario: number): Child => {
    const at = city(results, scenario), moved = results.change(variable.name, at), kind = verdict(variable, moved);
    if (kind === "same" || kind === "unknown") return h("span", { class: "verdict same" }, VERDICT_WORDS[kind]);
    return h("span", { class: `verdict ${kind}` }, h("strong", {}, change(variable, moved)), ` ${VERDICT_WORDS[kind]}`, h("br"), h("small", {}, interval(variable, moved)));
  };
  return table(`What each programme changes in ${year}, whole city, with 95 % intervals`,
    [{ title: "Indicator" }, { title: "Without", numeric: true }, ...results.scenarios.slice(1).map((each) => ({ title: each.name }))],
    shown.map((variable) => [variable.long_name, level(variable, results.level(variable.name, city(results, 0)).mean), ...results.scenarios.slice(1).map((_, i) => cell(variable, i + 1))]), { visibleCaption: true });
}

export function glance(results: Results, choose: (scenario: number) => void): HTMLElement {
  const tried = results.scenarios.length - 1, people = level({ units: "count" } as Variable, results.level("population", { scenario: 0, year: 0, area: 0, sex: 0 }).mean);
  return h("section", { id: "glance", class: "part" }, h("h1", { class: "govuk-heading-l" }, tried === 0 ? "Coventry as it goes on" : tried === 1 ? "What one programme would change" : `What ${tried} programmes would change`),
    h("p", { class: "govuk-body-l headline" }, headlineSentence(results)),
    h("p", { class: "govuk-body-s" }, `${people === "–" ? "" : `${people} simulated residents, `}${results.years[0]} to ${results.years.at(-1)}, ${results.about.replicates} replicates. Every figure is the difference between two cities with the same people and the same luck; ranges in brackets are 95 % intervals.`),
    tried > 0 ? h("h2", { class: "govuk-visually-hidden" }, "Programme by programme") : null, h("div", { class: "cards" }, results.scenarios.slice(1).map((_, i) => card(results, i + 1, choose))),
    tried > 0 ? h("details", { class: "govuk-details" }, h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "All indicators side by side")), h("div", { class: "govuk-details__text wide" }, compareTable(results))) : null);
}
