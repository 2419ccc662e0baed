// A chart with what belongs to it: a sentence that says what is seen, words for those who do not see it, a table.
import { details, freshId, h, replace } from "../dom";
import type { Child } from "../dom";

export interface FigureSpec {
  name?: string;            // what is measured
  sentence: string;         // what is seen
  note?: Child;             // direction, unit
  alt: string;              // the picture in words
  draw: (width: number) => Element;
  table: () => HTMLElement;
  key?: string;             // for tests and links
}

const drawers = new Map<Element, (width: number) => void>();
const widths = new Map<Element, number>();

function drawNow(place: Element): void {
  const width = Math.floor(place.getBoundingClientRect().width);
  if (width <= 0 || widths.get(place) === width) return;
  widths.set(place, width);
  drawers.get(place)?.(width);
}
// Pictures are drawn when they come near the screen, and again when their width changes.
const near = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) { drawNow(entry.target); resized.observe(entry.target); near.unobserve(entry.target); }
}, { rootMargin: "600px" });
const resized = new ResizeObserver((entries) => { for (const entry of entries) drawNow(entry.target); });

/** All pictures, for paper. */
export function drawEverything(): void {
  for (const place of drawers.keys()) drawNow(place);
}
/** Forgets pictures that are no longer on the page. */
export function forgetRemoved(): void {
  for (const place of [...drawers.keys()]) {
    if (place.isConnected) continue;
    near.unobserve(place);
    resized.unobserve(place);
    drawers.delete(place);
    widths.delete(place);
  }
}

/** Plot names the groups of its marks with labels that may not stand there; the picture's own words replace them. */
function quiet(picture: Element): Element {
  for (const node of [picture, ...picture.querySelectorAll("*")]) {
    node.removeAttribute("aria-label");
    node.removeAttribute("aria-description");
    node.removeAttribute("aria-hidden");
  }
  picture.setAttribute("aria-hidden", "true");
  return picture;
}

export function picture(alt: string, draw: (width: number) => Element): HTMLElement {
  const place = h("div", { class: "picture", role: "img", "aria-label": alt });
  drawers.set(place, (width) => replace(place, quiet(draw(width))));
  near.observe(place);
  return place;
}

export function figureBlock(spec: FigureSpec): HTMLElement {
  const id = freshId("figure");
  return h("figure", { class: "figure", "aria-labelledby": id, "data-key": spec.key },
    h("figcaption", { id }, spec.name ? h("span", { class: "figure-name" }, spec.name) : null, h("span", { class: "figure-sentence" }, spec.sentence)),
    spec.note ? h("p", { class: "figure-note" }, spec.note) : null,
    picture(spec.alt, spec.draw), details("Table", spec.table));
}
