// Results as the page sees them, whether they came inside the page or from a file dropped on it.

export interface Scenario { stem: string; name: string; description: string; ambition: string; pillars: string[]; text: string }
export interface Area { code: string; name: string; type: string }
export interface Variable {
  name: string; units: string; long_name: string; description: string;
  direction: string; ambition: string; source: string; city_only: boolean;
  number?: number;                 // of the strategy's eighteen
}
/** A mean and its 95 % interval; NaN where there is no value. */
export interface Estimate { mean: number; lower: number; upper: number }
export interface Total extends Estimate { better: number }
/** What is only known by adding up replicates: sums over the years of the run, whole city. */
export interface Headline { totals: Record<string, Total>; cost?: { from: number; to: number }; life_year?: Estimate }

/** A drawn parameter: its share of the spread between draws, which way it works, and whether chance alone would not show it. */
export interface Driver { parameter: string; share: number; more: boolean; sure: boolean }

export interface About {
  file: string; title: string; source: string; seed: string; replicates: string; draws: string; seeds_a_draw: string;
  parameter_uncertainty: string; interval_method: string;
}

/** One place in the results, by index. Area 0 is the city; sex 0 persons, 1 female, 2 male. */
export interface Cell { scenario: number; year: number; area: number; sex: number }

export interface Results {
  about: About;
  scenarios: Scenario[];           // the baseline first
  years: number[];
  headlineYear: number;            // index
  areas: Area[];
  variables: Variable[];
  ageGroups: string[];             // empty where residents by age are not known
  wards: string;                   // the input table wards.csv
  places: string;                  // places.csv: in which tenth of deprivation each ward's small areas lie
  sources: string;                 // sources.toml
  headline(scenario: number): Headline | undefined;
  level(variable: string, cell: Cell): Estimate;
  change(variable: string, cell: Cell): Estimate;
  better(variable: string, cell: Cell): number;
  /** Whether a chance is only worked out from its rounded interval. */
  rough(cell: Cell): boolean;
  /** Share of the change's variance that the parameters explain, whole city; the rest is luck. */
  parameterShare(variable: string, scenario: number, year: number): number;
  /** What the change's spread hangs on in the year of the headline, whole city, the largest first; nothing where draws are few. */
  drivers(variable: string, scenario: number): Driver[];
  /** Residents; sex 1 female, 2 male. */
  residents(scenario: number, area: number, sex: number, age: number, year: number): number;
}

export const SEXES = ["persons", "female", "male"] as const;
export const SEX_WORDS = ["Everyone", "Women and girls", "Men and boys"];

export function findVariable(results: Results, name: string): Variable | undefined {
  return results.variables.find((each) => each.name === name);
}
export function areasOf(results: Results, type: string): number[] {
  return results.areas.flatMap((area, index) => (area.type === type ? [index] : []));
}
/** Services are what has a cost of its own beside it. */
export function services(results: Results): Variable[] {
  return results.variables.filter((each) => findVariable(results, `${each.name}_cost`) !== undefined && each.units === "count");
}
/** Ambitions in the order of the strategy's numbers, or else in which the catalogue names them. */
export function ambitions(results: Results): string[] {
  const first = (slug: string) => Math.min(...results.variables.filter((each) => each.ambition === slug).map((each) => each.number ?? Infinity)), slugs = [...new Set(results.variables.map((each) => each.ambition).filter((each) => each !== ""))];
  return slugs.map((slug, i) => ({ slug, at: Math.min(first(slug), 1000 + i) })).sort((a, b) => a.at - b.at).map((each) => each.slug);
}
/** Years lived by ethnic group say whom a programme reaches: their change is told, and their level never. */
export function isByGroup(variable: Variable): boolean { return variable.city_only && /^(person|healthy_life)_years_/.test(variable.name); }
/** Measures of inequality stand for the whole city alone. */
export function isInequality(variable: Variable): boolean { return variable.city_only && !isByGroup(variable); }
