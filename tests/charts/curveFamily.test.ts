import { expect, test } from "vitest";
import { type CurveFamily, curveFamily } from "../../src/charts/curveFamily.js";
import { tableOf } from "../../src/charts/table.js";
import { type RunningChart, runChart } from "../support/vegaView.js";

const x = [0, 1, 2];
const chart = (values: readonly number[], more: Partial<CurveFamily> = {}): CurveFamily => ({
  description: "Lines of many slopes.",
  x: { title: "x" },
  y: { title: "y" },
  slider: { name: "slope", values },
  curve: (slope) => ({ x, y: x.map((v) => slope * v) }),
  ...more,
});

/** The heights of the one curve that is drawn strongly. */
const strong = ({ items }: RunningChart): unknown[] =>
  items("line")
    .filter((item) => item.opacity !== 0.35)
    .map((item) => item.datum.y);
const legend = ({ items }: RunningChart): string =>
  items("text")
    .map((item) => item.text)
    .find((text) => text?.includes("="))!;

test("the slider chooses the curve, and the legend says its value", async () => {
  const spec = curveFamily(chart([0.1, 0.2, 0.3]));
  const slider = spec.params!.find((param) => param.name === "slider");
  expect(slider).toMatchObject({ bind: { min: 0.1, max: 0.3, step: 0.1 } });
  const running = await runChart(spec);
  expect(strong(running)).toEqual([0, 0.1, 0.2]);
  expect(legend(running)).toBe("slope = 0.1");
  await running.set({ slider: 0.3 });
  expect(strong(running)).toEqual([0, 0.3, 0.6]);
  expect(legend(running)).toBe("slope = 0.3");
});

test("evenly spaced values are the slider's own, whatever their rounding", async () => {
  const values = Array.from({ length: 11 }, (_, i) => -0.5 + 0.1 * i);
  const spec = curveFamily(chart(values));
  const slider = spec.params!.find((param) => param.name === "slider");
  expect(slider).toMatchObject({ value: -0.5, bind: { min: -0.5, max: 0.5, step: 0.1 } });
  const running = await runChart(spec);
  for (const value of values) {
    await running.set({ slider: Number(value.toFixed(1)) });
    expect(strong(running)[1]).toBe(value);
  }
});

test("otherwise the slider counts the values from 1, and the legend says the value", async () => {
  const spec = curveFamily(
    chart([0.01, 0.1, 1], { slider: { name: "slope", values: [0.01, 0.1, 1], start: 0.1 } }),
  );
  const slider = spec.params!.find((param) => param.name === "slider");
  expect(slider).toMatchObject({
    value: 2,
    bind: { min: 1, max: 3, step: 1, name: "slope, number in the row " },
  });
  const running = await runChart(spec);
  expect(legend(running)).toBe("slope = 0.1");
  await running.set({ slider: 3 });
  expect(legend(running)).toBe("slope = 1");
  expect(strong(running)).toEqual([0, 1, 2]);
});

test("the whole family is drawn faintly behind it", async () => {
  const { items } = await runChart(curveFamily(chart([1, 2])));
  const faint = items("line").filter((item) => item.opacity === 0.35);
  expect(faint.map((item) => item.datum.y)).toEqual([0, 1, 2, 0, 2, 4]);
});

test("the curve is computed once for each value", () => {
  const asked: number[] = [];
  const curve = (value: number) => {
    asked.push(value);
    return { x, y: x };
  };
  curveFamily(chart([1, 2, 3], { curve }));
  expect(asked).toEqual([1, 2, 3]);
});

test("curves and points that stay are drawn, with colours of their own", async () => {
  const fixed = { name: "fixed", x, y: [9, 9, 9] };
  const points = [{ name: "points", x, y: [7, 7, 7] }];
  const { items } = await runChart(curveFamily(chart([1, 2], { curves: [fixed], points })));
  const strokes = items("line").filter((item) => item.datum.name === "fixed");
  expect(strokes).toHaveLength(3);
  expect(strokes[0]!.strokeDash).toEqual([8, 4]);
  expect(items("symbol").filter((item) => item.datum.name === "points")).toHaveLength(3);
});

test("its table is of the curve that is chosen first", () => {
  const slider = { name: "slope", values: [1, 2], start: 2 };
  expect(tableOf(curveFamily(chart([], { slider }))).split("\n")).toEqual([
    "| slope | which | x | y |",
    "| --- | --- | --- | --- |",
    "| 2 | slope | 0 | 0 |",
    "| 2 | slope | 1 | 2 |",
    "| 2 | slope | 2 | 4 |",
  ]);
});

test.each([
  [[1], {}, "curveFamily: slider.values must be 2 to 100 rising numbers, got [1]"],
  [[], {}, "curveFamily: slider.values must be 2 to 100 rising numbers, got []"],
  [[2, 1], {}, "slider.values must be 2 to 100 rising numbers, got [2, 1]"],
  [[1, NaN], {}, "slider.values must be 2 to 100 rising numbers, got [1, NaN]"],
  [Array.from({ length: 101 }, (_, i) => i), {}, "slider.values must be 2 to 100 rising numbers"],
  [
    [1, 2],
    { slider: { name: "slope", values: [1, 2], start: 1.5 } },
    "curveFamily: slider.start must be one of slider.values, got 1.5",
  ],
  [
    [1, 2],
    { curve: (value: number) => ({ x, y: [1, value / 0, 3] }) },
    'curveFamily: "slope" at 1: y must be finite numbers, got Infinity at index 1',
  ],
  [[1, 2], { curves: [{ name: "slope", x, y: x }] }, 'names must differ, got "slope" twice'],
])("values %j with %j are refused", (values, wrong, sentence) => {
  expect(() => curveFamily(chart(values, wrong))).toThrow(sentence);
});
