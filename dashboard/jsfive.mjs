// What the build mends in jsfive, each place checked, so that a new jsfive cannot slip past it.
import { readFile } from "node:fs/promises";

const MENDED = [
  // It refuses object headers that say how their attributes may grow, as ours do; the four bytes are passed over.
  ['assert((header.get("flags") & 16) == 0);', ""],
  ['let chunk_fmt = ["<B"', 'if (header.get("flags") & 16) offset += 4;\n    let chunk_fmt = ["<B"'],
  // It puts every number in its place by itself. Chunks that hold whole rows, as ours do, are copied whole.
  ["    var data = new Array(data_size);\n", "    const rows = wholeRows(this, chunk_shape, data_shape, dtype, filter_pipeline);\n    if (rows) return rows;\n    var data = new Array(data_size);\n"],
  // It reads the words of its own formats anew each time.
  ["  calcsize(fmt) {\n    var size = 0;", "  calcsize(fmt) {\n    const known = sizes.get(fmt);\n    if (known !== undefined) return known;\n    const size = this._calcsize(fmt);\n    sizes.set(fmt, size);\n    return size;\n  }\n  _calcsize(fmt) {\n    var size = 0;"],
  ["var Struct = class {", "var sizes = new Map();\nvar Struct = class {"],
];
const ROWS = `
const ARRAYS = { "<f8": Float64Array, "<f4": Float32Array, "<i4": Int32Array, "<u4": Uint32Array, "|u1": Uint8Array, "<u1": Uint8Array, "<i8": BigInt64Array };
function wholeRows(tree, chunk, shape, dtype, pipeline) {
  const Numbers = ARRAYS[dtype], row = shape.slice(1).reduce((a, b) => a * b, 1);
  if (!Numbers || shape.length === 0 || shape.some((size, d) => d > 0 && chunk[d] !== size)) return undefined;
  const data = new Numbers(shape[0] * row);
  if (Numbers === Float64Array) data.fill(NaN);
  for (const node of tree.all_nodes.get(0)) node.get("keys").forEach((key, i) => {
    const from = node.get("addresses")[i], raw = tree.fh.slice(from, from + key.get("chunk_size"));
    const bytes = pipeline == null ? raw : tree._filter_chunk(raw, key.get("filter_mask"), pipeline, Numbers.BYTES_PER_ELEMENT);
    const first = key.get("chunk_offset")[0], rows = Math.min(chunk[0], shape[0] - first);
    data.set(new Numbers(bytes, 0, rows * row), first * row);
  });
  return Numbers === BigInt64Array ? Float64Array.from(data, Number) : data;
}
`;

export const mendedJsfive = {
  name: "jsfive", setup: ({ onLoad }) => onLoad({ filter: /jsfive\/dist\/esm\/index\.mjs$/ }, async ({ path }) => {
    let contents = await readFile(path, "utf8");
    for (const [old, fresh] of MENDED) {
      if (contents.split(old).length !== 2) throw new Error(`jsfive has changed: look again at what jsfive.mjs mends (${old.trim().slice(0, 60)})`);
      contents = contents.replace(old, () => fresh);
    }
    return { contents: contents + ROWS, loader: "js" };
  }),
};
