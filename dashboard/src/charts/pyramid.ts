// Residents by age and sex in a year, and where each bar stood in the first year.
import * as Plot from "@observablehq/plot";
import type { Results } from "../results/types";
import { BLUE, GRID, ORANGE, TEXT, plotStyle } from "./palette";

export interface AgeBand { name: string; from: number; groups: number[] }

/** Infants are a band of the life table; here they stand with children under five. */
export function ageBands(results: Results): AgeBand[] {
  const bands: AgeBand[] = [];
  results.ageGroups.forEach((name, group) => {
    const from = Number.parseInt(name, 10);
    if (from === 1 && bands.length === 1) { bands[0]!.name = "0-4"; bands[0]!.groups.push(group); }
    else bands.push({ name, from, groups: [group] });
  });
  return bands;
}
export function residentsIn(results: Results, scenario: number, area: number, sex: number, band: AgeBand, year: number): number {
  return band.groups.reduce((sum, group) => sum + results.residents(scenario, area, sex, group, year), 0);
}

export function pyramidChart(results: Results, scenario: number, area: number, year: number, width: number): Element {
  const bands = ageBands(results), sides = [1, 2].flatMap((sex) => bands.map((band) => ({ band: band.name.replace("-", "–"), sex, sign: sex === 1 ? -1 : 1,
    now: residentsIn(results, scenario, area, sex, band, year), first: residentsIn(results, scenario, area, sex, band, 0) })));
  // The scale holds all years, so that bars and not axes move.
  const most = Math.max(...results.years.flatMap((_, y) => [1, 2].flatMap((sex) => bands.map((band) => residentsIn(results, scenario, area, sex, band, y)))));
  return Plot.plot({
    width, height: 27 * bands.length * 0.86 + 50, marginLeft: 56, marginRight: 12, marginTop: 24, marginBottom: 28, style: plotStyle,
    x: { domain: [-most, most], ticks: width < 420 ? 3 : 6, label: null, tickFormat: (value: number) => Math.abs(value).toLocaleString("en-GB") },
    y: { domain: bands.map((band) => band.name.replace("-", "–")).reverse(), label: null, tickSize: 0, padding: 0.12 },
    marks: [Plot.gridX({ stroke: GRID, strokeOpacity: 1 }),
      Plot.barX(sides, { y: "band", x: (d) => d.sign * d.now, fill: (d) => (d.sex === 1 ? BLUE : ORANGE) }),
      Plot.tickX(sides, { y: "band", x: (d) => d.sign * d.first, stroke: "white", strokeWidth: 6 }),
      Plot.tickX(sides, { y: "band", x: (d) => d.sign * d.first, stroke: TEXT, strokeWidth: 2.5 }), Plot.ruleX([0], { stroke: "white" }),
      Plot.text(["Women and girls"], { frameAnchor: "top-left", dy: -20, text: (d: string) => d, fontWeight: "bold" }),
      Plot.text(["Men and boys"], { frameAnchor: "top-right", dy: -20, text: (d: string) => d, fontWeight: "bold" })],
  });
}
