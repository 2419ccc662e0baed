// Several results files as one: each scenario is compared with the baseline of its own file.
import type { Cell, Results, Variable } from "./types";

interface Origin { results: Results; scenario: number }

const same = (a: readonly unknown[], b: readonly unknown[]) => a.length === b.length && a.every((each, i) => each === b[i]);

/** Why two files cannot stand side by side, in words; nothing when they can. */
export function misfit(first: Results, next: Results): string | undefined {
  if (!same(first.years, next.years)) return `${next.about.file} covers ${next.years[0]} to ${next.years.at(-1)}, ${first.about.file} ${first.years[0]} to ${first.years.at(-1)}; open it by itself.`;
  if (!same(first.areas.map((each) => each.code), next.areas.map((each) => each.code))) return `${next.about.file} has other areas than ${first.about.file}; open it by itself.`;
  return undefined;
}
/** What a reader should know before comparing: baselines that are not the same. */
export function caution(first: Results, next: Results): string | undefined {
  const differs = [["seed", first.about.seed !== next.about.seed], ["program", first.about.source !== next.about.source], ["number of replicates", first.about.replicates !== next.about.replicates]].filter(([, yes]) => yes).map(([what]) => what);
  return differs.length > 0 ? `${next.about.file} has another ${differs.join(" and ")} than ${first.about.file}: its changes can be compared, its luck is not the same.` : undefined;
}

export function together(all: Results[]): Results {
  const first = all[0]!;
  if (all.length === 1) return first;
  const origins: Origin[] = [{ results: first, scenario: 0 }], scenarios = [first.scenarios[0]!];
  for (const results of all) results.scenarios.slice(1).forEach((each, i) => {
    const taken = scenarios.some((other) => other.stem === each.stem || other.name === each.name);
    scenarios.push(taken ? { ...each, stem: `${each.stem}@${results.about.file}`, name: `${each.name} (${results.about.file})` } : each);
    origins.push({ results, scenario: i + 1 });
  });
  const variables: Variable[] = [], known = new Set<string>();
  for (const results of all) for (const variable of results.variables) if (!known.has(variable.name)) { known.add(variable.name); variables.push(variable); }
  const at = (cell: Cell) => ({ origin: origins[cell.scenario]!, cell: { ...cell, scenario: origins[cell.scenario]!.scenario } });
  const ofBase = (variable: string) => all.find((each) => each.variables.some((one) => one.name === variable)) ?? first;
  return {
    ...first, about: { ...first.about, replicates: [...new Set(all.map((each) => each.about.replicates))].join(" or "), file: all.map((each) => each.about.file).join(", ") }, scenarios, variables,
    headline: (scenario) => origins[scenario]!.results.headline(origins[scenario]!.scenario),
    level(variable, cell) {
      if (cell.scenario === 0) return ofBase(variable).level(variable, cell);
      const { origin, cell: own } = at(cell);
      return origin.results.level(variable, own);
    },
    change(variable, cell) { const { origin, cell: own } = at(cell); return cell.scenario === 0 ? { mean: 0, lower: 0, upper: 0 } : origin.results.change(variable, own); },
    better(variable, cell) { const { origin, cell: own } = at(cell); return origin.results.better(variable, own); },
    rough: (cell) => { const { origin, cell: own } = at(cell); return origin.results.rough(own); },
    parameterShare: (variable, scenario, year) => origins[scenario]!.results.parameterShare(variable, origins[scenario]!.scenario, year),
    drivers: (variable, scenario) => origins[scenario]!.results.drivers(variable, origins[scenario]!.scenario),
    residents: (scenario, area, sex, age, year) => origins[scenario]!.results.residents(origins[scenario]!.scenario, area, sex, age, year),
  };
}
