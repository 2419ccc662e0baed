// How large the page of a results file is, how long it takes to write, and how soon it is ready. Not a test: figures depend on the machine.
// Usage: SPIRES=build/release/spires tests/browser/run.sh tests/browser/measure.mjs RESULTS.h5 …
import { statSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { chromium, report, scratch } from "./support.mjs";

for (const results of process.argv.slice(2)) {
  const file = join(scratch(), "report.html"), before = performance.now();
  report(results, file);
  const written = (performance.now() - before) / 1000, browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const times = [];
  for (let i = 0; i < 5; i += 1) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${file}`);
    await page.waitForSelector("body[data-ready]");
    times.push(await page.evaluate(() => performance.getEntriesByName("ready")[0].startTime));
    await page.close();
  }
  await browser.close();
  console.log(`${results}: ${(statSync(file).size / 1e6).toFixed(2)} MB, written in ${written.toFixed(1)} s, ready after ${times.map((each) => each.toFixed(0)).join(", ")} ms, load ${loadavg()[0].toFixed(1)}`);
}
