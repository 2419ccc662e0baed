// The strategy's eighteen indicators, as the run's own table indicators.csv numbers and names them.
import type { Variable } from "./types";

/** Cells of a line of CSV; those that hold commas stand in quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => (cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!));
}
/** Gives each variable that is one of the eighteen its number, ambition and official name; others stay as they are. */
export function named<T extends Variable>(variables: T[], table: string): T[] {
  const [head, ...rows] = table.trim().split(/\r?\n/).map(cells), at = (name: string) => head!.indexOf(name);
  const known = new Map(rows.map((row) => [row[at("indicator")], row]));
  return variables.map((each) => {
    const row = known.get(each.name), number = Number(row?.[at("number")]);
    return row && number > 0 ? { ...each, number, long_name: row[at("label")] || each.long_name, ambition: row[at("ambition")] || each.ambition } : each;
  });
}
/** Those of the strategy in its order, and the rest; of a file that does not number them all are taken. */
export function split(variables: Variable[]): { own: Variable[]; rest: Variable[] } {
  const own = variables.filter((each) => each.number).sort((a, b) => a.number! - b.number!);
  return own.length > 0 ? { own, rest: variables.filter((each) => !each.number) } : { own: variables, rest: [] };
}
