// One line a scenario: what was tried, what it gains, for whom, when, at what cost, how sure.
import { h, table } from "../dom";
import type { Child } from "../dom";
import { readInterventions } from "../results/scenario_file";
import type { Intervention } from "../results/scenario_file";
import { isInequality } from "../results/types";
import type { Estimate, Results } from "../results/types";
import { figure, percent, pounds, size, spokenInterval } from "../words/figures";
import { city, clearest, leading, lower } from "../words/lead";
import { changeSentence, comparative, sureWords, verdict } from "../words/sentences";

/** "aged 16 to 84, tenths 1 to 3": the widest of what the parts of a scenario ask. */
export function reachedWords(parts: Intervention[]): string {
  if (parts.length === 0) return "";
  const from = Math.min(...parts.map((each) => each.ageFrom)), to = Math.max(...parts.map((each) => each.ageTo));
  const tenths = parts.every((each) => each.tenths.length > 0) ? [...new Set(parts.flatMap((each) => each.tenths))].sort((a, b) => a - b) : [];
  const wards = parts.every((each) => each.wards.length > 0) ? [...new Set(parts.flatMap((each) => each.wards))] : [];
  const ages = from === 0 && to === Infinity ? "all ages" : from === to ? `aged ${from}` : to === Infinity ? `aged ${from} and over` : `aged ${from} to ${to}`;
  const run = tenths.length > 1 && tenths.at(-1)! - tenths[0]! === tenths.length - 1;
  return [ages, tenths.length === 0 ? "" : `tenth${tenths.length > 1 ? "s" : ""} of deprivation ${run ? `${tenths[0]} to ${tenths.at(-1)}` : tenths.join(", ")}`, wards.length === 0 ? "" : wards.length > 3 ? `${wards.length} wards` : wards.join(", ")].filter((each) => each !== "").join("; ");
}
export function spanOf(results: Results, scenario: number): { from: number; to: number } {
  const parts = readInterventions(results.scenarios[scenario]!.text).filter((each) => each.from !== undefined), cost = results.headline(scenario)?.cost;
  return { from: Math.min(...parts.map((each) => each.from!), cost?.from ?? Infinity), to: Math.max(...parts.map((each) => each.to ?? -Infinity), cost?.to ?? -Infinity) };
}

function gain(results: Results, scenario: number): Child {
  const main = leading(results);
  if (!main) return "–";
  const moved = results.change(main.name, city(results, scenario)), kind = verdict(main, moved);
  const other = [...clearest(results, scenario, "better", 8), ...clearest(results, scenario, "worse", 4)].find((each) => each.variable !== main && !isInequality(each.variable));
  const text = kind === "same" ? "No change" : kind === "unknown" ? "No value" : [h("strong", {}, `${size(main, moved)} ${comparative(main, moved.mean)}`), Number.isFinite(moved.lower) ? h("br") : null, Number.isFinite(moved.lower) ? h("small", {}, spokenInterval(main, moved)) : null];
  return [h("span", { class: `verdict ${kind}` }, text), other ? h("div", { class: "second" }, `${other.variable.long_name}: ${lower(changeSentence(other.variable, other.moved, results.years[other.year]!).replace(/ than without it.*$/, ""))}`) : null];
}
/** Who is offered a programme every year joins every year, and is no new person each time. */
export function joinedWords(results: Results, scenario: number, joined: number): string {
  const again = readInterventions(results.scenarios[scenario]!.text).some((each) => each.repeats) || joined > results.level("population", city(results, 0)).mean;
  const times = figure(Math.round(joined / 10) * 10, 0);
  return again ? `Reaches people ${times} times, many of them again each year` : `${times} people`;
}
function whom(results: Results, scenario: number): Child {
  const joined = results.headline(scenario)?.totals.programme_participants, words = reachedWords(readInterventions(results.scenarios[scenario]!.text));
  const people = joined && joined.mean > 0 ? joinedWords(results, scenario, joined.mean) : "";
  return people === "" && words === "" ? "Everyone" : [people ? h("strong", {}, people) : null, people && words ? h("br") : null, words];
}
/** Whether a sum of money is printed with a range: not where all of it is fixed. */
export const isOpen = (sum: Estimate) => Number.isFinite(sum.lower) && pounds(sum.lower) !== pounds(sum.upper);
function cost(results: Results, scenario: number): Child {
  const spent = results.headline(scenario)?.totals.programme_cost;
  if (!spent || spent.mean === 0) return "none given";
  return [h("strong", {}, pounds(spent.mean)), isOpen(spent) ? [h("br"), h("small", {}, `${pounds(spent.lower)} to ${pounds(spent.upper)}`)] : null];
}
function sure(results: Results, scenario: number): Child {
  const main = leading(results);
  if (!main || verdict(main, results.change(main.name, city(results, scenario))) === "same") return "–";
  const chance = results.better(main.name, city(results, scenario));
  return Number.isFinite(chance) ? [h("strong", {}, percent(chance)), h("br"), h("small", {}, sureWords(chance))] : "not known";
}

/** The scenarios that gain most stand first. */
export function overview(results: Results, choose: (scenario: number) => void): HTMLElement {
  const main = leading(results), year = results.years[results.headlineYear]!, gains = (scenario: number) => (main ? results.change(main.name, city(results, scenario)).mean * (main.direction === "lower" ? -1 : 1) : 0);
  const order = results.scenarios.slice(1).map((_, i) => i + 1).sort((a, b) => gains(b) - gains(a));
  const when = (scenario: number) => { const { from, to } = spanOf(results, scenario); return !Number.isFinite(from) || !Number.isFinite(to) ? "–" : from === to ? String(from) : `${from} to ${to}`; };
  const title = main ? `What it gains: ${lower(main.long_name)}, ${year}` : "What it gains";
  return h("div", { class: "overview" }, table(`What each scenario changes in ${results.areas[0]!.name} by ${year}`, [{ title: "What was tried" }, { title }, { title: "For whom" }, { title: "When" }, { title: "At what cost" }, { title: "How sure it helps" }],
    order.map((scenario) => [[h("a", { href: "#choices", class: "govuk-link", click: () => choose(scenario) }, results.scenarios[scenario]!.name), h("span", { class: "tried" }, results.scenarios[scenario]!.description)],
      gain(results, scenario), whom(results, scenario), when(scenario), cost(results, scenario), sure(results, scenario)])));
}
