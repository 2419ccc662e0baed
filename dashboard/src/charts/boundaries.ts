// A map drawn with the user's own GeoJSON boundaries; the page holds none, for their licence is not ours to give.
import { svg } from "../dom";
import type { Tile } from "./hexagons";

export interface Boundary { index: number; rings: [number, number][][] }
interface Feature { properties?: Record<string, unknown>; geometry?: { type?: string; coordinates?: unknown } }

/** Finds each ward by its code, or else its name, in any property. Throws words for people. */
export function readBoundaries(text: string, wards: { index: number; code: string; name: string }[]): Boundary[] {
  let parsed: { features?: Feature[] };
  try {
    parsed = JSON.parse(text) as { features?: Feature[] };
  } catch {
    throw new Error("This file is not JSON, so it holds no boundaries.");
  }
  if (!Array.isArray(parsed?.features)) throw new Error("This JSON file holds no GeoJSON features.");
  const found: Boundary[] = [];
  for (const ward of wards) {
    const feature = parsed.features.find((each) => Object.values(each?.properties ?? {}).includes(ward.code))
      ?? parsed.features.find((each) => Object.values(each?.properties ?? {}).includes(ward.name));
    const shape = feature?.geometry, parts = shape?.type === "Polygon" ? [shape.coordinates] : shape?.type === "MultiPolygon" ? shape.coordinates : [];
    const rings = (parts as [number, number][][][]).flat().filter((ring) => Array.isArray(ring) && ring.every((p) => Number.isFinite(p?.[0]) && Number.isFinite(p?.[1])));
    if (rings.length > 0) found.push({ index: ward.index, rings });
  }
  if (found.length < wards.length) throw new Error(`Only ${found.length} of ${wards.length} wards were found in this file. It needs features with the ward's GSS code (E05…) or name as a property.`);
  return found;
}

export function boundaryMap(boundaries: Boundary[], tile: (index: number) => Tile, width: number): Element {
  const points = boundaries.flatMap((each) => each.rings.flat());
  const least = (k: 0 | 1) => points.reduce((low, p) => Math.min(low, p[k]), Infinity), most = (k: 0 | 1) => points.reduce((high, p) => Math.max(high, p[k]), -Infinity);
  const degrees = most(1) <= 90 && least(1) >= -90, squeeze = degrees ? Math.cos((((least(1) + most(1)) / 2) * Math.PI) / 180) : 1;
  const scale = Math.min(width, 560) / ((most(0) - least(0)) * squeeze), height = (most(1) - least(1)) * scale;
  const at = ([x, y]: [number, number]) => `${((x - least(0)) * squeeze * scale).toFixed(1)},${((most(1) - y) * scale).toFixed(1)}`;
  return svg("svg", { viewBox: `0 0 ${Math.min(width, 560)} ${height}`, width: Math.min(width, 560), height, class: "hexagons" }, boundaries.map((each) => {
    const { fill, name, value, chosen, choose } = tile(each.index);
    return svg("path", { d: each.rings.map((ring) => `M${ring.map(at).join("L")}Z`).join(""), "fill-rule": "evenodd", fill, stroke: chosen ? "#0b0c0c" : "#505a5f", "stroke-width": chosen ? 3 : 1, click: choose },
      svg("title", {}, `${name}: ${value}`));
  }));
}
