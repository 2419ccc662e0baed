// A form that writes a scenario file, tells what it would reach and cost, and under `spires serve` runs it.
import { freshId, h, replace } from "../dom";
import { readInterventions } from "../results/scenario_file";
import { guess, slug, writeScenario } from "../results/scenario_writer";
import type { Form } from "../results/scenario_writer";
import type { Results } from "../results/types";
import { ambitions, areasOf } from "../results/types";
import { fetchVocabulary, vocabularyOf } from "../results/vocabulary";
import type { Lever, Vocabulary } from "../results/vocabulary";
import { figure, pounds, title } from "../words/figures";
import { leading } from "../words/lead";
import { Fields, group } from "./builder_fields";
import { check, run } from "./builder_run";
import { isServed } from "./served";

const KINDS: Record<string, string> = { add: "goes up by (with a minus: down)", multiply: "is multiplied by", rate_ratio: "has its rate multiplied by (rate ratio)", risk_ratio: "has its risk multiplied by (risk ratio)", odds_ratio: "has its odds multiplied by (odds ratio)", hazard_ratio: "has its hazard multiplied by (hazard ratio)", set: "is set to" };
const number = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 4 });

/** The ward where the leading measure stands worst: the form opens with it. */
function worstWard(results: Results): string[] {
  const main = leading(results), better = main?.direction === "lower" ? -1 : 1, at = (area: number) => better * results.level(main!.name, { scenario: 0, year: 0, area, sex: 0 }).mean;
  const known = main ? areasOf(results, "ward").filter((area) => Number.isFinite(at(area))).sort((a, b) => at(a) - at(b)) : [];
  return known.slice(0, 1).map((area) => results.areas[area]!.name);
}
/** The form opens with walking groups, so with what they move, where that is known. */
const startLever = (vocabulary: Vocabulary) => (vocabulary.levers.find((each) => each.name.startsWith("activity")) ?? vocabulary.levers[0])?.name ?? "";

/** What the scenarios here rest such an effect on. */
function startEvidence(results: Results | undefined): string {
  const effects = (results?.scenarios ?? []).flatMap((each) => readInterventions(each.text)).flatMap((each) => each.effects), lever = startLever(vocabularyOf(results));
  return effects.find((each) => each.lever === lever && each.evidence.length > 0)?.evidence[0] ?? effects.find((each) => each.evidence.length > 0)?.evidence[0] ?? "";
}

