// The one sentence on top: a figure everybody knows, of the scenario that moves it most.
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { areasOf, findVariable, isByGroup, isInequality, services } from "../results/types";
import { level, pounds, size } from "./figures";
import { changeSentence, comparative, verdict } from "./sentences";
import type { Verdict } from "./sentences";

export const city = (results: Results, scenario: number): Cell => ({ scenario, year: results.headlineYear, area: 0, sex: 0 });
export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The measure the strategy is judged by, or the first that belongs to an ambition. */
export function leading(results: Results): Variable | undefined {
  return findVariable(results, "healthy_life_expectancy") ?? results.variables.find((each) => each.ambition !== "");
}
/** What is worth naming: everything one way of which is better, but no cost that only follows a service. */
export function candidates(results: Results): Variable[] {
  const costs = new Set(services(results).map((each) => `${each.name}_cost`));
  return results.variables.filter((each) => (each.direction === "higher" || each.direction === "lower") && !costs.has(each.name) && !each.name.startsWith("programme_") && !isByGroup(each));
}
export interface Found { variable: Variable; year: number; moved: Estimate; clearYears: number; from: number }

/** Among many figures one or two look clear in some year by luck, and luck does not last. */
export const LASTING = 3;

/** In how many years an indicator moves clearly one way, and the year in which it moves furthest. */
export function clearYearsOf(results: Results, variable: Variable, cell: Cell, kind: "better" | "worse"): Found {
  const moves = movesOf(results, variable, cell);
  return foundIn(variable, moves, moves.map((moved) => verdict(variable, moved)), kind);
}
const movesOf = (results: Results, variable: Variable, cell: Cell) => results.years.map((_, year) => results.change(variable.name, { ...cell, year }));
function foundIn(variable: Variable, moves: Estimate[], verdicts: Verdict[], kind: Verdict): Found {
  const clear = verdicts.flatMap((each, year) => (each === kind ? [year] : []));
  const year = clear.reduce((best, each) => (Math.abs(moves[each]!.mean) > Math.abs(moves[best]!.mean) ? each : best), clear[0] ?? 0);
  return { variable, year, moved: moves[year]!, clearYears: clear.length, from: clear[0] ?? 0 };
}
const kept = new WeakMap<Results, Map<string, Found[]>>();   // asked for again and again

/** What moves clearly and lastingly, the longest first. */
export function clearest(results: Results, scenario: number, kind: "better" | "worse", most: number, among?: Variable[]): Found[] {
  const known = kept.get(results) ?? new Map<string, Found[]>(), key = `${scenario} ${kind}`;
  kept.set(results, known);
  if (!known.has(key)) for (const each of ["better", "worse"] as const) known.set(`${scenario} ${each}`, allClear(results, scenario, each));
  return known.get(key)!.filter((each) => !among || among.includes(each.variable)).slice(0, most);
}
interface Looked { scenario: number; each: { variable: Variable; moves: Estimate[]; verdicts: Verdict[] }[] }
const last = new WeakMap<Results, Looked>();
/** Every candidate of a scenario, looked at once for gains and losses. */
function lookedAt(results: Results, scenario: number): Looked["each"] {
  const before = last.get(results);
  if (before?.scenario === scenario) return before.each;
  const each = candidates(results).map((variable) => { const moves = movesOf(results, variable, city(results, scenario)); return { variable, moves, verdicts: moves.map((moved) => verdict(variable, moved)) }; });
  last.set(results, { scenario, each });
  return each;
}
function allClear(results: Results, scenario: number, kind: "better" | "worse"): Found[] {
  const relative = (each: Found) => Math.abs(each.moved.mean / results.level(each.variable.name, { ...city(results, 0), year: each.year }).mean) || 0;
  return lookedAt(results, scenario).map(({ variable, moves, verdicts }) => foundIn(variable, moves, verdicts, kind)).filter((each) => each.clearYears >= LASTING)
    .sort((a, b) => b.clearYears - a.clearYears || relative(b) - relative(a));
}

