import { expect, test } from "vitest";
import { type Histogram, histogram } from "../../src/charts/histogram.js";
import { show } from "../../src/charts/show.js";
import { DASHES, PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const chart = (more: Partial<Histogram> = {}): Histogram => ({
  description: "Errors.",
  x: { title: "error / meV" },
  samples: [{ name: "test", values: [0.1, 0.2, 1.5, 2, 4.9] }],
  binWidth: 1,
  ...more,
});
const titleOfY = (spec: object): unknown =>
  (spec as { encoding: { y: { title: string } } }).encoding.y.title;

test("one bar for each bin from the first value to the last, empty ones too", () => {
  expect(tableOf(histogram(chart()))).toBe(
    [
      "| which | error / meV from | error / meV to | number of values |",
      "| --- | --- | --- | --- |",
      "| test | 0 | 1 | 2 |",
      "| test | 1 | 2 | 1 |",
      "| test | 2 | 3 | 1 |",
      "| test | 3 | 4 | 0 |",
      "| test | 4 | 5 | 1 |",
    ].join("\n"),
  );
});

test("as a density each area is 1", () => {
  const samples = [
    { name: "few", values: [1, 2, 3] },
    { name: "many", values: Array.from({ length: 100 }, (_, i) => i / 7) },
  ];
  const spec = histogram(chart({ samples, binWidth: 0.5, density: true }));
  const { bins } = (spec as unknown as { datasets: { bins: { name: string; y: number }[] } })
    .datasets;
  for (const { name } of samples) {
    const area = bins.filter((bin) => bin.name === name).reduce((sum, { y }) => sum + 0.5 * y, 0);
    expect(area).toBeCloseTo(1, 12);
  }
});

test.each([
  ["error / meV", "probability density / (1/meV)"],
  ["F / (eV/Å)", "probability density / (1/(eV/Å))"],
  ["count", "probability density"],
])("a density of %s is a %s", (title, wanted) => {
  expect(titleOfY(histogram(chart({ x: { title }, density: true })))).toBe(wanted);
});

test("the line goes along the tops, from zero and back to zero", async () => {
  const { items } = await runChart(
    histogram(chart({ samples: [{ name: "t", values: [0, 1, 1] }] })),
  );
  expect(items("line").map(({ datum }) => [datum.x, datum.y])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 0],
  ]);
});

test("several samples have a colour and a dash pattern each", async () => {
  const samples = ["a", "b"].map((name) => ({ name, values: [1, 2, 3] }));
  const { items } = await runChart(histogram(chart({ samples })));
  const looks = new Map(items("line").map((l) => [l.datum.name, [l.stroke, l.strokeDash]]));
  expect([...looks.values()]).toEqual([0, 1].map((i) => [PALETTE[i], DASHES[i]]));
});

test("the description gets number, mean and standard deviation with n - 1", () => {
  const samples = [
    { name: "test", values: [1, 2, 3, 4] }, // squares 5, divided by 3
    { name: "one", values: [7] },
  ];
  expect(histogram(chart({ samples })).description).toBe(
    "Errors. test: 4 values, mean 2.5 meV, standard deviation 1.291 meV. one: 1 value, mean 7 meV.",
  );
});

test("without a width, one is chosen from all values together", () => {
  const values = Array.from({ length: 1001 }, (_, i) => i + 1); // see bins.test.ts: 100
  const { binWidth: _, ...rest } = chart({ samples: [{ name: "test", values }] });
  const { bins } = (histogram(rest) as unknown as { datasets: { bins: { from: number }[] } })
    .datasets;
  expect(bins.map(({ from }) => from)).toEqual([
    0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
  ]);
});

test("it is plain JSON that show takes", async () => {
  const spec = histogram(chart({ density: true }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each<[Partial<Histogram>, string]>([
  [{ samples: [] }, "histogram: samples must hold at least one set, got none"],
  [
    { samples: [{ name: "a", values: [] }] },
    'histogram: "a": values must hold at least one number, got none',
  ],
  [
    { samples: [{ name: "a", values: [1, NaN] }] },
    'histogram: "a": values must be finite numbers, got NaN at index 1',
  ],
  [{ binWidth: 0 }, "histogram: binWidth must be positive and make at most 1000 bins, got 0"],
  [{ binWidth: 0.001 }, "histogram: binWidth must be positive and make at most 1000 bins"],
  [{ x: { title: "x", log: true } }, "histogram: x must be a linear axis, got a logarithmic one"],
  [
    { samples: "aa".split("").map((name) => ({ name, values: [1] })) },
    'histogram: names must differ, got "a" twice',
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => histogram(chart(wrong))).toThrow(sentence);
});
