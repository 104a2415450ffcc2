import { expect, test } from "vitest";
import { type LineFrames, lineFrames } from "../../src/charts/lineFrames.js";
import { show } from "../../src/charts/show.js";
import { DASHES, PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { type RunningChart, runChart } from "../support/vegaView.js";

const x = [0, 1, 2];
const chart = (more: Partial<LineFrames> = {}): LineFrames => ({
  description: "Two lines that rise.",
  x: { title: "x / bohr" },
  y: { title: "E / hartree" },
  slider: { name: "t / fs", values: [0, 0.5, 1] },
  frame: (t) => [
    { name: "up", x, y: x.map((v) => t * v) },
    { name: "down", x, y: x.map((v) => -t * v) },
  ],
  ...more,
});

const drawn = ({ items }: RunningChart, name: string): unknown[] =>
  items("line").flatMap(({ datum }) => (datum.name === name ? [datum.y] : []));

test("the slider chooses the picture, and the value stands above the chart", async () => {
  const running = await runChart(lineFrames(chart()));
  const words = () => running.items("text").map(({ text }) => text);
  expect(drawn(running, "up")).toEqual([0, 0, 0]);
  expect(words()).toContain("t / fs = 0");
  await running.set({ slider: 0.5 });
  expect(drawn(running, "up")).toEqual([0, 0.5, 1]);
  expect(drawn(running, "down")).toEqual([0, -0.5, -1]);
  expect(words()).toContain("t / fs = 0.5");
});

test("all pictures have the same axes, wide enough for every one", async () => {
  const running = await runChart(lineFrames(chart()));
  const ticks = () =>
    running.items("text").flatMap((item) => (item.x < 0 && item.text ? [item.text] : []));
  const before = ticks();
  expect(before).toEqual(expect.arrayContaining(["−2.0", "2.0"]));
  await running.set({ slider: 1 });
  expect(ticks()).toEqual(before);
});

test("curves that stay have the colours and dashes after those that move", async () => {
  const curves = [{ name: "V", x, y: [1, 1, 1] }];
  const { items } = await runChart(lineFrames(chart({ curves })));
  const strokes = ["up", "down", "V"].map((name) => {
    const line = items("line").find(({ datum }) => datum.name === name)!;
    return [line.stroke, line.strokeDash];
  });
  expect(strokes).toEqual([0, 1, 2].map((i) => [PALETTE[i], DASHES[i]]));
});

test("error bars of points that stay are inside the axes", async () => {
  const points = [{ name: "p", x: [1], y: [0], error: [9] }];
  const { items } = await runChart(lineFrames(chart({ points })));
  const bars = items("rule").filter(({ datum }) => datum.name === "p");
  expect(bars.length).toBeGreaterThan(0);
  for (const { y, y2 } of bars)
    for (const end of [y, y2!]) {
      expect(end).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(300);
    }
});

test("each picture is computed once; its numbers are kept to nine digits", () => {
  const asked: number[] = [];
  const frame = (t: number) => {
    asked.push(t);
    return [{ name: "c", x: [0, 1], y: [1 / 3, 2 / 3] }];
  };
  const spec = lineFrames(chart({ frame })) as unknown as { datasets: { frames: object[] } };
  expect(asked).toEqual([0, 0.5, 1]);
  expect(spec.datasets.frames[0]).toEqual({
    value: 0,
    name: "c",
    x: [0, 1],
    y: [0.333333333, 0.666666667],
  });
});

test("the description says what the slider does", () => {
  expect(lineFrames(chart()).description).toBe(
    "Two lines that rise. A slider sets t / fs to one of 3 values from 0 to 1.",
  );
});

test("its table is of the picture that is shown first", () => {
  const slider = { name: "t / fs", values: [0, 0.5, 1], start: 0.5 };
  const lines = tableOf(lineFrames(chart({ slider }))).split("\n");
  expect(lines[0]).toBe("| t / fs | which | x / bohr | E / hartree |");
  expect(lines.slice(2, 5)).toEqual([
    "| 0.5 | up | 0 | 0 |",
    "| 0.5 | up | 1 | 0.5 |",
    "| 0.5 | up | 2 | 1 |",
  ]);
  expect(lines).toHaveLength(8);
});

test("it is plain JSON that show takes", async () => {
  const spec = lineFrames(chart({ points: [{ name: "p", x, y: x }] }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test("nothing but the pictures is enough", async () => {
  expect(await show(lineFrames(chart()), { table: true })).toBeDefined();
});

const LONG = new Float64Array(90_000);
test.each<[Partial<LineFrames>, string]>([
  [
    { frame: (t) => [{ name: t < 1 ? "a" : "b", x, y: x }] },
    "lineFrames: the curves at 1 must have the names of the first picture, a, got b",
  ],
  [{ frame: () => [] }, "lineFrames: frame(...) must hold at least one set, got none"],
  [
    { frame: (t) => [{ name: "a", x, y: [0, 1 / (t - 0.5), 0] }] },
    'lineFrames: "a" at 0.5: y must be finite numbers, got Infinity at index 1',
  ],
  [
    { frame: () => [{ name: "a", x: LONG, y: LONG }] },
    "lineFrames: all frames together must have at most 250000 points, got 270000",
  ],
  [{ curves: [{ name: "up", x, y: x }] }, 'lineFrames: names must differ, got "up" twice'],
  [
    { slider: { name: "t / fs", values: [1, 0] } },
    "lineFrames: slider.values must be 2 to 100 rising numbers, got [1, 0]",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => lineFrames(chart(wrong))).toThrow(sentence);
});
