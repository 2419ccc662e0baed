// Reads a results file that was dropped on the page. Whatever is wrong with one is said in words.
import { File as Hdf5, Filters, type Dataset } from "jsfive";
import { wholeChance } from "../words/figures";
import { driversOf } from "./drivers";
import type { Drawn } from "./drivers";
import { named } from "./strategy";
import { reduceTotals } from "./totals";
import type { About, Cell, Estimate, Headline, Results, Variable } from "./types";

export const SCHEMA_VERSION = 1;
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** jsfive's own takes the bytes back one call at a time. */
Filters.set(2, (shuffled, size) => {
  const from = new Uint8Array(shuffled), to = new Uint8Array(from.length), count = Math.floor(from.length / size);
  for (let plane = 0; plane < size; plane += 1) for (let i = 0, at = plane * count; i < count; i += 1) to[i * size + plane] = from[at + i]!;
  return to.buffer;
});

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
  const cache = new Map<string, ArrayLike<unknown>>();
  const dataset = (path: string) => { try { return file.get(path) as Dataset | undefined; } catch { return undefined; } };
  function values<T>(path: string): ArrayLike<T> {
    const known = cache.get(path);
    if (known) return known as ArrayLike<T>;
    try {
      const found = dataset(path)?.value ?? [];
      cache.set(path, found);
      return found as ArrayLike<T>;
    } catch {
      throw new FileProblem(`${name} is damaged at ${path}. Copy it again.`);
    }
  }
  const texts = (path: string) => Array.from(values<string>(path), (each) => each ?? "");
  const bytes = (path: string) => new TextDecoder().decode(Uint8Array.from(values<number>(path)));
  const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
  const stems = texts("scenario"), names = texts("scenario_name"), descriptions = texts("scenario_description"), ambitions = texts("scenario_ambition"), pillars = texts("scenario_pillars");
  const files = texts("provenance/scenario_file"), contents = texts("provenance/scenario_text"), years = Array.from(values<number>("year"), Number);
  const codes = texts("area"), areaNames = texts("area_name"), types = texts("area_type"), sexes = 3, statistics = 5;
  const keys = new Set(file.keys);
  const found: Variable[] = [...keys].filter((key) => keys.has(`${key}_difference`)).flatMap((key) => {
    const found = dataset(key), attributes = found?.attrs, of = (attribute: string) => text(attributes?.[attribute]);
    if (!found || !attributes) return [];
    return [{ name: key, units: of("units"), long_name: of("long_name") || key, description: of("description"), direction: of("direction"), ambition: of("ambition"), source: of("source"), city_only: found.shape.length === 4 }];
  }).sort((a, b) => a.name.localeCompare(b.name));
  const variables = named(found, bytes("provenance/inputs/indicators.csv"));
  if (variables.length === 0) throw new FileProblem(`${name} holds no indicators.`);
  const of = new Map(variables.map((each) => [each.name, each]));
  const about: About = { file: name, title: text(file.attrs.title), source: text(file.attrs.source), seed: text(file.attrs.seed), replicates: text(file.attrs.replicates), draws: text(file.attrs.draws), seeds_a_draw: text(file.attrs.seeds_a_draw),
    parameter_uncertainty: text((file.get("provenance") as unknown as { attrs: Record<string, unknown> } | undefined)?.attrs.parameter_uncertainty), interval_method: text(dataset(variables[0]!.name)?.attrs.interval_method) };

  function estimate(name: string, ending: string, cell: Cell): Estimate {
    const variable = of.get(name), areas = variable?.city_only ? 1 : codes.length, path = name + ending;
    if (!variable || cell.area >= areas) return { mean: NaN, lower: NaN, upper: NaN };
    const all = values<number>(path), at = (statistic: number) => all[((cell.scenario * statistics + statistic) * years.length + cell.year) * areas * sexes + cell.area * sexes + cell.sex] ?? NaN;
    return { mean: at(0), lower: at(2), upper: at(4) };
  }
  const ages = texts("counts/age_group"), replicates = Number(about.replicates) || 1;
  const headlines = new Map<number, Headline>();
  const target = years.indexOf(2040), headlineYear = target >= 0 ? target : years.length - 1;
  let drawn: Drawn[] | undefined;
  function readDraws(): Drawn[] {
    const draws = Number(about.draws) || 0, all = values<number>("provenance/parameter_draws");
    return texts("provenance/parameter").map((parameter, i) => ({ parameter, values: Array.from({ length: draws }, (_, draw) => Number(all[i * draws + draw] ?? NaN)) }));
  }
  return {
    about, scenarios: stems.map((stem, i) => ({ stem, name: names[i] || stem, description: descriptions[i] ?? "", ambition: ambitions[i] ?? "", pillars: (pillars[i] ?? "").split(", ").filter(Boolean), text: contents[files.indexOf(`${stem}.toml`)] ?? "" })),
    years, headlineYear, areas: codes.map((code, i) => ({ code, name: areaNames[i] ?? code, type: types[i] ?? "" })), variables, ageGroups: values("counts/population").length > 0 ? ages : [],
    wards: bytes("provenance/inputs/wards.csv"), places: bytes("provenance/inputs/places.csv"), sources: bytes("provenance/inputs/sources.toml"),
    headline(scenario) {
      if (scenario === 0) return undefined;
      let found = headlines.get(scenario);
      if (!found) headlines.set(scenario, (found = reduceTotals(variables, years, replicates, scenario, (variable) => values<number>(`replicates/${variable}`))));
      return found;
    },
    level: (variable, cell) => estimate(variable, "", cell),
    change: (variable, cell) => estimate(variable, "_difference", cell),
    better(variable, cell) {
      const about_ = of.get(variable), areas = about_?.city_only ? 1 : codes.length;
      if (!about_ || cell.area >= areas || cell.scenario === 0) return NaN;
      return wholeChance(values<number>(`${variable}_probability_better`)[((cell.scenario * years.length + cell.year) * areas + cell.area) * sexes + cell.sex] ?? NaN);
    },
    rough: () => false,
    parameterShare(variable, scenario, year) {
      const all = values<number>(`uncertainty/${variable}`), at = (component: number) => all[((scenario * 4 + component) * years.length + year) * sexes] ?? NaN;
      const luck = at(2) ** 2 * replicates, parameters = at(3) ** 2;
      return wholeChance(parameters / (parameters + luck));
    },
    drivers(variable, scenario) {
      drawn ??= readDraws();
      const all = values<number>(`replicates/${variable}`), at = (s: number, r: number) => Number(all[((s * replicates + r) * years.length + headlineYear) * 3] ?? NaN);
      return driversOf(Array.from({ length: replicates }, (_, r) => at(scenario, r) - at(0, r)), drawn, Number(about.seeds_a_draw) || 1, stems[scenario]!);
    },
    residents(scenario, area, sex, age, year) {
      return Number(values<number>("counts/population")[(((scenario * years.length + year) * codes.length + area) * sexes + sex) * ages.length + age] ?? NaN) / replicates;
    },
  };
}
