// Results files dropped on the page or chosen: read one after another, and what is wrong with one said in words.
import { h, replace } from "../dom";
import { FileProblem, readResults } from "../results/hdf5";
import { caution, misfit } from "../results/together";
import type { Results } from "../results/types";

export interface Shelf { held: Results[]; digests: Set<string>; messages: { text: string; bad: boolean }[] }
export const newShelf = (held: Results[]): Shelf => ({ held, digests: new Set(), messages: [] });

/** Tells copies of a file from different files; nothing hangs on nobody forging it. */
function digest(bytes: Uint8Array): string {
  let a = 0x811c9dc5, b = 0x9e3779b9;
  for (let i = 0; i < bytes.length; i += 7) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193);
    b = Math.imul(b + bytes[i]!, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${bytes.length}:${a >>> 0}:${b >>> 0}`;
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Whether a run that came inside the page is the one a file holds: name, commit, seed and scenarios tell. */
const sameRun = (a: Results, b: Results) => a.about.source === b.about.source && a.about.seed === b.about.seed && a.about.replicates === b.about.replicates
  && a.scenarios.map((each) => `${each.stem}\n${each.text}`).join() === b.scenarios.map((each) => `${each.stem}\n${each.text}`).join();

export async function take(shelf: Shelf, files: File[], say: () => void): Promise<void> {
  shelf.messages = [];
  const tell = (text: string, bad: boolean) => { shelf.messages.push({ text, bad }); say(); };
  for (const file of files) {
    tell(`Reading ${file.name} …`, false);
    await pause();
    try {
      const buffer = await file.arrayBuffer(), key = digest(new Uint8Array(buffer));
      const results = shelf.digests.has(key) ? undefined : readResults(buffer, file.name);
      if (!results || shelf.held.some((each) => sameRun(each, results))) throw new FileProblem(`${file.name} is here already; it is not counted twice.`);
      const first = shelf.held[0], unfit = first && misfit(first, results), careful = first && caution(first, results);
      if (unfit) throw new FileProblem(unfit);
      shelf.digests.add(key);
      shelf.held.push(results);
      shelf.messages.pop();
      tell(`${file.name}: ${results.scenarios.length - 1} scenario${results.scenarios.length === 2 ? "" : "s"} and ${results.variables.length} indicators read.${careful ? ` ${careful}` : ""}`, false);
    } catch (problem) {
      shelf.messages.pop();
      tell(problem instanceof FileProblem ? problem.message : `${file.name} is damaged and cannot be read. (${(problem as Error).message})`, true);
    }
  }
}

export function files(shelf: Shelf, changed: () => void, extra: Node | null = null): HTMLElement {
  const said = h("ul", { class: "govuk-list" }), kept = h("ul", { class: "govuk-list" });
  const say = () => replace(said, shelf.messages.map((each) => h("li", { class: each.bad ? "bad" : "" }, each.bad ? h("strong", {}, "Not read: ") : null, each.text)));
  const list = () => replace(kept, shelf.held.map((each) => h("li", {}, each.about.file, " ", shelf.held.length > 1 ? h("button", { type: "button", class: "plain-button", click: () => { shelf.held.splice(shelf.held.indexOf(each), 1); shelf.digests.clear(); changed(); } }, `Put ${each.about.file} away`) : null)));
  const input = h("input", { type: "file", id: "results-files", class: "govuk-file-upload", multiple: true, accept: ".h5,.hdf5,.nc", change: () => void receive([...(input.files ?? [])]) });
  async function receive(chosen: File[]): Promise<void> {
    const before = shelf.held.length;
    await take(shelf, chosen, say);
    if (shelf.held.length !== before) changed();
  }
  document.ondragover = (event) => event.preventDefault();
  document.ondrop = (event) => { event.preventDefault(); void receive([...(event.dataTransfer?.files ?? [])]); };
  say();
  list();
  return h("section", { id: "files", class: "part no-print" }, h("h2", { class: "govuk-heading-l" }, shelf.held.length > 0 ? "Other results" : "Results"), extra,
    h("p", { class: "govuk-body" }, "Drop results files (results.h5) anywhere on this page, or choose them here, to compare their scenarios. They are read on this computer and go nowhere else."),
    h("label", { class: "govuk-label", for: "results-files" }, "Results files"), input, h("div", { role: "status" }, said), shelf.held.length > 0 ? [h("p", { class: "govuk-body" }, "On this page:"), kept] : null);
}
