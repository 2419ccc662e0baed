// Files dropped on the page: the same numbers as the report's, and every wrong file named in words.
import assert from "node:assert/strict";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { drawn, exampleResults, expected, finish, grain, open, printed, report, scratch, test } from "./support.mjs";

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
copyFileSync(results, named("places.h5"));
python(`import h5py,sys
with h5py.File(sys.argv[1],"a") as f:
    kind, name = f["area_type"][()], f["area_name"][()]
    kind[-1], name[-1] = "locality", "<b>Canley</b>"
    f["area_type"][...], f["area_name"][...] = kind, name`, named("places.h5"));
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
  await page.waitForFunction(() => { const said = [...document.querySelectorAll("#files [role=status] li")]; return said.length > 0 && !said.some((each) => each.textContent.startsWith("Reading")); });
  return page.locator("#files [role=status]").first().innerText();
}

for (const [name, words] of [["cut.h5", /cut short/], ["text.h5", /not an HDF5 file/], ["empty.h5", /is empty/], ["foreign.h5", /something else/], ["version.h5", /another version/], ["copy.h5", /here already/]])
  await test(`${name} is refused in words`, async () => {
    assert.match(await drop(name), words);
    assert.equal(await page.locator(".card").count(), 2);
  });
await test("files let go over the page are read, each once, and one wrong among them does not stop the others", async () => {
  const before = await page.locator(".overview tbody tr").count(), held = [["text.h5", readFileSync(named("text.h5"))], ["notes.h5", Buffer.from("")], ["copy.h5", bytes]];
  await page.evaluate(async (all) => {
    const carried = new DataTransfer();
    for (const [name, letters] of all) carried.items.add(new File([Uint8Array.from(atob(letters), (each) => each.charCodeAt(0))], name));
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, held.map(([name, content]) => [name, content.toString("base64")]));
  await page.waitForFunction(() => document.querySelectorAll("#files [role=status] li").length === 3 && !document.querySelector("#files [role=status]").textContent.includes("Reading"));
  const said = await page.locator("#files [role=status] li").allInnerTexts();
  for (const [i, words] of [/text\.h5 is not an HDF5 file/, /notes\.h5 is empty/, /copy\.h5 is here already/].entries()) assert.match(said[i], words);
  assert.equal(await page.locator(".overview tbody tr").count(), before);
});
await test("a damaged file does not take the page down", async () => {
  await drop("damaged.h5").catch(() => {});
  assert.ok((await page.locator("h1").count()) === 1);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
});
await test("a run without an indicator stands beside one that has it", async () => {
  assert.match(await drop("fewer.h5"), /another seed/);
  // Of more than three scenarios the first screen tells one line each, and each in full when that is unfolded.
  assert.equal(await page.locator(".overview tbody tr").count(), 4);
  assert.equal(await page.locator(".card").count(), 0);
  await page.locator("#glance summary", { hasText: "Each of the 4 scenarios in full" }).click();
  await page.locator(".card").nth(3).waitFor();
  assert.equal(await page.locator(".card").count(), 4);
  const names = await page.locator("#choices [name=scenario] option").allInnerTexts();
  assert.equal(names.length, 5);
  assert.equal(names.filter((each) => each.includes("(fewer.h5)")).length, 2);
  await page.locator("section[id^=ambition] > details > summary").first().click();
  await page.locator("figure[data-key=smoking]").waitFor();
  const smoking = async (scenario) => {
    await page.locator("#choices [name=scenario]").selectOption({ label: scenario });
    await drawn(page);
    return page.locator("figure[data-key=smoking] .figure-sentence").innerText();
  };
  assert.match(await smoking(names.find((each) => each.includes("(fewer.h5)"))), /no value/);
  assert.match(await smoking("Walking in poor places"), /in 2025/);
});
await test("localities of a file stand in the choice of areas", async () => {
  const own = await open(report(named("places.h5"), join(folder, "places.html"))), groups = await own.page.locator("#choices [name=area] optgroup").evaluateAll((all) => all.map((each) => [each.label, each.childElementCount]));
  assert.deepEqual(groups, [["City", 1], ["Wards", 18], ["Tenths of deprivation", 9], ["Localities", 1]]);
  await own.page.locator("#choices [name=area]").selectOption({ label: "<b>Canley</b>" });
  await drawn(own.page);
  await own.page.locator("section[id^=ambition] > details > summary").first().click();
  const figure = own.page.locator("figure[data-key=deaths]");
  await figure.locator("summary").click();
  await figure.locator("tbody tr").first().waitFor();
  const [found] = expected(named("places.h5"), [{ variable: "deaths", scenario: "walking", area: "IMD10", sex: "persons", year: 2022 }]), shown = await figure.locator("tbody tr").first().locator("td").first().innerText();
  assert.ok(Math.abs(printed(shown) - found.base) <= 1 + (found.level_upper - found.level_lower) / 64, `${shown} against ${found.base}`);
  await own.browser.close();
});
await test("a dropped file gives the numbers that h5py reads", async () => {
  const figure = page.locator("figure[data-key=healthy_life_expectancy]").first();
  await figure.locator("summary").click();
  await figure.locator("tbody tr").first().waitFor();
  const rows = await figure.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const numbers = expected(results, rows.map(([year]) => ({ variable: "healthy_life_expectancy", scenario: "walking", area: "E08000026", sex: "persons", year: Number(year) })));
  rows.forEach((row, i) => assert.ok(Math.abs(printed(row[1]) - numbers[i].base) <= grain(row[1]) * 1.01 && Math.abs(printed(row[3]) - numbers[i].change) <= grain(row[3]) * 1.01, row.join(" ")));
});
await test("a dropped file gives the words its report gives", async () => {
  const empty = join(folder, "empty.html");
  writeFileSync(empty, readFileSync(file, "utf8").replace(/(<script type="text\/plain" id="results">)[^<]*/, "$1"));
  const bare = await open(empty);
  await bare.page.locator("#results-files").setInputFiles([results]);
  await bare.page.waitForSelector(".card");
  const fresh = await open(file), words = (from) => from.locator(".headline, .overview td, figure[data-key=healthy_life_expectancy] figcaption, figure[data-key=emergency_admissions] figcaption, figure[data-key=money] figcaption, .card-row dd, #certainty p, #certainty td").allTextContents();
  const dropped = await words(bare.page);
  assert.ok(dropped.length > 30);
  assert.deepEqual(dropped, await words(fresh.page));
  assert.deepEqual(bare.problems, []);
  await bare.browser.close();
  await fresh.browser.close();
});
await test("nothing else went wrong", async () => assert.deepEqual(problems, []));
await browser.close();
finish();
