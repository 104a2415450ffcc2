import { expect, test } from "vitest";
import { type FormulaCurve, formulaCurve } from "../../src/charts/formulaCurve.js";
import { type RunningChart, runChart } from "../support/vegaView.js";

const D = { name: "D", label: "D / hartree", min: 0, max: 1, step: 0.01, start: 0.2 };
const a = { name: "a", label: "a / bohr⁻¹", min: 0.5, max: 2, step: 0.01, start: 1 };
const morse = (r: number, depth: number, stiffness: number): number =>
  depth * ((1 - Math.exp(-stiffness * (r - 1.4))) ** 2 - 1);
const chart = (more: Partial<FormulaCurve> = {}): FormulaCurve => ({
  description: "A Morse curve.",
  x: { title: "R / bohr", domain: [1, 4] },
  y: { title: "E / hartree", domain: [-0.5, 0.5] },
  formula: "D*(pow(1-exp(-a*(r-1.4)),2)-1)",
  variable: "r",
  sliders: [D, a],
  ...more,
});

const texts = ({ items }: RunningChart): string[] =>
  items("text")
    .map((item) => item.text!)
    .filter((text) => / = /.test(text));

test("the page computes the formula at 301 evenly spaced x from end to end, from the sliders", async () => {
  const running = await runChart(formulaCurve(chart()));
  for (const [depth, stiffness] of [
    [0.2, 1],
    [0.35, 1.7],
  ] as const) {
    await running.set({ D: depth, a: stiffness });
    const rows = running.items("line").map((item) => item.datum as { x: number; y: number });
    expect(rows).toHaveLength(301);
    expect(rows[0]!.x).toBe(1);
    expect(rows[300]!.x).toBeCloseTo(4, 12);
    for (const { x, y } of rows) expect(y).toBeCloseTo(morse(x, depth, stiffness), 12);
  }
});

test("the sliders' values stand above the chart", async () => {
  const running = await runChart(formulaCurve(chart()));
  expect(texts(running)).toEqual(["D = 0.2, a = 1"]);
  await running.set({ D: 0.25 });
  expect(texts(running)).toEqual(["D = 0.25, a = 1"]);
});

test("with points, so does the root-mean-square deviation, in the unit of y", async () => {
  const x = [1.2, 1.4, 2, 3];
  const points = [{ name: "exact", x, y: x.map((r) => morse(r, 0.17, 1.03)) }];
  const running = await runChart(formulaCurve(chart({ points })));
  const squares = x.map((r) => (morse(r, 0.2, 1) - morse(r, 0.17, 1.03)) ** 2);
  const deviation = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 4);
  expect(texts(running)[1]).toBe(
    `root-mean-square deviation = ${deviation.toPrecision(3)} hartree`,
  );
  await running.set({ D: 0.17, a: 1.03 });
  expect(texts(running)[1]).toMatch(/deviation = (0|[1-9.]+e-1[5-9]) hartree/);
});

test("points outside either domain are not counted", async () => {
  const points = [{ name: "p", x: [2, 9, 2], y: [morse(2, 0.2, 1) + 0.1, 0, 7] }];
  const running = await runChart(formulaCurve(chart({ points })));
  expect(texts(running)[1]).toBe("root-mean-square deviation = 0.1 hartree");
});

test("without a domain of y all points inside the domain of x count, without a unit none is said", async () => {
  const points = [{ name: "p", x: [2, 2], y: [0, 8].map((e) => e + morse(2, 0.2, 1)) }];
  const running = await runChart(formulaCurve(chart({ points, y: { title: "E" } })));
  expect(texts(running)[1]).toBe(`root-mean-square deviation = ${Math.sqrt(32).toPrecision(3)} `);
});

test("when all points lie outside there is no deviation, rather than 0", async () => {
  const points = [{ name: "p", x: [9], y: [0] }];
  expect(texts(await runChart(formulaCurve(chart({ points }))))).toEqual(["D = 0.2, a = 1"]);
});

test("numbers, functions and the variable's name inside other names are left alone", async () => {
  const formula = "1e-3*exp(r) + 2.5E+1*min(r, rr)*PI";
  const rr = { ...D, name: "rr" };
  const running = await runChart(formulaCurve(chart({ formula, sliders: [rr] })));
  const { x, y } = running.items("line")[0]!.datum as { x: number; y: number };
  expect(y).toBeCloseTo(1e-3 * Math.exp(x) + 25 * Math.min(x, 0.2) * Math.PI, 12);
});

test.each([
  [{ formula: "D*r^2" }, 'formulaCurve: powers are written pow(a, b), got "D*r^2"'],
  [{ formula: "D*r**2" }, "formulaCurve: powers are written pow(a, b)"],
  [
    { formula: "D*exp(-b*r)" },
    "formulaCurve: names in the formula must be r, D, a or a function (PI abs acos asin atan atan2 cos " +
      'exp hypot log max min pow sin sqrt tan), got "b"',
  ],
  [{ formula: "datum.y" }, 'got "datum"'],
  [{ variable: "D" }, 'formulaCurve: the name "D" has a meaning already'],
  [{ sliders: [D, { ...a, name: "exp" }] }, 'the name "exp" has a meaning already'],
  [{ sliders: [D, { ...a, name: "E" }] }, 'the name "E" has a meaning already'],
  [{ sliders: [D, { ...a, name: "width" }] }, 'the name "width" has a meaning already'],
  [
    { sliders: [D, { ...a, start: 9 }] },
    "formulaCurve: slider a: start must lie from 0.5 to 2, got 9",
  ],
  [
    { y: { title: "E", log: true } },
    "formulaCurve: y must be a linear axis, got a logarithmic one",
  ],
  [{ x: { title: "R" } }, "formulaCurve: x.domain must say from where to where"],
  [{ points: [{ name: "formula", x: [1], y: [1] }] }, 'names must differ, got "formula" twice'],
])("%j is refused", (wrong, sentence) => {
  expect(() => formulaCurve(chart(wrong as Partial<FormulaCurve>))).toThrow(sentence);
});
