// Builds dashboard/built/report.html: styles, program and frame in one file, which opens without a server.
import { readFile, writeFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { build, transform } from "esbuild";
import { compile } from "sass";
import { mendedJsfive } from "./jsfive.mjs";

const here = new URL(".", import.meta.url).pathname;
const styles = compile(`${here}src/style.scss`, { loadPaths: [`${here}node_modules`], quietDeps: true, silenceDeprecations: ["import", "global-builtin"] });
const css = (await transform(styles.css, { loader: "css", minify: true, charset: "ascii", legalComments: "none" })).code;
const bundle = await build({ entryPoints: [`${here}src/main.ts`], bundle: true, minify: true, format: "iife", target: "es2022", charset: "ascii", legalComments: "none", write: false, plugins: [mendedJsfive] });
// Deflated, the program is less than half as large; the few lines of src/start.js in the page put it in place.
const program = bundle.outputFiles[0].text, script = deflateSync(program, { level: 9 }).toString("base64");
const start = (await transform(await readFile(`${here}src/start.js`, "utf8"), { minify: true, charset: "ascii" })).code;

let page = await readFile(`${here}src/index.html`, "utf8");
for (const [mark, text] of [["@STYLE@", css.trim()], ["@PROGRAM@", script], ["@START@", start.trim()]]) page = page.split(mark).join(text);
page = page.replace(/[^\x00-\x7F]/gu, (letter) => `&#${letter.codePointAt(0)};`);
for (const mark of ["@SPIRES_LAYOUT@", "@SPIRES_RESULTS@"])
  if (page.split(mark).length !== 2) throw new Error(`the page must hold ${mark} exactly once`);
await writeFile(`${here}built/report.html`, page);
console.log(`dashboard/built/report.html: ${(page.length / 1e3).toFixed(0)} kB (program ${(script.length / 1e3).toFixed(0)}, styles ${(css.length / 1e3).toFixed(0)})`);
