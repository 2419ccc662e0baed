// What a drawn parameter is, in words; its name is kept beside it.
import type { Results } from "../results/types";
import { findVariable } from "../results/types";

/** "activity.minutes_per_week" as "activity, minutes per week". */
export function leverWords(results: Results, lever: string): string {
  const [what = "", ...rest] = lever.split(".");
  return [findVariable(results, what)?.long_name ?? what.replaceAll("_", " "), ...rest.map((each) => each.replaceAll("_", " "))].join(", ");
}
export function parameterWords(results: Results, parameter: string): string {
  const label = (name: string) => { const long = findVariable(results, name)?.long_name; return long ? long.charAt(0).toLowerCase() + long.slice(1) : name.replaceAll("_", " "); };
  const own = /\/intervention\.(.+)\.(reach|uptake|cost|effect\.(\d+)|[^.]+)$/.exec(parameter);
  if (own) {
    const what = own[3] ? `how strong effect ${own[3]} is` : own[2] === "uptake" ? "the take-up" : `the ${own[2]!.replaceAll("_", " ")}`;
    return `${what}, ${own[1]!.replaceAll("-", " ")}`;
  }
  const acts = /^log_ratio_score\.([^.]+)\.(.+)$/.exec(parameter);
  if (acts) return `how strongly ${label(acts[1]!)} acts on ${label(acts[2]!)}`;
  const cause = /^causal_fraction\.(.+)$/.exec(parameter);
  if (cause) return `how much of what goes with ${label(cause[1]!)} is caused by it`;
  return parameter.replaceAll("_", " ").replaceAll(".", ", ");
}
