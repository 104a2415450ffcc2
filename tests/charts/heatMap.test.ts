import { expect, test } from "vitest";
import { type HeatMap, heatMap } from "../../src/charts/heatMap.js";
import { show } from "../../src/charts/show.js";
import { PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { type Item, runChart } from "../support/vegaView.js";

const chart = (more: Partial<HeatMap> = {}): HeatMap => ({
  description: "A plane.",
  x: { title: "x / bohr" },
  y: { title: "y / bohr" },
  z: { title: "E / eV" },
  field: { x: [0, 1, 2, 3], y: [0, 10], z: (x, y) => x + y },
  ...more,
});

type Rectangle = Item & { readonly width: number; readonly height: number; readonly fill: string };
/** The rectangles of the map, in the order of the grid. */
const cellsOf = async (more: Partial<HeatMap> = {}): Promise<Rectangle[]> =>
  ((await runChart(heatMap(chart(more)))).items("rect") as Rectangle[]).filter(
    ({ datum }) => datum.z !== undefined,
  );
const drawnLines = async (more: Partial<HeatMap>, column: string): Promise<Item[]> =>
  (await runChart(heatMap(chart(more)))).items("line").filter(({ datum }) => column in datum);

test("each point of the grid colours its cell, half way to its neighbours; the cells fill the axes", async () => {
  const cells = await cellsOf();
  expect(cells.map(({ datum }) => [datum.x, datum.y, datum.z])).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 2],
    [3, 0, 3],
    [0, 10, 10],
    [1, 10, 11],
    [2, 10, 12],
    [3, 10, 13],
  ]);
  // 400 by 320 pixels; each is a pixel larger, to the right and upwards.
  for (const [i, { x, y, width, height }] of cells.entries()) {
    expect(x).toBeCloseTo(100 * (i % 4), 9);
    expect(width).toBeCloseTo(101, 9);
    expect(y).toBeCloseTo(i < 4 ? 159 : -1, 9);
    expect(height).toBeCloseTo(161, 9);
  }
});

test("what lies beyond an end of z.domain has the colour of that end, and the legend says so", async () => {
  const cells = await cellsOf({ z: { title: "E / eV", domain: [1, 11] } });
  const fills = cells.map(({ fill }) => fill);
  expect(fills[0]).toBe(fills[1]);
  expect(fills[6]).toBe(fills[5]);
  expect(fills[7]).toBe(fills[5]);
  expect(new Set(fills.slice(1, 6)).size).toBe(5);
  const { items } = await runChart(heatMap(chart({ z: { title: "E / eV", domain: [1, 11] } })));
  const words = items("text").map(({ text }) => text);
  expect(words).toEqual(expect.arrayContaining(["≤ 1", "4", "≥ 11"]));
});

test("z.middle is white, blue below it and orange above", async () => {
  const z = { title: "ψ", middle: 2 };
  const cells = await cellsOf({ z, field: { x: [0, 2, 10], y: [0, 1], z: (x) => x } });
  const rgb = cells.slice(0, 3).map(({ fill }) => fill.match(/\d+/g)!.map(Number));
  const [below, middle, above] = rgb as [number[], number[], number[]];
  expect(Math.min(...middle)).toBeGreaterThan(225);
  expect(below[2]).toBeGreaterThan(below[0]! + 50);
  expect(above[0]).toBeGreaterThan(above[2]! + 50);
});

test("equal ratios are equal steps of logarithmic colours", async () => {
  const z = { title: "loss", log: true };
  const more = { z, field: { x: [0, 1, 2], y: [0, 1], z: (x: number) => 10 ** x } };
  const linear = { z: { title: "loss" }, field: { ...more.field, z: (x: number) => x } };
  const fills = async (m: Partial<HeatMap>) => (await cellsOf(m)).map(({ fill }) => fill);
  expect(await fills(more)).toEqual(await fills(linear));
});

test("contour lines lie where z has their value; a number asks for at most so many round ones", async () => {
  const points = await drawnLines({ contours: [2.5] }, "tone");
  expect(points.length).toBeGreaterThan(1);
  for (const { datum } of points) expect(Number(datum.x) + Number(datum.y)).toBeCloseTo(2.5, 8);
  const levels = (contours: number): unknown[] => [
    ...new Set(
      (
        heatMap(chart({ contours })) as unknown as { datasets: { contours: { z: number }[] } }
      ).datasets.contours.map(({ z }) => z),
    ),
  ];
  expect(levels(7)).toEqual([2, 4, 6, 8, 10, 12]);
  expect(levels(3)).toEqual([5, 10]);
  expect(levels(50)).toHaveLength(25);
});

