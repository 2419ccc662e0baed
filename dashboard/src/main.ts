// The page: takes the results out of itself, draws the parts, and keeps the choice in the address.
import { drawEverything, forgetRemoved } from "./charts/frame";
import { h, replace } from "./dom";
import { readPayload, unpack } from "./results/payload";
import type { Cell, Results } from "./results/types";
import { ageing } from "./sections/ageing";
import { ambitions } from "./sections/ambitions";
import { assumptions } from "./sections/assumptions";
import { certainty } from "./sections/certainty";
import { choices } from "./sections/choices";
import { glance } from "./sections/glance";
import { inequality } from "./sections/inequality";
import { map } from "./sections/map";
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

export function show(results: Results): void {
  let choice: Choice = readChoice(results, wantedLayout, location.hash), pending = 0;
  const body = h("div", { id: "charts" }), nav = h("div");
  const cell = (): Cell => ({ scenario: choice.scenario, area: choice.area, sex: choice.sex, year: choice.year });

  function draw(): void {
    // Open tables stay open, and the element in use keeps the focus, when everything around is drawn anew.
    const open = new Set([...body.querySelectorAll("details[open]")].map((each) => keyOf(each))), focus = focusKey(body);
    const parts = [...ambitions(results, cell()), map(results, cell(), choice, change), services(results, cell()), inequality(results, cell(), choice.map), ageing(results, cell()), certainty(results, cell()), assumptions(results)].filter((part) => part !== null);
    for (const heading of parts.map((part) => part.querySelector("h2")!)) heading.tabIndex = -1;
    replace(body, parts);
    replace(nav, contents(parts));
    forgetRemoved();
    for (const each of body.querySelectorAll("details")) if (open.has(keyOf(each))) each.open = true;
    if (focus) body.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
    document.body.dataset.ready = "yes";
  }
  function change(part: Partial<Choice>): void {
    choice = { ...choice, ...part };
    history.replaceState(null, "", fragmentOf(results, choice));
    const controls = document.getElementById("choices");
    if (part.area !== undefined || part.scenario !== undefined) syncControls(controls, choice);
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(draw);
  }
  window.addEventListener("hashchange", () => { choice = readChoice(results, wantedLayout, location.hash); syncControls(document.getElementById("choices"), choice); draw(); });
  replace(content, glance(results, (scenario) => change({ scenario })), choices(results, choice, change), nav, body);
  draw();
}

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
  for (const name of ["scenario", "area", "sex", "year"] as const) {
    const control = form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (control) control.value = String(choice[name]);
  }
}

async function start(): Promise<void> {
  const packed = document.getElementById("results")!.textContent!.trim();
  if (packed === "") {
    replace(content, h("h1", { class: "govuk-heading-l" }, "Spires"), h("p", { class: "govuk-body" }, "This page holds no results."));
    return;
  }
  try {
    show(readPayload(await unpack(packed)));
  } catch (problem) {
    replace(content, h("h1", { class: "govuk-heading-l" }, "These results cannot be shown"), h("p", { class: "govuk-body" }, `The page is damaged, or this browser is too old for it. Write the page again with spires report, or open it in a browser of 2023 or later. (${(problem as Error).message})`));
  }
}
window.addEventListener("beforeprint", drawEverything);
void start();
