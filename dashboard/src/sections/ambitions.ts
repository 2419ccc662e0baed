// The ambitions of the strategy with its eighteen indicators as small multiples; what else the file follows is folded below.
import { details, h } from "../dom";
import { indicatorFigure, lineKey, placeWords } from "../charts/indicator";
import { split } from "../results/strategy";
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
    const { own, rest } = split(results.variables.filter((each) => each.ambition === slug && !isInequality(each))), multiples = (all: Variable[]) => h("div", { class: "multiples" }, all.map((each) => indicatorFigure(results, each, cell)));
    return h("section", { id: `ambition-${slug}`, class: "part" }, h("h2", { class: "govuk-heading-l" }, title(slug)),
      h("p", { class: "govuk-body" }, `${placeWords(results, cell)}. ${countSentence(results, own, cell)}`), lineKey(results, cell),
      multiples(own), rest.length > 0 ? details(`What else is followed here: ${rest.length} more`, () => multiples(rest)) : null);
  });
}
