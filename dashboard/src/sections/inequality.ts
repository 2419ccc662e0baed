// Inequality: the gap between tenths over time, and the whole gradient in one year.
import { details, h, table } from "../dom";
import { figureBlock } from "../charts/frame";
import { tenthsChart } from "../charts/gradient";
import { indicatorFigure, lineKey } from "../charts/indicator";
import type { Cell, Results, Variable } from "../results/types";
import { areasOf, findVariable, isByGroup, isInequality } from "../results/types";
import { change, figure, interval, level } from "../words/figures";
import { verdict } from "../words/sentences";

function sentence(results: Results, variable: Variable, cell: Cell, tenths: number[]): string {
  const at = (area: number) => results.level(variable.name, { ...cell, scenario: 0, area }).mean, most = at(tenths[0]!), least = at(tenths.at(-1)!);
  if (!Number.isFinite(most) || !Number.isFinite(least)) return "There is no value for the tenths here.";
  const start = `From the most to the least deprived tenth it goes from ${level(variable, most)} to ${level(variable, least)} in ${results.years[cell.year]}.`;
  if (cell.scenario === 0) return start;
  const clear = tenths.filter((area) => verdict(variable, results.change(variable.name, { ...cell, area })) === "better").map((area) => tenths.indexOf(area) + 1);
  return `${start} ${clear.length > 0 ? `The programme's gain is clear in tenth${clear.length > 1 ? "s" : ""} ${clear.join(", ")}.` : "In no tenth is the programme's gain clear by itself."}`;
}

function gradient(results: Results, variable: Variable, cell: Cell, tenths: number[]): HTMLElement {
  const words = sentence(results, variable, cell, tenths);
  return figureBlock({ key: "gradient", name: `${variable.long_name} by tenth of deprivation`, sentence: words, alt: `Chart by tenth of deprivation. ${words}`,
    draw: (width) => tenthsChart(results, variable, cell, tenths, width),
    table: () => table(`${variable.long_name} by tenth of deprivation, ${results.years[cell.year]}`, [{ title: "Tenth" }, { title: "Without", numeric: true }, { title: "Change", numeric: true }, { title: "95 % interval", numeric: true }],
      tenths.map((area) => {
        const moved = results.change(variable.name, { ...cell, area });
        return [results.areas[area]!.name, level(variable, results.level(variable.name, { ...cell, scenario: 0, area }).mean), change(variable, moved), interval(variable, moved)];
      })) });
}

/** Healthy years gained per 1,000 people of each ethnic group in the year; no rate of the model differs by group. */
function whoGains(results: Results, cell: Cell): HTMLElement | null {
  const healthy = results.variables.filter((each) => isByGroup(each) && each.name.startsWith("healthy_life_years_")), city = { ...cell, area: 0 };
  if (healthy.length === 0 || cell.scenario === 0) return null;
  const rows = healthy.map((each) => {
    const lived = results.level(each.name.replace("healthy_life", "person"), { ...city, scenario: 0 }).mean, moved = results.change(each.name, city), say = (value: number) => figure((1000 * value) / lived, 2);
    return [each.long_name.replace(/^.*: /, ""), say(moved.mean), `${say(moved.lower)} to ${say(moved.upper)}`];
  });
  return details("Who gains, by ethnic group", () => [
    h("p", { class: "govuk-body" }, "In this model nothing but the programmes' reach, age and where people live makes a difference between ethnic groups: the table says whom the programme reaches, and nothing of how healthy a group is. It is of the whole city."),
    table(`Healthy years gained in ${results.years[cell.year]} per 1,000 people of each ethnic group`, [{ title: "Ethnic group" }, { title: "Gained", numeric: true }, { title: "95 % interval", numeric: true }], rows, { visibleCaption: true })]);
}

export function inequality(results: Results, cell: Cell, measure: string): HTMLElement | null {
  const gaps = results.variables.filter((each) => isInequality(each)), tenths = areasOf(results, "imd_decile"), variable = findVariable(results, measure);
  if (gaps.length === 0 && tenths.length === 0) return null;
  const plain = gaps.filter((each) => each.name.endsWith("_gap")), indexes = gaps.filter((each) => !plain.includes(each)), multiples = (all: Variable[]) => h("div", { class: "multiples" }, all.map((each) => indicatorFigure(results, each, cell)));
  return h("section", { id: "inequality", class: "part" }, h("h2", { class: "govuk-heading-l" }, "Inequality"),
    h("p", { class: "govuk-body" }, "Tenths are those of England's index of deprivation; the gap is the least deprived less the most deprived tenth within the city."), lineKey(results, cell),
    multiples(plain), variable && tenths.length > 1 ? h("div", { class: "narrow" }, gradient(results, variable, cell, tenths)) : null,
    indexes.length > 0 ? details("Slope and relative index of inequality", () => [h("p", { class: "govuk-body" }, "The slope index is how far apart the two ends of the whole scale of deprivation stand, all tenths counted and not only the outer ones; the relative index is the same as a share of the average. Below zero means that the most deprived stand higher."), multiples(indexes)]) : null,
    whoGains(results, cell));
}
