// Elements from words. Text enters as text nodes alone, so nothing a file holds can become a tag.

export type Child = Node | string | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | EventListener | undefined>;

/** Here lines break, and a per cent sign stays with its number. */
const PROSE = new Set(["P", "LI", "DD", "SPAN", "SMALL"]);
function add(element: Element, child: Child): void {
  if (Array.isArray(child)) for (const each of child) add(element, each);
  else if (typeof child === "string") element.append(PROSE.has(element.tagName) ? child.replace(/(\d) %/g, "$1\u00a0%") : child);
  else if (child !== null && child !== undefined && child !== false) element.append(child);
}
function fill<T extends Element>(element: T, attributes: Attributes, children: Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}
export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  add(element, children);
}

export interface Column { title: string; numeric?: boolean }
/** A table that scrolls by itself when it is wider than the page. */
export function table(caption: string, columns: Column[], rows: Child[][], options: { visibleCaption?: boolean } = {}): HTMLElement {
  const kind = (column: Column) => (column.numeric ? " govuk-table__header--numeric" : "");
  return h("div", { class: "table-scroll", tabindex: 0, role: "group", "aria-label": caption },
    h("table", { class: "govuk-table govuk-table--small-text-until-tablet" },
      h("caption", { class: options.visibleCaption ? "govuk-table__caption govuk-table__caption--s" : "govuk-visually-hidden" }, caption),
      h("thead", { class: "govuk-table__head" }, h("tr", { class: "govuk-table__row" },
        columns.map((column) => h("th", { scope: "col", class: `govuk-table__header${kind(column)}` }, column.title)))),
      h("tbody", { class: "govuk-table__body" }, rows.map((row) => h("tr", { class: "govuk-table__row" },
        row.map((cell, i) => i === 0
          ? h("th", { scope: "row", class: "govuk-table__header" }, cell)
          : h("td", { class: `govuk-table__cell${columns[i]?.numeric ? " govuk-table__cell--numeric" : ""}` }, cell)))))));
}

let serial = 0;
export const freshId = (stem: string) => `${stem}-${(serial += 1)}`;

export interface Option { value: string; text: string; group?: string }
/** A labelled list to choose from; `choose` is called with the value. */
export function select(label: string, options: Option[], chosen: string, choose: (value: string) => void, name = ""): HTMLElement {
  const id = freshId("choose"), groups = [...new Set(options.map((each) => each.group ?? ""))];
  const entries = (group: string) => options.filter((each) => (each.group ?? "") === group)
    .map((each) => h("option", { value: each.value, selected: each.value === chosen }, each.text));
  return h("div", { class: "govuk-form-group chooser" }, h("label", { class: "govuk-label", for: id }, label),
    h("select", { class: "govuk-select", id, name, change: (event) => choose((event.target as HTMLSelectElement).value) },
      groups.map((group) => (group === "" ? entries(group) : h("optgroup", { label: group }, entries(group))))));
}
export function details(summary: string, content: () => Child, printed = false): HTMLDetailsElement {
  const inside = h("div", { class: "govuk-details__text" }), fill = () => { if (inside.childNodes.length === 0) add(inside, content()); };
  // What is folded away is made when it is opened, for a page holds hundreds of tables; or when it is printed.
  const element = h("details", { class: `govuk-details${printed ? " printed" : ""}`, toggle: () => { if (element.open) fill(); }, fill },
    h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, summary)), inside);
  return element;
}
/** What belongs on paper is unfolded while it is printed. */
export function unfoldForPaper(): void {
  for (const each of document.querySelectorAll<HTMLDetailsElement>("details.printed:not([open])")) {
    each.dispatchEvent(new Event("fill"));
    each.open = true;
    window.addEventListener("afterprint", () => { each.open = false; }, { once: true });
  }
}
