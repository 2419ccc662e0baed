// The page shows the file's own numbers, answers to every control, and keeps its choice in the link.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawn, exampleResults, expected, finish, grain, hostile, open, printed, printedBy, report, scratch, test } from "./support.mjs";

const results = exampleResults(), file = report(results, join(scratch(), "report.html"));
const { browser, page, problems } = await open(file);
const factor = (unit) => (unit === "1" ? 100 : 1);
/** The rule of engine/commands/figures.cpp, worked out once more. */
const chanceWords = (chance) => (chance === null ? "–" : chance > 0.99 ? ">99 %" : chance < 0.01 ? "<1 %" : `${Math.floor(100 * chance + 0.5)} %`);

const axis = JSON.parse(execFileSync(process.env.PYTHON, ["-c", `import h5py, json, sys
with h5py.File(sys.argv[1]) as file:
    print(json.dumps({name: [word.decode() for word in file[name][()]] for name in ("area", "area_name")} | {"shapes": {name: len(item.shape) for name, item in file.items() if name + "_difference" in file}, "units": {name: file[name].attrs["units"].decode() for name in file if name + "_difference" in file}}))`, results]));

/** Opens the table of a small multiple and compares every year in it with the file. */
async function compareTable(variable, place, unit) {
  const figure = page.locator(`figure[data-key="${variable}"]`).first(), fold = figure.locator("details");
  if ((await fold.getAttribute("open")) === null) await figure.locator("summary").click();
  await figure.locator("tbody tr").first().waitFor();
  const rows = await figure.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const numbers = expected(results, rows.map(([year]) => ({ variable, ...place, year: Number(year) })));
  for (const [i, row] of rows.entries()) {
    const found = numbers[i], known = (shown, value, what, slack) => {
      if (value === null) return assert.equal(shown, "–", `${variable} ${row[0]} ${what}`);
      const allowed = grain(shown) * 1.01 + slack;
      assert.ok(Math.abs(printed(shown) - value * factor(unit)) <= allowed, `${variable} ${row[0]} ${what}: shown ${shown}, in the file ${value * factor(unit)}`);
    };
    // Outside the city numbers are kept to a 64th of their interval; there to six digits, changes to a 4096th.
    const city = place.area === "E08000026", step = (lower, upper, part) => (lower === null ? 0 : ((upper - lower) / part) * factor(unit));
    known(row[1], found.base, "level", city ? Math.abs(found.base ?? 0) * factor(unit) * 2 ** -20 : step(found.level_lower, found.level_upper, 64));
    if (row.length > 3) known(row[3], found.change, "change", step(found.change_lower, found.change_upper, city ? 4096 : 64));
    if (row.length > 5 && row[5].startsWith("about")) assert.ok(Math.abs((/>99/.test(row[5]) ? 100 : /<1/.test(row[5]) ? 0 : printed(row[5])) - 100 * found.better) <= 4, `${variable} ${row[0]} ${row[5]} ${found.better}`);
    else if (row.length > 5) assert.equal(row[5], chanceWords(found.better), `${variable} ${row[0]} chance`);
  }
  return rows.length;
}
const choose = async (name, label) => {
  await page.locator(`#choices [name="${name}"]`).selectOption({ label });
  await drawn(page);
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
await test("the strategy's eighteen indicators stand under its three ambitions, in its order, and the rest is folded", async () => {
  const table = JSON.parse(execFileSync(process.env.PYTHON, ["-c", `import csv, h5py, io, json, sys
with h5py.File(sys.argv[1]) as file:
    print(json.dumps(list(csv.DictReader(io.StringIO(bytes(file["provenance/inputs/indicators.csv"][()]).decode())))))`, results]));
  const shown = await page.locator("section[id^=ambition] > .multiples > figure").evaluateAll((all) => all.map((each) => ({ key: each.dataset.key, under: each.closest("section").id, number: Number(/Indicator (\d+)/.exec(each.textContent)?.[1]) })));
  assert.deepEqual(shown.map((each) => each.number), table.map((each) => Number(each.number)).sort((a, b) => a - b));
  assert.equal(new Set(shown.map((each) => each.number)).size, 18);
  for (const each of table) assert.equal(shown.find((one) => one.key === each.indicator)?.under, `ambition-${each.ambition}`, each.indicator);
  assert.equal(await page.locator("section[id^=ambition]").count(), 3);
  for (const fold of await page.locator("section[id^=ambition] > details > summary, #inequality > details > summary").all()) await fold.click();
  await page.locator("figure[data-key=deaths]").waitFor();
  await page.locator("figure[data-key=life_expectancy_slope_index]").waitFor();
});
await test("every small multiple has a sentence, words and a picture", async () => {
  const figures = page.locator("figure");
  assert.ok((await figures.count()) > 30);
  for (const each of await figures.evaluateAll((all) => all.map((one) => ({ sentence: one.querySelector(".figure-sentence")?.textContent, table: one.querySelector("details summary")?.textContent, words: one.querySelector("[role=img]")?.getAttribute("aria-label") })))) {
    assert.ok(each.sentence?.length > 10, JSON.stringify(each));
    assert.ok(each.words?.length > 20, JSON.stringify(each));
    assert.equal(each.table, "Table", JSON.stringify(each));
  }
});
await test("numbers of the city are those h5py reads", async () => {
  for (const [variable, unit] of [["healthy_life_expectancy", "years"], ["smoking", "1"], ["deaths", "count"], ["emergency_admissions", "count"], ["life_expectancy_gap", "years"]])
    assert.equal(await compareTable(variable, { scenario: "walking", area: "E08000026", sex: "persons" }, unit), 4);
});
await test("every number of every indicator on the page is that of the file", async () => {
  const shown = await page.locator("figure").evaluateAll((all) => all.map((each) => each.dataset.key));
  const known = [...new Set(shown)].filter((key) => key in axis.shapes);
  assert.ok(known.length > 30, `${known.length} indicators`);
  for (const variable of known) assert.equal(await compareTable(variable, { scenario: "walking", area: "E08000026", sex: "persons" }, axis.units[variable]), 4, variable);
});
await test("the overview says for each scenario what the file says", async () => {
  const rows = await page.locator(".overview tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));
  assert.equal(rows.length, 2);
  for (const [name, gains, whom, when, cost, sure] of rows) {
    const scenario = name.includes("Walking") ? "walking" : "hostile", [found] = expected(results, [{ variable: "healthy_life_expectancy", scenario, area: "E08000026", sex: "persons", year: 2025 }]);
    if (found.change !== 0) {
      assert.ok(Math.abs(printed(gains) - Math.abs(found.change) * (/days/.test(gains) ? 365.25 : 1)) <= grain(gains) * 1.01, `${gains} against ${found.change}`);
      assert.match(sure, new RegExp(`^${chanceWords(found.better)}`));
    } else assert.match(gains, /No change/);
    if (scenario === "walking") {
      assert.match(whom, /aged 18 and over; tenths of deprivation 1 to 3/);
      assert.match(when, /2023 to 2024/);
      assert.match(cost, /£/);
    }
  }
});
await test("page and terminal give the same chances", async () => {
  const table = printedBy("summary", results);
  for (const [label, variable] of [["Healthy life expectancy at birth", "healthy_life_expectancy"], ["Life expectancy at birth", "life_expectancy"], ["Emergency admissions", "emergency_admissions"]]) {
    const line = table.split("\n").find((each) => each.startsWith(label)), said = /(>99 %|<1 %|\d+ %|–)\s*$/.exec(line)?.[1];
    const fold = page.locator(`figure[data-key="${variable}"] tbody tr`).last();
    assert.equal(await fold.locator("td").last().innerText(), said === "–" ? "50 %" : said, label);
  }
});
await test("the lead sentence names a plain figure", async () => {
  assert.doesNotMatch(await page.locator(".headline").innerText(), /slope|relative index|gap/i);
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
  await drawn(page);
  assert.match(page.url(), /year=2022/);
  assert.notEqual(await page.locator("figure[data-key=deaths] .figure-note").innerText(), before);
  assert.ok(await slider.evaluate((element) => element === document.activeElement), "the slider keeps the focus");
});
await test("a link opens the same view", async () => {
  const hash = "#scenario=walking&area=IMD01&sex=male&year=2024&map=smoking&shows=change", second = await open(file, { hash });
  const chosen = await second.page.locator("#choices select").evaluateAll((all) => all.map((each) => each.selectedOptions[0].textContent));
  assert.deepEqual(chosen.slice(0, 3), ["Walking in poor places", "Most deprived tenth of England", "Men and boys"]);
  assert.equal(await second.page.locator("[name=map]").inputValue(), "smoking");
  assert.equal(await second.page.locator("[name=shows]").inputValue(), "change");
  await second.browser.close();
});
await test("the map holds every ward, and a click chooses one", async () => {
  await page.locator("#map").scrollIntoViewIfNeeded();
  await page.waitForSelector(".hexagon");
  assert.equal(await page.locator(".hexagon").count(), 18);
  await page.locator(".hexagon", { hasText: "Wainbody" }).click();
  await drawn(page);
  assert.match(page.url(), /area=E05001231/);
  await page.locator("[name=map]").selectOption("smoking");
  await drawn(page);
  assert.match(await page.locator("figure[data-key=map] .figure-name").innerText(), /^Smoking/);
  const [city] = expected(results, [{ variable: "smoking", scenario: "baseline", area: "E05001231", sex: "female", year: 2022 }]);
  await page.locator("figure[data-key=map] summary").click();
  const shown = await page.locator("figure[data-key=map] tbody tr", { hasText: "Wainbody" }).locator("td").first().innerText();
  assert.ok(Math.abs(printed(shown) - 100 * city.base) < 0.3, `${shown} against ${city.base}`);
});
await test("the map shows a change, and a scenario's own colours", async () => {
  await page.locator("[name=shows]").selectOption("change");
  await drawn(page);
  await page.locator("[name=map]").selectOption("emergency_admissions");
  await drawn(page);
  const fold = page.locator("figure[data-key=map] details");
  if ((await fold.getAttribute("open")) === null) await page.locator("figure[data-key=map] summary").click();
  await page.locator("figure[data-key=map] tbody tr").first().waitFor();
  const rows = await page.locator("figure[data-key=map] tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.equal(rows.length, 18);
  const code = (name) => axis.area[axis.area_name.indexOf(name)], numbers = expected(results, rows.map(([name]) => ({ variable: "emergency_admissions", scenario: "hostile", area: code(name), sex: "female", year: 2022 })));
  rows.forEach(([name, change], i) => assert.ok(Math.abs(printed(change) - numbers[i].change) <= grain(change) * 1.01 + (numbers[i].change_upper - numbers[i].change_lower) / 64, `${name} ${change} ${numbers[i].change}`));
  await page.locator("[name=shows]").selectOption("level");
});
await test("own boundaries are drawn, and a wrong file is refused in words", async () => {
  const folder = scratch(), square = (i) => [[[i, 52], [i + 1, 52], [i + 1, 53], [i, 53], [i, 52]]];
  const features = axis.area.flatMap((area, i) => (area.startsWith("E05") ? [{ type: "Feature", properties: { WD21CD: area }, geometry: { type: "Polygon", coordinates: square(i) } }] : []));
  writeFileSync(join(folder, "wards.geojson"), JSON.stringify({ type: "FeatureCollection", features }));
  writeFileSync(join(folder, "few.geojson"), JSON.stringify({ type: "FeatureCollection", features: features.slice(0, 3) }));
  writeFileSync(join(folder, "words.geojson"), "no JSON");
  await page.locator("#map summary", { hasText: "own boundaries" }).click();
  for (const [name, words, shapes] of [["words.geojson", /not JSON/, 0], ["few.geojson", /Only 3 of 18/, 0], ["wards.geojson", /now has the boundaries/, 18]]) {
    await page.locator("#boundaries").setInputFiles(join(folder, name));
    await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector("#map [role=status]").textContent), words.source);
    await page.locator("figure[data-key=map]").scrollIntoViewIfNeeded();
    await page.locator("figure[data-key=map] .picture svg").waitFor();
    assert.equal(await page.locator("#map .hexagons path").count(), shapes, name);
  }
});
await test("the year, the tenths and the pyramid give the file's residents", async () => {
  const fold = page.locator("figure[data-key=older]");
  await fold.locator("summary").click();
  await fold.locator("tbody tr").first().waitFor();
  const rows = await fold.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const [found] = JSON.parse(execFileSync(process.env.PYTHON, ["-c", `import h5py, json, sys
with h5py.File(sys.argv[1]) as file:
    area, ages = [a.decode() for a in file["area"][()]].index("E05001231"), [a.decode() for a in file["counts/age_group"][()]]
    old = [i for i, a in enumerate(ages) if int(a.rstrip("+").split("-")[0]) >= 65]
    print(json.dumps([float(file["counts/population"][2, 0, area, 0, old].sum()) / file.attrs["replicates"]]))`, results]));
  assert.ok(Math.abs(printed(rows[0][1]) - found) <= 1.5, `${rows[0][1]} against ${found}`);
});
await test("the pyramid steps and plays", async () => {
  const shown = page.locator("#ageing .year-shown");
  await page.getByRole("button", { name: "Year on" }).click();
  assert.equal(await shown.innerText(), "2023");
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForFunction(() => document.querySelector("#ageing .year-shown").textContent === "2025");
});
await test("layouts change without losing the choice, and the browser's own way back works", async () => {
  await page.locator("#choices [name=layout]").selectOption("annual");
  await page.waitForSelector("#annual-services");
  assert.match(page.url(), /layout=annual/);
  assert.match(page.url(), /area=E05001231/);
  await page.locator("#choices [name=layout]").selectOption("dashboard");
  await page.waitForSelector("#services");
  await page.evaluate(() => { location.hash = "#scenario=walking&area=E08000026&sex=persons&year=2025&map=smoking&shows=level&layout=dashboard"; });
  await page.waitForFunction(() => document.querySelector("#choices [name=area]").selectedOptions[0].textContent === "Coventry");
  assert.equal(await page.locator("#choices output").innerText(), "2025");
});
await test("who gains by ethnic group is the file's change over the years lived", async () => {
  const fold = page.locator("#inequality details", { hasText: "Who gains, by ethnic group" });
  await fold.locator("summary").click();
  const rows = await fold.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  assert.deepEqual(rows.map(([name]) => name), ["Asian", "Black", "Mixed", "White", "Other"]);
  const place = { scenario: "walking", area: "E08000026", sex: "persons", year: 2025 };
  const found = expected(results, rows.flatMap(([name]) => ["healthy_life_years", "person_years"].map((what) => ({ variable: `${what}_${name.toLowerCase()}`, ...place }))));
  for (const [i, [name, gained]] of rows.entries()) {
    const value = (1000 * found[2 * i].change) / found[2 * i + 1].base;
    assert.ok(Math.abs(printed(gained) - value) <= grain(gained) * 1.01, `${name}: shown ${gained}, in the file ${value}`);
  }
});
await test("the yearly report opens by itself and holds the file's numbers for all eighteen", async () => {
  const yearly = await open(report(results, join(scratch(), "yearly.html"), "--annual")), place = { scenario: "walking", area: "E08000026", sex: "persons" };
  assert.match(await yearly.page.locator("h1").innerText(), /yearly performance report/);
  const rows = (await yearly.page.locator("section.annual > .table-scroll tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText)))).filter(([name]) => /^\d+\. /.test(name));
  assert.equal(new Set(rows.map(([name]) => Number.parseInt(name, 10))).size, 18);
  const known = JSON.parse(execFileSync(process.env.PYTHON, ["-c", `import csv, h5py, io, json, sys
with h5py.File(sys.argv[1]) as file:
    print(json.dumps({row["label"]: row["indicator"] for row in csv.DictReader(io.StringIO(bytes(file["provenance/inputs/indicators.csv"][()]).decode()))}))`, results]));
  for (const [name, latest, , , without] of rows) {
    const variable = known[name.replace(/^\d+\. /, "")], found = expected(results, [2022, 2025].map((year) => ({ variable, ...place, year })));
    for (const [shown, { base }] of [[latest, found[0]], [without, found[1]]]) {
      const own = shown.split("\n")[0], value = base * factor(axis.units[variable]);
      assert.ok(Math.abs(printed(own) - value) <= grain(own) * 1.01, `${name}: shown ${shown}, in the file ${value}`);
    }
  }
  assert.deepEqual(yearly.problems, []);
  await yearly.browser.close();
});
await test("the contents lead to each part", async () => {
  for (const link of await page.locator("nav.contents a").all()) {
    await link.click();
    await drawn(page);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
  }
});
await test("the builder counts, refuses what cannot be, and gives the file away", async () => {
  const eligible = () => page.locator("#builder [data-key=eligible]").innerText().then((text) => printed(text));
  const ward = await eligible();
  const [found] = JSON.parse(execFileSync(process.env.PYTHON, ["-c", `import h5py, json, math, sys
with h5py.File(sys.argv[1]) as file:
    name = sys.argv[2]; area = [a.decode() for a in file["area_name"][()]].index(name); ages = [a.decode() for a in file["counts/age_group"][()]]; total = 0
    for i, a in enumerate(ages):
        low = int(a.rstrip("+").split("-")[0]); high = 105 if a.endswith("+") else int(a.split("-")[-1]); share = max(0, min(high, 79) - max(low, 18) + 1) / (high - low + 1)
        total += share * sum(math.floor(4 * file["counts/population"][0, int(sys.argv[3]), area, sex, i] / file.attrs["replicates"] + 0.5) / 4 for sex in (1, 2))
    print(json.dumps([total]))`, results, await page.locator("#builder input[name=build-wards]:checked").inputValue(), "3"]));
  assert.ok(Math.abs(ward - found) <= 6, `${ward} against ${found}`);
  await page.locator("#builder [name=build-tenths]").first().check();
  assert.ok((await eligible()) < ward);
  await page.locator("#builder [name=build-reach]").fill("130");
  assert.match(await page.locator("#builder .built").innerText(), /between 0 and 100/);
  await page.locator("#builder [name=build-reach]").fill("10");
  await page.locator("#builder [name=build-name]").fill(hostile);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the scenario file" }).click()]);
  assert.match(file.suggestedFilename(), /^[a-z0-9_]+\.toml$/);
  const path = join(scratch(), "built.toml");
  await file.saveAs(path);
  // The program counts the residents of 2022 one by one; the page takes a ward's ages for those of its tenths.
  const counted = printed(/eligible\s+([\d,]+) of/.exec(printedBy("check", path))[1]);
  assert.ok(Math.abs((await eligible()) / counted - 1) < 0.1, `${await eligible()} against ${counted}`);
});
await test("nothing failed, and nothing was asked of the network", async () => assert.deepEqual(problems, []));
await browser.close();
finish();
