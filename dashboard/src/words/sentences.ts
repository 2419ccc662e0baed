// Headline sentences, worked out from the numbers.
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { level, size } from "./figures";

export type Verdict = "better" | "worse" | "unclear" | "same" | "unknown" | "neutral";

/** Less than one person of the whole city, a tenth of a pound, a hundredth of an event, half an hour of life: arithmetic, not a change. */
const NEGLIGIBLE: Record<string, number> = { "1": 2e-6, count: 0.01, GBP: 0.1, years: 5e-5, weeks: 1e-3, "1e-5": 1e-3, "0 to 10": 1e-4, "µg/m³": 1e-4 };

/** Clear means: the 95 % interval leaves nothing out. */
export function verdict(variable: Variable, change: Estimate): Verdict {
  if (!Number.isFinite(change.mean)) return "unknown";
  const reach = Math.max(...[change.mean, change.lower, change.upper].filter(Number.isFinite).map(Math.abs));
  if (reach <= (NEGLIGIBLE[variable.units] ?? 0)) return "same";
  if (!Number.isFinite(change.lower) || (change.lower <= 0 && change.upper >= 0)) return "unclear";
  if (variable.direction !== "higher" && variable.direction !== "lower") return "neutral";
  return change.mean > 0 === (variable.direction === "higher") ? "better" : "worse";
}
export const VERDICT_WORDS: Record<Verdict, string> = {
  better: "better", worse: "worse", unclear: "no clear change", same: "no change", unknown: "no value", neutral: "changed",
};

const COUNTED_YEARS = ["healthy_life_years", "qalys", "person_years"];
/** "more" or "fewer" for what is counted, "higher" or "lower" for most of the rest. */
export function comparative(variable: Variable, value: number): string {
  if (variable.units === "count" || COUNTED_YEARS.includes(variable.name)) return value > 0 ? "more" : "fewer";
  if (variable.units === "GBP") return value > 0 ? "more" : "less";
  if (variable.units === "weeks") return value > 0 ? "longer" : "shorter";
  if (variable.name.endsWith("_gap")) return value > 0 ? "wider" : "narrower";
  return value > 0 ? "higher" : "lower";
}

export function changeSentence(variable: Variable, change: Estimate, year: number): string {
  const kind = verdict(variable, change), part = (value: number) => `${size(variable, change, value)} ${comparative(variable, value)}`;
  if (kind === "unknown") return "There is no value for this choice.";
  if (kind === "same") return `No change in ${year}.`;
  if (!Number.isFinite(change.lower)) return `${part(change.mean)} in ${year}; one replicate alone gives no interval.`;
  if (kind === "unclear") return `No clear change in ${year}: from ${size(variable, change, change.lower, variable.units === "GBP")} ${comparative(variable, change.lower)} to ${part(change.upper)}.`;
  const [near, far] = change.mean > 0 ? [change.lower, change.upper] : [change.upper, change.lower];
  const nearText = size(variable, change, near, false), farText = size(variable, change, far, false);
  const end = kind === "neutral" ? "" : kind === "better" ? ", a gain" : ", a loss";
  return `${part(change.mean)} in ${year} than without it (${nearText} to ${farText})${end}.`;
}

/** Where a level goes in the baseline. */
export function trendSentence(variable: Variable, results: Results, cell: Cell): string {
  const at = (year: number) => results.level(variable.name, { ...cell, scenario: 0, year }).mean;
  const first = at(0), then = at(cell.year), from = results.years[0]!, to = results.years[cell.year]!;
  if (!Number.isFinite(first) || !Number.isFinite(then)) return "There is no value for this choice.";
  if (from === to) return `${level(variable, then)} in ${to}.`;
  const same = level(variable, first) === level(variable, then);
  if (same) return `Without a programme it stays at ${level(variable, then)} from ${from} to ${to}.`;
  return `Without a programme it goes ${then > first ? "up" : "down"} from ${level(variable, first)} in ${from} to ${level(variable, then)} in ${to}.`;
}
export function directionWords(variable: Variable): string {
  return variable.direction === "higher" ? "↑ Higher is better" : variable.direction === "lower" ? "↓ Lower is better" : "Neither way is better";
}
/** How sure, in words that go with the number. */
export function sureWords(chance: number): string {
  if (!Number.isFinite(chance)) return "not known";
  const likely = Math.max(chance, 1 - chance), way = chance > 0.5 ? "better" : "worse";
  if (likely > 0.99) return `almost certainly ${way}`;
  if (likely >= 0.95) return `very likely ${way}`;
  return likely >= 0.8 ? `probably ${way}` : "unclear";
}
