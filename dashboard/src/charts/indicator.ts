// One of the small multiples: an indicator's level and change, its sentence, words and table.
import { h, table } from "../dom";
import type { Cell, Results, Variable } from "../results/types";
import { SEX_WORDS } from "../results/types";
import { change, interval, level, percent, unitWords } from "../words/figures";
import { changeSentence, directionWords, trendSentence } from "../words/sentences";
import { figureBlock } from "./frame";
import { changeChart, levelChart } from "./lines";

export function placeWords(results: Results, cell: Cell): string {
  const area = results.areas[cell.area]!.name;
  return cell.sex === 0 ? area : `${area}, ${SEX_WORDS[cell.sex]!.toLowerCase()}`;
}

/** A chance in per cent, "about" where it is worked out from a rounded interval. */
export function chanceWords(results: Results, variable: Variable, cell: Cell): string {
  const words = percent(results.better(variable.name, cell));
  return words !== "–" && results.rough(cell) ? `about ${words}` : words;
}

function yearTable(results: Results, variable: Variable, cell: Cell): HTMLElement {
  const tried = cell.scenario > 0, name = tried ? results.scenarios[cell.scenario]!.name : "";
  const columns = [{ title: "Year" }, { title: "Without", numeric: true }, { title: "95 % interval", numeric: true }];
  if (tried) columns.push({ title: "Change", numeric: true }, { title: "95 % interval", numeric: true }, { title: "Sure it is better", numeric: true });
  const rows = results.years.map((year, i) => {
    const here = { ...cell, year: i }, base = results.level(variable.name, { ...here, scenario: 0 }), moved = results.change(variable.name, here);
    const row = [String(year), level(variable, base.mean), Number.isFinite(base.lower) ? `${level(variable, base.lower, false)} to ${level(variable, base.upper)}` : "–"];
    return tried ? [...row, change(variable, moved), interval(variable, moved), chanceWords(results, variable, here)] : row;
  });
  return table(`${variable.long_name}, ${placeWords(results, cell)}${tried ? `: without a programme, and the change made by ${name}` : ""}`, columns, rows);
}

/** What is known of the city alone is shown for the city, whatever the place chosen. */
export function indicatorFigure(results: Results, variable: Variable, chosen: Cell): HTMLElement {
  const cell = variable.city_only ? { ...chosen, area: 0 } : chosen, year = results.years[cell.year]!;
  const moved = results.change(variable.name, cell), trend = trendSentence(variable, results, cell);
  const sentence = cell.scenario > 0 ? changeSentence(variable, moved, year) : trend;
  const ofProgramme = variable.name.startsWith("programme_");   // nothing of it is there without one
  const where = variable.city_only && chosen.area > 0 ? " Known for the whole city alone." : "";
  return figureBlock({
    key: variable.name, name: variable.long_name, sentence,
    note: [variable.number ? `Indicator ${variable.number} · ` : "", h("span", { class: "direction" }, directionWords(variable)), ` · ${unitWords(variable)}`, h("br"), `${cell.scenario > 0 && !ofProgramme ? trend : ""}${where}`],
    alt: `Chart of ${variable.long_name} for ${placeWords(results, cell)}, ${results.years[0]} to ${results.years.at(-1)}. ${trend} ${cell.scenario > 0 ? `With ${results.scenarios[cell.scenario]!.name}: ${sentence}` : ""}`,
    draw: (width) => h("div", {}, ofProgramme ? null : levelChart(results, variable, cell, width), cell.scenario > 0 ? changeChart(results, variable, cell, width) : null),
    table: () => yearTable(results, variable, cell),
  });
}

/** Which line is which, once for many charts. */
export function lineKey(results: Results, cell: Cell): HTMLElement {
  const swatch = (kind: string) => h("span", { class: `swatch ${kind}`, "aria-hidden": "true" });
  return h("p", { class: "line-key" }, h("span", {}, swatch("without"), "without a programme; the band is its 95 % interval"),
    cell.scenario > 0 ? h("span", {}, swatch("with"), `with ${results.scenarios[cell.scenario]!.name}; its band is the interval of the change`) : null);
}
