import { expect, test } from "vitest";
import { type ParityPlot, parityPlot } from "../../src/charts/parityPlot.js";
import { show } from "../../src/charts/show.js";
import { PALETTE, SHAPES } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const chart = (more: Partial<ParityPlot> = {}): ParityPlot => ({
  description: "Energies",
  x: { title: "E, DFT / eV" },
  y: { title: "E, model / eV" },
  points: [
    { name: "training", x: [0, 1, 2], y: [0, 1, 2] },
    { name: "test", x: [0, 10], y: [3, 6] },
  ],
  ...more,
});

test("RMSE = sqrt(mean (y - x)^2) and MAE = mean |y - x|, in description and legend", async () => {
  // Errors 3 and -4: RMSE sqrt(25 / 2) = 3.5355, MAE 3.5.
  const spec = parityPlot(chart());
  expect(spec.description).toBe(
    "Energies. training: RMSE 0 eV, MAE 0 eV, 3 points. test: RMSE 3.54 eV, MAE 3.5 eV, 2 points.",
  );
  const words = (await runChart(spec)).items("text").map(({ text }) => text);
  expect(words).toContainEqual(["test", "RMSE 3.54 eV", "MAE 3.5 eV"]);
});

test("both axes show the same range, on a square", async () => {
  const { items } = await runChart(parityPlot(chart()));
  const equal = items("symbol").filter(
    ({ datum }) => datum.name === "training" && "difference" in datum === false,
  );
  for (const { x, y } of equal) expect(x).toBeCloseTo(300 - y, 9);
});

test("a domain of one axis holds for both", async () => {
  const spec = parityPlot(chart({ y: { title: "E, model / eV", domain: [-5, 5] } }));
  const { items } = await runChart(spec);
  const [, , , point] = items("symbol").filter(({ datum }) => datum.name);
  expect(point!.datum).toMatchObject({ x: 0, y: 3 });
  expect(point!.x).toBeCloseTo(150, 9);
});

test("the diagonal is where they agree, the dashed line below is no error", async () => {
  const lines = (await runChart(parityPlot(chart()))).items("line");
  const [from, to, left, right] = lines.map(({ datum }) => datum);
  expect(from!.x).toBe(from!.y);
  expect(to!.x).toBe(to!.y);
  expect([left!.difference, right!.difference]).toEqual([0, 0]);
});

test("the lower panel shows y - x at the same x", async () => {
  const { items } = await runChart(parityPlot(chart()));
  const points = items("symbol").filter(({ datum }) => datum.name === "test");
  expect(points.map(({ datum }) => datum.difference)).toEqual([undefined, undefined, 3, -4]);
  expect(points[2]!.x).toBeCloseTo(points[0]!.x, 9);
  expect(points[3]!.x).toBeCloseTo(points[1]!.x, 9);
});

test("each set has its colour and symbol in both panels", async () => {
  const symbols = (await runChart(parityPlot(chart()))).items("symbol") as unknown as {
    datum: { name?: string };
    fill: string;
    shape: string;
  }[];
  const looks = (name: string): unknown[] => [
    ...new Set(
      symbols.filter(({ datum }) => datum.name === name).map((s) => `${s.fill} ${s.shape}`),
    ),
  ];
  expect(looks("training")).toEqual([`${PALETTE[0]} ${SHAPES[0]}`]);
  expect(looks("test")).toEqual([`${PALETTE[1]} ${SHAPES[1]}`]);
});

test("the errors have the unit of the axes, compound ones in brackets", () => {
  const axes = { x: { title: "F, DFT / (eV/Å)" }, y: { title: "F, model / (eV/Å)" } };
  expect(JSON.stringify(parityPlot(chart(axes)))).toContain('"title":"error / (eV/Å)"');
});

test("its table has reference and prediction", () => {
  expect(tableOf(parityPlot(chart())).split("\n").slice(0, 3)).toEqual([
    "| which | E, DFT / eV | E, model / eV |",
    "| --- | --- | --- |",
    "| training | 0 | 0 |",
  ]);
});

test("it is plain JSON that show takes, also when there is one point", async () => {
  const spec = parityPlot(chart({ points: [{ name: "p", x: [0], y: [0], error: [1] }] }));
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each<[Partial<ParityPlot>, string]>([
  [{ points: [] }, "parityPlot: points must hold at least one set, got none"],
  [
    { y: { title: "E, model / meV" } },
    'parityPlot: x and y must have one unit in their titles, got "E, DFT / eV" and "E, model / meV"',
  ],
  [
    { x: { title: "E / eV", log: true } },
    "parityPlot: x must be a linear axis, got a logarithmic one",
  ],
  [
    { points: [{ name: "a", x: [1, 2], y: [1] }] },
    'parityPlot: "a": y must have as many numbers as x, 2, got 1',
  ],
  [
    { points: [{ name: "a", x: [1], y: [NaN] }] },
    'parityPlot: "a": y must be finite numbers, got NaN at index 0',
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => parityPlot(chart(wrong))).toThrow(sentence);
});
