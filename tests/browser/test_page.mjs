// The page shows the file's own numbers, answers to every control, and keeps its choice in the link.
import assert from "node:assert/strict";
import { join } from "node:path";
import { exampleResults, expected, finish, grain, hostile, open, printed, report, scratch, test } from "./support.mjs";

const results = exampleResults(), file = report(results, join(scratch(), "report.html"));
const { browser, page, problems } = await open(file);
const factor = (unit) => (unit === "1" ? 100 : 1);

/** Opens the table of a small multiple and compares every year in it with the file. */
async function compareTable(variable, place, unit) {
  const figure = page.locator(`figure[data-key="${variable}"]`).first(), fold = figure.locator("details");
  if ((await fold.getAttribute("open")) === null) await figure.locator("summary").click();
  const rows = await figure.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const numbers = expected(results, rows.map(([year]) => ({ variable, ...place, year: Number(year) })));
  for (const [i, row] of rows.entries()) {
    const found = numbers[i], known = (shown, value, what, slack) => {
      if (value === null) return assert.equal(shown, "–", `${variable} ${row[0]} ${what}`);
      const allowed = grain(shown) * 1.01 + slack;
      assert.ok(Math.abs(printed(shown) - value * factor(unit)) <= allowed, `${variable} ${row[0]} ${what}: shown ${shown}, in the file ${value * factor(unit)}`);
    };
    // Outside the city numbers are kept to a 64th of their interval.
    const step = (lower, upper) => (place.area === "E08000026" || lower === null ? 0 : ((upper - lower) / 64) * factor(unit));
    known(row[1], found.base, "level", step(found.level_lower, found.level_upper));
    if (row.length > 3) known(row[3], found.change, "change", step(found.change_lower, found.change_upper));
    if (row.length > 5 && found.better !== null && found.better > 0.011 && found.better < 0.989) assert.ok(Math.abs(printed(row[5]) - 100 * found.better) <= 1.1, `${variable} ${row[0]} chance ${row[5]} ${found.better}`);
  }
  return rows.length;
}
const choose = async (name, label) => {
  await page.locator(`#choices [name="${name}"]`).selectOption({ label });
  await page.waitForTimeout(60);
};

await test("the first screen answers six questions for each scenario", async () => {
  assert.equal(await page.locator(".card").count(), 2);
  const words = await page.locator(".card").first().innerText();
  for (const question of ["What was tried", "What it gains", "For whom", "When", "At what cost", "How sure"]) assert.match(words, new RegExp(question));
  assert.match(words, /aged 18 and over, in tenths of deprivation 1, 2 or 3/);
  assert.match(await page.locator(".headline").innerText(), /\d|no clear/i);
});
await test("cost on the first screen is that of the file", async () => {
  const spent = expected(results, [2022, 2023, 2024, 2025].map((year) => ({ variable: "programme_cost", scenario: "walking", area: "E08000026", sex: "persons", year }))).reduce((sum, each) => sum + (each.change ?? 0), 0);
  const shown = await page.locator(".card").first().locator("dt", { hasText: "At what cost" }).locator("+ dd strong").innerText();
  assert.ok(Math.abs(printed(shown) - spent) <= Math.max(grain(shown), spent * 0.005), `${shown} against ${spent}`);
});
await test("names from a scenario file are text", async () => {
  assert.ok((await page.locator("h3", { hasText: hostile }).count()) >= 1);
  assert.doesNotMatch(await page.title(), /taken/);
  assert.equal(await page.locator("main img, main script").count(), 0);
});
await test("every small multiple has a sentence, words and a picture", async () => {
  const figures = page.locator("figure");
  assert.ok((await figures.count()) > 30);
  for (const each of await figures.evaluateAll((all) => all.map((one) => ({ sentence: one.querySelector(".figure-sentence")?.textContent, words: one.querySelector("[role=img]")?.getAttribute("aria-label") })))) {
    assert.ok(each.sentence?.length > 10, JSON.stringify(each));
    assert.ok(each.words?.length > 20, JSON.stringify(each));
  }
});
await test("numbers of the city are those h5py reads", async () => {
  for (const [variable, unit] of [["healthy_life_expectancy", "years"], ["smoking", "1"], ["deaths", "count"], ["emergency_admissions", "count"], ["life_expectancy_gap", "years"]])
    assert.equal(await compareTable(variable, { scenario: "walking", area: "E08000026", sex: "persons" }, unit), 4);
});
await test("scenario, area and sex change what is shown", async () => {
  await choose("scenario", hostile);
  await choose("area", "Foleshill");
  await choose("sex", "Women and girls");
  await compareTable("emergency_admissions", { scenario: "hostile", area: "E05001222", sex: "female" }, "count");
  await compareTable("life_expectancy", { scenario: "hostile", area: "E05001222", sex: "female" }, "years");
  assert.match(page.url(), /scenario=hostile&area=E05001222&sex=female/);
});
await test("the year moves by keyboard, and sentences follow", async () => {
  const slider = page.locator("#choices [name=year]"), before = await page.locator("figure[data-key=deaths] .figure-note").innerText();
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForTimeout(80);
  assert.match(page.url(), /year=2022/);
  assert.notEqual(await page.locator("figure[data-key=deaths] .figure-note").innerText(), before);
  assert.ok(await slider.evaluate((element) => element === document.activeElement), "the slider keeps the focus");
});
await test("a link opens the same view", async () => {
  const hash = "#scenario=walking&area=IMD01&sex=male&year=2024&map=smoking&shows=change", second = await open(file, { hash });
  const chosen = await second.page.locator("#choices select").evaluateAll((all) => all.map((each) => each.selectedOptions[0].textContent));
  assert.deepEqual(chosen, ["Walking in poor places", "Most deprived tenth of England", "Men and boys"]);
  assert.equal(await second.page.locator("[name=map]").inputValue(), "smoking");
  assert.equal(await second.page.locator("[name=shows]").inputValue(), "change");
  await second.browser.close();
});
await test("the map holds every ward, and a click chooses one", async () => {
  await page.locator("#map").scrollIntoViewIfNeeded();
  await page.waitForSelector(".hexagon");
  assert.equal(await page.locator(".hexagon").count(), 18);
  await page.locator(".hexagon", { hasText: "Wainbody" }).click();
  await page.waitForTimeout(80);
  assert.match(page.url(), /area=E05001231/);
  await page.locator("[name=map]").selectOption("smoking");
  await page.waitForTimeout(80);
  assert.match(await page.locator("figure[data-key=map] .figure-name").innerText(), /^Smoking/);
  const [city] = expected(results, [{ variable: "smoking", scenario: "baseline", area: "E05001231", sex: "female", year: 2022 }]);
  await page.locator("figure[data-key=map] summary").click();
  const shown = await page.locator("figure[data-key=map] tbody tr", { hasText: "Wainbody" }).locator("td").first().innerText();
  assert.ok(Math.abs(printed(shown) - 100 * city.base) < 0.3, `${shown} against ${city.base}`);
});
await test("the pyramid steps and plays", async () => {
  const shown = page.locator("#ageing .year-shown");
  await page.getByRole("button", { name: "Year on" }).click();
  assert.equal(await shown.innerText(), "2023");
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() => document.querySelector("#ageing .year-shown").textContent === "2025");
});
await test("nothing failed, and nothing was asked of the network", async () => assert.deepEqual(problems, []));
await browser.close();
finish();
