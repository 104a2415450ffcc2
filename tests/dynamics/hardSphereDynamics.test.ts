import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carnahanStarling, contactValue } from "../../src/dynamics/carnahanStarling.js";
import { hardSphereDynamics } from "../../src/dynamics/hardSphereDynamics.js";
import { kineticEnergy } from "../../src/dynamics/kineticEnergy.js";
import { radialDistribution } from "../../src/dynamics/radialDistribution.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";

/** Balls of diameter 1 and mass 1 on the sites of an fcc crystal, kT 1: a mean free flight takes about 0.1. */
function fluid({ packing, edges, seed = 1 }: { packing: number; edges: number; seed?: number }) {
  const latticeConstant = (4 / ((6 * packing) / Math.PI)) ** (1 / 3);
  const lattice = supercell(crystal("fcc", { symbols: ["H"], latticeConstant }), [
    edges,
    edges,
    edges,
  ]);
  const n = lattice.atomicNumbers.length;
  const system: System = { ...lattice, masses: new Float64Array(n).fill(1) };
  const velocities = thermalVelocities(system, { kT: 1, random: seededRandom(seed) });
  return { system, velocities, diameter: 1 };
}

/** Two balls in a cube of edge 10. */
function pair(positions: number[], velocities: number[], masses = [1, 1]) {
  const system: System = {
    positions: Float64Array.from(positions),
    atomicNumbers: Uint8Array.of(1, 1),
    masses: Float64Array.from(masses),
    cell: Float64Array.of(10, 0, 0, 0, 10, 0, 0, 0, 10),
  };
  return { system, velocities, diameter: 1 };
}

const momentum = (masses: Float64Array, v: Float64Array): number[] =>
  [0, 1, 2].map((d) => masses.reduce((sum, m, i) => sum + m * v[3 * i + d]!, 0));

const last = <T>(samples: Iterable<T>): T => [...samples].at(-1)!;

describe("two balls", () => {
  test("meet head-on at the exact time and exchange their velocities", () => {
    const motion = pair([0, 0, 0, 3, 0, 0], [1, 0, 0, -1, 0, 0]);
    const [before, after] = [...hardSphereDynamics({ ...motion, every: 0.999, samples: 2 })];
    expect(before!.collisions).toBe(0);
    expect(Array.from(before!.velocities)).toEqual([1, 0, 0, -1, 0, 0]);
    expect(after!.collisions).toBe(1);
    expect(Array.from(after!.velocities)).toEqual([-1, 0, 0, 1, 0, 0]);
    expectClose(after!.system.positions, [1 - 0.998, 0, 0, 2 + 0.998, 0, 0], 1e-14);
  });

  test("meet through a face of the cell, and their positions are not put back into it", () => {
    const motion = pair([9, 5, 5, 2, 5, 5], [1, 0, 0, 0, 0, 0]);
    const sample = last(hardSphereDynamics({ ...motion, every: 5, samples: 1 }));
    expect(sample.collisions).toBe(1); // at 11, after 2
    expectClose(sample.system.positions, [11, 5, 5, 5, 5, 5], 1e-14);
  });

  test("touch where |r + u t| = d: at an angle, the momentum along the line between them", () => {
    // Touching at 45°: the mover goes on along y, the other leaves along the line.
    const s = Math.SQRT1_2;
    const motion = pair([0, 0, 5, 2, s, 5], [1, 0, 0, 0, 0, 0]);
    const sample = last(hardSphereDynamics({ ...motion, every: 3, samples: 1 }));
    expect(sample.collisions).toBe(1);
    expectClose(sample.velocities, [0.5, -0.5, 0, 0.5, 0.5, 0], 1e-14);
    const remaining = 3 - (2 - s);
    expectClose(
      sample.system.positions.subarray(3),
      [2 + remaining / 2, s + remaining / 2, 5],
      1e-14,
    );
  });

  test("that graze, by more than d, do not touch", () => {
    const motion = pair([0, 0, 5, 3, 1.0000001, 5], [1, 0, 0, 0, 0, 0]);
    expect(last(hardSphereDynamics({ ...motion, every: 5, samples: 1 })).collisions).toBe(0);
  });

  test("of unequal masses bounce elastically", () => {
    const motion = pair([0, 0, 0, 3, 0, 0], [1, 0, 0, 0, 0, 0], [3, 1]);
    const sample = last(hardSphereDynamics({ ...motion, every: 2.5, samples: 1 }));
    expectClose(sample.velocities, [0.5, 0, 0, 1.5, 0, 0], 1e-15);
  });

  test("p = (2K + Σ d Δp/τ)/3V and Z = 1 + Σ d Δp/2Kτ", () => {
    const motion = pair([0, 0, 0, 3, 0, 0], [1, 0, 0, -1, 0, 0]);
    const sample = last(hardSphereDynamics({ ...motion, every: 1.5, samples: 1 }));
    // K = 1, Δp = 2, d = 1, τ = 1.5, V = 1000
    expectClose(
      [sample.pressure, sample.compressibility],
      [(2 + 2 / 1.5) / 3000, 1 + 2 / 3],
      1e-14,
    );
  });

  test("K is seen from the common centre of mass", () => {
    const still = pair([0, 0, 0, 3, 0, 0], [1, 0, 0, -1, 0, 0]);
    const carried = pair([0, 0, 0, 3, 0, 0], [1.5, 0.25, 0, -0.5, 0.25, 0]);
    const of = (motion: ReturnType<typeof pair>): number =>
      last(hardSphereDynamics({ ...motion, every: 1.5, samples: 1 })).compressibility;
    expectClose([of(carried)], [of(still)], 1e-13);
  });
});

