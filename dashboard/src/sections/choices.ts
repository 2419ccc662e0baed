// What the charts below show: scenario, area, sex and year.
import { h, select } from "../dom";
import type { Results } from "../results/types";
import { SEX_WORDS } from "../results/types";
import type { Choice } from "../state";

const GROUPS: Record<string, string> = { city: "City", ward: "Wards", imd_decile: "Tenths of deprivation", locality: "Localities" };

export function choices(results: Results, choice: Choice, change: (part: Partial<Choice>) => void): HTMLElement {
  const year = h("output", { class: "year-shown" }, String(results.years[choice.year]));
  const slider = h("input", { type: "range", id: "year", name: "year", min: 0, max: results.years.length - 1, step: 1, value: choice.year, "aria-valuetext": String(results.years[choice.year]),
    input: (event) => {
      const at = Number((event.target as HTMLInputElement).value);
      year.textContent = String(results.years[at]);
      slider.setAttribute("aria-valuetext", String(results.years[at]));
      change({ year: at });
    } });
  return h("form", { id: "choices", class: "choices no-print", "aria-label": "What the charts show", tabindex: -1, submit: (event) => event.preventDefault() },
    select("Scenario", results.scenarios.map((each, i) => ({ value: String(i), text: i === 0 ? `${each.name} (nothing tried)` : each.name })), String(choice.scenario), (value) => change({ scenario: Number(value) }), "scenario"),
    select("Area", results.areas.map((each, i) => ({ value: String(i), text: each.name, group: GROUPS[each.type] ?? each.type })), String(choice.area), (value) => change({ area: Number(value) }), "area"),
    select("Sex", SEX_WORDS.map((text, i) => ({ value: String(i), text })), String(choice.sex), (value) => change({ sex: Number(value) }), "sex"),
    h("div", { class: "govuk-form-group chooser" }, h("label", { class: "govuk-label", for: "year" }, "Year ", year), slider),
    select("Layout", [{ value: "dashboard", text: "Charts" }, { value: "annual", text: "Yearly performance report" }], choice.layout, (value) => change({ layout: value }), "layout"));
}
