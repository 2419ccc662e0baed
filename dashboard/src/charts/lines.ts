// An indicator over the years: its level without and with a programme, and the change the programme makes.
import * as Plot from "@observablehq/plot";
import { h } from "../dom";
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { changeScale, styleOf } from "../words/figures";
import { BLUE, GREY, GRID, ORANGE, plotStyle } from "./palette";

interface Point { year: number; mean: number; lower: number; upper: number }

function series(results: Results, get: (year: number) => Estimate, factor: number): Point[] {
  return results.years.map((year, i) => {
    const at = get(i);
    return { year, mean: at.mean * factor, lower: at.lower * factor, upper: at.upper * factor };
  }).filter((point) => Number.isFinite(point.mean));
}
function yearTicks(years: number[]): number[] {
  const first = years[0]!, last = years.at(-1)!;
  return last - first < 4 ? years : [first, Math.round((first + last) / 2), last];
}
const largest = (points: Point[]) => Math.max(0, ...points.flatMap((p) => [p.mean, p.lower, p.upper].filter(Number.isFinite).map(Math.abs)));
const band = (points: Point[], fill: string) =>
  Plot.areaY(points.filter((p) => Number.isFinite(p.lower)), { x: "year", y1: "lower", y2: "upper", fill, fillOpacity: 0.22 });

function frame(results: Results, width: number, height: number, marks: Plot.Markish[], format: (value: number) => string, zero: boolean, longest: number): Element {
  return Plot.plot({
    width, height, marginLeft: 14 + 8 * longest, marginRight: 18, marginTop: 10, marginBottom: 26, style: plotStyle,
    x: { domain: [results.years[0]!, results.years.at(-1)!], ticks: yearTicks(results.years), tickFormat: (year: number) => String(year), label: null, tickSize: 4 },
    y: { nice: true, ticks: 4, tickFormat: format, label: null, tickSize: 0, zero, insetTop: 2, insetBottom: 2 },
    marks: [Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }), ...marks],
  });
}
function tickFormat(points: Point[]): { format: (value: number) => string; longest: number } {
  const values = points.flatMap((p) => [p.mean, p.lower, p.upper]).filter(Number.isFinite), most = Math.max(...values, 0), least = Math.min(...values, 0);
  const span = Math.max(...values) - Math.min(...values) || Math.abs(most) || 1;
  const large = Math.max(Math.abs(most), Math.abs(least)) >= 1e6, scale = large ? 1e-6 : 1;
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10((span * scale) / 3))));
  const format = (value: number) => (value * scale).toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).replace("-", "−") + (large ? "m" : "");
  return { format, longest: Math.max(...[most * 1.15, least * 1.15].map((value) => format(value).length)) };
}

export function levelChart(results: Results, variable: Variable, cell: Cell, width: number, height = 130): Element {
  const factor = styleOf(variable.units, 0, 0).factor, share = variable.units === "1" ? factor : 1;
  const base = series(results, (year) => results.level(variable.name, { ...cell, scenario: 0, year }), share);
  const with_ = cell.scenario > 0 ? series(results, (year) => results.level(variable.name, { ...cell, year }), share) : [];
  const marked = (cell.scenario > 0 ? with_ : base).filter((p) => p.year === results.years[cell.year]);
  if (base.length === 0 && with_.length === 0) return h("p", { class: "nothing" }, "No value for this choice.");
  const { format, longest } = tickFormat(base.concat(with_));
  return frame(results, width, height, [
    band(base, BLUE), Plot.lineY(base, { x: "year", y: "mean", stroke: BLUE, strokeWidth: 2.5 }),
    Plot.lineY(with_, { x: "year", y: "mean", stroke: ORANGE, strokeWidth: 2.5, strokeDasharray: "5 4" }),
    Plot.ruleX([results.years[cell.year]!], { stroke: GREY, strokeDasharray: "2 3" }),
    Plot.dot(marked, { x: "year", y: "mean", r: 4, fill: cell.scenario > 0 ? ORANGE : BLUE, stroke: "white" }),
  ], format, false, longest);
}

/** What only a programme brings is no change of anything. */
export const changeLabel = (variable: Variable, unit: string) => (variable.name.startsWith("programme_") ? null : h("p", { class: "chart-label" }, `Change the programme makes${unit ? `, ${unit}` : ""}`));
export function changeChart(results: Results, variable: Variable, cell: Cell, width: number, height = 120): Element {
  const get = (year: number) => results.change(variable.name, { ...cell, year }), { factor, unit } = changeScale(variable, largest(series(results, get, 1))), points = series(results, get, factor);
  if (largest(points) === 0) return h("div", {}, changeLabel(variable, ""), h("p", { class: "nothing" }, points.length > 0 ? "Nothing changes." : "No value for this choice."));
  const marked = points.filter((p) => p.year === results.years[cell.year]), { format, longest } = tickFormat(points);
  const up = variable.direction === "higher", way = variable.direction === "none" || variable.direction === "" ? [] : [up ? "↑ better" : "↓ better"];
  return h("div", {}, changeLabel(variable, unit), frame(results, width, height, [
    Plot.ruleY([0], { stroke: GREY }), band(points, ORANGE), Plot.lineY(points, { x: "year", y: "mean", stroke: ORANGE, strokeWidth: 2.5, strokeDasharray: "5 4" }),
    Plot.ruleX([results.years[cell.year]!], { stroke: GREY, strokeDasharray: "2 3" }),
    Plot.dot(marked, { x: "year", y: "mean", r: 4, fill: ORANGE, stroke: "white" }),
    Plot.text(way, { frameAnchor: up ? "top-left" : "bottom-left", dx: 4, dy: up ? 2 : -2, text: (words: string) => words, fill: GREY, stroke: "white", strokeWidth: 4 }),
  ], format, true, longest));
}
