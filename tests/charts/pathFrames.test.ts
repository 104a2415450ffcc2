import { expect, test } from "vitest";
import { type PathFrames, pathFrames } from "../../src/charts/pathFrames.js";
import { show } from "../../src/charts/show.js";
import { tableOf } from "../../src/charts/table.js";
import { type RunningChart, runChart } from "../support/vegaView.js";

const chart = (more: Partial<PathFrames> = {}): PathFrames => ({
  description: "A bowl.",
  x: { title: "w₀" },
  y: { title: "w₁" },
  z: { title: "loss" },
  field: { x: [-1, 0, 1], y: [-1, 0, 1], z: (x, y) => x * x + y * y },
  slider: { name: "learning rate", values: [0.1, 0.5, 2], start: 0.5 },
  path: (rate) => ({ x: [1, 1 - rate, 0], y: [1, 1 - rate, 0] }),
  ...more,
});
const steps = ({ items }: RunningChart): unknown[] =>
  items("symbol").flatMap(({ datum }) => ("step" in datum ? [datum.x] : []));

test("the slider chooses the path, the map stays", async () => {
  const running = await runChart(pathFrames(chart()));
  const cells = () => running.items("rect").filter(({ datum }) => datum.z !== undefined).length;
  expect(steps(running)).toEqual([1, 0.5, 0]);
  expect(cells()).toBe(9);
  await running.set({ slider: 3 });
  expect(steps(running)).toEqual([1, -1, 0]);
  expect(cells()).toBe(9);
  expect(running.items("text").map(({ text }) => text)).toContain("learning rate = 2");
});

test("points of the map stay under contour lines and paths", async () => {
  const running = await runChart(
    pathFrames(chart({ contours: [0.5], points: [{ name: "minimum", x: [0], y: [0] }] })),
  );
  const shown = () => running.items("symbol").filter(({ datum }) => datum.name === "minimum");
  expect(shown()).toHaveLength(1);
  await running.set({ slider: 1 });
  expect(shown()).toHaveLength(1);
  expect(steps(running)).toEqual([1, 0.9, 0]);
});

test("the description says what the slider does, and show takes it", async () => {
  const { description } = pathFrames(chart());
  expect(description).toMatch(
    /^A bowl\. .*A slider sets learning rate to one of 3 values from 0\.1 to 2\.$/,
  );
  expect((await show(pathFrames(chart())))?.data["text/plain"]).toBe(description);
});

test("its table is of the path that is shown first", () => {
  expect(tableOf(pathFrames(chart()))).toContain("| 0.5 | 1 | 0.5 | 0.5 |");
});

test("a path that is not finite is refused with its place", () => {
  const path = (): { x: number[]; y: number[] } => ({ x: [0, Number.NaN], y: [0, 1] });
  expect(() => pathFrames(chart({ path }))).toThrow(/^pathFrames: "learning rate" at 0\.1: x/);
});
