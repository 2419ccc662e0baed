// Files dropped on the page: the same numbers as the report's, and every wrong file named in words.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { exampleResults, finish, open, report, scratch, test } from "./support.mjs";

const results = exampleResults(), folder = scratch(), file = report(results, join(folder, "report.html"));
const named = (name) => join(folder, name);
const python = (code, ...words) => execFileSync(process.env.PYTHON, ["-c", code, ...words]);

const bytes = readFileSync(results);
writeFileSync(named("cut.h5"), bytes.subarray(0, Math.floor(bytes.length / 2)));
writeFileSync(named("text.h5"), "year,value\n2022,1\n");
writeFileSync(named("empty.h5"), "");
copyFileSync(results, named("copy.h5"));
python(`import h5py,sys
with h5py.File(sys.argv[1],"w") as f: f["a"]=[1,2]`, named("foreign.h5"));
copyFileSync(results, named("version.h5"));
python(`import h5py,sys
with h5py.File(sys.argv[1],"a") as f: f.attrs.modify("schema_version",99)`, named("version.h5"));
copyFileSync(results, named("fewer.h5"));
python(`import h5py,sys
with h5py.File(sys.argv[1],"a") as f:
    del f["smoking"]; f.attrs.modify("seed", b"7")`, named("fewer.h5"));
const damaged = Buffer.from(bytes);
for (let i = Math.floor(bytes.length * 0.2); i < bytes.length * 0.9; i += 97) damaged[i] ^= 0x5a;
writeFileSync(named("damaged.h5"), damaged);

const { browser, page, problems } = await open(file);
async function drop(...names) {
  await page.locator("#results-files").setInputFiles(names.map(named));
  await page.waitForFunction(() => { const said = [...document.querySelectorAll("#files [role=status] li")]; return said.length > 0 && !said.some((each) => each.textContent.startsWith("Reading")); }, undefined, { timeout: 120000 });
  return page.locator("#files [role=status]").first().innerText();
}

for (const [name, words] of [["cut.h5", /cut short/], ["text.h5", /not an HDF5 file/], ["empty.h5", /is empty/], ["foreign.h5", /something else/], ["version.h5", /another version/], ["copy.h5", /here already/]])
  await test(`${name} is refused in words`, async () => {
    assert.match(await drop(name), words);
    assert.equal(await page.locator(".card").count(), 2);
  });
await test("a damaged file does not take the page down", async () => {
  await drop("damaged.h5").catch(() => {});
  assert.ok((await page.locator("h1").count()) === 1);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
});
await test("a run without an indicator stands beside one that has it", async () => {
  assert.match(await drop("fewer.h5"), /another seed/);
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 4, undefined, { timeout: 120000 });
  const names = await page.locator("#choices [name=scenario] option").allInnerTexts();
  assert.equal(names.length, 5);
  assert.ok(names.some((each) => each.includes("(fewer.h5)")));
});
await test("a dropped file gives the words its report gives", async () => {
  const empty = join(folder, "empty.html");
  writeFileSync(empty, readFileSync(file, "utf8").replace(/(<script type="text\/plain" id="results">)[^<]*/, "$1"));
  const bare = await open(empty);
  await bare.page.locator("#results-files").setInputFiles([results]);
  await bare.page.waitForSelector(".card", { timeout: 120000 });
  const fresh = await open(file), words = (from) => from.locator("figure[data-key=healthy_life_expectancy] figcaption, figure[data-key=emergency_admissions] figcaption, .card-row dd").allInnerTexts();
  assert.deepEqual(await words(bare.page), await words(fresh.page));
  assert.deepEqual(bare.problems, []);
  await bare.browser.close();
  await fresh.browser.close();
});
await test("nothing else went wrong", async () => assert.deepEqual(problems, []));
await browser.close();
finish();
