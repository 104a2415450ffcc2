import { expect, test } from "vitest";
import { type ScatterChart, scatterChart } from "../../src/charts/scatterChart.js";
import { SHAPES } from "../../src/charts/style.js";
import { runChart } from "../support/vegaView.js";

const set = (name: string, more: object = {}) => ({ name, x: [1, 2], y: [3, 5], ...more });
const chart = (more: Partial<ScatterChart> = {}): ScatterChart => ({
  description: "Two points.",
  x: { title: "R / bohr" },
  y: { title: "E / hartree", domain: [0, 10] },
  points: [set("a")],
  ...more,
});

test("each of six sets has a symbol of its own", async () => {
  const points = ["a", "b", "c", "d", "e", "f"].map((name) => set(name));
  const symbols = (await runChart(scatterChart(chart({ points })))).items("symbol");
  const shapes = symbols.filter((item) => item.datum.x === 1 && item.datum.name);
  expect(shapes.map((item) => (item as unknown as { shape: string }).shape)).toEqual(SHAPES);
});

test("error bars go from y - error to y + error, only where an error is given", async () => {
  const points = [set("a", { error: [1, 2] }), set("b")];
  const bars = (await runChart(scatterChart(chart({ points })))).items("rule");
  const ends = bars
    .filter((bar) => bar.datum.x !== undefined) // the axes have rules too
    .map(({ datum, y, y2 }) => ({
      name: datum.name,
      ends: [y, y2].map((pixel) => 10 - pixel! / 30),
    }));
  expect(ends).toEqual([
    { name: "a", ends: [2, 4] },
    { name: "a", ends: [3, 7] },
  ]);
});

test("the outermost points keep a margin to the axes where no domain is given", async () => {
  const symbols = (await runChart(scatterChart(chart()))).items("symbol");
  const places = symbols.filter((item) => item.datum.name === "a").map((item) => item.x);
  expect(Math.min(...places)).toBeCloseTo(10, 6);
  expect(Math.max(...places)).toBeCloseTo(470, 6);
});

test("the more symbols, the smaller: 300 of 55 square pixels, 2000 of 25, more of 10", () => {
  const size = (count: number): unknown => {
    const x = Float64Array.from({ length: count }, (_, i) => i);
    const spec = scatterChart(chart({ points: [{ name: "a", x, y: x }] }));
    return (spec as unknown as { layer: { mark: { size: number } }[] }).layer[0]!.mark.size;
  };
  expect([300, 301, 2000, 2001].map(size)).toEqual([55, 25, 25, 10]);
});

test("curves lie under the points", () => {
  const spec = scatterChart(chart({ curves: [set("line")] }));
  const { layer } = spec as unknown as { layer: { mark: { type: string } }[] };
  expect(layer.map(({ mark }) => mark.type)).toEqual(["line", "point", "point"]);
});

test.each([
  [{ points: [] }, "scatterChart: points must hold at least one set, got none"],
  [
    { points: [set("a", { error: [1, -1] })] },
    'scatterChart: "a": error must be finite numbers, not negative, got -1 at index 1',
  ],
  [
    { points: [set("a", { error: [1] })] },
    'scatterChart: "a": error must have as many numbers as x, 2, got 1',
  ],
  [
    { points: [set("a", { error: [1, 5] })], y: { title: "E", log: true } },
    'scatterChart: "a": y - error must be finite numbers, positive, got 0 at index 1',
  ],
  [
    { points: "abcdefg".split("").map((name) => set(name)) },
    "scatterChart: points must be at most 6, more cannot be told apart, got 7",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => scatterChart(chart(wrong))).toThrow(sentence);
});
