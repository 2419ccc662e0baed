// How sure each change is, and whether better evidence or more replicates would make it surer.
import { h, table } from "../dom";
import type { Cell, Results } from "../results/types";
import { ambitions, services } from "../results/types";
import { change, interval, percent } from "../words/figures";
import { VERDICT_WORDS, sureWords, verdict } from "../words/sentences";

export function certainty(results: Results, chosen: Cell): HTMLElement | null {
  if (chosen.scenario === 0) return null;
  const cell = { ...chosen, area: 0, sex: 0 }, known = new Set([...ambitions(results)]), names = new Set(services(results).map((each) => each.name));
  const rows = results.variables.filter((each) => known.has(each.ambition) || names.has(each.name)).map((variable) => ({ variable, moved: results.change(variable.name, cell), chance: results.better(variable.name, cell), share: results.parameterShare(variable.name, cell.scenario, cell.year) }))
    .filter((row) => verdict(row.variable, row.moved) !== "same" && Number.isFinite(row.moved.mean)).sort((a, b) => Math.abs((b.chance || 0.5) - 0.5) - Math.abs((a.chance || 0.5) - 0.5));
  const sure = rows.filter((row) => row.chance >= 0.95).length, evidence = rows.filter((row) => row.share > 0.5).length;
  const words = rows.length === 0 ? "The scenario changes nothing in this year." : `${sure} of ${rows.length} changes are better with a chance of 95 % or more; of so many, about ${Math.max(1, Math.round(rows.length / 20))} would look like that by luck alone. For ${evidence} the spread comes mostly from the evidence, which only better evidence narrows; for the others mostly from the luck of one simulated city.`;
  return h("section", { id: "certainty", class: "part" }, h("h2", { class: "govuk-heading-l" }, "How sure, and why"),
    h("p", { class: "govuk-body" }, `${results.scenarios[cell.scenario]!.name}, whole city, ${results.years[cell.year]}. ${words}`),
    h("p", { class: "govuk-body-s" }, `${results.about.interval_method}. Intervals hold what parameters leave open and the luck of one city; they do not hold that the model's structure may be wrong.`),
    table("How sure each change is", [{ title: "Indicator" }, { title: "Change", numeric: true }, { title: "95 % interval", numeric: true }, { title: "Sure it is better", numeric: true }, { title: "In words" }, { title: "Share of spread from evidence", numeric: true }],
      rows.map(({ variable, moved, chance, share }) => [variable.long_name, change(variable, moved), interval(variable, moved), percent(chance), Number.isFinite(chance) ? sureWords(chance) : VERDICT_WORDS[verdict(variable, moved)],
        Number.isFinite(share) ? h("span", { class: "bar-cell" }, h("span", { class: "bar", style: `width:${(share * 60).toFixed(0)}px`, "aria-hidden": "true" }), percent(share)) : "–"])));
}
