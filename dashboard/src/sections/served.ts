// Under `spires serve`: the results of a folder, read by the program itself.
import { h, replace } from "../dom";
import { readPayload, unpackBytes } from "../results/payload";
import { caution, misfit } from "../results/together";
import type { Results } from "../results/types";
import type { Shelf } from "./files";

export interface ServedFile { name: string; bytes: number; changed: string; scenarios: string[] }
export const isServed = () => document.body.dataset.layout !== undefined && location.protocol.startsWith("http");

export async function listServed(): Promise<ServedFile[]> {
  const answer = await fetch("api/files");
  return answer.ok ? ((await answer.json()) as ServedFile[]) : [];
}
export async function fetchResults(name: string): Promise<Results> {
  const answer = await fetch(`api/results?name=${encodeURIComponent(name)}`);
  if (!answer.ok) throw new Error(await answer.text());
  const results = readPayload(await unpackBytes(new Uint8Array(await answer.arrayBuffer())));
  results.about.file = name;
  return results;
}

let ticked = "";   // the page is drawn anew around the box that was ticked, which keeps the focus

/** A box to tick for each results file of the folder. */
export function served(shelf: Shelf, changed: () => void): HTMLElement {
  const boxes = h("div"), said = h("p", { class: "govuk-body", role: "status" });
  async function toggle(file: ServedFile, on: boolean): Promise<void> {
    try {
      if (!on) shelf.held = shelf.held.filter((each) => each.about.file !== file.name);
      else {
        said.textContent = `Reading ${file.name} …`;
        const results = await fetchResults(file.name), first = shelf.held[0], unfit = first && misfit(first, results);
        if (unfit) throw new Error(unfit);
        shelf.held.push(results);
        shelf.messages = first && caution(first, results) ? [{ text: caution(first, results)!, bad: false }] : [];
      }
      ticked = shelf.held.length === 1 && on ? "" : file.name;
      changed();
    } catch (problem) {
      said.textContent = (problem as Error).message;
    }
  }
  const list = (all: ServedFile[]) => replace(boxes, all.length === 0 ? h("p", { class: "govuk-body" }, "The folder holds no results yet.") : all.map((file, i) => h("div", { class: "box" },
    h("input", { type: "checkbox", id: `served-${i}`, checked: shelf.held.some((each) => each.about.file === file.name), change: (event) => void toggle(file, (event.target as HTMLInputElement).checked) }),
    h("label", { for: `served-${i}` }, ` ${file.name} `, h("small", {}, [file.scenarios.join(", "), `${(file.bytes / 1e6).toFixed(1)} MB`, file.changed].filter((part) => part !== "").join(" · "))))));
  void listServed().then((all) => {
    list(all);
    const at = all.findIndex((each) => each.name === ticked);
    ticked = "";
    boxes.querySelector<HTMLElement>(`#served-${at}`)?.focus();
  });
  return h("fieldset", { class: "served" }, h("legend", { class: "govuk-heading-m" }, "Results in the folder"), boxes, said);
}
