// The city grows older: a pyramid that steps through the years.
import { h, replace, table } from "../dom";
import { figureBlock, forgetRemoved } from "../charts/frame";
import { OLDER, olderChart, olderThan } from "../charts/older";
import { ageBands, pyramidChart, residentsIn } from "../charts/pyramid";
import type { Cell, Results } from "../results/types";
import { figure } from "../words/figures";

/** Old and very old residents over the years, beside the pyramid. */
function olderFigure(results: Results, cell: Cell): HTMLElement {
  const rounded = (from: number, year: number) => figure(Math.round(olderThan(results, cell.scenario, cell.area, from, year) / 10) * 10, 0), last = results.years.length - 1, place = results.areas[cell.area]!.name;
  const words = `From ${results.years[0]} to ${results.years[last]} people aged 85 and over go from ${rounded(85, 0)} to ${rounded(85, last)}, those aged 65 and over from ${rounded(65, 0)} to ${rounded(65, last)}.`;
  return figureBlock({ key: "older", name: `Older residents, ${place}`, sentence: words, alt: `Lines of residents aged 65 and over and 85 and over, by year. ${words}`, draw: (width) => olderChart(results, cell.scenario, cell.area, cell.year, width),
    table: () => table(`Older residents, ${place}`, [{ title: "Year" }, ...OLDER.map((each) => ({ title: each.name, numeric: true }))], results.years.map((year, i) => [String(year), ...OLDER.map((each) => figure(olderThan(results, cell.scenario, cell.area, each.from, i), 0))])) });
}

function olderShare(results: Results, cell: Cell, year: number): { share: number; people: number } {
  let older = 0, all = 0;
  for (const band of ageBands(results)) for (const sex of [1, 2]) {
    const people = residentsIn(results, cell.scenario, cell.area, sex, band, year);
    all += people;
    if (band.from >= 65) older += people;
  }
  return { share: older / all, people: older };
}
function sentence(results: Results, cell: Cell, year: number): string {
  const first = olderShare(results, cell, 0), now = olderShare(results, cell, year), percent = (share: number) => `${figure(100 * share, 1)} %`;
  const start = `${percent(now.share)} of ${results.areas[cell.area]!.name} are 65 or over in ${results.years[year]}`;
  if (year === 0) return `${start}: ${figure(Math.round(now.people / 10) * 10, 0)} people.`;
  const more = Math.round((now.people - first.people) / 10) * 10;
  return `${start}, ${now.share >= first.share ? "up" : "down"} from ${percent(first.share)} in ${results.years[0]}: ${figure(Math.abs(more), 0)} people ${more >= 0 ? "more" : "fewer"}.`;
}

export function ageing(results: Results, cell: Cell): HTMLElement | null {
  if (results.ageGroups.length === 0) return null;
  let year = cell.year, timer = 0;
  const place = h("div"), still = matchMedia("(prefers-reduced-motion: reduce)").matches, last = results.years.length - 1;
  const slider = h("input", { type: "range", id: "pyramid-year", min: 0, max: last, value: year, "aria-label": "Year of the pyramid", "aria-valuetext": String(results.years[year]), input: () => { stop(); show(Number(slider.value)); } });
  const shown = h("strong", { class: "year-shown" }, String(results.years[year]));
  const play = h("button", { type: "button", class: "govuk-button govuk-button--secondary", click: () => (timer ? stop() : start()) }, "Play");
  function stop(): void { clearInterval(timer); timer = 0; play.textContent = "Play"; }
  function start(): void {
    if (year === last) show(0);
    play.textContent = "Pause";
    timer = window.setInterval(() => { if (!place.isConnected || year >= last) stop(); else show(year + 1); }, 450);
  }
  const step = (by: number, words: string) => h("button", { type: "button", class: "govuk-button govuk-button--secondary", click: () => { stop(); show(Math.min(last, Math.max(0, year + by))); } }, words);
  function show(to: number): void {
    year = to;
    slider.value = String(year);
    shown.textContent = String(results.years[year]);
    slider.setAttribute("aria-valuetext", String(results.years[year]));
    const words = sentence(results, cell, year);
    replace(place, figureBlock({ key: "pyramid", name: `Residents by age and sex, ${results.areas[cell.area]!.name}, ${results.years[year]}`, sentence: words, note: `Bars: ${results.years[year]}. Dark marks: ${results.years[0]}.`,
      alt: `Population pyramid. ${words}`, draw: (width) => pyramidChart(results, cell.scenario, cell.area, year, width),
      table: () => table(`Residents by age and sex, ${results.years[year]}`, [{ title: "Age" }, { title: "Women and girls", numeric: true }, { title: "Men and boys", numeric: true }],
        ageBands(results).map((band) => [band.name.replace("-", " to ").replace("+", " and over"), ...[1, 2].map((sex) => figure(residentsIn(results, cell.scenario, cell.area, sex, band, year), 0))])) }));
    if (place.isConnected) forgetRemoved();
  }
  show(year);
  return h("section", { id: "ageing", class: "part" }, h("h2", { class: "govuk-heading-l" }, `Ageing of ${results.areas[cell.area]!.name}`),
    h("div", { class: "player no-print", role: "group", "aria-label": "Move through the years" }, still ? null : play, step(-1, "Year back"), step(1, "Year on"), slider, shown), h("div", { class: "two-columns" }, place, olderFigure(results, cell)));
}
