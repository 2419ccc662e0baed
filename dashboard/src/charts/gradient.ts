// From the most to the least deprived tenth: a level and what a programme changes, with intervals.
import * as Plot from "@observablehq/plot";
import { h } from "../dom";
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { changeScale } from "../words/figures";
import { changeLabel } from "./lines";
import { BLUE, GREY, GRID, ORANGE, plotStyle } from "./palette";

interface Row extends Estimate { name: string }

function rowsOf(areas: number[], names: (area: number) => string, get: (area: number) => Estimate, factor: number): Row[] {
  return areas.map((area) => {
    const at = get(area);
    return { name: names(area), mean: at.mean * factor, lower: at.lower * factor, upper: at.upper * factor };
  }).filter((row) => Number.isFinite(row.mean));
}
const within = (rows: Row[]) => rows.filter((row) => Number.isFinite(row.lower));

/** Upright: one column a tenth. */
export function tenthsChart(results: Results, variable: Variable, cell: Cell, tenths: number[], width: number): Element {
  const factor = variable.units === "1" ? 100 : 1, name = (area: number) => String(tenths.indexOf(area) + 1);
  const moves = tenths.map((area) => results.change(variable.name, { ...cell, area })), scale = changeScale(variable, Math.max(0, ...moves.flatMap((each) => [each.mean, each.lower, each.upper]).filter(Number.isFinite).map(Math.abs)));
  const base = rowsOf(tenths, name, (area) => results.level(variable.name, { ...cell, scenario: 0, area }), factor);
  const moved = cell.scenario > 0 ? rowsOf(tenths, name, (area) => results.change(variable.name, { ...cell, area }), scale.factor) : [];
  const plot = (rows: Row[], colour: string, zero: boolean, height: number) => Plot.plot({
    width, height, marginLeft: 62, marginRight: 10, marginTop: 8, marginBottom: 40, style: plotStyle,
    x: { type: "point", domain: tenths.map(name), label: "tenth of deprivation: 1 is the most deprived", labelAnchor: "left", labelArrow: "none", padding: 0.5 },
    y: { ticks: 4, nice: true, label: null, tickSize: 0, zero, tickFormat: (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 4, notation: Math.abs(value) >= 1e5 ? "compact" : "standard" }).replace("-", "−") },
    marks: [Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 4 }), zero ? Plot.ruleY([0], { stroke: GREY }) : null,
      Plot.ruleX(within(rows), { x: "name", y1: "lower", y2: "upper", stroke: colour, strokeWidth: 2 }), Plot.dot(rows, { x: "name", y: "mean", fill: colour, r: 5, symbol: zero ? "diamond" : "circle" })],
  });
  const nothing = moved.every((row) => row.mean === 0 && !(row.upper > 0));
  return h("div", {}, plot(base, BLUE, false, 200), moved.length === 0 ? null
    : [changeLabel(variable, scale.unit), nothing ? h("p", { class: "nothing" }, "Nothing changes.") : plot(moved, ORANGE, true, 190)]);
}

/** Lying: one line a place, sorted by what is shown. */
export function placesChart(rows: { name: string; estimate: Estimate }[], factor: number, zero: boolean, width: number): Element {
  const sorted = rows.map(({ name, estimate }) => ({ name, mean: estimate.mean * factor, lower: estimate.lower * factor, upper: estimate.upper * factor })).filter((row) => Number.isFinite(row.mean));
  const colour = zero ? ORANGE : BLUE, room = Math.min(160, width * 0.55);
  return Plot.plot({
    width, height: 46 + 22 * sorted.length, marginLeft: room, marginRight: 16, marginTop: 6, marginBottom: 30, style: plotStyle,
    x: { ticks: 4, label: null, zero, nice: true, tickFormat: (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 4 }).replace("-", "−") },
    y: { domain: sorted.map((row) => row.name), label: null, tickSize: 0 },
    marks: [Plot.gridX({ stroke: GRID, strokeOpacity: 1, ticks: 4 }), zero ? Plot.ruleX([0], { stroke: GREY }) : null,
      Plot.ruleY(within(sorted), { y: "name", x1: "lower", x2: "upper", stroke: colour, strokeWidth: 2 }), Plot.dot(sorted, { y: "name", x: "mean", fill: colour, r: 4.5, symbol: zero ? "diamond" : "circle" })],
  });
}
