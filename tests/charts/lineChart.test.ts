import { expect, test } from "vitest";
import { type LineChart, lineChart } from "../../src/charts/lineChart.js";
import { DASHES, PALETTE } from "../../src/charts/style.js";
import { runChart } from "../support/vegaView.js";

const x = Float64Array.of(1, 2, 3);
const curve = (name: string, more: object = {}) => ({ name, x, y: x.map((v) => v * v), ...more });
const chart = (more: Partial<LineChart> = {}): LineChart => ({
  description: "Squares.",
  x: { title: "R / bohr" },
  y: { title: "E / hartree" },
  curves: [curve("a")],
  ...more,
});

/** Colour and dashes of each curve, in the order drawn. */
async function strokes(more: Partial<LineChart>) {
  const seen = new Map<unknown, readonly unknown[]>();
  for (const { datum, stroke, strokeDash } of (await runChart(lineChart(chart(more)))).items(
    "line",
  ))
    seen.set(datum.name, [stroke, strokeDash]);
  return [...seen.values()];
}

test("the chart is plain JSON with the description, title and axes it was given", () => {
  const spec = lineChart(chart({ title: "T", x: { title: "R / bohr", domain: [0, 4] } }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(spec).toMatchObject({
    description: "Squares.",
    title: "T",
    encoding: {
      x: { title: "R / bohr", scale: { domain: [0, 4] } },
      y: { title: "E / hartree", scale: { zero: false } },
    },
  });
  expect(lineChart(chart())).not.toHaveProperty("title");
});

test("a curve is joined in the order given", async () => {
  const loop = { name: "loop", x: [1, 3, 2, 1], y: [1, 1, 3, 1] };
  const line = (await runChart(lineChart(chart({ curves: [loop] })))).items("line");
  expect(line.map((item) => item.datum.x)).toEqual([1, 3, 2, 1]);
});

test("each of six curves has a colour and a dash pattern of its own, the first is solid", async () => {
  const curves = ["a", "b", "c", "d", "e", "f"].map((name) => curve(name));
  expect(await strokes({ curves })).toEqual(PALETTE.map((colour, i) => [colour, DASHES[i]]));
});

test("a curve that asks to be dashed leaves the solid line to the next", async () => {
  const curves = [curve("a", { dashed: true }), curve("b"), curve("c", { dashed: true })];
  const dashes = (await strokes({ curves })).map(([, dash]) => dash);
  expect(dashes).toEqual([DASHES[1], DASHES[0], DASHES[2]]);
});

test("points over the curves go on with the next colour", async () => {
  const points = [{ name: "p", x, y: x }];
  const { items } = await runChart(lineChart(chart({ points })));
  const symbols = items("symbol").filter((item) => item.datum.name === "p" && item.opacity !== 0);
  expect(symbols.map((item) => item.datum.y)).toEqual([1, 2, 3]);
  expect(new Set(symbols.map((item) => (item as unknown as { fill: string }).fill))).toEqual(
    new Set([PALETTE[1]]),
  );
});

test("the legend's lines are 27 pixels long, of 6 halves of sqrt(80) pixels", () => {
  const [line] = (lineChart(chart()) as unknown as { layer: { encoding: object }[] }).layer;
  expect(line!.encoding).toMatchObject({
    color: { legend: { symbolType: "M-3,0L3,0", symbolSize: 80 } },
  });
  expect((6 * Math.sqrt(80)) / 2).toBeCloseTo(27, 0);
});

test("what lies outside the axes is cut off: every layer clips", () => {
  const points = [{ name: "p", x, y: x, error: x }];
  const { layer } = lineChart(chart({ points })) as unknown as { layer: { mark: object }[] };
  expect(layer).toHaveLength(4);
  for (const { mark } of layer) expect(mark).toMatchObject({ clip: true });
});

test("the wheel alone does not zoom", () => {
  const zoom = JSON.stringify(lineChart(chart())).match(/"zoom":"(.*?)"/)?.[1];
  expect(zoom).toBe("wheel![event.ctrlKey || event.metaKey]");
});

test.each([
  [{ curves: [] }, "lineChart: curves must hold at least one set, got none"],
  [{ curves: [curve("a"), curve("a")] }, 'lineChart: names must differ, got "a" twice'],
  [{ points: [curve("a")] }, 'lineChart: names must differ, got "a" twice'],
  [
    { curves: "abcdefg".split("").map((name) => curve(name)) },
    "lineChart: curves must be at most 6, more cannot be told apart, got 7",
  ],
  [
    { curves: "abcdef".split("").map((name) => curve(name, { dashed: true })) },
    "lineChart: one of 6 curves must be solid, got all dashed",
  ],
  [
    { curves: [curve("a", { y: [1, NaN, 3] })] },
    'lineChart: "a": y must be finite numbers, got NaN at index 1',
  ],
  [
    { curves: [curve("a", { x: [1, 2, Infinity] })] },
    'lineChart: "a": x must be finite numbers, got Infinity at index 2',
  ],
  [
    { curves: [curve("a", { y: [1] })] },
    'lineChart: "a": y must have as many numbers as x, 3, got 1',
  ],
  [
    { curves: [curve("a", { x: [] })] },
    'lineChart: "a": x must hold at least one number, got none',
  ],
  [{ curves: [curve("a", { y: undefined })] }, 'lineChart: "a": y must hold at least one number'],
  [
    { y: { title: "E", log: true }, curves: [curve("a", { y: [1, 0, 2] })] },
    'lineChart: "a": y must be finite numbers, positive, got 0 at index 1',
  ],
  [{ x: { title: "" } }, 'lineChart: x.title must be a text like "R / bohr", got '],
  [
    { y: { title: "E", domain: [1, 1] as const } },
    "lineChart: y.domain must be [smaller, larger], got [1, 1]",
  ],
  [
    { y: { title: "E", domain: [0, NaN] as const } },
    "lineChart: y.domain must be [smaller, larger]",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => lineChart(chart(wrong as Partial<LineChart>))).toThrow(sentence);
});
