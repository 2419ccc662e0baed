// The page: takes the results out of itself, draws the parts, and keeps the choice in the address.
import { drawEverything, forgetRemoved } from "./charts/frame";
import { h, replace, unfoldForPaper } from "./dom";
import { readPayload, unpack } from "./results/payload";
import { misfit, together } from "./results/together";
import type { Cell, Results } from "./results/types";
import { ageing } from "./sections/ageing";
import { ambitions } from "./sections/ambitions";
import { annual } from "./sections/annual";
import { assumptions } from "./sections/assumptions";
import { builder } from "./sections/builder";
import { certainty } from "./sections/certainty";
import { choices } from "./sections/choices";
import { files, newShelf } from "./sections/files";
import type { Shelf } from "./sections/files";
import { glance, heading } from "./sections/glance";
import { inequality } from "./sections/inequality";
import { map } from "./sections/map";
import { fetchResults, isServed, served } from "./sections/served";
import { services } from "./sections/services";
import { fragmentOf, readChoice } from "./state";
import type { Choice } from "./state";
import { title } from "./words/figures";

const content = document.getElementById("content")!;
const wantedLayout = document.body.dataset.layout === "annual" ? "annual" : "dashboard";

function contents(parts: HTMLElement[]): HTMLElement {
  return h("nav", { class: "contents no-print", "aria-label": "Parts of this page" }, h("ul", {}, parts.map((part) =>
    h("li", {}, h("a", { class: "govuk-link", href: `#${part.id}`, click: (event) => { event.preventDefault(); part.scrollIntoView(); part.querySelector<HTMLElement>("h2")?.focus(); } }, part.querySelector("h2")?.textContent ?? title(part.id))))));
}

let shelf: Shelf = newShelf([]), results: Results, choice: Choice, pending = 0;
const body = h("div", { id: "charts" }), nav = h("div"), cell = (): Cell => ({ scenario: choice.scenario, area: choice.area, sex: choice.sex, year: choice.year });

function drawCharts(): void {
  document.body.dataset.layout = choice.layout;
  content.querySelector("#glance h1")!.textContent = heading(results, choice.layout);
  // Open tables stay open, and the element in use keeps the focus, when everything around is drawn anew.
  const open = new Set([...body.querySelectorAll("details[open]")].map((each) => keyOf(each))), focus = focusKey(body);
  const charts = choice.layout === "annual" ? annual(results, cell())
    : [...ambitions(results, cell()), map(results, cell(), choice, change), services(results, cell()), inequality(results, cell(), choice.map), ageing(results, cell()), certainty(results, cell())];
  const parts = [...charts, assumptions(results)].filter((part) => part !== null);
  replace(body, parts);
  const all = [...parts, ...content.querySelectorAll<HTMLElement>(":scope > section.part:not(#glance)")];
  for (const part of all) part.querySelector("h2")!.tabIndex = -1;   // so that the contents can lead there
  replace(nav, contents(all));
  forgetRemoved();
  // Twice, for what is folded inside a fold is only there once that has been opened.
  for (let pass = 0; pass < 2; pass += 1) for (const each of body.querySelectorAll("details:not([open])")) if (open.has(keyOf(each))) { each.dispatchEvent(new Event("fill")); (each as HTMLDetailsElement).open = true; }
  if (focus) body.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  if (document.body.dataset.ready === undefined) performance.mark("ready");
  document.body.dataset.ready = "yes";
}
function change(part: Partial<Choice>): void {
  choice = { ...choice, ...part };
  history.replaceState(null, "", fragmentOf(results, choice));
  syncControls(document.getElementById("choices"), choice);
  cancelAnimationFrame(pending);
  pending = requestAnimationFrame(drawCharts);
}
/** The whole page, when the files on it have changed. */
function show(): void {
  const others = files(shelf, shownAnew, isServed() ? served(shelf, shownAnew) : null);
  if (shelf.held.length === 0) {
    replace(content, h("h1", { class: "govuk-heading-l" }, "What would programmes change for the city?"), others, builder(undefined, runHere));
    document.body.dataset.ready = "yes";
    return;
  }
  results = together(shelf.held);
  const place = `what programmes would change for ${results.areas[0]!.name}`;
  document.querySelector(".page-place")!.textContent = place;
  document.title = `Spires: ${place}`;
  choice = readChoice(results, wantedLayout, location.hash);
  replace(content, glance(results, (scenario) => change({ scenario })), h("div", {}, choices(results, choice, change), nav, body), others, builder(results, runHere));
  drawCharts();
}
/** The first results to come onto the page are read from the top. */
function shownAnew(): void {
  const first = content.querySelector("#glance") === null;
  show();
  if (first && shelf.held.length > 0) toTop();
}
function toTop(): void {
  const top = content.querySelector<HTMLElement>("h1")!;
  top.tabIndex = -1;
  top.scrollIntoView();
  top.focus({ preventScroll: true });
}
/** What a run made under `spires serve` is shown as soon as it is there. */
async function runHere(name: string): Promise<void> {
  shelf.held = shelf.held.filter((each) => each.about.file !== name);
  const fresh = await fetchResults(name), first = shelf.held[0];
  if (first && misfit(first, fresh)) shelf = newShelf([]);
  shelf.held.push(fresh);
  show();
  change({ scenario: results.scenarios.length - 1 });
  toTop();
}
window.addEventListener("hashchange", () => {
  if (!results || !/[#&]scenario=/.test(location.hash)) return;
  choice = readChoice(results, wantedLayout, location.hash);
  syncControls(document.getElementById("choices"), choice);
  drawCharts();
});

function keyOf(details: Element): string {
  return `${details.closest("section")?.id}/${details.closest("figure")?.getAttribute("data-key")}/${details.querySelector("summary")?.textContent}`;
}
function focusKey(body: HTMLElement): string | undefined {
  const active = document.activeElement;
  if (!active || !body.contains(active)) return undefined;
  const name = active.getAttribute("name"), section = active.closest("section")?.id;
  return name && section ? `#${section} [name="${name}"]` : undefined;
}
function syncControls(form: HTMLElement | null, choice: Choice): void {
  for (const name of ["scenario", "area", "sex", "year", "layout"] as const) {
    const control = form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (control) control.value = String(choice[name]);
  }
  const slider = form?.querySelector("[name=year]"), year = String(results.years[choice.year]);
  slider?.setAttribute("aria-valuetext", year);
  const shown = form?.querySelector("output");
  if (shown) shown.textContent = year;
}

async function start(): Promise<void> {
  performance.mark("started");
  const packed = document.getElementById("results")!.textContent!.trim();
  try {
    if (packed !== "") shelf = newShelf([readPayload(await unpack(packed))]);
    performance.mark("unpacked");
    show();
  } catch (problem) {
    replace(content, h("h1", { class: "govuk-heading-l" }, "These results cannot be shown"), h("p", { class: "govuk-body" }, `The page is damaged, or this browser is too old for it. Write the page again with spires report, or open it in a browser of 2023 or later. (${(problem as Error).message})`));
  }
}
window.addEventListener("beforeprint", () => { unfoldForPaper(); drawEverything(); });
void start();
