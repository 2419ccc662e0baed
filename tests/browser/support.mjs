// What browser tests share: a results file with a hostile name in it, its page, a browser, numbers by h5py.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../dashboard/package.json", import.meta.url));
export const { chromium } = require("playwright-core");
export const axeSource = require("axe-core").source;
export const patience = 120000;   // milliseconds; a machine that builds at the same time is slow
export const hostile = "<script>document.title='taken'</script>";

const scenario = (name, effect) => `name = ${JSON.stringify(name)}
description = "=HYPERLINK(\\"x\\") & <img src=x onerror=alert(1)>"
ambition = "healthier-for-longer"
pillars = ["behaviours"]
[[intervention]]
id = "walking"
years = { from = 2023, to = 2024 }
eligible = { age = { from = 18 }, imd_decile = [1, 2, 3] }
reach = { mean = 0.3, sd = 0.05 }
uptake = 0.5
cost = { per_participant = 100, fixed_per_year = 1000, price_year = 2022 }
  [[intervention.effect]]
${effect}
  half_life = 5
  evidence = "madigan_2021"
`;

/** Run once for all browser tests of a build: it takes most of their time. */
export function exampleResults() {
  const folder = process.env.BROWSER_TEST_FOLDER ?? join(tmpdir(), `spires-browser-${process.getuid()}`);
  const file = join(folder, "results.h5");
  if (process.env.BROWSER_TEST_RESULTS) return process.env.BROWSER_TEST_RESULTS;
  if (existsSync(file) && statSync(file).mtimeMs > statSync(process.env.SPIRES).mtimeMs) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "walking.toml"), scenario("Walking in poor places", `  lever = "activity.minutes_per_week"\n  change = { add = 120, sd = 20 }`));
  writeFileSync(join(folder, "hostile.toml"), scenario(hostile, `  lever = "emergency_admissions.rate"\n  change = { rate_ratio = 0.9, sd = 0.02 }`));
  execFileSync(process.env.SPIRES, ["run", join(folder, "walking.toml"), join(folder, "hostile.toml"), "--years", "2022:2025", "--replicates", "8", "--progress", "none", "-o", file], { stdio: "ignore" });
  return file;
}
export function scratch() { return mkdtempSync(join(tmpdir(), "spires-page-")); }
export function report(results, output, ...options) {
  execFileSync(process.env.SPIRES, ["report", results, "-o", output, ...options]);
  return output;
}
/** What the program itself prints, without a page. */
export function printedBy(...words) { return execFileSync(process.env.SPIRES, words, { encoding: "utf8" }); }
export function expected(results, places) {
  return JSON.parse(execFileSync(process.env.PYTHON, ["tests/browser/expected.py", results], { input: JSON.stringify(places) }));
}

export async function open(file, { width = 1280, height = 900, hash = "", reducedMotion = "no-preference" } = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion });
  page.setDefaultTimeout(patience);
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`asked the network for ${request.url()}`); });
  await page.goto(`file://${file}${hash}`);
  await page.waitForSelector("body[data-ready]");
  return { browser, page, problems };
}
/** What a control changes is drawn in the next frame, so it stands on the page after two. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

let failures = 0;
export async function test(name, body) {
  try {
    await body();
    console.log(`ok    ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${name}\n      ${error.stack ?? error}`);
  }
}
export function finish() { process.exit(failures === 0 ? 0 : 1); }

/** "−1,234.5 %" → −12.345 is not our business: the number as printed, in the unit printed. */
export function printed(text) {
  const match = /[−+-]?£?[\d,]+(\.\d+)?/.exec(text);
  if (!match) return NaN;
  const value = Number(match[0].replace("−", "-").replace(/[+£,]/g, ""));
  return /million/.test(text) ? value * 1e6 : value;
}
/** Half a unit of the last digit shown. */
export function grain(text) {
  const match = /\d[\d,]*(\.(\d+))?/.exec(text);
  return (0.5 * 10 ** -(match?.[2]?.length ?? 0)) * (/million/.test(text) ? 1e6 : 1);
}
