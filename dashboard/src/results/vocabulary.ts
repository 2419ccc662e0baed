// What a scenario can name: under `spires serve` the program tells it; otherwise what the results themselves name.
import { readInterventions, readSources } from "./scenario_file";
import type { Results } from "./types";
import { services } from "./types";

export interface Lever { name: string; unit: string; description: string; changes: { kind: string; low: number; high: number }[] }
export interface Vocabulary { levers: Lever[]; evidence: { key: string; title: string }[] }

/** Levers that the scenarios of these results move, and the rate of each service. */
export function vocabularyOf(results: Results | undefined): Vocabulary {
  if (!results) return { levers: [], evidence: [] };
  const named = [...results.scenarios.flatMap((each) => readInterventions(each.text)).flatMap((each) => each.effects.map((effect) => effect.lever)), ...services(results).map((each) => `${each.name}.rate`)];
  return { levers: [...new Set(named)].sort().map((name) => ({ name, unit: "", description: "", changes: [] })), evidence: readSources(results.sources).map(({ key, title }) => ({ key, title })) };
}
export async function fetchVocabulary(): Promise<Vocabulary> {
  const answer = await fetch("api/vocabulary");
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Vocabulary;
}
