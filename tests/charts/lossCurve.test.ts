import { expect, test } from "vitest";
import { type LossCurve, lossCurve } from "../../src/charts/lossCurve.js";
import { show } from "../../src/charts/show.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const chart = (more: Partial<LossCurve> = {}): LossCurve => ({
  description: "A network learns.",
  y: { title: "loss / eV²" },
  training: [1, 0.1, 0.01],
  validation: [2, 0.2, 0.3],
  ...more,
});

const { validation: _, ...trainingAlone } = chart();

test("the axis is logarithmic: a loss that falls by the same factor is a straight line", async () => {
  const { items } = await runChart(lossCurve(chart()));
  const [a, b, c] = items("line").filter(({ datum }) => datum.name === "training");
  expect(b!.y - a!.y).toBeCloseTo(c!.y - b!.y, 9);
  expect(c!.y).toBeGreaterThan(a!.y);
});

test("it can be linear, and then a loss can be zero", async () => {
  const linear = { y: { title: "loss", log: false }, training: [4, 2, 0], validation: [4, 3, 2] };
  const { items } = await runChart(lossCurve(chart(linear)));
  const [a, b, c] = items("line").filter(({ datum }) => datum.name === "training");
  expect(b!.y - a!.y).toBeCloseTo(c!.y - b!.y, 9);
});

test("epochs are counted from 0 unless they are given", () => {
  const epochs = (more: Partial<LossCurve>): unknown[] =>
    (
      lossCurve(chart(more)) as unknown as { datasets: { curves: { x: number }[] } }
    ).datasets.curves.map(({ x }) => x);
  expect(epochs({})).toEqual([0, 1, 2, 0, 1, 2]);
  expect(epochs({ epochs: [1, 10, 100] })).toEqual([1, 10, 100, 1, 10, 100]);
});

test("the least validation loss is marked if asked for, without one the least training loss", async () => {
  const marked = async (more: Partial<LossCurve>): Promise<unknown[]> => {
    const { items } = await runChart(lossCurve(chart(more)));
    return items("symbol").flatMap(({ datum }) =>
      String(datum.name).startsWith("least") ? [datum.name, datum.x, datum.y] : [],
    );
  };
  expect(await marked({})).toEqual([]);
  expect(await marked({ markBest: true })).toEqual(["least validation loss, epoch 1", 1, 0.2]);
  const { items } = await runChart(lossCurve({ ...trainingAlone, markBest: true }));
  expect(items("text").map(({ text }) => text)).toContain("least training loss, epoch 2");
});

test("the description gets the last losses, and where the best one is", () => {
  expect(lossCurve(chart({ epochs: [0, 50, 100] })).description).toBe(
    "A network learns. Last training loss: 0.01. Last validation loss: 0.3. " +
      "Least validation loss: 0.2 at epoch 50.",
  );
});

test("its table has all losses", () => {
  expect(tableOf(lossCurve(chart())).split("\n").slice(0, 3)).toEqual([
    "| which | epoch | loss / eV² |",
    "| --- | --- | --- |",
    "| training | 0 | 1 |",
  ]);
});

test.each([
  chart({ markBest: true }),
  trainingAlone,
])("it is plain JSON that show takes", async (given) => {
  const spec = lossCurve(given);
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each<[Partial<LossCurve>, string]>([
  [{ training: [] }, "lossCurve: training must hold at least one number, got none"],
  [
    { training: [1, 0.1, 0] },
    'lossCurve: "training": y must be finite numbers, positive, got 0 at index 2',
  ],
  [{ training: [1, NaN, 1] }, "lossCurve: training must be finite numbers, got NaN at index 1"],
  [{ validation: [1] }, 'lossCurve: "validation": y must have as many numbers as x, 3, got 1'],
  [{ epochs: [1, 2] }, 'lossCurve: "training": y must have as many numbers as x, 2, got 3'],
])("%j is refused", (wrong, sentence) => {
  expect(() => lossCurve(chart(wrong))).toThrow(sentence);
});
