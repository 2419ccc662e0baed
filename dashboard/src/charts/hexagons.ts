// Wards as hexagons of one size, each near its true place: a large ward is not louder than a full one.
import { svg } from "../dom";

export interface Placed { index: number; x: number; y: number }
export interface Hexagon { index: number; column: number; row: number }

/** Easting and northing of wards by code, from the input table. */
export function readWards(text: string): Map<string, { x: number; y: number }> {
  const [head, ...rows] = text.trim().split(/\r?\n/), names = (head ?? "").split(",");
  const at = (name: string) => names.indexOf(name), places = new Map<string, { x: number; y: number }>();
  for (const row of rows) {
    // Codes and coordinates hold no commas; a name in quotes may, so cells are counted from both ends.
    const cells = row.split(","), extra = cells.length - names.length;
    const cell = (name: string) => Number(cells[at(name) + (at(name) > at("ward") ? extra : 0)]);
    const x = cell("easting"), y = cell("northing");
    if (cells[0] && Number.isFinite(x) && Number.isFinite(y)) places.set(cells[0], { x, y });
  }
  return places;
}

const centre = ({ column, row }: { column: number; row: number }) => ({ x: column + (row % 2 === 0 ? 0 : 0.5), y: row * 0.866 });

/** Gives each ward a cell of a grid that fits them all, so that together they stray least from their places. */
export function layOut(wards: Placed[]): Hexagon[] {
  if (wards.length === 0) return [];
  const xs = wards.map((each) => each.x), ys = wards.map((each) => each.y);
  const width = Math.max(...xs) - Math.min(...xs) || 1, height = Math.max(...ys) - Math.min(...ys) || 1;
  const rows = Math.max(1, Math.round(Math.sqrt((wards.length * 1.25 * height) / (width * 0.866)))), columns = Math.ceil((wards.length * 1.25) / rows);
  const spots = Array.from({ length: rows * columns }, (_, i) => ({ column: i % columns, row: Math.floor(i / columns) }));
  const wanted = wards.map((each) => ({ x: ((each.x - Math.min(...xs)) / width) * (columns - 0.5), y: ((Math.max(...ys) - each.y) / height) * (rows - 1) * 0.866 }));
  const far = (ward: number, spot: number) => {
    const c = centre(spots[spot]!), w = wanted[ward]!;
    return (c.x - w.x) ** 2 + (c.y - w.y) ** 2;
  };
  const holder: (number | undefined)[] = new Array(spots.length), seat: number[] = [];
  wards.forEach((_, ward) => {
    const free = spots.map((_, spot) => spot).filter((spot) => holder[spot] === undefined).sort((a, b) => far(ward, a) - far(ward, b))[0]!;
    holder[free] = ward;
    seat[ward] = free;
  });
  // Two wards, or a ward and a free cell, change places as long as that brings them nearer.
  for (let better = true; better;) {
    better = false;
    for (let ward = 0; ward < wards.length; ward += 1) for (let spot = 0; spot < spots.length; spot += 1) {
      const other = holder[spot], from = seat[ward]!;
      if (other === ward) continue;
      const now = far(ward, from) + (other === undefined ? 0 : far(other, spot)), then = far(ward, spot) + (other === undefined ? 0 : far(other, from));
      if (then >= now - 1e-9) continue;
      holder[from] = other;
      if (other !== undefined) seat[other] = from;
      holder[spot] = ward;
      seat[ward] = spot;
      better = true;
    }
  }
  return wards.map((each, ward) => ({ index: each.index, ...spots[seat[ward]!]! }));
}

export interface Tile { fill: string; text: string; name: string; value: string; chosen: boolean; choose: () => void }

/** Names are broken where they are long. */
function lines(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 10 || words.length === 1) return [name];
  const half = words.slice(0, Math.ceil(words.length / 2)).join(" ");
  return [half, words.slice(Math.ceil(words.length / 2)).join(" ")];
}

export function hexagonMap(hexagons: Hexagon[], tile: (index: number) => Tile, width: number): Element {
  const columns = Math.max(...hexagons.map((each) => each.column)) + 1.5, rows = Math.max(...hexagons.map((each) => each.row));
  const across = Math.min(width / columns, 118), side = across / Math.sqrt(3), height = rows * across * 0.866 + 2 * side;
  const letters = Math.max(8.5, Math.min(13.5, across / 8.2));
  const corners = Array.from({ length: 6 }, (_, i) => [Math.sin((i * Math.PI) / 3) * side, Math.cos((i * Math.PI) / 3) * side]);
  const left = Math.max(0, (width - columns * across) / 2);
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "hexagons" }, hexagons.map((each) => {
    const { fill, text, name, value, chosen, choose } = tile(each.index), c = centre(each);
    const words = [...lines(name), value], x = left + (c.x + 0.5) * across, y = c.y * across + side;
    return svg("g", { transform: `translate(${x},${y})`, click: choose, class: "hexagon" },
      svg("polygon", { points: corners.map((p) => p.map((v) => (v! * 0.97).toFixed(1)).join(",")).join(" "), fill, stroke: chosen ? "#0b0c0c" : "#505a5f", "stroke-width": chosen ? 4 : 1 }),
      words.map((word, i) => svg("text", { y: (i - (words.length - 1) / 2) * letters * 1.15 + letters * 0.35, "text-anchor": "middle", fill: text, "font-size": i === words.length - 1 ? letters * 1.15 : letters, "font-weight": i === words.length - 1 ? "bold" : "normal" }, word)));
  }));
}
