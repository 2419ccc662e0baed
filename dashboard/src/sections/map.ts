// The wards: a map of equal hexagons, the same wards in order, and the gap between them.
import { h, replace, select, table } from "../dom";
import { boundaryMap, readBoundaries } from "../charts/boundaries";
import type { Boundary } from "../charts/boundaries";
import { figureBlock } from "../charts/frame";
import { placesChart } from "../charts/gradient";
import { hexagonMap, layOut, readWards } from "../charts/hexagons";
import type { Tile } from "../charts/hexagons";
import { DIVERGING_WORSE, STEPS } from "../charts/palette";
import type { Cell, Estimate, Results, Variable } from "../results/types";
import { areasOf, findVariable } from "../results/types";
import type { Choice } from "../state";
import { alike, level, styleOf } from "../words/figures";
import { verdict } from "../words/sentences";

let boundaries: Boundary[] | undefined;   // kept while the page is open

interface Row { index: number; name: string; estimate: Estimate }

function rowsOf(results: Results, variable: Variable, cell: Cell, shows: Choice["mapShows"]): Row[] {
  return areasOf(results, "ward").map((index) => ({ index, name: results.areas[index]!.name,
    estimate: shows === "change" ? results.change(variable.name, { ...cell, area: index }) : results.level(variable.name, { ...cell, area: index }) }))
    .filter((row) => Number.isFinite(row.estimate.mean)).sort((a, b) => b.estimate.mean - a.estimate.mean);
}
/** How a ward's number is printed: a level, or a change in the one unit that all wards share. */
function sayer(variable: Variable, rows: Row[], shows: Choice["mapShows"]) {
  const largest = Math.max(0, ...rows.flatMap(({ estimate }) => [estimate.mean, estimate.lower, estimate.upper]).filter(Number.isFinite).map(Math.abs)), changes = alike(variable, largest);
  if (shows === "change") return { factor: changes.factor, unit: changes.unit, say: (estimate: Estimate, unit = true) => changes.say(estimate, estimate.mean, unit), range: (estimate: Estimate) => (Number.isFinite(estimate.lower) ? `${changes.say(estimate, estimate.lower, false)} to ${changes.say(estimate, estimate.upper)}` : "not known") };
  return { factor: styleOf(variable.units, 0, 0).factor === 100 ? 100 : 1, unit: "", say: (estimate: Estimate, unit = true) => level(variable, estimate.mean, unit), range: (estimate: Estimate) => (Number.isFinite(estimate.lower) ? `${level(variable, estimate.lower, false)} to ${level(variable, estimate.upper)}` : "–") };
}

function sentence(results: Results, variable: Variable, rows: Row[], cell: Cell, shows: Choice["mapShows"]): string {
  if (rows.length < 2) return "There is no value for wards here.";
  const top = rows[0]!, bottom = rows.at(-1)!, year = results.years[cell.year];
  if (shows === "change") {
    const clear = rows.filter((row) => ["better", "worse", "neutral"].includes(verdict(variable, row.estimate)));
    return clear.length === 0 ? `In no ward is the change in ${year} clear by itself.` : `In ${clear.length} of ${rows.length} wards the change in ${year} is clear by itself.`;
  }
  return `Highest in ${top.name} (${level(variable, top.estimate.mean)}), lowest in ${bottom.name} (${level(variable, bottom.estimate.mean)}) in ${year}: ${level(variable, top.estimate.mean - bottom.estimate.mean)} apart.`.replace(/ % apart/, " percentage points apart");
}

/** Five steps of equal length from the least to the most; a change is coloured by its side of zero and strength. */
function paint(variable: Variable, rows: Row[], shows: Choice["mapShows"]): (value: Estimate) => readonly [string, string] {
  const values = rows.map((row) => row.estimate.mean), least = Math.min(...values), most = Math.max(...values);
  if (shows === "change") {
    const reach = Math.max(...values.map(Math.abs)) || 1;
    return ({ mean }) => (Math.abs(mean) < reach / 20 ? ["#ffffff", STEPS[0][1]] : (mean > 0) !== (variable.direction !== "lower") ? DIVERGING_WORSE : STEPS[Math.min(3, Math.floor((Math.abs(mean) / reach) * 3.999))]!);
  }
  return ({ mean }) => STEPS[Math.min(4, Math.floor(((mean - least) / (most - least || 1)) * 5))]!;
}
function legend(variable: Variable, rows: Row[], shows: Choice["mapShows"]): HTMLElement {
  const values = rows.map((row) => row.estimate.mean), least = Math.min(...values), most = Math.max(...values), square = (colour: string, words: string) => h("span", {}, h("span", { class: "swatch square", style: `background:${colour}`, "aria-hidden": "true" }), words);
  if (shows === "change") return h("p", { class: "line-key" }, square(STEPS[0][0], "small gain"), square(STEPS[3][0], "large gain"), square(DIVERGING_WORSE[0], "loss"), square("#ffffff", "next to none"));
  return h("p", { class: "line-key" }, STEPS.map(([colour], i) => square(colour, `${level(variable, least + ((most - least) * i) / 5, false)} to ${level(variable, least + ((most - least) * (i + 1)) / 5)}`)));
}

