import { expect, test } from "vitest";
import { show } from "../../src/charts/show.js";
import { type SpectrumChart, spectrumChart } from "../../src/charts/spectrumChart.js";
import { DASHES, PALETTE, SHAPES } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const chart = (more: Partial<SpectrumChart> = {}): SpectrumChart => ({
  description: "Vibrations.",
  x: { title: "wavenumber / cm⁻¹" },
  y: { title: "intensity / (km/mol)" },
  lines: [
    { name: "H₂O", x: [1595, 3657, 3756], y: [72, 3, 48] },
    { name: "D₂O", x: [1178], y: [38] },
  ],
  ...more,
});
const broadening = { shape: "lorentzian", width: 40 } as const;

test("each line is a stick from zero to its strength, with a symbol on it", async () => {
  const { items } = await runChart(spectrumChart(chart()));
  const sticks = items("rule").filter(({ datum }) => datum.name);
  const symbols = items("symbol").filter(({ datum }) => datum.name);
  expect(sticks.map(({ datum }) => datum.x)).toEqual([1595, 3657, 3756, 1178]);
  for (const [i, stick] of sticks.entries()) {
    expect([stick.x, Math.min(stick.y, stick.y2!)]).toEqual([symbols[i]!.x, symbols[i]!.y]);
    expect(Math.max(stick.y, stick.y2!)).toBe(300); // zero is at the foot of the chart
  }
});

test("with a broadening, their sum is drawn over them in the colour of the set", async () => {
  const without = await runChart(spectrumChart(chart()));
  expect(without.items("line").filter(({ datum }) => datum.name)).toEqual([]);
  const { items } = await runChart(spectrumChart(chart({ broadening })));
  const curves = items("line").filter(({ datum }) => datum.name);
  expect(new Map(curves.map((c) => [c.datum.name, [c.stroke, c.strokeDash]]))).toEqual(
    new Map([
      ["H₂O", [PALETTE[0], DASHES[0]]],
      ["D₂O", [PALETTE[1], DASHES[1]]],
    ]),
  );
  // A line that stands alone keeps its height.
  const heights = curves.flatMap(({ datum }) => (datum.name === "D₂O" ? [datum.y as number] : []));
  expect(Math.max(...heights)).toBeCloseTo(38, 1);
});

test("the curves end where the x axis does", async () => {
  const x = { title: "wavenumber / cm⁻¹", domain: [1000, 4000] as const };
  const { items } = await runChart(spectrumChart(chart({ x, broadening })));
  const places = items("line").flatMap(({ datum }) => (datum.name ? [datum.x as number] : []));
  expect([Math.min(...places), Math.max(...places)]).toEqual([1000, 4000]);
});

test("each set has its symbol", async () => {
  const { items } = await runChart(spectrumChart(chart()));
  const symbols = items("symbol").filter(({ datum }) => datum.name) as unknown as {
    shape: string;
  }[];
  expect(symbols.map(({ shape }) => shape)).toEqual([SHAPES[0], SHAPES[0], SHAPES[0], SHAPES[1]]);
});

test("the description gets number and strongest line of each set, also of negative ones", () => {
  const lines = [
    { name: "dichroism", x: [1, 2], y: [3, -4] },
    { name: "one", x: [5], y: [1] },
  ];
  expect(spectrumChart(chart({ lines })).description).toBe(
    "Vibrations. dichroism: 2 lines, the strongest at wavenumber / cm⁻¹ = 2. " +
      "one: 1 line, the strongest at wavenumber / cm⁻¹ = 5.",
  );
});

test("its table has the lines, not the curve", () => {
  expect(tableOf(spectrumChart(chart({ broadening })))).toBe(
    [
      "| which | wavenumber / cm⁻¹ | intensity / (km/mol) |",
      "| --- | --- | --- |",
      "| H₂O | 1595 | 72 |",
      "| H₂O | 3657 | 3 |",
      "| H₂O | 3756 | 48 |",
      "| D₂O | 1178 | 38 |",
    ].join("\n"),
  );
});

test.each([{ broadening }, {}])("it is plain JSON that show takes: %j", async (more) => {
  const spec = spectrumChart(chart(more));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each<[Partial<SpectrumChart>, string]>([
  [{ lines: [] }, "spectrumChart: lines must hold at least one set, got none"],
  [
    { lines: [{ name: "a", x: [1], y: [NaN] }] },
    'spectrumChart: "a": y must be finite numbers, got NaN at index 0',
  ],
  [
    { lines: [{ name: "a", x: [1], y: [1, 2] }] },
    'spectrumChart: "a": y must have as many numbers as x, 1, got 2',
  ],
  [
    { y: { title: "y", log: true } },
    "spectrumChart: y must be a linear axis, got a logarithmic one",
  ],
  [
    { broadening: { shape: "gaussian", width: -1 } },
    "spectrumChart: broadening.width must be a positive number, got -1",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => spectrumChart(chart(wrong))).toThrow(sentence);
});