describe("a fluid", () => {
  test("energy and momentum are kept to rounding over 40,000 collisions", () => {
    const { system, velocities, diameter } = fluid({ packing: 0.4, edges: 5 });
    const [first, end] = [
      ...hardSphereDynamics({ system, velocities, diameter, every: 5, samples: 2 }),
    ];
    expect(first!.collisions + end!.collisions).toBeGreaterThan(40_000);
    const before = kineticEnergy(velocities, massOf3(system));
    const after = kineticEnergy(end!.velocities, massOf3(system));
    expect(Math.abs(after / before - 1)).toBeLessThan(1e-12);
    expectClose(momentum(system.masses!, end!.velocities), [0, 0, 0], 1e-12);
  });

  test("no two balls ever overlap, at any packing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        (seed, packing) => {
          const motion = fluid({ packing, edges: 3, seed });
          for (const sample of hardSphereDynamics({ ...motion, every: 0.05, samples: 6 }))
            expect(nearest(sample.system)).toBeGreaterThan(1 - 1e-12);
        },
      ),
      { numRuns: 15, seed: 1 },
    );
  });

  test("what happens does not depend on how often samples are taken", () => {
    const motion = fluid({ packing: 0.3, edges: 3 });
    const often = [...hardSphereDynamics({ ...motion, every: 0.1, samples: 10 })];
    const once = last(hardSphereDynamics({ ...motion, every: 1, samples: 1 }));
    expect(often.reduce((sum, { collisions }) => sum + collisions, 0)).toBe(once.collisions);
    expectClose(often.at(-1)!.system.positions, once.system.positions, 1e-7); // chaos multiplies rounding
  });

  test("velocities turned round lead back to the start", () => {
    const motion = fluid({ packing: 0.3, edges: 3 });
    const there = last(hardSphereDynamics({ ...motion, every: 0.6, samples: 1 }));
    expect(there.collisions).toBeGreaterThan(100);
    const back = last(
      hardSphereDynamics({
        ...motion,
        system: there.system,
        velocities: there.velocities.map((v) => -v),
        every: 0.6,
        samples: 1,
      }),
    );
    expect(back.collisions).toBe(there.collisions);
    expectClose(back.system.positions, motion.system.positions, 1e-8);
  });

  // Carnahan and Starling, within 0.4 % of Monte Carlo; the numbers are those of the published formula.
  test.each([
    { packing: 0.05236, wanted: 1.23967 },
    { packing: 0.2618, wanted: 3.26243 },
    { packing: 0.41888, wanted: 7.74969 },
  ])("Z at packing $packing is that of Carnahan and Starling, $wanted", ({ packing, wanted }) => {
    const motion = fluid({ packing, edges: 5 });
    const every = 0.1 / packing;
    const run = [...hardSphereDynamics({ ...motion, every, samples: 50 })].slice(15);
    const mean = run.reduce((sum, { compressibility }) => sum + compressibility, 0) / run.length;
    const spread = Math.sqrt(
      run.reduce((sum, { compressibility: z }) => sum + (z - mean) ** 2, 0) / run.length ** 2,
    );
    expect(carnahanStarling(packing)).toBeCloseTo(wanted, 4);
    expect(Math.abs(mean - wanted)).toBeLessThan(0.004 * wanted + 3 * spread);
  });

  test("g(r) where balls touch is (Z − 1)/4η, and nothing is nearer", () => {
    const packing = 0.3;
    const motion = fluid({ packing, edges: 4 });
    const run = [...hardSphereDynamics({ ...motion, every: 0.2, samples: 90 })].slice(10);
    const { values } = radialDistribution(run, { farthest: 1.2, bins: 60 });
    expect(Math.max(...values.subarray(0, 50))).toBe(0);
    const atContact = 1.5 * values[50]! - 0.5 * values[51]!; // a line through 1.01 and 1.03, to 1
    const Z = run.reduce((sum, { compressibility }) => sum + compressibility, 0) / run.length;
    expect(Math.abs(atContact / contactValue(packing, Z) - 1)).toBeLessThan(0.03);
  });
});