interface Best extends Found { scenario: number; area: number }
/** The scenarios (and of several areas the areas) that move one indicator clearly and lastingly, the furthest first. */
function clearOnes(results: Results, variable: Variable, areas: number[]): Best[] {
  const found = results.scenarios.slice(1).flatMap((_, i) => areas.map((area) => {
    const cell = { ...city(results, i + 1), area }, moved = results.change(variable.name, cell);
    if (verdict(variable, moved) !== "better") return undefined;
    return { ...clearYearsOf(results, variable, cell, "better"), year: cell.year, moved, scenario: i + 1, area };
  }));
  return found.filter((each) => each !== undefined && each.clearYears >= LASTING).sort((a, b) => Math.abs(b!.moved.mean) - Math.abs(a!.moved.mean)) as Best[];
}
function priceOf(results: Results, scenario: number): string {
  const spent = results.headline(scenario)?.totals.programme_cost;
  return spent && spent.mean > 0 ? `, for ${pounds(spent.mean)}` : "";
}
const quoted = (results: Results, scenario: number) => `“${results.scenarios[scenario]!.name}”`;

function movedWords(results: Results, best: Best): string {
  const { variable, moved } = best, [near, far] = moved.mean > 0 ? [moved.lower, moved.upper] : [moved.upper, moved.lower];
  return `${size(variable, moved)} ${comparative(variable, moved.mean)} in ${results.years[best.year]} than without it (${size(variable, moved, near, false)} to ${size(variable, moved, far, false)})`;
}

export function headlineSentence(results: Results): string {
  const tried = results.scenarios.length - 1, main = leading(results), year = results.years[results.headlineYear]!;
  if (!main) return "The results hold no indicator of the strategy.";
  if (tried === 0) return `Nothing was tried: this is the city as it goes on, with ${lower(main.long_name)} of ${level(main, results.level(main.name, city(results, 0)).mean)} in ${year}.`;
  const clear = clearOnes(results, main, [0]), whole = clear[0], place = results.areas[0]!.name, name = lower(main.long_name), up = main.direction === "lower" ? "lower" : "raise";
  const words = whole ? `${movedWords(results, whole)}${priceOf(results, whole.scenario)}.` : "";
  if (whole && tried === 1) return `${quoted(results, whole.scenario)} ${up}s ${name} in ${place}: it is ${words}`;
  if (whole) return clear.length === 1 ? `Of ${tried} scenarios one clearly ${up}s ${name} in ${place}, ${quoted(results, whole.scenario)}: it is ${words}` : `Of ${tried} scenarios ${clear.length} clearly ${up} ${name} in ${place}. ${quoted(results, whole.scenario)} does so most: it is ${words}`;
  const [ward] = clearOnes(results, main, areasOf(results, "ward"));
  if (ward) return `${quoted(results, ward.scenario)} helps one place most: ${lower(main.long_name)} in ${results.areas[ward.area]!.name} is ${movedWords(results, ward)}; for ${place} as a whole the change is not clear.`;
  // Plain figures alone: a service, else an indicator; measures of inequality need an explanation.
  const plain = [services(results), candidates(results).filter((each) => !isInequality(each))];
  for (const among of plain) {
    const all = results.scenarios.slice(1).flatMap((_, i) => clearest(results, i + 1, "better", 1, among).map((each) => ({ ...each, scenario: i + 1 }))).sort((a, b) => b.clearYears - a.clearYears);
    if (all[0]) return `The clearest gain is that of ${quoted(results, all[0].scenario)}: ${lower(all[0].variable.long_name)}, ${changeSentence(all[0].variable, all[0].moved, results.years[all[0].year]!).replace(/, a gain\.$/, ".")}`;
  }
  return `Up to ${results.years.at(-1)} ${tried === 1 ? "what was tried makes no" : `none of the ${tried} scenarios makes a`} clear and lasting difference to ${place} as a whole.`;
}
