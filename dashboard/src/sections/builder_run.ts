// Under `spires serve`: a scenario is checked by the program, or run with its progress shown.
import { h, replace } from "../dom";
import { figure } from "../words/figures";

interface RunState { state: string; share: number; seconds_left: number; message: string; results: string }
export interface Sent { stem: string; text: string; replicates?: number }

async function post(path: string, sent: Sent): Promise<string> {
  const reply = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.text();
}
const timeWords = (seconds: number) => (seconds < 1 ? "nearly done" : seconds < 90 ? `about ${figure(Math.ceil(seconds), 0)} seconds left` : `about ${figure(Math.ceil(seconds / 60), 0)} minutes left`);
/** Without the folder a file was put into: it has but one name for whoever filled in the form. */
const shortly = (words: string) => words.replace(/[^\s:]*\/built\/[^\s:/]+\//g, "");
const refusal = (words: string) => h("div", { class: "govuk-error-summary refusal" }, h("p", { class: "govuk-body" }, h("strong", {}, "The program does not take it:")), h("pre", { class: "checked" }, shortly(words)));

export async function check(place: HTMLElement, sent: Sent): Promise<void> {
  replace(place, h("p", { class: "govuk-body" }, "Checking …"));
  try { replace(place, h("p", { class: "govuk-body" }, h("strong", {}, "The program takes it:")), h("pre", { class: "checked", tabindex: 0, "aria-label": "What the program found" }, await post("api/check", sent))); } catch (problem) { replace(place, refusal((problem as Error).message)); }
}
/** Asks every little while how far the run is; ends when it is done or has failed. */
export async function run(place: HTMLElement, sent: Sent, finished: (name: string) => Promise<void>): Promise<void> {
  const bar = h("progress", { max: 100, "aria-label": "How far the run is" }), words = h("p", { class: "govuk-body running" }, "Starting: the starting population is drawn first …");
  replace(place, bar, words);
  try {
    await post("api/run", sent);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const state = (await (await fetch("api/run")).json()) as RunState;
      if (state.state === "running" && state.share > 0) {
        bar.value = 100 * state.share;
        words.textContent = `Running: ${figure(100 * state.share, 0)} %${state.share > 0.05 ? `, ${timeWords(state.seconds_left)}` : ""}.`;   // a first guess of time would mislead
      }
      if (state.state === "done") {
        words.textContent = "Done. Its results are read …";
        return await finished(state.results);
      }
      if (state.state !== "running") return replace(place, refusal(state.message));
    }
  } catch (problem) { replace(place, refusal((problem as Error).message)); }
}
