// A scenario file from a form, and what it would reach and cost at a first guess.
import type { Results } from "./types";
import { areasOf } from "./types";

export interface Form {
  name: string; description: string; ambition: string; id: string; from: number; to: number; ageFrom: number; ageTo: number; tenths: number[]; wards: string[];
  reach: number; uptake: number; places: number | undefined; perParticipant: number; fixed: number; lever: string; kind: string; amount: number; spread: number; halfLife: string; evidence: string;
}

/** Letters, digits and dashes: what an id and a file name are made of. */
export const slug = (text: string, mark = "-") => text.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, mark).replace(new RegExp(`^\\${mark}+|\\${mark}+$`, "g"), "").slice(0, 50) || "programme";

// TOML's basic strings take JSON's escapes, all but \/ and those of single surrogates.
const quote = (text: string) => JSON.stringify(text.toWellFormed()).replaceAll("\u007f", "\\u007f");

export function writeScenario(form: Form): string {
  const eligible = [`age = { from = ${form.ageFrom}, to = ${form.ageTo} }`];
  if (form.tenths.length > 0 && form.tenths.length < 10) eligible.push(`imd_decile = [${form.tenths.join(", ")}]`);
  if (form.wards.length > 0) eligible.push(`ward = [${form.wards.map(quote).join(", ")}]`);
  return [`name        = ${quote(form.name)}`, `description = ${quote(form.description)}`, ...(form.ambition ? [`ambition    = ${quote(form.ambition)}`] : []), "", "[[intervention]]", `id       = ${quote(form.id)}`,
    `years    = { from = ${form.from}, to = ${form.to} }`, `eligible = { ${eligible.join(", ")} }`, `reach    = ${form.reach}`, `uptake   = ${form.uptake}`, ...(form.places === undefined ? [] : [`places   = ${form.places}`]),
    `cost     = { per_participant = ${form.perParticipant}, fixed_per_year = ${form.fixed}, price_year = 2022 }`, "", "  [[intervention.effect]]", `  lever     = ${quote(form.lever)}`,
    `  change    = { ${form.kind} = ${form.amount}${form.spread > 0 ? `, sd = ${form.spread}` : ""} }`, `  half_life = ${form.halfLife === "none" ? '"none"' : Number(form.halfLife)}`, ...(form.evidence ? [`  evidence  = ${quote(form.evidence)}`] : []), ""].join("\n");
}

/** People in an age range, taking five-year bands apart evenly. */
function inAges(results: Results, area: number, form: Form, year: number): number {
  let people = 0;
  results.ageGroups.forEach((name, group) => {
    const from = Number.parseInt(name, 10), last = name.endsWith("+") ? 105 : Number(name.split("-")[1] ?? from);
    const overlap = Math.max(0, Math.min(last, form.ageTo) - Math.max(from, form.ageFrom) + 1) / (last - from + 1);
    if (overlap > 0) people += overlap * (results.residents(0, area, 1, group, year) + results.residents(0, area, 2, group, year));
  });
  return people;
}
/** Share of a ward's residents in some tenths of deprivation; of a file without small areas, nothing. */
function shareIn(results: Results, ward: string, tenths: number[]): number | undefined {
  const [head, ...rows] = results.places.trim().split(/\r?\n/).map((line) => line.split(",")), at = (name: string) => head!.indexOf(name);
  const own = rows.filter((row) => row[at("ward_code")] === ward), sum = (some: string[][]) => some.reduce((total, row) => total + Number(row[at("residents")]), 0);
  return own.length > 0 ? sum(own.filter((row) => tenths.includes(Number(row[at("imd_decile")])))) / sum(own) : undefined;
}
export interface Guess { eligible: number; yearly: number; cost: number; years: number }
/** Where wards and tenths are both named, a ward's residents in those tenths are taken to have the ages of the ward. */
export function guess(results: Results, form: Form): Guess {
  const year = Math.max(0, results.years.indexOf(form.from)), sum = (areas: number[]) => areas.reduce((total, area) => total + inAges(results, area, form, year), 0);
  const city = inAges(results, 0, form, year), allTenths = areasOf(results, "imd_decile"), allWards = areasOf(results, "ward");
  const tenths = form.tenths.length > 0 && allTenths.length > 0 ? sum(form.tenths.map((tenth) => allTenths[tenth - 1]).filter((area) => area !== undefined)) / city : 1;
  const share = (area: number) => (form.tenths.length > 0 ? shareIn(results, results.areas[area]!.code, form.tenths) ?? tenths : 1);
  const people = form.wards.length > 0 ? allWards.filter((area) => form.wards.includes(results.areas[area]!.name)).reduce((total, area) => total + inAges(results, area, form, year) * share(area), 0) : city * tenths;
  const eligible = Number.isFinite(people) ? people : city, yearly = Math.min(eligible * form.reach * form.uptake, form.places ?? Infinity), years = Math.max(0, form.to - form.from + 1);
  // Each is offered it once: those left to reach grow fewer.
  let left = eligible, joined = 0;
  for (let i = 0; i < years; i += 1) { const offered = left * form.reach; joined += Math.min(offered * form.uptake, form.places ?? Infinity); left -= offered; }
  return { eligible, yearly, cost: joined * form.perParticipant + years * form.fixed, years };
}
