// Reads a results file that was dropped on the page. Whatever is wrong with one is said in words.
import { File as Hdf5, type Dataset } from "jsfive";
import type { About, Cell, Estimate, Headline, Results, Variable } from "./types";
import { reduceTotals } from "./totals";

export const SCHEMA_VERSION = 1;
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Something is wrong with a file, in words for its owner. */
export class FileProblem extends Error {}

function open(buffer: ArrayBuffer, name: string): Hdf5 {
  const start = new Uint8Array(buffer.slice(0, 8));
  if (buffer.byteLength === 0) throw new FileProblem(`${name} is empty.`);
  if (!SIGNATURE.every((byte, i) => start[i] === byte)) throw new FileProblem(`${name} is not an HDF5 file, so it does not hold results of “spires run”.`);
  // Bytes 40 to 48 of the superblock (version 2 and 3: 28 to 36) say where the file ends.
  const view = new DataView(buffer), version = view.getUint8(8), end = Number(view.getBigUint64(version >= 2 ? 28 : 40, true));
  if (end > buffer.byteLength) throw new FileProblem(`${name} is cut short: ${buffer.byteLength.toLocaleString("en-GB")} of ${end.toLocaleString("en-GB")} bytes are there. Copy it again.`);
  try {
    return new Hdf5(buffer, name);
  } catch {
    throw new FileProblem(`${name} is damaged and cannot be read. Copy it again, or run the scenario again.`);
  }
}
function check(file: Hdf5, name: string): void {
  const version = file.attrs.schema_version;
  if (version === undefined) throw new FileProblem(`${name} is an HDF5 file of something else: it does not hold results of “spires run”.`);
  if (Number(version) !== SCHEMA_VERSION) throw new FileProblem(`${name} was written by another version of Spires (layout ${String(version)}; this page reads ${SCHEMA_VERSION}). Write its report with the version that made it.`);
  for (const axis of ["scenario", "year", "area", "sex", "statistic"]) if (!file.keys.includes(axis)) throw new FileProblem(`${name} is incomplete: it has no ${axis}.`);
}

export function readResults(buffer: ArrayBuffer, name: string): Results {
  const file = open(buffer, name);
  check(file, name);
  const cache = new Map<string, unknown[]>();
  const dataset = (path: string) => { try { return file.get(path) as Dataset | undefined; } catch { return undefined; } };
  function values<T>(path: string): T[] {
    const known = cache.get(path);
    if (known) return known as T[];
    try {
      const found = dataset(path)?.value ?? [];
      cache.set(path, found);
      return found as T[];
    } catch {
      throw new FileProblem(`${name} is damaged at ${path}. Copy it again.`);
    }
  }
  const texts = (path: string) => values<string>(path).map((each) => each ?? "");
  const bytes = (path: string) => new TextDecoder().decode(Uint8Array.from(values<number>(path)));
  const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
  const stems = texts("scenario"), names = texts("scenario_name"), descriptions = texts("scenario_description"), ambitions = texts("scenario_ambition"), pillars = texts("scenario_pillars");
  const files = texts("provenance/scenario_file"), contents = texts("provenance/scenario_text"), years = values<number>("year").map(Number);
  const codes = texts("area"), areaNames = texts("area_name"), types = texts("area_type"), sexes = 3, statistics = 5;
  const variables: Variable[] = file.keys.flatMap((key) => {
    const found = dataset(key), of = (attribute: string) => text(found?.attrs?.[attribute]);
    if (!found?.attrs || found.attrs.ancillary_variables === undefined) return [];
    return [{ name: key, units: of("units"), long_name: of("long_name") || key, description: of("description"), direction: of("direction"), ambition: of("ambition"), source: of("source"), city_only: found.shape.length === 4 }];
  }).sort((a, b) => a.name.localeCompare(b.name));
  if (variables.length === 0) throw new FileProblem(`${name} holds no indicators.`);
  const of = new Map(variables.map((each) => [each.name, each]));
  const about: About = { file: name, title: text(file.attrs.title), source: text(file.attrs.source), seed: text(file.attrs.seed), replicates: text(file.attrs.replicates), draws: text(file.attrs.draws), seeds_a_draw: text(file.attrs.seeds_a_draw),
    parameter_uncertainty: text((file.get("provenance") as unknown as { attrs: Record<string, unknown> } | undefined)?.attrs.parameter_uncertainty), interval_method: text(dataset(variables[0]!.name)?.attrs.interval_method) };

  function estimate(path: string, variable: Variable, cell: Cell): Estimate {
    const areas = variable.city_only ? 1 : codes.length;
    if (cell.area >= areas) return { mean: NaN, lower: NaN, upper: NaN };
    const all = values<number>(path), at = (statistic: number) => all[((cell.scenario * statistics + statistic) * years.length + cell.year) * areas * sexes + cell.area * sexes + cell.sex] ?? NaN;
    return { mean: at(0), lower: at(2), upper: at(4) };
  }
  const ages = texts("counts/age_group"), replicates = Number(about.replicates) || 1;
  const headlines = new Map<number, Headline>();
  const target = years.indexOf(2040);
  return {
    about, scenarios: stems.map((stem, i) => ({ stem, name: names[i] || stem, description: descriptions[i] ?? "", ambition: ambitions[i] ?? "", pillars: (pillars[i] ?? "").split(", ").filter(Boolean), text: contents[files.indexOf(`${stem}.toml`)] ?? "" })),
    years, headlineYear: target >= 0 ? target : years.length - 1, areas: codes.map((code, i) => ({ code, name: areaNames[i] ?? code, type: types[i] ?? "" })), variables, ageGroups: values("counts/population").length > 0 ? ages : [],
    wards: bytes("provenance/inputs/wards.csv"), sources: bytes("provenance/inputs/sources.toml"),
    headline(scenario) {
      if (scenario === 0) return undefined;
      let found = headlines.get(scenario);
      if (!found) headlines.set(scenario, (found = reduceTotals(variables, years, replicates, scenario, (variable) => values<number>(`replicates/${variable}`))));
      return found;
    },
    level: (variable, cell) => estimate(variable, of.get(variable) ?? nowhere, cell),
    change: (variable, cell) => estimate(`${variable}_difference`, of.get(variable) ?? nowhere, cell),
    better(variable, cell) {
      const about_ = of.get(variable), areas = about_?.city_only ? 1 : codes.length;
      if (!about_ || cell.area >= areas || cell.scenario === 0) return NaN;
      return values<number>(`${variable}_probability_better`)[((cell.scenario * years.length + cell.year) * areas + cell.area) * sexes + cell.sex] ?? NaN;
    },
    parameterShare(variable, scenario, year) {
      const all = values<number>(`uncertainty/${variable}`), at = (component: number) => all[((scenario * 4 + component) * years.length + year) * sexes] ?? NaN;
      const luck = at(2) ** 2 * replicates, parameters = at(3) ** 2;
      return parameters / (parameters + luck);
    },
    residents(scenario, area, sex, age, year) {
      return Number(values<number>("counts/population")[(((scenario * years.length + year) * codes.length + area) * sexes + sex) * ages.length + age] ?? NaN) / replicates;
    },
  };
}
const nowhere: Variable = { name: "", units: "", long_name: "", description: "", direction: "", ambition: "", source: "", city_only: false };