test("contour lines are white on dark colours and black on bright ones", async () => {
  const points = await drawnLines({ contours: [1, 12] }, "tone");
  const tones = new Map(points.map(({ datum, stroke }) => [datum.z, stroke]));
  expect([...tones]).toEqual([
    [1, "#ffffff"],
    [12, "#000000"],
  ]);
});

const path = { name: "descent", x: [0, 1, 3], y: [0, 8, 10] };

test("a path has a white edge, its colour over it, and a dot at each step", async () => {
  const { items } = await runChart(heatMap(chart({ paths: [path] })));
  const strokes = items("line").filter(({ datum }) => datum.name === "descent");
  expect(strokes.map(({ stroke }) => stroke)).toEqual([
    ...Array(3).fill("#ffffff"),
    ...Array(3).fill(PALETTE[1]),
  ]);
  expect(strokes.slice(3).map(({ datum }) => datum.x)).toEqual([0, 1, 3]);
  const dots = items("symbol").filter(({ datum, opacity }) => datum.name && opacity !== 0);
  expect(dots.map(({ datum }) => datum.y)).toEqual([0, 8, 10]);
});

test("a path of more than 60 steps has no dots", async () => {
  const long = (n: number) => ({
    ...path,
    x: Array(n).fill(1),
    y: Array.from({ length: n }, (_, i) => i / 9),
  });
  const dots = async (n: number): Promise<number> => {
    const { items } = await runChart(heatMap(chart({ paths: [long(n)] })));
    return items("symbol").filter(({ datum, opacity }) => datum.name && opacity !== 0).length;
  };
  expect(await dots(60)).toBe(60);
  expect(await dots(61)).toBe(0);
});

test("points go on with the next colour", async () => {
  const points = [{ name: "minimum", x: [1], y: [1] }];
  const { items } = await runChart(heatMap(chart({ paths: [path], points })));
  const [symbol] = items("symbol").filter(({ datum }) => datum.name === "minimum");
  expect((symbol as unknown as { fill: string }).fill).toBe(PALETTE[2]);
});

test("the description gets least and greatest z with their places, and the contour lines", () => {
  expect(heatMap(chart({ contours: [2, 4] })).description).toBe(
    "A plane. Least E / eV: 0 at x / bohr = 0, y / bohr = 0. Greatest: 13 at x / bohr = 3, " +
      "y / bohr = 10. Contour lines at 2, 4.",
  );
});

test("its table has a row for each point of the grid, and no contour lines", () => {
  const lines = tableOf(heatMap(chart({ contours: 5 }))).split("\n");
  expect(lines[0]).toBe("| y / bohr | x / bohr | E / eV |");
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe("| 10 | 3 | 13 |");
});

test("it is plain JSON that show takes", async () => {
  const spec = heatMap(chart({ contours: 5, paths: [path], points: [{ ...path, name: "p" }] }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each([{}, { contours: [99] }])("nothing but the field is enough: %j", async (more) => {
  expect(await show(heatMap(chart(more)), { table: true })).toBeDefined();
});

test.each<[Partial<HeatMap>, string]>([
  [{ field: { x: [1, 0], y: [0, 1], z: [] } }, "heatMap: field.x must rise, got 0 at index 1"],
  [
    { field: { x: [0, 1], y: [0, 1], z: [1, 2, NaN, 4] } },
    "heatMap: field.z must be finite numbers, got NaN at index 2, x = 0, y = 1",
  ],
  [{ z: { title: "" } }, "heatMap: z.title must be a text"],
  [{ x: { title: "" } }, "heatMap: x.title must be a text"],
  [{ contours: 0 }, "heatMap: contours must be a whole number from 1 to 50, got 0"],
  [{ contours: [1, NaN] }, "heatMap: contours must be finite numbers, got NaN at index 1"],
  [{ paths: [path, path] }, 'heatMap: names must differ, got "descent" twice'],
  [
    { paths: [{ ...path, y: [1] }] },
    'heatMap: "descent": y must have as many numbers as x, 3, got 1',
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => heatMap(chart(wrong))).toThrow(sentence);
});

test("without contour lines it is shown too", async () => {
  expect(await show(heatMap(chart({})))).toBeDefined();
});
