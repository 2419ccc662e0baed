// A line the height of a word: where an indicator goes in the baseline.
import { svg } from "../dom";
import type { Cell, Results, Variable } from "../results/types";
import { BLUE, ORANGE } from "./palette";

export function spark(results: Results, variable: Variable, cell: Cell, width = 130, height = 34): Element {
  const values = results.years.map((_, year) => results.level(variable.name, { ...cell, scenario: 0, year }).mean), known = values.filter(Number.isFinite);
  const least = Math.min(...known), span = Math.max(...known) - least || 1;
  const at = (year: number) => [4 + (year / Math.max(1, values.length - 1)) * (width - 8), height - 5 - ((values[year]! - least) / span) * (height - 10)];
  const line = values.flatMap((value, year) => (Number.isFinite(value) ? [at(year).map((x) => x.toFixed(1)).join(",")] : []));
  const [x, y] = at(cell.year);
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, svg("polyline", { points: line.join(" "), fill: "none", stroke: BLUE, "stroke-width": 2 }),
    Number.isFinite(y) ? svg("circle", { cx: x, cy: y, r: 3.5, fill: ORANGE, stroke: "white" }) : null);
}