function mapFigure(results: Results, variable: Variable, cell: Cell, choice: Choice, change_: (part: Partial<Choice>) => void): HTMLElement {
  const shows = cell.scenario === 0 ? "level" : choice.mapShows, rows = rowsOf(results, variable, cell, shows), colour = paint(variable, rows, shows), by = new Map(rows.map((row) => [row.index, row])), { say, range, factor, unit } = sayer(variable, rows, shows);
  const tile = (index: number): Tile => {
    const row = by.get(index), [fill, text] = row ? colour(row.estimate) : ["#ffffff", "#0b0c0c"];
    return { fill, text, name: results.areas[index]!.name, value: row ? say(row.estimate, variable.units === "1" && shows === "level") : "–", chosen: index === cell.area, choose: () => change_({ area: index === cell.area ? 0 : index }) };
  };
  const places = readWards(results.wards), wards = areasOf(results, "ward").flatMap((index) => { const at = places.get(results.areas[index]!.code); return at ? [{ index, ...at }] : []; });
  const words = sentence(results, variable, rows, cell, shows), about = `${variable.long_name}${shows === "change" ? `, change made by ${results.scenarios[cell.scenario]!.name}` : ""}, ${results.years[cell.year]}`;
  const ordered = () => table(`${about}, by ward`, [{ title: "Ward" }, { title: shows === "change" ? "Change" : "Level", numeric: true }, { title: "95 % interval", numeric: true }],
    rows.map((row) => [row.name, say(row.estimate), range(row.estimate)]));
  const hexagons = layOut(wards.length > 0 ? wards : areasOf(results, "ward").map((index, i) => ({ index, x: i % 5, y: -Math.floor(i / 5) })));
  const alone = (unit: string) => `${words} ${rows.slice(0, 3).map((row) => `${row.name} ${say(row.estimate)}`).join(", ")} stand highest${unit}.`;
  return h("div", { class: "two-columns" },
    figureBlock({ key: "map", name: about, sentence: words, note: legend(variable, rows, shows), alt: `Map of wards. ${alone("; the table has all")}`,
      draw: (width) => (boundaries ? boundaryMap(boundaries, tile, width) : hexagonMap(hexagons, tile, width)), table: ordered }),
    figureBlock({ key: "wards", name: `${about}, wards in order`, sentence: rows.length > 0 ? `${rows[0]!.name} stands highest, ${rows.at(-1)!.name} lowest; lines are 95 % intervals${unit ? `, in ${unit}` : ""}.` : "No value.", alt: `Wards in order. ${alone("")}`,
      draw: (width) => placesChart(rows, factor, shows === "change", width), table: ordered }));
}

export function map(results: Results, cell: Cell, choice: Choice, change_: (part: Partial<Choice>) => void): HTMLElement | null {
  if (areasOf(results, "ward").length === 0) return null;
  const variable = findVariable(results, choice.map)!, place = h("div"), said = h("p", { class: "govuk-body-s", role: "status" });
  const draw = () => replace(place, mapFigure(results, variable, cell, choice, change_));
  const group = (each: Variable) => (each.ambition !== "" ? each.ambition.replaceAll("-", " ") : "people, services and costs");
  const file = h("input", { type: "file", id: "boundaries", class: "govuk-file-upload", accept: ".geojson,.json,application/geo+json", change: async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    try {
      boundaries = readBoundaries(await chosen.text(), areasOf(results, "ward").map((index) => ({ index, code: results.areas[index]!.code, name: results.areas[index]!.name })));
      said.textContent = `The map now has the boundaries of ${chosen.name}. They stay on this computer.`;
    } catch (problem) {
      boundaries = undefined;
      said.textContent = (problem as Error).message;
    }
    draw();
  } });
  draw();
  return h("section", { id: "map", class: "part" }, h("h2", { class: "govuk-heading-l" }, "Wards"),
    h("form", { class: "choices plain no-print", "aria-label": "What the map shows", submit: (event) => event.preventDefault() },
      select("Indicator on the map", results.variables.filter((each) => !each.city_only).map((each) => ({ value: each.name, text: each.long_name, group: group(each) })), choice.map, (value) => change_({ map: value }), "map"),
      cell.scenario > 0 ? select("Shown", [{ value: "level", text: "Level with the scenario" }, { value: "change", text: "Change the scenario makes" }], choice.mapShows, (value) => change_({ mapShows: value as Choice["mapShows"] }), "shows") : null), place,
    h("details", { class: "govuk-details no-print" }, h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "Use your own boundaries")),
      h("div", { class: "govuk-details__text" }, h("label", { class: "govuk-label", for: "boundaries" }, "GeoJSON file of Coventry's wards"), file, said)));
}
