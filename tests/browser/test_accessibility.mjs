// WCAG 2.2 AA as far as a program can tell: axe, keyboard, 320 pixels, reduced motion, paper.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { axeSource, drawn, exampleResults, finish, open, report, scratch, test } from "./support.mjs";

const file = report(exampleResults(), join(scratch(), "report.html"));

async function violations(page) {
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));   // draws every chart
  await page.evaluate(axeSource);
  const { violations: found } = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.map((each) => `${each.id}: ${each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

for (const layout of ["dashboard", "annual"]) for (const width of [1280, 320])
  await test(`${layout} at ${width} pixels: axe has nothing to say, nothing is wider than the window`, async () => {
    const { browser, page } = await open(file, { width, hash: `#layout=${layout}` });
    for (let depth = 0; depth < 2; depth += 1) {   // a fold may hold folds
      for (const fold of await page.locator("details:not([open]) > summary").all()) if (await fold.isVisible()) await fold.evaluate((element) => { element.parentElement.open = true; });
      await drawn(page);
    }
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await browser.close();
  });
for (const width of [1280, 320])
  await test(`a page without results that was given a wrong file, at ${width} pixels: axe has nothing to say`, async () => {
    const folder = scratch(), empty = join(folder, "empty.html");
    writeFileSync(empty, readFileSync(file, "utf8").replace(/(<script type="text\/plain" id="results">)[^<]*/, "$1"));
    writeFileSync(join(folder, "notes.h5"), "no results");
    const { browser, page } = await open(empty, { width });
    await page.locator("#results-files").setInputFiles(join(folder, "notes.h5"));
    await page.locator("#files [role=status]", { hasText: "not an HDF5 file" }).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    await browser.close();
  });
await test("the keyboard reaches every control, first a way past the header", async () => {
  const { browser, page } = await open(file);
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip/);
  const wanted = new Set(["scenario", "area", "sex", "year", "map", "shows"]), seen = new Set();
  for (let i = 0; i < 400 && seen.size < wanted.size; i += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement.getAttribute("name"));
    if (wanted.has(name)) seen.add(name);
  }
  assert.deepEqual([...seen].sort(), [...wanted].sort());
  await browser.close();
});
await test("who asked for less motion is offered steps, not play", async () => {
  const { browser, page } = await open(file, { reducedMotion: "reduce" });
  assert.equal(await page.getByRole("button", { name: "Play" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Year on" }).count(), 1);
  await browser.close();
});
await test("paper has every chart and no control", async () => {
  const { browser, page } = await open(file);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#choices").isVisible(), false);
  const empty = await page.locator(".picture").evaluateAll((all) => all.filter((each) => each.childElementCount === 0).length);
  assert.equal(empty, 0);
  assert.ok((await page.pdf({ format: "A4" })).length > 50000);
  await browser.close();
});
finish();
