// A form that writes a scenario file, tells what it would reach and cost, and under `spires serve` runs it.
import { freshId, h, replace } from "../dom";
import { guess, slug, writeScenario } from "../results/scenario_writer";
import type { Form } from "../results/scenario_writer";
import type { Results } from "../results/types";
import { ambitions, areasOf } from "../results/types";
import { figure, pounds, title } from "../words/figures";
import { isServed } from "./served";

const KINDS: [string, string][] = [["rate_ratio", "times the rate (rate ratio)"], ["odds_ratio", "times the odds (odds ratio)"], ["add", "added"], ["multiply", "multiplied by"], ["set", "set to"]];
const LEVERS = ["activity.minutes_per_week", "body_mass_index", "smoking.initiation", "smoking.quitting", "loneliness", "good_level_of_development", "neet", "employment", "good_health", "emergency_admissions.rate"];

/** Names of levers follow from what the results hold: each service has a rate, each condition its own three. */
function levers(results: Results | undefined): string[] {
  const more = results?.variables.filter((each) => results.variables.some((other) => other.name === `${each.name}_cost`) && each.units === "count").map((each) => `${each.name}.rate`) ?? [];
  return [...new Set([...LEVERS, ...more])];
}

export function builder(results: Results | undefined, finished: (name: string) => Promise<void>): HTMLElement {
  const fields = new Map<string, HTMLInputElement | HTMLSelectElement>();
  function field(key: string, label: string, value: string, options: { type?: string; min?: number; max?: number; step?: string; hint?: string; list?: string } = {}): HTMLElement {
    const id = freshId("build"), input = h("input", { class: `govuk-input${options.type === "number" ? " govuk-input--width-10" : ""}`, id, name: `build-${key}`, type: options.type ?? "text", value, min: options.min, max: options.max, step: options.step, list: options.list, "aria-describedby": options.hint ? `${id}-hint` : undefined, input: told });
    fields.set(key, input);
    return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: id }, label), options.hint ? h("div", { class: "govuk-hint", id: `${id}-hint` }, options.hint) : null, input);
  }
  function pick(key: string, label: string, options: [string, string][], multiple = false): HTMLElement {
    const id = freshId("build"), list = h("select", { class: "govuk-select", id, name: `build-${key}`, multiple, size: multiple ? 5 : undefined, change: told }, options.map(([value, text]) => h("option", { value }, text)));
    fields.set(key, list);
    return h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label", for: id }, label), list);
  }
  const number = (label: string, key: string, value: number | string, limits: { min?: number; max?: number; step?: string; hint?: string } = {}) => field(key, label, String(value), { type: "number", ...limits });
  const text = (key: string) => fields.get(key)!.value, count = (key: string) => Number(fields.get(key)!.value), many = (key: string) => [...((fields.get(key) as HTMLSelectElement | undefined)?.selectedOptions ?? [])].map((each) => each.value);
  function form(): Form {
    const name = text("name").trim() || "A programme";
    return { name, description: text("description").trim(), ambition: text("ambition"), id: slug(name), from: count("from"), to: count("to"), ageFrom: count("ageFrom"), ageTo: count("ageTo"), tenths: many("tenths").map(Number), wards: many("wards"),
      reach: count("reach") / 100, uptake: count("uptake") / 100, places: text("places") === "" ? undefined : count("places"), perParticipant: count("perParticipant"), fixed: count("fixed"), lever: text("lever").trim(), kind: text("kind"), amount: count("amount"), spread: count("spread"), halfLife: text("halfLife").trim() || "none", evidence: text("evidence").trim() };
  }
  function problems(given: Form): string[] {
    const wrong: string[] = [], share = (value: number, what: string) => { if (!(value >= 0 && value <= 1)) wrong.push(`${what} lies between 0 and 100 per cent.`); };
    share(given.reach, "Reach"); share(given.uptake, "Take-up");
    if (!(given.to >= given.from)) wrong.push("The last year is not before the first.");
    if (!(given.ageTo >= given.ageFrom)) wrong.push("The highest age is not below the lowest.");
    if (!given.lever) wrong.push("Name what the programme moves.");
    if (!Number.isFinite(given.amount)) wrong.push("Say how far it moves.");
    if (given.halfLife !== "none" && !(Number(given.halfLife) > 0)) wrong.push("The half-life is a number of years, or the word none.");
    return wrong;
  }
  const answer = h("div", { role: "status", class: "built" }), file = h("pre", { class: "scenario-text", tabindex: 0, "aria-label": "The scenario file" }), progress = h("p", { class: "govuk-body", role: "status" });
  function told(): void {
    const given = form(), wrong = problems(given);
    file.textContent = writeScenario(given);
    if (wrong.length > 0) return replace(answer, h("ul", { class: "govuk-list govuk-error-message" }, wrong.map((each) => h("li", {}, each))));
    if (!results || results.ageGroups.length === 0) return replace(answer, h("p", { class: "govuk-body" }, "With results on this page it also tells how many people this reaches."));
    const found = guess(results, given), round = (value: number) => figure(value > 1000 ? Math.round(value / 10) * 10 : Math.round(value), 0);
    replace(answer, h("p", { class: "govuk-body" }, "About ", h("strong", { "data-key": "eligible" }, round(found.eligible)), ` people are eligible in ${given.from}; about `, h("strong", {}, round(found.yearly)), " join in the first year. It costs about ", h("strong", {}, pounds(found.cost)), ` over ${found.years} years. `,
      h("small", {}, "A first guess from residents by age, tenth and ward; what else makes people eligible is not counted here.")));
  }
  function download(): void {
    const given = form(), link = h("a", { href: URL.createObjectURL(new Blob([writeScenario(given)], { type: "application/toml" })), download: `${slug(given.name, "_")}.toml` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  async function post(path: string, sent: unknown): Promise<string> {
    const reply = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });
    if (!reply.ok) throw new Error(await reply.text());
    return reply.text();
  }
  async function run(): Promise<void> {
    const given = form();
    try {
      await post("api/run", { stem: slug(given.name, "_"), text: writeScenario(given), replicates: count("replicates") });
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 700));
        const state = (await (await fetch("api/run")).json()) as { state: string; share: number; seconds_left: number; message: string; results: string };
        progress.textContent = state.state === "running" ? `Running: ${figure(100 * state.share, 0)} %, about ${figure(state.seconds_left, 0)} seconds left.` : state.message;
        if (state.state === "done") { await finished(state.results); return; }
        if (state.state !== "running") return;
      }
    } catch (problem) { progress.textContent = (problem as Error).message; }
  }
  async function check(): Promise<void> {
    progress.textContent = "Checking …";
    try { replace(progress, h("span", { class: "checked" }, await post("api/check", { stem: slug(form().name, "_"), text: writeScenario(form()) }))); } catch (problem) { progress.textContent = (problem as Error).message; }
  }
  const first = results?.years[0] ?? 2022, last = results?.years.at(-1) ?? 2043, list = freshId("levers"), button = (words: string, click: () => void, second = true) => h("button", { type: "button", class: `govuk-button${second ? " govuk-button--secondary" : ""}`, click }, words);
  const section = h("section", { id: "builder", class: "part no-print" }, h("h2", { class: "govuk-heading-l" }, "Build a scenario"), h("p", { class: "govuk-body" }, `Fill in what you would try. ${isServed() ? "Run it here, or download the file." : "Download the file, then run it: spires run FILE.toml."}`),
    h("form", { class: "builder", "aria-label": "A new scenario", submit: (event) => event.preventDefault() },
      field("name", "Name", "Walking groups in Foleshill"), field("description", "What is done, for whom", "Weekly walking groups for adults."), pick("ambition", "Ambition it serves", [["", "None"], ...(results ? ambitions(results) : []).map((each): [string, string] => [each, title(each)])]),
      number("First year", "from", Math.min(last, first + 4), { min: first, max: last }), number("Last year", "to", Math.min(last, first + 8), { min: first, max: last }), number("Lowest age", "ageFrom", 18, { min: 0, max: 110 }), number("Highest age", "ageTo", 79, { min: 0, max: 110 }),
      pick("tenths", "Tenths of deprivation (none chosen: all)", Array.from({ length: 10 }, (_, i): [string, string] => [String(i + 1), i === 0 ? "1, most deprived" : i === 9 ? "10, least deprived" : String(i + 1)]), true),
      results ? pick("wards", "Wards (none chosen: all)", areasOf(results, "ward").map((area): [string, string] => [results.areas[area]!.name, results.areas[area]!.name]), true) : null,
      number("Reach: per cent of the eligible offered it a year", "reach", 10, { min: 0, max: 100, step: "any" }), number("Take-up: per cent of those offered", "uptake", 30, { min: 0, max: 100, step: "any" }), number("Places a year (empty: no limit)", "places", "", { min: 1 }),
      number("Pounds a participant", "perParticipant", 150, { min: 0, step: "any" }), number("Fixed pounds a year", "fixed", 50000, { min: 0, step: "any" }), field("lever", "What it moves", "activity.minutes_per_week", { hint: "spires list levers tells them all", list }), h("datalist", { id: list }, levers(results).map((each) => h("option", { value: each }))),
      pick("kind", "How", KINDS), number("How far", "amount", 30, { step: "any" }), number("Standard deviation of that", "spread", 10, { min: 0, step: "any", hint: "of a ratio on its logarithm; how unsure the evidence leaves you" }), field("halfLife", "Half-life of the effect, years, or none", "2"), field("evidence", "Evidence: a key of sources.toml", "", { hint: "empty if it is an assumption" })),
    answer, h("div", { class: "player" }, button("Download the scenario file", download, isServed()), isServed() ? [button("Check it", () => void check()), number("Replicates", "replicates", 4, { min: 1, max: 100 }), button("Run it", () => void run(), false)] : null), progress,
    h("details", { class: "govuk-details" }, h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "The scenario file")), h("div", { class: "govuk-details__text" }, file)));
  (fields.get("kind") as HTMLSelectElement).value = "add";
  told();
  return section;
}
