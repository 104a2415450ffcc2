import { expect, test } from "vitest";
import {
  type ColourAxis,
  checkedColours,
  colourEncoding,
  shareOf,
} from "../../src/charts/colourAxis.js";

const z = (more: Partial<ColourAxis> = {}): ColourAxis => ({ title: "E / eV", ...more });
const legend = (axis: ColourAxis, extent: [number, number]): number[] =>
  (
    colourEncoding(checkedColours("map", axis, extent)) as unknown as {
      legend: { values: number[] };
    }
  ).legend.values;

test("without a domain the colours go from the least to the greatest number", () => {
  expect(checkedColours("map", z(), [-1, 3])).toMatchObject({
    domain: [-1, 3],
    beyond: [false, false],
  });
});

test("a domain knows whether anything lies beyond it", () => {
  expect(checkedColours("map", z({ domain: [0, 4] }), [0, 9]).beyond).toEqual([false, true]);
  expect(checkedColours("map", z({ domain: [0, 4] }), [-1, 4]).beyond).toEqual([true, false]);
});

test("the legend has round numbers, and an end of the colours where more lies beyond it", () => {
  expect(legend(z(), [0, 1])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(legend(z({ domain: [0, 4.1] }), [0, 9])).toEqual([0, 1, 2, 3, 4.1]);
  expect(legend(z({ domain: [-0.5, 1] }), [-9, 1])).toEqual([-0.5, 0, 0.5, 1]);
});

test("a value's share of the colours goes from 0 to 1, on logarithmic ones by its logarithm", () => {
  const linear = checkedColours("map", z({ domain: [0, 4] }), [0, 9]);
  expect([-1, 0, 1, 4, 9].map((value) => shareOf(linear, value))).toEqual([0, 0, 0.25, 1, 1]);
  const log = checkedColours("map", z({ log: true }), [0.01, 100]);
  expect(shareOf(log, 1)).toBeCloseTo(0.5, 12);
});

test.each<[Partial<ColourAxis>, [number, number], string]>([
  [{}, [3, 3], "map: z.domain must be given, because z is the same everywhere, got 3"],
  [{ middle: 3 }, [0, 3], "map: z.middle must lie between 0 and 3 on linear colours, got 3"],
  [
    { middle: 1, log: true },
    [0.1, 3],
    "map: z.middle must lie between 0.1 and 3 on linear colours",
  ],
  [{ domain: [2, 1] }, [0, 3], "map: z.domain must be [smaller, larger], got [2, 1]"],
])("%j for numbers in %j is refused", (more, extent, sentence) => {
  expect(() => checkedColours("map", z(more), extent)).toThrow(sentence);
});
