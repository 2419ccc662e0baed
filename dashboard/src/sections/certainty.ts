// How sure each change is, what its spread hangs on, and whether better evidence or more replicates would narrow it.
import { details, h, table } from "../dom";
import type { Child } from "../dom";
import type { Cell, Results, Variable } from "../results/types";
import { ambitions, services } from "../results/types";
import { percent, spoken, spokenInterval } from "../words/figures";
import { leading, lower } from "../words/lead";
import { parameterWords } from "../words/parameters";
import { VERDICT_WORDS, sureWords, verdict } from "../words/sentences";

const bar = (share: number) => h("span", { class: "bar-cell" }, h("span", { class: "bar", style: `width:${Math.round(share * 120)}px`, "aria-hidden": "true" }), percent(share));

/** Below it the split of the spread is itself luck: engine/commands/phrases.cpp says the same. */
const ENOUGH_DRAWS = 10;
const fewDraws = (results: Results) => Number(results.about.draws) < ENOUGH_DRAWS;

/** What the leading measure's spread hangs on: luck against evidence, and the parameters that matter most. */
function drivers(results: Results, variable: Variable, cell: Cell): Child {
  const share = results.parameterShare(variable.name, cell.scenario, cell.year), found = results.drivers(variable.name, cell.scenario), year = results.years[results.headlineYear]!, name = lower(variable.long_name);
  const parts = fewDraws(results) ? `With ${results.about.draws} draws of the parameters intervals and chances leave out part of what the evidence leaves open; 20 replicates (10 draws) tell more.` : Number.isFinite(share) ? `Of the spread in what ${results.scenarios[cell.scenario]!.name} does to ${name}, ${percent(share)} comes from the evidence and the rest from the luck of one simulated city.` : "";
  const told = found.some((each) => each.sure) ? `Most of it hangs on ${found.filter((each) => each.sure).slice(0, 2).map((each) => parameterWords(results, each.parameter)).join(" and on ")}.`
    : found.length > 0 ? `No single parameter stands out from chance among ${results.about.draws} draws; the largest are listed.` : `With ${results.about.draws} draws of the parameters it cannot be told which of them it hangs on; run more replicates.`;
  return [h("h3", { class: "govuk-heading-m" }, "What drives the uncertainty"), h("p", { class: "govuk-body" }, `${parts} ${told}`),
    found.length === 0 ? null : [h("p", { class: "govuk-body-s" }, "Each share is that of one parameter taken alone: they overlap, and do not add up."),
      table(`What the change of ${name} in ${year} hangs on`, [{ title: "What is not known for sure" }, { title: "Share of the spread" }, { title: "If there is more of it" }, { title: "More than chance?" }],
        found.map((each) => [parameterWords(results, each.parameter), bar(each.share), each.more === (variable.direction !== "lower") ? "a larger gain" : "a smaller gain", each.sure ? "yes" : "may be chance"])),
      details("Their names in the results file", () => h("ul", { class: "govuk-list" }, found.map((each) => h("li", {}, `${parameterWords(results, each.parameter)}: `, h("code", {}, each.parameter)))))]];
}

export function certainty(results: Results, chosen: Cell): HTMLElement | null {
  if (chosen.scenario === 0) return null;
  const cell = { ...chosen, area: 0, sex: 0 }, known = new Set([...ambitions(results)]), names = new Set(services(results).map((each) => each.name)), main = leading(results);
  const rows = results.variables.filter((each) => known.has(each.ambition) || names.has(each.name)).map((variable) => ({ variable, moved: results.change(variable.name, cell), chance: results.better(variable.name, cell), share: results.parameterShare(variable.name, cell.scenario, cell.year) }))
    .filter((row) => verdict(row.variable, row.moved) !== "same" && Number.isFinite(row.moved.mean)).sort((a, b) => Math.abs((b.chance || 0.5) - 0.5) - Math.abs((a.chance || 0.5) - 0.5));
  const sure = rows.filter((row) => row.chance >= 0.95).length, evidence = rows.filter((row) => row.share > 0.5).length;
  const words = rows.length === 0 ? "The scenario changes nothing in this year." : `${sure} of ${rows.length} changes are better with a chance of 95 % or more; of so many, about ${Math.max(1, Math.round(rows.length / 20))} would look like that by luck alone.${fewDraws(results) ? "" : ` For ${evidence} the spread comes mostly from the evidence, which only better evidence narrows; for the others mostly from the luck of one simulated city.`}`;
  const all = () => table("How sure each change is", [{ title: "Indicator" }, { title: "Change", numeric: true }, { title: "95 % interval", numeric: true }, { title: "Sure it is better", numeric: true }, { title: "In words" }, { title: "Share of spread from evidence" }],
    rows.map(({ variable, moved, chance, share }) => [variable.long_name, spoken(variable, moved), spokenInterval(variable, moved), percent(chance), Number.isFinite(chance) ? sureWords(chance) : VERDICT_WORDS[verdict(variable, moved)],
      Number.isFinite(share) ? bar(share) : "–"]));
  return h("section", { id: "certainty", class: "part" }, h("h2", { class: "govuk-heading-l" }, "How sure, and why"),
    h("p", { class: "govuk-body" }, `${results.scenarios[cell.scenario]!.name}, whole city, ${results.years[cell.year]}. ${words}`),
    h("p", { class: "govuk-body-s" }, `Method: ${results.about.interval_method}. Intervals hold what parameters leave open and the luck of one city; they do not hold that the model's structure may be wrong.`),
    main ? drivers(results, main, cell) : null, rows.length > 0 ? details(`How sure each of ${rows.length} changes is`, all) : null);
}
