import { describe, expect, test } from "vitest";
import { radialDistribution } from "../../src/dynamics/radialDistribution.js";
import { seededRandom } from "../../src/numerics/random.js";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { radial } = reference;
const mixture: System = {
  positions: Float64Array.from(radial.positions),
  atomicNumbers: Uint8Array.from({ length: 50 }, (_, i) => (i < 20 ? 11 : 17)),
  cell: Float64Array.from(radial.cell),
};

describe("as ASE has it, in a sheared cell", () => {
  const options = { farthest: radial.farthest, bins: radial.all.length };
  test("all atoms", () => {
    const { distances, values } = radialDistribution([{ system: mixture }], options);
    expectClose(values, radial.all, 1e-10);
    expectClose([distances[0]!, distances[21]!], [0.1, 4.3], 1e-12);
  });
  test.each([
    ["Na", "Na", radial.NaNa],
    ["Na", "Cl", radial.NaCl],
    ["Cl", "Na", radial.NaCl],
  ] as const)("%s-%s", (a, b, wanted) => {
    const found = radialDistribution([{ system: mixture }], { ...options, between: [a, b] });
    expectClose(found.values, wanted, 1e-10);
  });
});

test("atoms spread evenly and at random: 1, and further than half of the cell", () => {
  const random = seededRandom(1);
  const frames = Array.from({ length: 20 }, () => ({
    system: {
      positions: Float64Array.from({ length: 900 }, () => 20 * random()),
      atomicNumbers: new Uint8Array(300).fill(18),
      cell: Float64Array.of(20, 0, 0, 0, 20, 0, 0, 0, 20),
    },
  }));
  const { values } = radialDistribution(frames, { farthest: 15, bins: 5 });
  for (const value of values.subarray(1)) expect(Math.abs(value - 1)).toBeLessThan(0.02);
});
test("of a crystal: its shells", () => {
  const system = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 }), [2, 2, 2]);
  const { distances, values } = radialDistribution([{ system }], { farthest: 15.5, bins: 31 });
  const atoms = values.map(
    (g, k) => g * (4 / 1000) * ((4 * Math.PI) / 3) * 0.5 ** 3 * ((k + 1) ** 3 - k ** 3),
  );
  const shells = [...atoms.keys()].filter((k) => atoms[k]! > 0);
  expectClose(
    shells.map((k) => distances[k]!),
    [7.25, 10.25, 12.25, 14.25], // around 7.07, 10, 12.25, 14.14
    1e-12,
  );
  expectClose(
    shells.map((k) => atoms[k]!),
    [12, 6, 24, 12],
    1e-10,
  );
});
test("frames of a generator, whose mean is given", () => {
  const cubes = [9, 11].map((latticeConstant) => ({
    system: crystal("sc", { symbols: ["Ar"], latticeConstant }),
  }));
  const options = { farthest: 14, bins: 7 };
  const both = radialDistribution(cubes.values(), options).values;
  const [one, other] = cubes.map((frame) => radialDistribution([frame], options).values);
  expectClose(
    both,
    one!.map((g, k) => (g + other![k]!) / 2),
    1e-12,
  );
});

describe("refuses", () => {
  const { cell, ...open } = mixture;
  test.each<[() => unknown, string]>([
    [
      () => radialDistribution([], { farthest: 3, bins: 3 }),
      "there must be at least one frame, got none",
    ],
    [
      () => radialDistribution([{ system: open }], { farthest: 3, bins: 3 }),
      "each frame must have a cell, got open space",
    ],
    [
      () => radialDistribution([{ system: mixture }], { farthest: 3, bins: 0 }),
      "bins must be a whole number from 1, got 0",
    ],
    [
      () => radialDistribution([{ system: mixture }], { farthest: 0, bins: 1 }),
      "farthest must be a positive number of bohr, got 0",
    ],
    [
      () =>
        radialDistribution([{ system: mixture }], { farthest: 3, bins: 3, between: ["Na", "K"] }),
      "each frame must have atoms of `between`, got none",
    ],
  ])("%#", (act, message) => {
    expect(act).toThrow(new RangeError(`radialDistribution: ${message}`));
  });
});
