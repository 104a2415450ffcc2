import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../../src/numerics/random.js";
import { type ChargePairs, equilibratedCharges } from "../../../src/potentials/reaxff/charges.js";
import { expectClose } from "../../support/closeTo.js";

const pairs = (of: [number, number, number][]): ChargePairs => ({
  count: of.length,
  i: Int32Array.from(of, ([i]) => i),
  j: Int32Array.from(of, ([, j]) => j),
  strength: Float64Array.from(of, ([, , k]) => k),
});

test("two atoms: the charge is the difference of χ over J₁ + J₂ − 2k", () => {
  const charges = equilibratedCharges(
    Float64Array.of(0.3, 0.2),
    Float64Array.of(0.6, 0.5),
    pairs([[0, 1, 0.25]]),
  );
  expectClose(charges, [-0.1 / 0.6, 0.1 / 0.6], 1e-14);
});

test("the charges add up to zero, and all electronegativities ∂E/∂q are the same", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (n, seed) => {
      const random = seededRandom(seed);
      const chi = Float64Array.from({ length: n }, random);
      const hardness = Float64Array.from({ length: n }, () => 1 + random());
      const all: [number, number, number][] = [];
      for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) all.push([i, j, random() / n]);
      const q = equilibratedCharges(chi, hardness, pairs(all));
      expect(q.reduce((sum, charge) => sum + charge, 0)).toBeCloseTo(0, 13);
      const slopes = chi.map((x, i) => x + hardness[i]! * q[i]!);
      for (const [i, j, k] of all) {
        slopes[i]! += k * q[j]!;
        slopes[j]! += k * q[i]!;
      }
      expectClose(
        slopes,
        slopes.map(() => slopes[0]!),
        3e-12,
      );
    }),
    { numRuns: 50 },
  ));

test("an image of an atom itself counts as ½ of 2k more hardness", () => {
  const alone = [Float64Array.of(0.3, 0.2), Float64Array.of(0.6 + 0.2, 0.5)] as const;
  const wanted = equilibratedCharges(...alone, pairs([]));
  const found = equilibratedCharges(alone[0], Float64Array.of(0.6, 0.5), pairs([[0, 0, 0.1]]));
  expectClose(found, wanted, 1e-14);
});

test("one atom, and atoms of one kind, have no charge", () => {
  expect([...equilibratedCharges(Float64Array.of(0.3), Float64Array.of(1), pairs([]))]).toEqual([
    0,
  ]);
  const same = [Float64Array.of(0.3, 0.3), Float64Array.of(1, 1)] as const;
  expectClose(equilibratedCharges(...same, pairs([[0, 1, 0.5]])), [0, 0], 1e-15);
});

test("refuses atoms nearer than their hardness allows", () =>
  expect(() =>
    equilibratedCharges(
      Float64Array.of(0.3, 0.2),
      Float64Array.of(0.6, 0.5),
      pairs([[0, 1, 0.56]]),
    ),
  ).toThrow(
    new RangeError(
      "reaxff: charges must have a lowest energy, but it falls without end " +
        "(atoms nearer to each other than their hardness allows)",
    ),
  ));

test("refuses numbers that are not finite", () =>
  expect(() =>
    equilibratedCharges(Float64Array.of(Number.NaN, 0.2), Float64Array.of(0.6, 0.5), pairs([])),
  ).toThrow("reaxff: charges must have a lowest energy"));

test("refuses charges that do not settle: hardness over 40 powers of ten", () => {
  const n = 41;
  const chi = Float64Array.from({ length: n }, (_, i) => Math.cos(i));
  const hardness = Float64Array.from({ length: n }, (_, i) => 10 ** (i - 20));
  expect(() => equilibratedCharges(chi, hardness, pairs([]))).toThrow(
    /^reaxff: electronegativities must become equal to 1e-12 hartree\/e, got \S+ after 510 steps$/,
  );
});
