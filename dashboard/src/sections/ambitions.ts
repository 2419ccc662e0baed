// The ambitions of the strategy with every indicator the file holds, as small multiples.
import { h } from "../dom";
import { indicatorFigure, lineKey, placeWords } from "../charts/indicator";
import type { Cell, Results, Variable } from "../results/types";
import { ambitions as ambitionsOf, isInequality } from "../results/types";
import { title } from "../words/figures";
import { verdict } from "../words/sentences";

export function countSentence(results: Results, variables: Variable[], cell: Cell): string {
  if (cell.scenario === 0) return `${variables.length} indicators as they go on without a programme.`;
  const kinds = variables.map((each) => verdict(each, results.change(each.name, cell))), count = (kind: string) => kinds.filter((each) => each === kind).length;
  const parts = [[count("better"), "clearly better"], [count("worse"), "clearly worse"], [count("unclear"), "without a clear change"], [count("same"), "unchanged"]] as const;
  return `Of ${variables.length} indicators in ${results.years[cell.year]}: ${parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`).join(", ") || "none has a value"}.`;
}

export function ambitions(results: Results, cell: Cell): HTMLElement[] {
  return ambitionsOf(results).map((slug) => {
    const own = results.variables.filter((each) => each.ambition === slug && !isInequality(each));
    return h("section", { id: `ambition-${slug}`, class: "part" }, h("h2", { class: "govuk-heading-l" }, title(slug)),
      h("p", { class: "govuk-body" }, `${placeWords(results, cell)}. ${countSentence(results, own, cell)}`), lineKey(results, cell),
      h("div", { class: "multiples" }, own.map((each) => indicatorFigure(results, each, cell))));
  });
}
