// The fields of the form that builds a scenario; what was filled in stays when the page is drawn anew.
import { freshId, h } from "../dom";
import type { Child } from "../dom";

const kept = new Map<string, string>();
export interface Limits { type?: string; min?: number; max?: number; step?: string; hint?: string; list?: string; before?: string; after?: string }

export class Fields {
  private readonly inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();
  private readonly boxes = new Map<string, HTMLInputElement[]>();
  constructor(private readonly told: () => void) {}

  private note(key: string, input: HTMLInputElement | HTMLSelectElement): void {
    this.inputs.set(key, input);
    input.addEventListener("input", () => { kept.set(key, input.value); this.told(); });
  }
  text(key: string, label: string, value: string, limits: Limits = {}): HTMLElement {
    const id = freshId("build"), affix = (words: string | undefined, side: string) => (words ? h("span", { class: `govuk-input__${side}`, "aria-hidden": "true" }, words) : null);
    const input = h("input", { class: `govuk-input${limits.type === "number" ? " govuk-input--width-10" : ""}`, id, name: `build-${key}`, type: limits.type ?? "text", value: kept.get(key) ?? value, min: limits.min, max: limits.max, step: limits.step, list: limits.list, autocomplete: "off", "aria-describedby": limits.hint ? `${id}-hint` : undefined });
    this.note(key, input);
    return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: id }, label), limits.hint ? h("div", { class: "govuk-hint", id: `${id}-hint` }, limits.hint) : null,
      limits.before || limits.after ? h("div", { class: "affixed" }, affix(limits.before, "prefix"), input, affix(limits.after, "suffix")) : input);
  }
  number(key: string, label: string, value: number | string, limits: Limits = {}): HTMLElement { return this.text(key, label, String(value), { type: "number", step: "any", ...limits }); }
  pick(key: string, label: string, options: [string, string][], value: string): HTMLElement {
    const id = freshId("build"), chosen = kept.get(key) ?? value;
    const list = h("select", { class: "govuk-select", id, name: `build-${key}` }, options.map(([name, words]) => h("option", { value: name, selected: name === chosen }, words)));
    this.note(key, list);
    return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: id }, label), list);
  }
  tick(key: string, legend: string, options: [string, string][], chosen: string[]): HTMLElement {
    const before = kept.has(key) ? kept.get(key)!.split("\n") : chosen;
    const all = options.map(([value]) => h("input", { type: "checkbox", id: freshId("build"), name: `build-${key}`, value, checked: before.includes(value), change: () => { kept.set(key, this.many(key).join("\n")); this.told(); } }));
    this.boxes.set(key, all);
    return h("fieldset", { class: "ticks" }, h("legend", { class: "govuk-label" }, legend), h("div", { class: "tick-grid" }, options.map(([, words], i) => h("div", { class: "box" }, all[i]!, h("label", { for: all[i]!.id }, words)))));
  }
  of(key: string): HTMLInputElement | HTMLSelectElement { return this.inputs.get(key)!; }
  words(key: string): string { return this.of(key).value.trim(); }
  count(key: string): number { return this.of(key).value === "" ? NaN : Number(this.of(key).value); }
  many(key: string): string[] { return (this.boxes.get(key) ?? []).filter((each) => each.checked).map((each) => each.value); }
}
export function group(legend: string, ...parts: Child[]): HTMLElement {
  return h("fieldset", { class: "build-group" }, h("legend", { class: "govuk-heading-m" }, legend), h("div", { class: "build-grid" }, parts));
}
