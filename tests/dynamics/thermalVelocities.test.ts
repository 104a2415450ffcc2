import { expect, test } from "vitest";
import { kineticEnergy } from "../../src/dynamics/kineticEnergy.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";

/** Heavy and light atoms in turn; where they are does not matter. */
const gas = (n: number): System => ({
  positions: Float64Array.from({ length: 3 * n }, (_, i) => i),
  atomicNumbers: new Uint8Array(n).fill(18),
  masses: Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1000 : 4000)),
});
const perCoordinate = ({ masses }: System): Float64Array =>
  Float64Array.from({ length: 3 * masses!.length }, (_, i) => masses![Math.floor(i / 3)]!);
const kT = 0.003;

test("the total momentum is 0", () => {
  const system = gas(50);
  const v = thermalVelocities(system, { kT, random: seededRandom(1) });
  const size = 50 * Math.sqrt(4000 * kT);
  for (const d of [0, 1, 2]) {
    const p = v.reduce((sum, x, i) => sum + (i % 3 === d ? x * perCoordinate(system)[i]! : 0), 0);
    expect(Math.abs(p) / size).toBeLessThan(1e-14);
  }
});
test("each component is normal with variance kT/m", () => {
  const system = gas(20_000);
  const v = thermalVelocities(system, { kT, random: seededRandom(2) });
  for (const [first, mass] of [
    [0, 1000],
    [1, 4000],
  ] as const)
    for (const d of [0, 1, 2]) {
      const u = v.filter((_, i) => i % 3 === d && Math.floor(i / 3) % 2 === first);
      const scaled = u.map((x) => x / Math.sqrt(kT / mass));
      const moment = (power: number): number =>
        scaled.reduce((sum, x) => sum + x ** power, 0) / scaled.length;
      // Means of 10,000 numbers: four standard deviations.
      expect(Math.abs(moment(1))).toBeLessThan(0.04);
      expect(Math.abs(moment(2) - 1)).toBeLessThan(0.04 * Math.sqrt(2));
      expect(Math.abs(moment(4) - 3)).toBeLessThan(0.04 * Math.sqrt(96));
    }
});
test("the kinetic energy is (3n − 3)/2 kT on average, and scatters by a part √(2/(3n − 3))", () => {
  const system = gas(4);
  const random = seededRandom(3);
  const draws = 20_000;
  const ratios = Array.from(
    { length: draws },
    () =>
      kineticEnergy(thermalVelocities(system, { kT, random }), perCoordinate(system)) / (4.5 * kT),
  );
  const mean = ratios.reduce((sum, x) => sum + x, 0) / draws;
  const scatter = Math.sqrt(ratios.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws);
  expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(2 / 9 / draws));
  expect(scatter / Math.sqrt(2 / 9)).toBeCloseTo(1, 1);
});
test("the same seed gives the same velocities; a single atom rests", () => {
  const draw = (n: number): Float64Array =>
    thermalVelocities(gas(n), { kT, random: seededRandom(4) });
  expectClose(draw(3), draw(3), 0);
  expectClose(draw(1), [0, 0, 0], 1e-17);
});
test("refuses a temperature of 0", () => {
  expect(() => thermalVelocities(gas(2), { kT: 0, random: seededRandom(1) })).toThrow(
    new RangeError("thermalVelocities: kT must be a positive number of hartree, got 0"),
  );
});
