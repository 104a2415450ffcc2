import { expect, test } from "vitest";
import { heatMapFrames } from "../../src/charts/heatMapFrames.js";
import { lineChart } from "../../src/charts/lineChart.js";
import { show } from "../../src/charts/show.js";
import { withNotes } from "../../src/charts/withNotes.js";
import { runChart } from "../support/vegaView.js";

const frames = heatMapFrames({
  description: "A plane that rises.",
  x: { title: "x₁" },
  y: { title: "x₂" },
  z: { title: "output" },
  slider: { name: "epoch", values: [0, 1, 5], start: 1 },
  grid: { x: [0, 1, 2], y: [0, 1] },
  frame: (epoch) => (x, y) => epoch * (x + y),
});

test("the note of the chosen frame stands above the chart, beside the slider's value", async () => {
  const running = await runChart(withNotes(frames, (epoch) => `weight ${2 * epoch}`));
  const words = () => running.items("text").map(({ text }) => text);
  expect(words()).toContain("weight 2");
  expect(words()).toContain("epoch = 1");
  await running.set({ slider: 3 });
  expect(words()).toContain("weight 10");
  expect(words()).not.toContain("weight 2");
});

test("show takes it, and the description stays", async () => {
  const bundle = await show(withNotes(frames, String));
  expect(bundle?.data["text/plain"]).toBe(frames.description);
});

test("a chart without frames is refused", () => {
  const chart = lineChart({
    description: "A line.",
    x: { title: "x" },
    y: { title: "y" },
    curves: [{ name: "a", x: [0, 1], y: [0, 1] }],
  });
  expect(() => withNotes(chart, String)).toThrow(
    new TypeError(
      "withNotes: chart must have frames, as those of lineFrames, heatMapFrames and pathFrames have",
    ),
  );
});
