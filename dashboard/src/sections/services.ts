// Demand for services and what it costs, beside what the programme costs.
import * as Plot from "@observablehq/plot";
import { h, table } from "../dom";
import { figureBlock } from "../charts/frame";
import { indicatorFigure, lineKey, placeWords } from "../charts/indicator";
import { BLUE, GREY, GRID, ORANGE, plotStyle } from "../charts/palette";
import type { Cell, Results } from "../results/types";
import { findVariable, services as servicesOf } from "../results/types";
import { pounds, spoken } from "../words/figures";

function money(results: Results, cell: Cell): HTMLElement {
  const name = results.scenarios[cell.scenario]!.name, city = { ...cell, sex: 0 };
  const years = results.years.map((year, i) => ({ year, spent: results.change("programme_cost", { ...city, year: i }), services: results.change("service_cost", { ...city, year: i }) }))
    .filter((each) => Number.isFinite(each.spent.mean) && Number.isFinite(each.services.mean));
  const sum = (pick: (each: (typeof years)[0]) => number) => years.reduce((total, each) => total + pick(each), 0), spent = sum((each) => each.spent.mean), moved = sum((each) => each.services.mean);
  const total = cell.area === 0 ? results.headline(cell.scenario)?.totals.service_cost : undefined, open = total && total.lower <= 0 && total.upper >= 0;
  const saved = open ? `whether services cost less is open (${spoken(findVariable(results, "service_cost")!, total, total.lower)} to ${spoken(findVariable(results, "service_cost")!, total, total.upper)} in all)` : `services cost ${pounds(Math.abs(moved))} ${moved > 0 ? "more" : "less"}${total ? ` (${pounds(Math.min(Math.abs(total.lower), Math.abs(total.upper)))} to ${pounds(Math.max(Math.abs(total.lower), Math.abs(total.upper)))})` : ", as a central figure,"} over the same years`;
  const words = `${name} itself costs ${pounds(spent)} from ${years[0]?.year ?? "?"} to ${years.at(-1)?.year ?? "?"}; ${saved}.`;
  const scaled = years.flatMap(({ year, spent: own, services }) => [{ year, lower: services.lower / 1e6, upper: services.upper / 1e6, services: services.mean / 1e6, spent: own.mean / 1e6 }]);
  return figureBlock({ key: "money", name: "Programme and services, million pounds a year", sentence: words,
    note: h("span", { class: "line-key" }, h("span", {}, h("span", { class: "swatch square", style: `background:${BLUE}` }), "the programme's own cost"), h("span", {}, h("span", { class: "swatch with" }), "change in the cost of services, with its 95 % interval")),
    alt: `Bars of programme cost and a line of the change in service costs, by year. ${words}`,
    draw: (width) => Plot.plot({ width, height: 240, marginLeft: 56, marginTop: 12, marginBottom: 28, style: plotStyle,
      x: { type: "linear", domain: [results.years[0]! - 0.6, results.years.at(-1)! + 0.6], ticks: results.years.filter((_, i) => i % (width < 500 ? 7 : 3) === 0), tickFormat: (year: number) => String(year), label: null },
      y: { nice: true, ticks: 5, label: null, tickSize: 0, tickFormat: (value: number) => value.toLocaleString("en-GB").replace("-", "−") },
      marks: [Plot.gridY({ stroke: GRID, strokeOpacity: 1, ticks: 5 }), Plot.rectY(scaled, { x1: (d) => d.year - 0.35, x2: (d) => d.year + 0.35, y: "spent", fill: BLUE }), Plot.ruleY([0], { stroke: GREY }),
        Plot.areaY(scaled.filter((each) => Number.isFinite(each.lower)), { x: "year", y1: "lower", y2: "upper", fill: ORANGE, fillOpacity: 0.22 }), Plot.lineY(scaled, { x: "year", y: "services", stroke: ORANGE, strokeWidth: 2.5, strokeDasharray: "5 4" })] }),
    table: () => table(`Programme and services, ${placeWords(results, city)}`, [{ title: "Year" }, { title: "Programme cost", numeric: true }, { title: "Change in cost of services", numeric: true }, { title: "95 % interval", numeric: true }],
      years.map((each) => [String(each.year), pounds(each.spent.mean), pounds(each.services.mean), Number.isFinite(each.services.lower) ? `${pounds(each.services.lower)} to ${pounds(each.services.upper)}` : "–"])) });
}

export function services(results: Results, cell: Cell): HTMLElement | null {
  const demand = servicesOf(results), total = findVariable(results, "service_cost");
  if (demand.length === 0) return null;
  const others = results.variables.filter((each) => each.name.startsWith("programme_") && each.name !== "programme_cost");
  return h("section", { id: "services", class: "part" }, h("h2", { class: "govuk-heading-l" }, "Services and costs"),
    h("p", { class: "govuk-body" }, `${placeWords(results, cell)}. Pounds of 2022, not discounted.`), lineKey(results, cell),
    cell.scenario > 0 && total && findVariable(results, "programme_cost") ? money(results, cell) : null,
    h("div", { class: "multiples" }, [...demand, ...(total ? [total] : []), ...(cell.scenario > 0 ? others : [])].map((each) => indicatorFigure(results, each, cell))));
}