function formOf(fields: Fields): Form {
  const name = fields.words("name") || "A programme", places = fields.count("places");
  return { name, description: fields.words("description"), ambition: fields.words("ambition"), id: slug(name), from: fields.count("from"), to: fields.count("to"), ageFrom: fields.count("ageFrom"), ageTo: fields.count("ageTo"),
    tenths: fields.many("tenths").map(Number), wards: fields.many("wards"), reach: fields.count("reach") / 100, uptake: fields.count("uptake") / 100, places: Number.isFinite(places) ? places : undefined, perParticipant: fields.count("perParticipant"),
    fixed: fields.count("fixed"), lever: fields.words("lever"), kind: fields.words("kind"), amount: fields.count("amount"), spread: fields.count("spread"), halfLife: fields.words("halfLife") || "none", evidence: fields.words("evidence") };
}
function problemsOf(given: Form, lever: Lever | undefined): string[] {
  const wrong: string[] = [], must = (right: boolean, words: string) => { if (!right) wrong.push(words); };
  must(given.to >= given.from, "The last year must not be before the first.");
  must(given.ageTo >= given.ageFrom, "The highest age must not be below the lowest.");
  must(given.reach >= 0 && given.reach <= 1, "Reach must lie between 0 and 100 per cent.");
  must(given.uptake >= 0 && given.uptake <= 1, "Take-up must lie between 0 and 100 per cent.");
  must(given.places === undefined || given.places >= 1, "Places must be 1 or more, or empty.");
  must(given.perParticipant >= 0 && given.fixed >= 0, "Costs must be numbers, 0 or more.");
  must(given.lever !== "", "Name what the programme moves.");
  must(Number.isFinite(given.amount), "Say how far it moves.");
  must(!(given.spread < 0), "The standard deviation must not be below 0.");
  must(given.evidence !== "", "Name the evidence this rests on.");
  must(given.halfLife === "none" || Number(given.halfLife) > 0, "The half-life must be a number of years, or the word none.");
  const range = lever?.changes.find((each) => each.kind === given.kind);
  if (lever && lever.changes.length > 0) must(range !== undefined, `${lever.name} cannot be moved in that way: it takes ${lever.changes.map((each) => each.kind.replaceAll("_", " ")).join(", ")}.`);
  if (range) must(!(given.amount < range.low || given.amount > range.high), `How far must lie between ${number(range.low)} and ${number(range.high)}.`);
  return wrong;
}
function guessWords(results: Results | undefined, given: Form): HTMLElement {
  if (!results || results.ageGroups.length === 0) return h("p", { class: "govuk-body" }, "With results on this page it also tells how many people this reaches.");
  const found = guess(results, given), round = (value: number) => figure(value > 1000 ? Math.round(value / 10) * 10 : Math.round(value), 0);
  return h("p", { class: "govuk-body" }, "About ", h("strong", { "data-key": "eligible" }, round(found.eligible)), ` people are eligible in ${given.from}; about `, h("strong", { "data-key": "joiners" }, round(found.yearly)), " join in the first year. It costs about ", h("strong", { "data-key": "cost" }, pounds(found.cost)), ` over ${found.years} year${found.years === 1 ? "" : "s"}. `,
    h("small", {}, "A first guess from residents by age, tenth and ward; what else makes people eligible is not counted here."));
}
function download(given: Form): void {
  const link = h("a", { href: URL.createObjectURL(new Blob([writeScenario(given)], { type: "application/toml" })), download: `${slug(given.name, "_")}.toml` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function builder(results: Results | undefined, finished: (name: string) => Promise<void>): HTMLElement {
  let vocabulary: Vocabulary = vocabularyOf(results);
  let touched = false;   // nobody is told off before having filled in anything
  const fields = new Fields(() => { touched = true; told(); }), leverList = h("datalist", { id: freshId("levers") }), evidenceList = h("datalist", { id: freshId("evidence") }), about = h("p", { class: "govuk-hint lever-about", role: "status" });
  const answer = h("div", { role: "status", class: "built" }), file = h("pre", { class: "scenario-text", tabindex: 0, "aria-label": "The scenario file" }), outcome = h("div", { role: "status", class: "outcome" });
  const first = results?.years[0] ?? new Date().getFullYear(), last = results?.years.at(-1) ?? first + 20, wards = results ? areasOf(results, "ward").map((area) => results.areas[area]!.name) : [], tenths = results ? areasOf(results, "imd_decile").length : 10;
  const lever = () => vocabulary.levers.find((each) => each.name === fields.words("lever"));
  function tellLists(): void {
    replace(leverList, vocabulary.levers.map((each) => h("option", { value: each.name }, each.description)));
    replace(evidenceList, vocabulary.evidence.map((each) => h("option", { value: each.key }, each.title)));
  }
  function told(): void {
    const given = formOf(fields), known = lever(), wrong = problemsOf(given, known);
    about.textContent = known ? [known.description, known.unit ? `in ${known.unit}` : ""].filter((part) => part !== "").join("; ") : vocabulary.levers.length > 0 && given.lever ? "No such name is known here; the list shows those that are." : "";
    file.textContent = writeScenario(given);
    replace(answer, wrong.length === 0 ? guessWords(results, given) : touched ? h("ul", { class: "govuk-list govuk-error-message" }, wrong.map((each) => h("li", {}, each)))
      : h("p", { class: "govuk-body" }, `Still to fill in: ${[given.lever === "" ? "what the programme moves" : "", given.evidence === "" ? "the evidence it rests on" : ""].filter((part) => part !== "").join(", ")}.`));
  }
  const sent = () => ({ stem: slug(formOf(fields).name, "_"), text: writeScenario(formOf(fields)) });
  const button = (words: string, click: () => void, plain = true) => h("button", { type: "button", class: `govuk-button${plain ? " govuk-button--secondary" : ""}`, click }, words);
  const busy = async (task: Promise<void>) => { section.querySelectorAll<HTMLButtonElement>(".player button").forEach((each) => { each.disabled = true; }); await task; section.querySelectorAll<HTMLButtonElement>(".player button").forEach((each) => { each.disabled = false; }); };
  const start = results ? worstWard(results) : [];
  const section = h("section", { id: "builder", class: "part no-print" }, h("h2", { class: "govuk-heading-l" }, "Build a scenario"),
    h("p", { class: "govuk-body" }, isServed() ? "Fill in what you would try, then run it here, or download the file." : ["Fill in what you would try and download the file. Then run it with ", h("code", {}, "spires run FILE.toml"), "; under ", h("code", {}, "spires serve"), " this page runs it for you."]),
    h("form", { class: "builder", "aria-label": "A new scenario", submit: (event) => event.preventDefault() },
      group("The programme", fields.text("name", "Name", start.length > 0 ? `Walking groups in ${start[0]}` : "Walking groups"), fields.text("description", "What is done, for whom", "Weekly walking groups for adults."), fields.pick("ambition", "Ambition it serves", [["", "None"], ...(results ? ambitions(results) : []).map((each): [string, string] => [each, title(each)])], ""),
        fields.number("from", "First year", Math.min(last, first + 4), { min: first, max: last, step: "1" }), fields.number("to", "Last year", Math.min(last, first + 8), { min: first, max: last, step: "1" })),
      group("For whom", fields.number("ageFrom", "Lowest age", 18, { min: 0, max: 110, step: "1" }), fields.number("ageTo", "Highest age", 79, { min: 0, max: 110, step: "1" }),
        fields.tick("tenths", "Tenths of deprivation (none ticked: all)", Array.from({ length: tenths }, (_, i): [string, string] => [String(i + 1), i === 0 ? "1, most deprived" : i === tenths - 1 ? `${tenths}, least deprived` : String(i + 1)]), []),
        wards.length > 0 ? fields.tick("wards", "Wards (none ticked: all)", wards.map((each): [string, string] => [each, each]), start) : null),
      group("How many, at what cost", fields.number("reach", "Offered it each year, of the eligible", 10, { min: 0, max: 100, after: "%" }), fields.number("uptake", "Take it up, of those offered", 30, { min: 0, max: 100, after: "%" }), fields.number("places", "Places a year (empty: no limit)", "", { min: 1, step: "1" }),
        fields.number("perParticipant", "Cost of each participant", 150, { min: 0, before: "£" }), fields.number("fixed", "Fixed cost a year", 50000, { min: 0, before: "£" })),
      group("What it does", h("div", { class: "lever" }, fields.text("lever", "What it moves", startLever(vocabulary), { hint: "start to type, or choose from the list", list: leverList.id }), about, leverList),
        fields.pick("kind", "How", Object.entries(KINDS), "add"), fields.number("amount", "How far", 30), fields.number("spread", "Standard deviation of that", 10, { min: 0, hint: "how unsure the evidence is; of a ratio, on its logarithm" }),
        fields.text("halfLife", "Half-life of the effect in years, or none", "2"), h("div", {}, fields.text("evidence", "Evidence", startEvidence(results), { hint: "the key of a source: start to type, or choose from the list", list: evidenceList.id }), evidenceList))),
    answer, h("div", { class: "player" }, isServed() ? [button("Run it", () => void busy(run(outcome, { ...sent(), replicates: fields.count("replicates") }, finished)), false), button("Check it", () => void busy(check(outcome, sent())))] : null, button("Download the scenario file", () => download(formOf(fields)), isServed()),
      isServed() ? fields.number("replicates", "Replicates (more: surer, slower)", 4, { min: 1, max: 100, step: "1" }) : null), outcome,
    h("details", { class: "govuk-details" }, h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "The scenario file")), h("div", { class: "govuk-details__text" }, file)));
  tellLists();
  told();
  if (isServed()) void fetchVocabulary().then((found) => { vocabulary = found; if (fields.words("lever") === "") fields.of("lever").value = startLever(found); tellLists(); told(); }, () => undefined);
  return section;
}
