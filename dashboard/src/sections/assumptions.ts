// What was assumed and where it comes from, so that a reader can doubt it.
import { details, h, table } from "../dom";
import { readInterventions, readSources } from "../results/scenario_file";
import { leverWords } from "../words/parameters";
import type { Results } from "../results/types";

/** Only the web's own addresses become links. */
function sourceLine(source: ReturnType<typeof readSources>[0]) {
  const name = /^https?:\/\//.test(source.address) ? h("a", { class: "govuk-link", href: source.address, rel: "noreferrer" }, source.title) : source.title;
  return h("li", { id: `source-${source.key}` }, name, `. ${[source.publisher, source.year].filter((part) => part !== "").join(", ")}. `, h("small", {}, [source.licence, source.key].filter((part) => part !== "").join(" · ")));
}

export function assumptions(results: Results): HTMLElement {
  const about = results.about, sources = readSources(results.sources), cited = new Set<string>(), folded = results.scenarios.length > 4;
  const scenarios = results.scenarios.slice(1).map((scenario) => {
    const people = readInterventions(scenario.text);
    for (const each of people) for (const key of each.evidence) cited.add(key);
    const content = () => [h("p", { class: "govuk-body" }, scenario.description),
      people.length > 0 ? table(`What ${scenario.name} assumes`, [{ title: "Programme" }, { title: "Years" }, { title: "For whom" }, { title: "Reach a year" }, { title: "Take-up" }, { title: "Places" }, { title: "Cost" }, { title: "Effects" }],
        people.map((each) => [each.id.replaceAll("-", " "), `${each.from ?? "?"} to ${each.to ?? "?"}`, each.who.join("; "), each.reach, each.uptake, each.places, each.cost,
          h("ul", { class: "plain-list" }, each.effects.map((one) => h("li", {}, `${leverWords(results, one.lever)}: ${one.change}`, one.time ? `; ${one.time}` : "", one.evidence.length > 0 ? ` [${one.standing}: ${one.evidence.join(", ")}]` : "")))])) : null,
      scenario.text ? details("The scenario file, word for word", () => h("pre", { class: "scenario-text", tabindex: 0, "aria-label": `The file of ${scenario.name}` }, scenario.text)) : null];
    return h("div", { class: "assumed" }, folded ? details(scenario.name, content, true) : [h("h3", { class: "govuk-heading-m" }, scenario.name), content()]);
  });
  const first = sources.filter((each) => cited.has(each.key)), rest = sources.filter((each) => !cited.has(each.key));
  return h("section", { id: "assumptions", class: "part" }, h("h2", { class: "govuk-heading-l" }, "Assumptions and sources"), scenarios,
    h("h3", { class: "govuk-heading-m" }, "How to read this"), h("ul", { class: "govuk-list govuk-list--bullet" },
      h("li", {}, "This is no forecast. Levels in later years hang on migration and mortality that nobody knows; differences between scenarios hang on them much less."),
      h("li", {}, "Everybody in the simulated city is made up. Below wards much is unpublished and takes national shapes."),
      h("li", {}, "The band of a level, and that of a change, say where a single simulated city falls in 19 of 20 cases."),
      h("li", {}, "No infections, no winter weeks, no economy that answers.")),
    h("h3", { class: "govuk-heading-m" }, "The run"), h("dl", { class: "run" }, [["Program", about.source], ["Seed", about.seed], ["Replicates", `${about.replicates} (${about.draws} draws of the parameters, ${about.seeds_a_draw} seeds each)`], ["Parameter uncertainty", about.parameter_uncertainty], ["File", about.file]]
      .filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name!), h("dd", {}, value!)))),
    first.length > 0 ? [h("h3", { class: "govuk-heading-m" }, "What the programmes rest on or are assumed after"), h("ul", { class: "govuk-list govuk-list--bullet" }, first.map(sourceLine))] : null,
    rest.length > 0 ? details(`All other sources of the model (${rest.length})`, () => h("ul", { class: "govuk-list govuk-list--bullet" }, rest.map(sourceLine))) : null,
    h("p", { class: "govuk-body-s" }, "Contains public sector information licensed under the Open Government Licence v3.0. Contains National Statistics data © Crown copyright and database right."));
}
