// `spires serve`: who is refused, what is written where, and a scenario built, run and seen.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { chromium, exampleResults, finish, hostile, patience, scratch, test } from "./support.mjs";

const folder = join(scratch(), "outputs");
mkdirSync(join(folder, "walking"), { recursive: true });
copyFileSync(exampleResults(), join(folder, "walking", "results.h5"));
writeFileSync(join(folder, "..", "secret.h5"), "not for you");
symlinkSync(join(folder, "..", "secret.h5"), join(folder, "link.h5"));

const server = spawn(process.env.SPIRES, ["serve", folder, "--port", "0"]);
const address = await new Promise((resolve, reject) => {
  server.stdout.on("data", (text) => { const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(text); if (found) resolve(found[0]); });
  server.on("exit", (code) => reject(new Error(`serve ended with ${code}`)));
});
const port = Number(new URL(address).port);
function ask(path, { method = "GET", headers = {}, body, to = port } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: to, path, method, headers }, (reply) => { let text = ""; reply.on("data", (part) => (text += part)); reply.on("end", () => resolve({ status: reply.statusCode, text })); });
    sent.on("error", reject);
    sent.end(body);
  });
}
const json = { "Content-Type": "application/json" };

await test("another host's name, another page and another site are refused", async () => {
  assert.equal((await ask("/")).status, 200);
  assert.equal((await ask("/", { headers: { Host: `evil.example:${port}` } })).status, 403);
  assert.equal((await ask("/api/files", { headers: { Origin: "http://evil.example" } })).status, 403);
  assert.equal((await ask("/api/files", { headers: { "Sec-Fetch-Site": "cross-site" } })).status, 403);
});
await test("nothing outside the folder is read, through a link or not", async () => {
  assert.deepEqual(JSON.parse((await ask("/api/files")).text).map((each) => each.name), ["walking/results.h5"]);
  for (const name of ["../secret.h5", "link.h5", "/etc/passwd", "walking/../../secret.h5", ""]) assert.equal((await ask(`/api/results?name=${encodeURIComponent(name)}`)).status, 404, name);
});
await test("what is too large, not JSON, or badly named is refused", async () => {
  assert.equal((await ask("/api/run", { method: "POST", headers: json, body: "x".repeat(300 * 1024) })).status, 413);
  assert.equal((await ask("/api/run", { method: "POST", headers: { "Content-Type": "text/plain" }, body: "{}" })).status, 415);
  for (const stem of ["../x", "baseline", "a/b", "A", ""]) assert.equal((await ask("/api/run", { method: "POST", headers: json, body: JSON.stringify({ stem, text: "" }) })).status, 422, stem);
  assert.ok(!existsSync(join(folder, "x")) && !existsSync(join(folder, "..", "x")));
  const wrong = await ask("/api/check", { method: "POST", headers: json, body: JSON.stringify({ stem: "wrong", text: "name = 1\n" }) });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /error/);
});

