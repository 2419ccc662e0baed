// Reads what `spires report` put into the page; the counterpart of engine/report/payload.cpp.
import { chanceFromInterval } from "./totals";
import { named } from "./strategy";
import type { Cell, Estimate, Headline, Results, Variable } from "./types";

/** A variable may be told as another one times a factor. */
type Kept = Variable & { symmetric: boolean; times?: { of: string; factor: number } };
interface Header {
  format: number; file: string; years: number[]; headline_year: number; scenarios: Results["scenarios"]; areas: Results["areas"];
  variables: Kept[]; headlines: Headline[]; drivers?: { parameters: string[]; of: Record<string, [number, number, number, number][]>[] }; age_groups: string[]; wards: string; places: string; sources: string; indicators: string;
  [other: string]: unknown;
}
interface Shape { rows: number; series: number; years: number }
type Rows = (row: number) => Float64Array;
interface Part { means: Rows; above: Rows; below: Rows; better?: Uint8Array; shares?: Uint8Array }

export const FORMAT = 2;

/** Base64 and deflate, as fast as the browser does them. */
export async function unpack(text: string): Promise<Uint8Array> {
  const quick = (Uint8Array as unknown as { fromBase64?: (letters: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (quick) return unpackBytes(quick(text));
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return unpackBytes(bytes);
}
export async function unpackBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A block of numbers: exponents of rows, three planes of bytes, and a plane that marks what has no value.
    A row is an area; it is worked out when first asked for, since most are never looked at. */
function rowsOf(bytes: Uint8Array, from: number, { rows, series, years }: Shape): Rows {
  const length = series * years, n = rows * length, known: (Float64Array | undefined)[] = [];
  const read = (row: number): Float64Array => {
    const values = new Float64Array(length), step = 2 ** ((bytes[from + row]! << 24) >> 24), first = from + rows + row * length;
    for (let line = 0; line < series; line += 1) {
      let whole = 0;
      for (let year = 0; year < years; year += 1) {
        const at = line * years + year, byte = first + at, zigzag = bytes[byte]! | (bytes[byte + n]! << 8) | (bytes[byte + 2 * n]! << 16);
        whole += (zigzag >>> 1) ^ -(zigzag & 1);
        values[at] = bytes[byte + 3 * n] === 1 ? NaN : whole * step;
      }
    }
    return values;
  };
  return (row) => (known[row] ??= read(row));
}
const blockSize = ({ rows, series, years }: Shape) => rows + 4 * rows * series * years;
/** Chances stand for every sex of the city, and elsewhere for both together. */
const chanceSize = ({ rows, years }: Shape) => (rows + 2) * years;

/** Where the parts of each variable begin; numbers are worked out when first asked for. */
export function readPayload(bytes: Uint8Array): Results {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  if (header.format !== FORMAT) throw new Error(`This page reads results in form ${FORMAT} and was given form ${header.format}.`);
  header.variables = named(header.variables, header.indicators ?? "");
  const years = header.years.length, scenarios = header.scenarios.length;
  const shapes = new Map<string, Shape>(), starts = new Map<string, number>(), known = new Map<string, Part>();
  let at = 4 + length;
  for (const variable of header.variables) {
    const shape = { rows: variable.city_only ? 1 : header.areas.length, series: 3, years };
    shapes.set(variable.name, shape);
    for (let s = 0; s < scenarios; s += 1) {
      starts.set(`${variable.name}/${s}`, at);
      at += (variable.times ? 0 : blockSize(shape) * (variable.symmetric ? 2 : 3)) + (s > 0 ? chanceSize(shape) + years : 0);
    }
  }
  const ageShape = { rows: header.areas.length, series: 2 * header.age_groups.length, years };
  const ages = header.age_groups.length > 0 ? header.scenarios.map((_, s) => at + s * blockSize(ageShape)) : [];
  const ageBlocks = new Map<number, Rows>();

  const times = (rows: Rows, factor: number): Rows => {
    const done: (Float64Array | undefined)[] = [];
    return (row) => (done[row] ??= rows(row).map((value) => value * factor));
  };
  function part(variable: Kept, scenario: number): Part {
    const key = `${variable.name}/${scenario}`;
    let found = known.get(key);
    if (!found) {
      const shape = shapes.get(variable.name)!, size = blockSize(shape);
      let from = starts.get(key)!;
      const block = () => { const rows = rowsOf(bytes, from, shape); from += size; return rows; };
      if (variable.times) {
        const other = part(names.get(variable.times.of)!, scenario), { factor } = variable.times;
        found = { means: times(other.means, factor), above: times(other.above, factor), below: times(other.below, factor) };
      } else {
        const means = block(), above = block();
        found = { means, above, below: variable.symmetric ? above : block() };
      }
      if (scenario > 0) {
        found.better = bytes.subarray(from, from + chanceSize(shape));
        found.shares = bytes.subarray(from + chanceSize(shape), from + chanceSize(shape) + years);
      }
      known.set(key, found);
    }
    return found;
  }
  const names = new Map(header.variables.map((each) => [each.name, each]));
  const rough = (cell: Cell) => cell.area > 0 && cell.sex > 0;
  const nothing: Estimate = { mean: NaN, lower: NaN, upper: NaN };

  function estimate(name: string, cell: Cell, scenario: number): Estimate {
    const variable = names.get(name);
    if (!variable || (variable.city_only && cell.area > 0)) return nothing;
    const found = part(variable, scenario), i = cell.sex * years + cell.year, mean = found.means(cell.area)[i]!;
    return { mean, lower: mean - found.below(cell.area)[i]!, upper: mean + found.above(cell.area)[i]! };
  }
  function age(scenario: number): Rows {
    let block = ageBlocks.get(scenario);
    if (!block) ageBlocks.set(scenario, (block = rowsOf(bytes, ages[scenario]!, ageShape)));
    return block;
  }
  const text = (key: string) => String(header[key] ?? "");
  return {
    about: {
      file: header.file, title: text("title"), source: text("source"), seed: text("seed"), replicates: text("replicates"), draws: text("draws"),
      seeds_a_draw: text("seeds_a_draw"), parameter_uncertainty: text("parameter_uncertainty"), interval_method: text("interval_method"),
    },
    scenarios: header.scenarios, years: header.years, headlineYear: Math.max(0, header.years.indexOf(header.headline_year)), areas: header.areas,
    variables: header.variables, ageGroups: header.age_groups, wards: header.wards, places: header.places ?? "", sources: header.sources,
    headline: (scenario) => header.headlines[scenario - 1],
    // A scenario's level is the baseline's plus the change; its own interval is that of the city without it.
    level(name, cell) {
      const base = estimate(name, cell, 0);
      if (cell.scenario === 0) return base;
      const shift = estimate(name, cell, cell.scenario).mean;
      return { mean: base.mean + shift, lower: base.lower + shift, upper: base.upper + shift };
    },
    change: (name, cell) => (cell.scenario === 0 ? { mean: 0, lower: 0, upper: 0 } : estimate(name, cell, cell.scenario)),
    better(name, cell) {
      const variable = names.get(name);
      if (!variable || cell.scenario === 0 || (variable.city_only && cell.area > 0)) return NaN;
      if (rough(cell)) return chanceFromInterval(variable.direction, estimate(name, cell, cell.scenario), Number(header.replicates));
      const byte = part(variable, cell.scenario).better![(cell.area === 0 ? cell.sex : cell.area + 2) * years + cell.year]!;
      return byte === 255 ? NaN : byte / 100;
    },
    rough,
    parameterShare(name, scenario, year) {
      const variable = names.get(name);
      if (!variable || scenario === 0) return NaN;
      const byte = part(variable, scenario).shares![year]!;
      return byte === 255 ? NaN : byte / 100;
    },
    drivers: (name, scenario) => (header.drivers?.of[scenario - 1]?.[name] ?? []).map(([parameter, share, more, sure]) => ({ parameter: header.drivers!.parameters[parameter] ?? "", share: share / 100, more: more === 1, sure: sure === 1 })),
    residents(scenario, area, sex, group, year) {
      const i = ((sex - 1) * header.age_groups.length + group) * years + year;
      return age(0)(area)[i]! + (scenario > 0 ? age(scenario)(area)[i]! : 0);
    },
  };
}
