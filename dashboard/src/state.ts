// What is chosen, kept in the address after the #, so that a link opens the same view.
import type { Results } from "./results/types";
import { SEXES, findVariable } from "./results/types";

export interface Choice { scenario: number; area: number; sex: number; year: number; map: string; mapShows: "level" | "change"; layout: string }

export function firstChoice(results: Results, layout: string): Choice {
  const measured = results.variables.filter((each) => !each.city_only && each.ambition !== "");
  const map = (findVariable(results, "healthy_life_expectancy") ?? measured[0] ?? results.variables[0])?.name ?? "";
  return { scenario: Math.min(1, results.scenarios.length - 1), area: 0, sex: 0, year: results.headlineYear, map, mapShows: "level", layout };
}

/** Words of a link that do not fit these results are passed over. */
export function readChoice(results: Results, layout: string, fragment: string): Choice {
  const choice = firstChoice(results, layout), words = new URLSearchParams(fragment.replace(/^#/, ""));
  const pick = (key: string, names: readonly string[], otherwise: number) => {
    const at = names.indexOf(words.get(key) ?? "");
    return at < 0 ? otherwise : at;
  };
  choice.scenario = pick("scenario", results.scenarios.map((each) => each.stem), choice.scenario);
  choice.area = pick("area", results.areas.map((each) => each.code), choice.area);
  choice.sex = pick("sex", SEXES, choice.sex);
  choice.year = pick("year", results.years.map(String), choice.year);
  const map = words.get("map");
  if (map && results.variables.some((each) => each.name === map && !each.city_only)) choice.map = map;
  if (words.get("shows") === "change") choice.mapShows = "change";
  const wanted = words.get("layout");
  if (wanted === "annual" || wanted === "dashboard") choice.layout = wanted;
  return choice;
}

export function fragmentOf(results: Results, choice: Choice): string {
  const words = new URLSearchParams({
    scenario: results.scenarios[choice.scenario]!.stem, area: results.areas[choice.area]!.code, sex: SEXES[choice.sex]!,
    year: String(results.years[choice.year]), map: choice.map, shows: choice.mapShows, layout: choice.layout,
  });
  return `#${words}`;
}
