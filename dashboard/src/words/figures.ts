// Numbers as a reader wants them: few digits, the unit beside them, no minus before nothing.
import type { Estimate, Variable } from "../results/types";

// Making a format takes far longer than using it, and a page holds thousands of numbers.
const formats = Array.from({ length: 8 }, (_, decimals) => new Intl.NumberFormat("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));

export function figure(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = formats[decimals]!.format(value);
  return (/[1-9]/.test(text) ? text : text.replace("-", "")).replace("-", "−");
}
/** Decimals that show two digits of a number of this size, at most so many. */
export function decimalsOf(size: number, most = 3): number {
  return size > 0 ? Math.min(most, Math.max(0, 1 - Math.floor(Math.log10(size)))) : 0;
}

interface Style { factor: number; level: number; change: number; before: string; after: string }
const plain = { factor: 1, before: "", after: "" };

/** How an indicator is printed; `size` is that of a typical level, `move` of a typical change. */
export function styleOf(units: string, size: number, move: number): Style {
  if (units === "years" && size < 200) return { ...plain, level: 1, change: Math.max(2, decimalsOf(move, 4)), after: " years" };
  if (units === "years") return { ...plain, level: 0, change: decimalsOf(move), after: " years" };
  if (units === "1") return { factor: 100, level: 1, change: Math.max(2, decimalsOf(100 * move, 4)), before: "", after: " %" };
  if (units === "GBP") {
    const large = (value: number) => value >= 1e6;
    const millions = large(Math.max(size, move));
    return millions ? { factor: 1e-6, level: size >= 1e8 ? 0 : 1, change: Math.max(1, decimalsOf(move / 1e6)), before: "£", after: " million" }
      : { factor: 1, level: 0, change: 0, before: "£", after: "" };
  }
  const scale = /^0 to (\d+)$/.exec(units);
  const after = units === "count" ? "" : units === "1e-5" ? " per 100,000" : scale ? (size === 0 ? " points" : ` out of ${scale[1]}`) : ` ${units}`;
  return { ...plain, level: decimalsOf(size / 10), change: decimalsOf(move, units === "count" ? 3 : 5), after };
}

function typical(estimate: Estimate): number {
  const half = (estimate.upper - estimate.lower) / 2;
  return Number.isFinite(half) ? Math.max(Math.abs(estimate.mean), half) : Math.abs(estimate.mean);
}
function dress(value: number, style: Style, decimals: number, unit: boolean): string {
  if (!Number.isFinite(value)) return "–";
  const text = figure(value * style.factor, decimals);
  if (!unit) return text;
  return (text.startsWith("−") ? `−${style.before}${text.slice(1)}` : style.before + text) + style.after;
}

export function level(variable: Variable, value: number, unit = true): string {
  const style = styleOf(variable.units, Math.abs(value), 0);
  return dress(value, style, style.level, unit);
}
function changeStyle(variable: Variable, estimate: Estimate): Style {
  const move = typical(estimate);
  return styleOf(variable.units, variable.units === "years" && move > 100 ? 1e4 : 0, move);
}
/** What a change is counted in: of a share, points and not per cent, which might be taken for a part of it. */
export const changeUnit = (variable: Variable): string => (variable.units === "1" ? " percentage points" : styleOf(variable.units, 0, 0).after);

/** "−26", "+0.02 years": with its sign. */
export function change(variable: Variable, estimate: Estimate, value = estimate.mean, unit = true): string {
  const plain = changeStyle(variable, estimate), style = variable.units === "1" ? { ...plain, after: changeUnit(variable) } : plain;
  const text = dress(value, style, style.change, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
/** Without a sign, for sentences that say which way. */
export function size(variable: Variable, estimate: Estimate, value = estimate.mean, unit = true): string {
  if (variable.units === "GBP") return pounds(Math.abs(value));
  const style = changeStyle(variable, estimate);
  if (inDays(variable, estimate)) return `${days(Math.abs(value), estimate)}${unit ? " days" : ""}`;
  const after = variable.units === "1" ? changeUnit(variable) : variable.long_name.includes(style.after.trim()) ? "" : style.after;
  return dress(Math.abs(value), { ...style, after }, style.change, unit);
}
/** In what a chart of changes of this size is drawn, so that its axis says what the sentence above it says. */
export function changeScale(variable: Variable, largest: number): { factor: number; unit: string } {
  if (variable.units === "1") return { factor: 100, unit: "percentage points" };
  return variable.units === "years" && largest < 0.2 ? { factor: 365.25, unit: "days" } : { factor: 1, unit: changeUnit(variable).trim() };
}
/** Changes of several places in one unit, whatever the size of each. */
export function alike(variable: Variable, largest: number): { say: (estimate: Estimate, value: number, unit?: boolean) => string; factor: number; unit: string } {
  const scale = changeScale(variable, largest), decimals = decimalsOf(largest * scale.factor, 2);
  const signed = (value: number) => { const text = figure(value * scale.factor, decimals); return value > 0 && /[1-9]/.test(text) ? `+${text}` : text; };
  return { ...scale, say: (estimate, value, unit = true) => (scale.unit === "days" ? `${signed(value)}${unit ? " days" : ""}` : change(variable, estimate, value, unit)) };
}
const inDays = (variable: Variable, estimate: Estimate) => variable.units === "years" && typical(estimate) < 0.2;
const days = (value: number, estimate: Estimate) => figure(value * 365.25, decimalsOf(typical(estimate) * 365.25, 2));

/** A change with its sign, as one says it: a hundredth of a year says little, four days say it. */
export function spoken(variable: Variable, estimate: Estimate, value = estimate.mean, unit = true): string {
  if (variable.units === "GBP") return value > 0 ? `+${pounds(value)}` : pounds(value);
  if (!inDays(variable, estimate) || !Number.isFinite(value)) return change(variable, estimate, value, unit);
  const text = days(value, estimate);
  return `${value > 0 && /[1-9]/.test(text) ? "+" : ""}${text}${unit ? " days" : ""}`;
}
export function spokenInterval(variable: Variable, estimate: Estimate): string {
  if (!Number.isFinite(estimate.lower)) return "not known";
  return `${spoken(variable, estimate, estimate.lower, variable.units === "GBP")} to ${spoken(variable, estimate, estimate.upper)}`;
}
/** "+1.7 days (+0.1 to +3.4)": the unit once. */
export function spokenWithRange(variable: Variable, estimate: Estimate): string {
  const money = variable.units === "GBP";
  return Number.isFinite(estimate.lower) ? `${spoken(variable, estimate)} (${spoken(variable, estimate, estimate.lower, money)} to ${spoken(variable, estimate, estimate.upper, money)})` : spoken(variable, estimate);
}
export function interval(variable: Variable, estimate: Estimate): string {
  if (!Number.isFinite(estimate.lower)) return "not known";
  return `${change(variable, estimate, estimate.lower, false)} to ${change(variable, estimate, estimate.upper)}`;
}
/** A chance in hundredths, by the rule of engine/commands/figures.cpp: 1 above 99 %, 0 below 1 %, else the nearest, halves upwards. */
export function wholeChance(chance: number): number {
  if (!Number.isFinite(chance)) return NaN;
  return chance > 0.99 ? 1 : chance < 0.01 ? 0 : Math.round(100 * chance) / 100;
}
export function percent(chance: number): string {
  const whole = Math.round(100 * wholeChance(chance));
  return Number.isNaN(whole) ? "–" : whole === 100 ? ">99 %" : whole === 0 ? "<1 %" : `${whole} %`;
}
/** Pounds, in millions where that is shorter. */
export function pounds(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const most = Math.abs(value), sign = value < 0 ? "−" : "";
  if (most >= 999_500) return `${sign}£${figure(most / 1e6, most >= 99.5e6 ? 0 : 1)} million`;
  if (most < 10 && most > 0) return `${sign}£${figure(most, 2)}`;
  const rounding = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, most))) - 2);
  return `${sign}£${figure(Math.round(most / rounding) * rounding, 0)}`;
}
/** "per cent", "years", … for the axis of a chart. */
export function unitWords(variable: Variable): string {
  const known: Record<string, string> = { "1": "per cent", count: "number", GBP: "pounds", "1e-5": "per 100,000" };
  return known[variable.units] ?? variable.units.replace(/^0 to (\d+)$/, "points from 0 to $1");
}
/** "healthier-for-longer" as a title. */
export function title(slug: string): string {
  const official: Record<string, string> = { "healthier-for-longer": "People are healthier and independent for longer",
    "children-and-young-people": "Children and young people fulfil their potential", "connected-communities": "People live in connected, safe and sustainable communities" };
  if (official[slug]) return official[slug];
  const words = slug.replaceAll("-", " ").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