describe("is refused", () => {
  const good = pair([0, 0, 0, 3, 0, 0], [1, 0, 0, -1, 0, 0]);
  const refuse =
    (change: object): (() => unknown) =>
    () => [...hardSphereDynamics({ ...good, every: 1, samples: 1, ...change })];
  const with_ = (change: object): object => ({ system: { ...good.system, ...change } });

  test("an overlap, through a face of the cell too", () => {
    expect(refuse(with_({ positions: Float64Array.of(0.2, 0, 0, 9.5, 0, 0) }))).toThrow(
      "hardSphereDynamics: balls must be 1 bohr apart or more, got 0.7 between 0 and 1",
    );
  });

  test("a cell that is not a cube, none at all, or one less than three diameters wide", () => {
    const cell = Float64Array.of(10, 0, 0, 0, 10, 0, 0, 1, 10);
    expect(refuse(with_({ cell }))).toThrow(
      "hardSphereDynamics: the cell must be a cube along x, y and z, got 10 0 0 0 10 0 0 1 10",
    );
    const { cell: _, ...open } = good.system;
    expect(refuse({ system: open })).toThrow("got open space");
    expect(refuse({ diameter: 4 })).toThrow(
      "hardSphereDynamics: the cell must be three diameters wide, 12 bohr, got 10",
    );
  });

  test("balls that all move alike", () => {
    expect(refuse({ velocities: [1, 2, 3, 1, 2, 3] })).toThrow(
      "hardSphereDynamics: the balls must move against each other, got them all alike",
    );
  });

  test("numbers and arrays that make no sense", () => {
    expect(refuse({ diameter: 0 })).toThrow("diameter must be a positive number of bohr, got 0");
    expect(refuse({ every: -1 })).toThrow(
      "every must be a positive number of atomic units of time",
    );
    expect(refuse({ samples: 1.5 })).toThrow("samples must be a whole number from 0, got 1.5");
    expect(refuse({ velocities: [1, 2] })).toThrow(
      "velocities must have 6 entries like positions, got 2",
    );
    expect(refuse({ velocities: [1, 0, 0, Number.NaN, 0, 0] })).toThrow(
      "velocities[3] must be finite",
    );
  });
});

const massOf3 = ({ masses }: System): Float64Array =>
  Float64Array.from({ length: 3 * masses!.length }, (_, k) => masses![Math.floor(k / 3)]!);

/** Distance of the nearest two balls, images included; bohr. */
function nearest({ positions, cell }: System): number {
  const edge = cell![0]!;
  let square = Number.POSITIVE_INFINITY;
  for (let i = 0; i < positions.length; i += 3)
    for (let j = 0; j < i; j += 3) {
      let sum = 0;
      for (let d = 0; d < 3; d++) {
        const apart = positions[i + d]! - positions[j + d]!;
        sum += (apart - edge * Math.round(apart / edge)) ** 2;
      }
      square = Math.min(square, sum);
    }
  return Math.sqrt(square);
}
