import { expect, test } from "vitest";
import { HEIGHT, structureStill, WIDTH } from "../../src/charts/structureStill.js";
import { structureView } from "../../src/charts/structureView.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";

const system = (numbers: number[], angstrom: number[], cell?: number[]): System => ({
  atomicNumbers: Uint8Array.from(numbers),
  positions: Float64Array.from(angstrom, bohrFromAngstrom),
  ...(cell && { cell: Float64Array.from(cell, bohrFromAngstrom) }),
});
const draw = (...args: Parameters<typeof system>): string =>
  structureStill(structureView(system(...args), { description: "Atoms." }));

const circles = (svg: string) =>
  [
    ...svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)" fill="url\(#(\w+)\)"/g),
  ].map(([, x, y, r, symbol]) => ({ x: Number(x), y: Number(y), r: Number(r), symbol }));

test("water lies in the plane of the picture: to scale, in the middle, with its angle", () => {
  const svg = draw([8, 1, 1], [0, 0.117, 0, 0.757, -0.469, 0, -0.757, -0.469, 0]);
  const [o, h1, h2] = circles(svg) as [Circle, Circle, Circle];
  const scale = HEIGHT / 2 / 1.5;
  expect([o.symbol, h1.symbol, h2.symbol]).toEqual(["O", "H", "H"]);
  expect(o.x).toBeCloseTo(WIDTH / 2, 1);
  expect((h1.x + h2.x) / 2).toBeCloseTo(WIDTH / 2, 1);
  expect(h1.x - h2.x).toBeCloseTo(2 * 0.757 * scale, 1);
  expect(h1.y - o.y, "up is up").toBeCloseTo((0.117 + 0.469) * scale, 1);
  expect([o.r, h1.r]).toEqual([expect.closeTo(0.43 * scale, 1), expect.closeTo(0.255 * scale, 1)]);
});
type Circle = ReturnType<typeof circles>[number];

test("what is nearer to the eye is painted later", () => {
  // The shortest of the three reaches is along z, which points at the eye.
  const two = (z: number) => circles(draw([8, 1, 6, 6], [0, 0, 0, 0, 0, z, -5, -4, 0, 5, 4, 0]));
  const order = (found: Circle[]) => found.map(({ symbol }) => symbol).filter((s) => s !== "C");
  expect(order(two(1.5))).toEqual(["O", "H"]);
  expect(order(two(-1.5))).toEqual(["H", "O"]);
});

test("a stick is two halves, each in the colour of its atom; atoms far apart have none", () => {
  const sticks = (svg: string) =>
    [...svg.matchAll(/<path d="[^"]*" stroke="(#\w{6})"/g)].map(([, colour]) => colour);
  expect(sticks(draw([8, 1], [0, 0, 0, 0.96, 0, 0])).sort()).toEqual(["#ff0d0d", "#ffffff"]);
  expect(sticks(draw([8, 1], [0, 0, 0, 3, 0, 0]))).toEqual([]);
});

test("each of up to 30 atoms carries its symbol; of more, a key names the colours", () => {
  const row = (count: number) =>
    draw(
      Array.from({ length: count }, (_, i) => (i % 2 ? 17 : 11)),
      Array.from({ length: 3 * count }, (_, i) => (i % 3 === 0 ? 5 * i : 0)),
    );
  const symbols = (svg: string) => [...svg.matchAll(/>([A-Z][a-z]?)<\/text>/g)].map(([, s]) => s);
  expect(symbols(row(4)).sort()).toEqual(["Cl", "Cl", "Na", "Na"]);
  expect(symbols(row(30))).toHaveLength(30);
  expect(symbols(row(32))).toEqual(["Na", "Cl"]);
});

test("a cell has its twelve edges, in pieces that lie before and behind the atoms", () => {
  const svg = draw([14], [2.5, 2.5, 2.5], [5, 0, 0, 0, 5, 0, 0, 0, 5]);
  const pieces = [...svg.matchAll(/stroke="#808080"/g)].map(({ index }) => index);
  expect(pieces).toHaveLength(12 * 12);
  const atom = svg.indexOf("<circle");
  expect(pieces.filter((at) => at < atom)).toHaveLength(72);
});

test("everything lies in the picture, and no number is missing", () => {
  const svg = draw([14, 14], [0, 0, 0, 9, 1, 4], [9, 0, 0, 2, 8, 0, 1, 2, 7]);
  expect(svg).not.toContain("NaN");
  const numbers = [...svg.matchAll(/M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)/g)];
  for (const [, x, y, x2, y2] of numbers) {
    for (const value of [x, x2].map(Number)) expect(value > 0 && value < WIDTH).toBe(true);
    for (const value of [y, y2].map(Number)) expect(value > 0 && value < HEIGHT).toBe(true);
  }
});

test("there is no ground, so that the picture fits light and dark pages", () => {
  expect(draw([1], [0, 0, 0])).not.toContain("<rect");
});

test("a trajectory is shown by its first frame", () => {
  const at = (x: number) => system([18], [x, 0, 0]);
  const view = structureView([at(0), at(4)], { description: "Argon moves." });
  expect(structureStill(view)).toBe(structureStill({ ...view, frames: view.frames.slice(0, 1) }));
});
