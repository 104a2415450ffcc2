import { expect, test } from "vitest";
import { type BarChart, barChart } from "../../src/charts/barChart.js";
import { show } from "../../src/charts/show.js";
import { PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const time = { title: "time / µs" };
const log = { ...time, log: true };
const chart = (more: Partial<BarChart> = {}): BarChart => ({
  description: "Times.",
  x: time,
  bars: [
    { name: "Lennard-Jones", x: 0.5 },
    { name: "EAM", x: 2 },
    { name: "DFT", x: 4 },
  ],
  ...more,
});

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fill: string;
  readonly fillOpacity: number;
  readonly stroke: string;
  readonly datum: { readonly name?: string; readonly group?: string };
}
const barsOf = async (more: Partial<BarChart> = {}): Promise<Bar[]> =>
  ((await runChart(barChart(chart(more)))).items("rect") as unknown as Bar[]).filter(
    ({ datum }) => datum.name,
  );

test("bars go from zero to their number, from top to bottom in the order given", async () => {
  const bars = await barsOf();
  expect(bars.map(({ datum }) => datum.name)).toEqual(["Lennard-Jones", "EAM", "DFT"]);
  expect(bars.map(({ x }) => x)).toEqual([0, 0, 0]);
  expect(bars[1]!.width / bars[0]!.width).toBeCloseTo(4, 9);
  expect(bars[2]!.y).toBeGreaterThan(bars[1]!.y);
  expect(bars[1]!.y).toBeGreaterThan(bars[0]!.y);
});

test("on a logarithmic axis they begin at a power of ten below the least, equal ratios are equal lengths", async () => {
  const bars = await barsOf({ x: log });
  const [first, second, third] = bars.map(({ x, width }) => x + width) as [number, number, number];
  expect((second - first) / (third - second)).toBeCloseTo(2, 9); // 4 = 2^2
  expect((first - bars[0]!.x) / (third - second)).toBeCloseTo(Math.log2(5), 9); // 0.5 = 5 * 0.1
});

test("a bar of exactly a power of ten has a length too", async () => {
  const bars = await barsOf({ x: log, bars: [{ name: "a", x: 1 }] });
  expect(bars[0]!.width).toBeGreaterThan(100);
});

test("each number stands at the end of its bar, of three digits", async () => {
  const bars = [
    { name: "a", x: 0.123456 },
    { name: "b", x: 3.2e7 },
  ];
  const { items } = await runChart(barChart(chart({ x: log, bars })));
  const words = items("text").map(({ text }) => text);
  expect(words).toEqual(expect.arrayContaining(["0.123", "3.2·10⁷", "a", "b"]));
});

test("groups have a colour and a filling each, and stand together under a name", async () => {
  const bars = ["x", "y"].flatMap((name) =>
    ["one", "two", "three"].map((group) => ({ name, group, x: 1 })),
  );
  const drawn = await barsOf({ bars });
  const looks = new Map(
    drawn.map(({ datum, fill, stroke, fillOpacity }) => [datum.group, [fill, stroke, fillOpacity]]),
  );
  expect([...looks]).toEqual([
    ["one", [PALETTE[0], PALETTE[0], 1]],
    ["two", [PALETTE[1], PALETTE[1], 0.4]],
    ["three", [PALETTE[2], PALETTE[2], 0]],
  ]);
  const tops = drawn.map(({ y }) => y);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  expect(tops[3]! - tops[2]!).toBeGreaterThan(tops[1]! - tops[0]!);
});

test("the description gets all numbers", () => {
  expect(barChart(chart()).description).toBe("Times. time / µs: Lennard-Jones 0.5; EAM 2; DFT 4.");
  const bars = [{ name: "EAM", group: "LAMMPS", x: 2 }];
  expect(barChart(chart({ bars })).description).toBe("Times. time / µs: EAM, LAMMPS 2.");
});

test("its table has name, number and group", () => {
  const bars = [{ name: "EAM", x: 2, group: "LAMMPS" }];
  expect(tableOf(barChart(chart({ bars })))).toBe(
    "| which | time / µs | group |\n| --- | --- | --- |\n| EAM | 2 | LAMMPS |",
  );
});

test("bars without groups are enough", async () => {
  expect(await show(barChart(chart()), { table: true })).toBeDefined();
});

test.each([time, log])("it is plain JSON that show takes: %j", async (x) => {
  const bars = ["a", "b"].map((group) => ({ name: "EAM", x: 2, group }));
  const spec = barChart(chart({ x, bars }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test("a negative number has its bar to the left, and its words beyond zero", async () => {
  const bars = [
    { name: "a", x: -1 },
    { name: "b", x: 1 },
  ];
  const { items } = await runChart(barChart(chart({ bars })));
  const [a, b] = items("rect").filter(({ datum }) => datum.name) as unknown as Bar[];
  expect(a!.x + a!.width).toBeCloseTo(b!.x, 9);
  const label = items("text").find(({ text }) => text === "−1")!;
  expect(label.x).toBeCloseTo(b!.x, 9);
});

test.each<[Partial<BarChart>, string]>([
  [{ bars: [] }, "barChart: bars must hold at least one set, got none"],
  [
    { bars: [{ name: "a", x: NaN }] },
    'barChart: "a": x must be finite numbers, got NaN at index 0',
  ],
  [
    { x: log, bars: [{ name: "a", x: 0 }] },
    'barChart: "a": x must be finite numbers, positive, got 0 at index 0',
  ],
  [
    { bars: ["a", "a"].map((name) => ({ name, x: 1 })) },
    'barChart: names must differ, got "a" twice',
  ],
  [
    {
      bars: [
        { name: "a", x: 1 },
        { name: "b", x: 1, group: "g" },
      ],
    },
    "barChart: group must be given for all bars or for none, got some",
  ],
  [
    { bars: "abcd".split("").map((group) => ({ name: "x", x: 1, group })) },
    "barChart: groups must be at most 3, more cannot be told apart, got 4",
  ],
  [
    { bars: Array.from({ length: 41 }, (_, i) => ({ name: `${i}`, x: 1 })) },
    "barChart: bars must be at most 40, got 41",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => barChart(chart(wrong))).toThrow(sentence);
});
