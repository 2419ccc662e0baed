// Which drawn parameters a change hangs on; as engine/indicators/drivers.cpp works it out.
import type { Driver } from "./types";

export interface Drawn { parameter: string; values: number[] }
const FEWEST_DRAWS = 4, MOST_TOLD = 5;

const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
/** NaN where one of the two does not vary. */
function correlation(first: number[], second: number[]): number {
  const a = mean(first), b = mean(second);
  let products = 0, squaresA = 0, squaresB = 0;
  first.forEach((value, i) => { products += (value - a) * (second[i]! - b); squaresA += (value - a) ** 2; squaresB += (second[i]! - b) ** 2; });
  return products / Math.sqrt(squaresA * squaresB);
}
/** Chance that Student's t with whole degrees of freedom is further from 0 than t (Abramowitz and Stegun, 26.7.3 and 4). */
export function twoSided(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom)), cosine = Math.cos(angle), sine = Math.sin(angle);
  let sum = 0, term = freedom % 2 === 1 ? cosine : 1;
  for (let k = freedom % 2 === 1 ? 2 : 1; k < freedom; k += 2) { sum += term; term *= (k / (k + 1)) * cosine * cosine; }
  return 1 - (freedom % 2 === 1 ? (2 / Math.PI) * (angle + sine * sum) : sine * sum);
}

export function driversOf(answers: number[], drawn: Drawn[], seedsADraw: number, scenario: string): Driver[] {
  const draws = Math.floor(answers.length / seedsADraw);
  if (draws < FEWEST_DRAWS) return [];
  const means = Array.from({ length: draws }, (_, draw) => mean(answers.slice(draw * seedsADraw, (draw + 1) * seedsADraw)));
  const found = drawn.filter((each) => each.values.length === draws && (!each.parameter.includes("/") || each.parameter.startsWith(`${scenario}/`)))
    .map((each) => ({ parameter: each.parameter, r: correlation(each.values, means) })).filter((each) => !Number.isNaN(each.r));
  const freedom = draws - 2, chance = (r: number) => twoSided(r * Math.sqrt(freedom / (1 - r * r)), freedom);
  return found.map(({ parameter, r }) => ({ parameter, share: Math.max(0, 1 - ((1 - r * r) * (draws - 1)) / freedom), more: r > 0, sure: chance(r) < 0.05 / found.length }))
    .filter((each) => each.share > 0).sort((a, b) => b.share - a.share).slice(0, MOST_TOLD);
}
