import { expect, test } from "vitest";
import { type BoxChart, boxChart } from "../../src/charts/boxChart.js";
import { show } from "../../src/charts/show.js";
import { PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const chart = (more: Partial<BoxChart> = {}): BoxChart => ({
  description: "What methods reach.",
  x: { title: "length / m", log: true },
  y: { title: "time / s", log: true },
  boxes: [
    { name: "DFT", x: [1e-10, 1e-8], y: [1e-15, 1e-11] },
    { name: "molecular dynamics", x: [1e-9, 2e-6], y: [1e-15, 1e-6] },
  ],
  ...more,
});

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly stroke: string;
  readonly datum: { readonly name?: string };
}
const boxesOf = async (more: Partial<BoxChart> = {}): Promise<Rectangle[]> =>
  ((await runChart(boxChart(chart(more)))).items("rect") as unknown as Rectangle[]).filter(
    ({ datum }) => datum.name,
  );

test("boxes reach from their least to their greatest x and y; logarithmic axes end at powers of ten", async () => {
  const [dft] = await boxesOf();
  // From 1e-10 to 1e-5: 96 pixels to a power of ten; from 1e-15 to 1e-6: 300 / 9.
  expect(dft!.x).toBeCloseTo(0, 9);
  expect(dft!.width).toBeCloseTo(192, 9);
  expect(dft!.height).toBeCloseTo(400 / 3, 9);
  expect(dft!.y + dft!.height).toBeCloseTo(300, 9);
});

test("each has a colour of its own, and its name", async () => {
  expect((await boxesOf()).map(({ stroke }) => stroke)).toEqual(PALETTE.slice(0, 2));
});

/** The words of a box that is so wide, on an axis of six powers of ten. */
async function wordsOf(name: string, x: readonly [number, number]) {
  const boxes = [
    { name, x, y: [1, 1e5] as const },
    { name: "all", x: [1, 1e6] as const, y: [1, 1e10] as const },
  ];
  const { items } = await runChart(boxChart(chart({ boxes })));
  return items("text").find(
    ({ datum, text }) => String(datum.name).startsWith(name.slice(0, 2)) && text,
  )!.text;
}

test("a name is broken into lines at its blanks so that it fits, or stands above the box", async () => {
  const name = "classical molecular dynamics";
  expect(await wordsOf(name, [1, 1e6])).toEqual(name);
  expect(await wordsOf(name, [1, 1e2])).toEqual("classical molecular\ndynamics");
  expect(await wordsOf(name, [1, 10])).toEqual("classical\nmolecular\ndynamics");
  expect(await wordsOf(name, [1, 2])).toEqual(name);
});

test("linear axes keep a twentieth of room", async () => {
  const axis = { title: "x" };
  const [box] = await boxesOf({ x: axis, y: axis, boxes: [{ name: "a", x: [0, 1], y: [0, 1] }] });
  expect(box!.x).toBeCloseTo((480 * 0.05) / 1.1, 9);
});

test("the description gets all ranges", () => {
  const boxes = [{ name: "DFT", x: [1e-10, 1e-8] as const, y: [1e-15, 0.5] as const }];
  expect(boxChart(chart({ boxes })).description).toBe(
    "What methods reach. DFT: length / m from 1e-10 to 1e-8, time / s from 1e-15 to 0.5.",
  );
});

test("its table has the ranges", () => {
  expect(tableOf(boxChart(chart())).split("\n").slice(0, 3)).toEqual([
    "| which | length / m | length / m to | time / s | time / s to |",
    "| --- | --- | --- | --- | --- |",
    "| DFT | 1e-10 | 1e-8 | 1e-15 | 1e-11 |",
  ]);
});

test("it is plain JSON that show takes", async () => {
  const spec = boxChart(chart());
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

const box = { name: "a", x: [1, 2] as const, y: [1, 2] as const };
test.each<[string, BoxChart["boxes"]]>([
  ["boxChart: boxes must hold at least one set, got none", []],
  ['boxChart: "a": x must rise, got 1 at index 1 after 2', [{ ...box, x: [2, 1] }]],
  ['boxChart: "a": y must be finite numbers, positive, got 0 at index 0', [{ ...box, y: [0, 1] }]],
  ['boxChart: names must differ, got "a" twice', [box, box]],
  [
    "boxChart: boxes must be at most 20, got 21",
    Array.from({ length: 21 }, (_, i) => ({ ...box, name: `${i}` })),
  ],
])("refused: %s", (sentence, boxes) => {
  expect(() => boxChart(chart({ boxes }))).toThrow(new RangeError(sentence));
});
