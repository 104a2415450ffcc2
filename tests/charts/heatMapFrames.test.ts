import { expect, test } from "vitest";
import { type HeatMapFrames, heatMapFrames } from "../../src/charts/heatMapFrames.js";
import { show } from "../../src/charts/show.js";
import { tableOf } from "../../src/charts/table.js";
import { type RunningChart, runChart } from "../support/vegaView.js";

const chart = (more: Partial<HeatMapFrames> = {}): HeatMapFrames => ({
  description: "A plane that rises.",
  x: { title: "x₁" },
  y: { title: "x₂" },
  z: { title: "output" },
  slider: { name: "epoch", values: [0, 1, 5], start: 1 },
  grid: { x: [0, 1, 2], y: [0, 1] },
  frame: (epoch) => (x, y) => epoch * (x + y),
  ...more,
});

const heights = ({ items }: RunningChart): unknown[] =>
  items("rect").flatMap(({ datum }) => (datum.z === undefined ? [] : [datum.z]));
const fills = ({ items }: RunningChart): unknown[] =>
  items("rect").flatMap((item) =>
    item.datum.z === undefined ? [] : [(item as unknown as { fill: string }).fill],
  );

test("the slider chooses the map, and the value stands above the chart", async () => {
  const running = await runChart(heatMapFrames(chart()));
  const words = () => running.items("text").map(({ text }) => text);
  expect(heights(running)).toEqual([0, 1, 2, 1, 2, 3]);
  expect(words()).toContain("epoch = 1");
  await running.set({ slider: 3 });
  expect(heights(running)).toEqual([0, 5, 10, 5, 10, 15]);
  expect(words()).toContain("epoch = 5");
});

test("all maps have the same colours", async () => {
  const running = await runChart(heatMapFrames(chart()));
  const lowest = fills(running)[0];
  await running.set({ slider: 1 });
  expect(new Set(fills(running))).toEqual(new Set([lowest]));
});

test("contour lines move with the map", async () => {
  const running = await runChart(heatMapFrames(chart({ contours: [2.5] })));
  const sums = () =>
    running
      .items("line")
      .flatMap(({ datum }) => ("tone" in datum ? [Number(datum.x) + Number(datum.y)] : []));
  for (const sum of sums()) expect(sum).toBeCloseTo(2.5, 8);
  expect(sums().length).toBeGreaterThan(0);
  await running.set({ slider: 3 });
  for (const sum of sums()) expect(sum).toBeCloseTo(0.5, 8);
  expect(sums().length).toBeGreaterThan(0);
});

test("points stay", async () => {
  const points = [{ name: "class 0", x: [1], y: [1] }];
  const running = await runChart(heatMapFrames(chart({ points })));
  const shown = () => running.items("symbol").filter(({ datum }) => datum.name === "class 0");
  expect(shown()).toHaveLength(1);
  await running.set({ slider: 3 });
  expect(shown()).toHaveLength(1);
});

test("the description says what the slider does", () => {
  expect(heatMapFrames(chart({ contours: [0.5] })).description).toBe(
    "A plane that rises. A slider sets epoch to one of 3 values from 0 to 5. Contour lines at 0.5.",
  );
});

test("its table is of the map that is shown first", () => {
  const lines = tableOf(heatMapFrames(chart())).split("\n");
  expect(lines[0]).toBe("| epoch | x₂ | x₁ | output |");
  expect(lines).toHaveLength(8);
  expect(lines.slice(2).every((line) => line.startsWith("| 1 |"))).toBe(true);
});

test("it is plain JSON that show takes", async () => {
  const spec = heatMapFrames(chart({ contours: 3 }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test("nothing but the field is enough", async () => {
  expect(await show(heatMapFrames(chart()), { table: true })).toBeDefined();
});

test.each<[Partial<HeatMapFrames>, string]>([
  [
    { slider: { name: "epoch", values: [1] } },
    "heatMapFrames: slider.values must be 2 to 100 rising numbers, got [1]",
  ],
  [
    { frame: (epoch) => () => 1 / (epoch - 5) },
    "heatMapFrames at 5: z must be finite numbers, got Infinity at index 0, x = 0, y = 0",
  ],
  [
    { frame: (epoch) => [1, 2, 3, 4, 5, 6].slice(epoch) },
    "heatMapFrames at 1: z must have as many numbers as the grid has points, 6, got 5",
  ],
  [
    {
      slider: { name: "epoch", values: Array.from({ length: 100 }, (_, i) => i) },
      grid: {
        x: Array.from({ length: 50 }, (_, i) => i),
        y: Array.from({ length: 51 }, (_, i) => i),
      },
    },
    "heatMapFrames: all frames together must have at most 250000 points, got 255000",
  ],
  [{ frame: () => () => 1 }, "heatMapFrames: z.domain must be given, because z is the same"],
])("%j is refused", (wrong, sentence) => {
  expect(() => heatMapFrames(chart(wrong))).toThrow(sentence);
});

test("without contour lines it is shown too", async () => {
  expect(await show(heatMapFrames(chart({})))).toBeDefined();
});
