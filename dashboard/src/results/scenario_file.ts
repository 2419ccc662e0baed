// What a scenario file says, for people: who is offered what, when, at what price, on what evidence.
import { parse } from "smol-toml";
import { figure, pounds, title } from "../words/figures";

type Table = Record<string, unknown>;
export interface Effect { lever: string; change: string; time: string; evidence: string[]; standing: string }
export interface Intervention { id: string; from?: number; to?: number; who: string[]; repeats: boolean; ageFrom: number; ageTo: number; tenths: number[]; wards: string[]; reach: string; uptake: string; places: string; cost: string; effects: Effect[]; evidence: string[] }

const isTable = (value: unknown): value is Table => typeof value === "object" && value !== null && !Array.isArray(value);
const number = (value: unknown) => (typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined);

function list(value: unknown): string {
  const words = (Array.isArray(value) ? value : [value]).map(String);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${words.at(-1)}` : words.join("");
}
function range(value: unknown): string {
  if (!isTable(value)) return list(value);
  const from = number(value.from), to = number(value.to);
  return from !== undefined && from === to ? String(from) : from !== undefined && to !== undefined ? `${from} to ${to}` : from !== undefined ? `${from} and over` : `up to ${to}`;
}
function who(eligible: unknown): string[] {
  if (!isTable(eligible)) return ["everyone"];
  return Object.entries(eligible).map(([key, value]) => {
    if (key === "age") return `aged ${range(value)}`;
    if (key === "imd_decile") return `in tenths of deprivation ${list(value)} (1 is the most deprived)`;
    if (key === "ward") return `in ${list(value)}`;
    if (typeof value === "boolean") return `${value ? "" : "not "}${title(key).toLowerCase()}`;
    return `${title(key).toLowerCase()}: ${isTable(value) ? range(value) : list(value).replaceAll("_", " ")}`;
  });
}
function share(value: unknown): string {
  const percent = (x: number) => `${figure(100 * x, 100 * x < 10 ? 1 : 0)} %`;
  const plain = number(value);
  if (plain !== undefined) return percent(plain);
  if (!isTable(value)) return "not given";
  const mean = number(value.mean);
  if (mean !== undefined) return `${percent(mean)}${number(value.sd) === undefined ? "" : ` (±\u00a0${percent(2 * number(value.sd)!)} )`.replace(" )", ")")}`;
  const by = Object.entries(value).find(([key, inner]) => key.startsWith("by_") && isTable(inner));
  if (!by) return "not given";
  const values = Object.values(by[1] as Table).map(number).filter((x) => x !== undefined);
  return `${percent(Math.min(...values))} to ${percent(Math.max(...values))} ${title(by[0]).toLowerCase().replace("imd decile", "tenth of deprivation")}`;
}
function changeWords(value: unknown): string {
  if (!isTable(value)) return String(value ?? "");
  const signed = (key: string, inner: unknown) => (key === "add" && number(inner) !== undefined ? `${Math.abs(number(inner)!)} ${number(inner)! < 0 ? "less" : "more"}` : undefined);
  return Object.entries(value).filter(([key]) => key !== "sd")
    .map(([key, inner]) => signed(key, inner) ?? `${({ add: "more", multiply: "times", set: "set to" } as Record<string, string>)[key] ?? title(key).toLowerCase()} ${isTable(inner) ? "by group" : String(inner)}`)
    .join(", ") + (number(value.sd) === undefined ? "" : ` (standard deviation ${number(value.sd)})`);
}
function evidenceOf(...places: unknown[]): string[] {
  return places.flatMap((place) => (isTable(place) && place.evidence !== undefined ? (Array.isArray(place.evidence) ? place.evidence.map(String) : [String(place.evidence)]) : []));
}
/** How a size stands to the source beside it; a file that does not say has assumed it. */
const STANDINGS: Record<string, string> = { published: "published", fitted: "fitted, from", assumed: "assumed, after" };
function effect(value: Table): Effect {
  const half = value.half_life, onset = number(value.onset);
  const time = [onset === undefined ? "" : `full after ${onset} year${onset === 1 ? "" : "s"}`, half === undefined ? "" : half === "none" ? "then stays" : `then halves every ${half === 1 ? "year" : `${String(half)} years`}`].filter((part) => part !== "").join(", ");
  return { lever: String(value.lever ?? ""), change: changeWords(value.change), time, evidence: evidenceOf(value), standing: STANDINGS[String(value.standing)] ?? STANDINGS.assumed! };
}
function costWords(cost: unknown): string {
  if (!isTable(cost)) return "none given";
  const each = number(cost.per_participant), fixed = number(cost.fixed_per_year);
  return [each === undefined ? "" : `${pounds(each)} a participant`, fixed === undefined ? "" : `${pounds(fixed)} a year`].filter((part) => part !== "").join(" and ") + (number(cost.price_year) === undefined ? "" : `, prices of ${number(cost.price_year)}`);
}

const numbers = (value: unknown) => (Array.isArray(value) ? value : [value]).map(number).filter((each) => each !== undefined);

/** Read once each: a page asks for the same ones many times. */
const read = new Map<string, Intervention[]>();

/** Empty when there is no text, or it cannot be read here: the page then shows the text alone. */
export function readInterventions(text: string): Intervention[] {
  let found = read.get(text);
  if (!found) read.set(text, (found = interventionsOf(text)));
  return found;
}
function interventionsOf(text: string): Intervention[] {
  try {
    const file = parse(text) as Table, all = Array.isArray(file.intervention) ? (file.intervention as Table[]) : [];
    return all.map((each) => {
      const eligible = isTable(each.eligible) ? each.eligible : {}, ages = isTable(eligible.age) ? eligible.age : { from: eligible.age, to: eligible.age };
      const years = isTable(each.years) ? each.years : {};
      const effects = Array.isArray(each.effect) ? (each.effect as Table[]).map(effect) : [];
      return { id: String(each.id ?? ""), from: number(years.from), to: number(years.to), who: who(each.eligible), repeats: each.repeat !== undefined, ageFrom: number(ages.from) ?? 0, ageTo: number(ages.to) ?? Infinity,
        tenths: numbers(eligible.imd_decile), wards: eligible.ward === undefined ? [] : [eligible.ward].flat().map(String), reach: share(each.reach), uptake: share(each.uptake),
        places: number(each.places) === undefined ? "no limit" : `${figure(number(each.places)!, 0)} a year`, cost: costWords(each.cost), effects,
        evidence: [...new Set([...evidenceOf(each, each.reach, each.uptake, each.cost), ...effects.flatMap((one) => one.evidence)])] };
    });
  } catch {
    return [];
  }
}

export interface Source { key: string; title: string; publisher: string; year: string; licence: string; address: string }
export function readSources(text: string): Source[] {
  try {
    const all = (parse(text) as { source?: Record<string, Table> }).source ?? {};
    return Object.entries(all).map(([key, each]) => ({ key, title: String(each.title ?? key), publisher: String(each.publisher ?? ""), year: String(each.year ?? ""), licence: String(each.licence ?? ""), address: String(each.address ?? "") }));
  } catch {
    return [];
  }
}
