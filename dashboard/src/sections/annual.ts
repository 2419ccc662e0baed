// The Board's yearly performance report: indicator, latest, direction of travel, projection without and with programmes.
import { chanceWords } from "../charts/indicator";
import { spark } from "../charts/spark";
import { details, h, table } from "../dom";
import type { Child } from "../dom";
import { split } from "../results/strategy";
import type { Cell, Results, Variable } from "../results/types";
import { ambitions, isInequality, services } from "../results/types";
import { level, spokenWithRange, title } from "../words/figures";
import { VERDICT_WORDS, verdict } from "../words/sentences";

export type Travel = "improving" | "worsening" | "rising" | "falling" | "steady" | "unknown";

/** A level has moved when the interval of the later one leaves the first one out. */
export function travel(results: Results, variable: Variable, cell: Cell): Travel {
  const first = results.level(variable.name, { ...cell, scenario: 0, year: 0 }).mean, then = results.level(variable.name, { ...cell, scenario: 0 });
  if (!Number.isFinite(first) || !Number.isFinite(then.mean)) return "unknown";
  const [low, high] = Number.isFinite(then.lower) ? [then.lower, then.upper] : [then.mean, then.mean];
  if (cell.year === 0 || (low <= first && high >= first)) return "steady";
  const up = then.mean > first;
  if (variable.direction !== "higher" && variable.direction !== "lower") return up ? "rising" : "falling";
  return up === (variable.direction === "higher") ? "improving" : "worsening";
}
const MARKS: Record<Travel, string> = { improving: "▲ improving", worsening: "▼ worsening", rising: "↑ rising", falling: "↓ falling", steady: "● steady", unknown: "no value" };

function withProgramme(results: Results, variable: Variable, cell: Cell, scenario: number): Child {
  const at = { ...cell, scenario }, moved = results.change(variable.name, at), kind = verdict(variable, moved);
  if (kind === "same" || kind === "unknown") return VERDICT_WORDS[kind];
  const chance = results.better(variable.name, at);
  return [level(variable, results.level(variable.name, at).mean), h("br"), h("small", {}, spokenWithRange(variable, moved), Number.isFinite(chance) ? `; ${chanceWords(results, variable, at)} sure it helps` : "")];
}

/** Side by side up to so many scenarios; of more the one chosen. */
const SIDE_BY_SIDE = 3;
function shownScenarios(results: Results, cell: Cell): number[] {
  const all = results.scenarios.slice(1).map((_, i) => i + 1);
  return all.length <= SIDE_BY_SIDE ? all : cell.scenario > 0 ? [cell.scenario] : [];
}

function reportTable(results: Results, caption: string, variables: Variable[], cell: Cell): HTMLElement {
  const year = results.years[cell.year]!;
  return table(caption, [{ title: "Indicator" }, { title: `Latest, ${results.years[0]}`, numeric: true }, { title: `Direction of travel to ${year}` }, { title: `${results.years[0]} to ${results.years.at(-1)}` }, { title: `Without a programme, ${year}`, numeric: true },
    ...shownScenarios(results, cell).map((each) => ({ title: `With ${results.scenarios[each]!.name}`, numeric: false }))],
    variables.map((variable) => {
      const place = variable.city_only ? { ...cell, area: 0 } : cell, then = results.level(variable.name, { ...place, scenario: 0 }), way = travel(results, variable, place);
      return [variable.number ? `${variable.number}. ${variable.long_name}` : variable.long_name, level(variable, results.level(variable.name, { ...place, scenario: 0, year: 0 }).mean), h("span", { class: `travel ${way}` }, MARKS[way]), spark(results, variable, place),
        [level(variable, then.mean), Number.isFinite(then.lower) ? [h("br"), h("small", {}, `${level(variable, then.lower, false)} to ${level(variable, then.upper)}`)] : null],
        ...shownScenarios(results, cell).map((each) => withProgramme(results, variable, place, each))];
    }));
}

function sentence(results: Results, variables: Variable[], cell: Cell): string {
  const ways = variables.map((each) => travel(results, each, each.city_only ? { ...cell, area: 0 } : cell)), count = (way: Travel) => ways.filter((each) => each === way).length;
  const parts = ([["improving", count("improving")], ["worsening", count("worsening")], ["steady", count("steady")]] as const).filter(([, n]) => n > 0).map(([word, n]) => `${n} ${word}`);
  return `Without a programme, of ${variables.length} indicators to ${results.years[cell.year]}: ${parts.join(", ") || "none has a value"}.`;
}

interface Part { id: string; name: string; variables: Variable[]; rest: Variable[] }
/** The ambitions with the strategy's own indicators, then the gaps between rich and poor places, then services. */
function partsOf(results: Results): Part[] {
  const parts: Part[] = ambitions(results).map((slug) => {
    const { own, rest } = split(results.variables.filter((each) => each.ambition === slug && !isInequality(each)));
    return { id: `annual-${slug}`, name: title(slug), variables: own, rest };
  });
  const gaps = results.variables.filter(isInequality), plain = gaps.filter((each) => each.name.endsWith("_gap")), demand = services(results);
  if (gaps.length > 0) parts.push({ id: "annual-inequality", name: "Inequality", variables: plain, rest: gaps.filter((each) => !plain.includes(each)) });
  if (demand.length > 0) parts.push({ id: "annual-services", name: "Services and costs", variables: [...demand, ...results.variables.filter((each) => each.name === "service_cost")], rest: [] });
  return parts;
}
export function annual(results: Results, cell: Cell): HTMLElement[] {
  const caption = (part: Part) => `${part.name}: latest, direction of travel and projection`;
  return partsOf(results).map((part) => h("section", { id: part.id, class: "part annual" }, h("h2", { class: "govuk-heading-l" }, part.name),
    h("p", { class: "govuk-body" }, `${results.areas[cell.area]!.name}. ${sentence(results, part.variables, cell)}`), reportTable(results, caption(part), part.variables, cell),
    part.rest.length > 0 ? details(`What else is followed here: ${part.rest.length} more`, () => reportTable(results, `${caption(part)}, further indicators`, part.rest, cell)) : null));
}
