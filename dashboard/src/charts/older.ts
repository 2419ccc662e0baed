// How many people are old, and very old, year by year.
import * as Plot from "@observablehq/plot";
import type { Results } from "../results/types";
import { BLUE, GREY, GRID, ORANGE, plotStyle } from "./palette";
import { ageBands, residentsIn } from "./pyramid";

export const OLDER = [{ from: 65, name: "65 and over", colour: BLUE, dash: "" }, { from: 85, name: "85 and over", colour: ORANGE, dash: "5 4" }];

export function olderThan(results: Results, scenario: number, area: number, from: number, year: number): number {
  return ageBands(results).filter((band) => band.from >= from).reduce((sum, band) => sum + residentsIn(results, scenario, area, 1, band, year) + residentsIn(results, scenario, area, 2, band, year), 0);
}
export function olderChart(results: Results, scenario: number, area: number, year: number, width: number): Element {
  const series = OLDER.map((each) => ({ ...each, points: results.years.map((at, i) => ({ year: at, people: olderThan(results, scenario, area, each.from, i) })) })), first = results.years[0]!, last = results.years.at(-1)!;
  return Plot.plot({
    width, height: 300, marginLeft: 62, marginRight: 16, marginTop: 20, marginBottom: 28, style: plotStyle,
    x: { domain: [first, last], ticks: [first, Math.round((first + last) / 2), last], tickFormat: (value: number) => String(value), label: null },
    y: { zero: true, nice: true, ticks: 5, label: null, tickSize: 0, tickFormat: (value: number) => value.toLocaleString("en-GB") },
    marks: [Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }), Plot.ruleY([0], { stroke: GREY }), Plot.ruleX([results.years[year]!], { stroke: GREY, strokeDasharray: "2 3" }),
      ...series.flatMap((each) => [Plot.lineY(each.points, { x: "year", y: "people", stroke: each.colour, strokeWidth: 2.5, strokeDasharray: each.dash || undefined }),
        Plot.text([each.points[Math.floor(each.points.length / 2)]!], { x: "year", y: "people", text: () => each.name, dy: -12, fontWeight: "bold", stroke: "white", strokeWidth: 4, fill: "#0b0c0c" })])],
  });
}