await test("a scenario is not written through a link out of the folder", async () => {
  const outside = scratch(), own = join(scratch(), "outputs");
  mkdirSync(own);
  symlinkSync(outside, join(own, "built"));
  const second = spawn(process.env.SPIRES, ["serve", own, "--port", "0"]);
  const own_port = await new Promise((resolve) => second.stdout.on("data", (text) => { const found = /127\.0\.0\.1:(\d+)/.exec(text); if (found) resolve(Number(found[1])); }));
  const reply = await ask("/api/check", { method: "POST", headers: json, body: JSON.stringify({ stem: "walking", text: "name = 1\n" }), to: own_port });
  second.kill();
  assert.equal(reply.status, 422);
  assert.match(reply.text, /link/);
  assert.deepEqual(readdirSync(outside), []);
});
await test("an address that others can reach takes a word more", async () => {
  const refused = spawnSync(process.env.SPIRES, ["serve", folder, "--listen", "0.0.0.0", "--port", "0"], { encoding: "utf8", timeout: 60000 });
  assert.equal(refused.status, 64);
  assert.match(refused.stderr, /--beyond-loopback/);
});
await test("the list says what was tried in each file", async () => assert.deepEqual(JSON.parse((await ask("/api/files")).text)[0].scenarios, ["Walking in poor places", hostile]));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.setDefaultTimeout(patience);
await test("the folder's results are shown by ticking them", async () => {
  await page.goto(address);
  await page.getByLabel(/walking\/results\.h5/).check();
  await page.waitForSelector(".card");
  assert.equal(await page.locator(".card").count(), 2);
});
await test("a scenario is filled in, guessed at and checked", async () => {
  await page.getByLabel("Name", { exact: true }).fill('Gardens & "sheds"');
  const before = await page.locator("[data-key=eligible]").innerText();
  for (const tenth of ["1", "2"]) await page.locator(`#builder [name=build-tenths][value="${tenth}"]`).check();
  assert.notEqual(await page.locator("[data-key=eligible]").innerText(), before);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.waitForSelector("#builder .checked");
  assert.match(await page.locator("#builder .checked").innerText(), /eligible/);
  assert.match(readFileSync(join(folder, "built", "gardens_sheds", "gardens_sheds.toml"), "utf8"), /Gardens & \\"sheds\\"/);
});
await test("the form knows the program's levers and their limits", async () => {
  assert.ok((await page.locator("#builder datalist").first().locator("option").count()) > 30);
  assert.match(await page.locator("#builder .lever-about").innerText(), /minutes/);
  await page.locator("#builder [name=build-amount]").fill("100000");
  assert.match(await page.locator("#builder .built").innerText(), /must lie between/);
  await page.locator("#builder [name=build-amount]").fill("30");
});
await test("what the program refuses is said in its own words", async () => {
  await page.locator("#builder [name=build-lever]").fill("walking.speed");
  await page.getByRole("button", { name: "Check it" }).click();
  await page.waitForSelector("#builder .refusal");
  assert.match(await page.locator("#builder .refusal").innerText(), /unknown lever|walking\.speed/);
  await page.locator("#builder [name=build-lever]").fill("activity.minutes_per_week");
});
await test("a scenario runs with its progress shown, and its answer stands on the page", async () => {
  const told = [];
  await page.exposeFunction("tell", (words) => told.push(words));
  await page.evaluate(() => new MutationObserver(() => window.tell(document.querySelector("#builder .outcome")?.textContent ?? "")).observe(document.body, { subtree: true, childList: true, characterData: true }));
  await page.locator("#builder [name=build-replicates]").fill("1");
  await page.getByRole("button", { name: "Run it" }).click();
  await page.waitForSelector("progress");
  assert.equal((await ask("/api/run", { method: "POST", headers: json, body: JSON.stringify({ stem: "second", text: "" }) })).status, 409);
  await page.waitForFunction(() => document.querySelector("#choices [name=scenario]")?.selectedOptions[0]?.textContent.startsWith("Gardens"), undefined, { timeout: 550000 });
  assert.ok(told.some((words) => /Running: \d+ %/.test(words)), "no progress was shown");
  assert.match(await page.locator(".overview").innerText(), /Gardens & "sheds"/);
  assert.equal(await page.locator("#builder [name=build-name]").inputValue(), 'Gardens & "sheds"', "the form keeps what was filled in");
  assert.deepEqual(readdirSync(join(folder, "built", "gardens_sheds")).filter((name) => name.endsWith(".partial")), []);
  assert.ok(existsSync(join(folder, "built", "gardens_sheds", "results.h5")));
});
await test("Reach that cannot be is said at once", async () => {
  await page.locator("#builder [name=build-reach]").fill("120");
  assert.match(await page.locator("#builder .built").innerText(), /between 0 and 100/);
});
await browser.close();
server.removeAllListeners("exit");
server.kill();
finish();
