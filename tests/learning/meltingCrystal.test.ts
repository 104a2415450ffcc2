import { describe, expect, test } from "vitest";
import { type MeltingCrystal, meltingCrystal } from "../../src/learning/meltingCrystal.js";
import { shellCounts } from "../../src/learning/shellCounts.js";
import { seededRandom } from "../../src/numerics/random.js";
import { cellVolume } from "../../src/structures/cell.js";

const run = (temperature: number, steps: readonly number[], change: Partial<MeltingCrystal> = {}) =>
  meltingCrystal({
    density: 0.9,
    temperature,
    steps,
    random: seededRandom(4),
    cells: 3,
    ...change,
  });
const meanGap = (counts: Float64Array): number =>
  counts.reduce((sum, c, i) => (i % 2 === 1 ? sum + c : sum), 0) / (counts.length / 2);

describe("the sentences of the docstring", () => {
  test("starts from fcc at that density, with 4 cells³ atoms", () => {
    const [start] = run(1, [0]);
    expect(start!.atomicNumbers).toHaveLength(108);
    expect(108 / cellVolume(start!.cell!)).toBeCloseTo(0.9, 12);
    expect(meanGap(shellCounts(start!))).toBeCloseTo(0.23, 2);
  });
  test("with little energy it stays a crystal, with much it melts", () => {
    const [cold] = run(0.6, [300]);
    const [hot] = run(2.6, [300]);
    expect(meanGap(shellCounts(cold!))).toBeLessThan(1.6);
    expect(meanGap(shellCounts(hot!))).toBeGreaterThan(2.4);
  });
  test("one seed, the same bytes; looking in between changes nothing beyond rounding", () => {
    const [a, b] = [run(2.6, [40]), run(2.6, [40])];
    expect(a[0]!.positions).toEqual(b[0]!.positions);
    const often = run(2.6, [10, 20, 40]);
    expect(often).toHaveLength(3);
    for (const [i, x] of often[2]!.positions.entries())
      expect(Math.abs(x - a[0]!.positions[i]!)).toBeLessThan(1e-9);
  });
  test("its centre of mass stays", () => {
    const [start, later] = run(2.6, [0, 100]);
    for (const c of [0, 1, 2]) {
      const sum = (x: Float64Array): number => x.reduce((s, v, i) => (i % 3 === c ? s + v : s), 0);
      expect(sum(later!.positions)).toBeCloseTo(sum(start!.positions), 8);
    }
  });
});

test.each([
  [{ density: 0 }, "meltingCrystal: density must be a positive number of atoms/σ³, got 0"],
  [{ temperature: -1 }, "meltingCrystal: temperature must be a positive number of ε, got -1"],
  [{ steps: [10, 5] }, "meltingCrystal: steps must be rising whole numbers, got [10, 5]"],
])("refuses %o", (change, message) => {
  expect(() => run(1, [1], change)).toThrow(new RangeError(message));
});
