// Sums over the years of a run, replicate by replicate; as engine/report/payload_header.cpp makes them.
import { wholeChance } from "../words/figures";
import { twoSided } from "./drivers";
import type { Estimate, Headline, Variable } from "./types";

/** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom; beyond, Cornish and Fisher's series. */
const STUDENT = [12.7062, 4.30265, 3.18245, 2.77645, 2.57058, 2.44691, 2.36462, 2.306, 2.26216, 2.22814, 2.20099, 2.17881, 2.16037, 2.14479, 2.13145, 2.11991, 2.10982, 2.10092, 2.09302, 2.08596, 2.07961, 2.07387, 2.06866, 2.0639, 2.05954, 2.05553, 2.05183, 2.04841, 2.04523, 2.04227];
export function student(freedom: number): number {
  const z = 1.959964;
  return STUDENT[freedom - 1] ?? z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}
/** Chance of the better, from a mean and its 95 % interval by Student's t. */
export function chanceFromInterval(direction: string, { mean, upper }: Estimate, replicates: number): number {
  if (direction !== "higher" && direction !== "lower") return NaN;
  const half = upper - mean, freedom = Math.max(1, replicates - 1), good = direction === "higher" ? mean : -mean;
  if (!Number.isFinite(half)) return NaN;
  if (half <= 0) return good === 0 ? 0.5 : good > 0 ? 1 : 0;
  const tail = twoSided((mean / half) * student(freedom), freedom) / 2;
  return wholeChance(good > 0 ? 1 - tail : tail);
}
function quantile(sorted: number[], share: number): number {
  const at = share * (sorted.length - 1), low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
export function estimateOf(values: number[]): Estimate {
  const n = values.length, mean = values.reduce((sum, each) => sum + each, 0) / n;
  if (n < 2) return { mean, lower: NaN, upper: NaN };
  if (n >= 200) {
    const sorted = [...values].sort((a, b) => a - b);
    return { mean, lower: quantile(sorted, 0.025), upper: quantile(sorted, 0.975) };
  }
  const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1)), half = student(n - 1) * sd;
  return { mean, lower: mean - half, upper: mean + half };
}

const addsUp = (variable: Variable) => variable.units === "count" || variable.units === "GBP" || variable.name === "healthy_life_years" || variable.name === "qalys";

export function reduceTotals(variables: Variable[], years: number[], replicates: number, scenario: number, read: (variable: string) => ArrayLike<number>): Headline {
  const changes = (name: string) => {
    const all = read(name), at = (s: number, r: number, y: number) => all[((s * replicates + r) * years.length + y) * 3] ?? NaN;
    return Array.from({ length: replicates }, (_, r) => years.map((_, y) => at(scenario, r, y) - at(0, r, y)));
  };
  const sums = (rows: number[][]) => rows.map((row) => row.reduce((sum, each) => sum + (Number.isFinite(each) ? each : 0), 0));
  const headline: Headline = { totals: {} };
  for (const variable of variables.filter(addsUp)) headline.totals[variable.name] = { ...estimateOf(sums(changes(variable.name))), better: NaN };
  const cost = changes("programme_cost"), spent = years.filter((_, y) => cost.some((row) => Number.isFinite(row[y]) && row[y] !== 0));
  if (spent.length > 0) headline.cost = { from: spent[0]!, to: spent.at(-1)! };
  const pounds = sums(cost), gained = sums(changes("healthy_life_years")), total = headline.totals.healthy_life_years;
  if (total && total.lower > 0 && pounds.every((each, r) => each > 0 && gained[r]! > 0)) {
    const limits = estimateOf(pounds.map((each, r) => Math.log(each / gained[r]!)));
    headline.life_year = { mean: estimateOf(pounds).mean / total.mean, lower: Math.exp(limits.lower), upper: Math.exp(limits.upper) };
  }
  return headline;
}
