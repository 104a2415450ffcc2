import { describe, expect, test } from "vitest";
import {
  diffusionCoefficient,
  meanSquareDisplacement,
} from "../../src/dynamics/meanSquareDisplacement.js";
import type { TimedFrame } from "../../src/dynamics/timeAverage.js";
import { normal, seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";

/** Atoms at `at(i, t)` in frames 2 apart; i counts coordinates. */
const film = (n: number, frames: number, at: (i: number, t: number) => number): TimedFrame[] =>
  Array.from({ length: frames }, (_, f) => ({
    time: 100 + 2 * f,
    system: {
      positions: Float64Array.from({ length: 3 * n }, (_, i) => at(i, 2 * f)),
      atomicNumbers: new Uint8Array(n).fill(18),
    },
  }));

test("atoms that fly: ⟨v²⟩ t²", () => {
  const velocity = [0.1, 0.2, -0.3, 0.5, 0, 0];
  const { times, values } = meanSquareDisplacement(film(2, 11, (i, t) => i + velocity[i]! * t));
  expectClose(times, [0, 2, 4, 6, 8, 10], 1e-12);
  const square = (0.01 + 0.04 + 0.09 + 0.25) / 2;
  expectClose(
    values,
    times.map((t) => square * t * t),
    1e-12,
  );
});
test("atoms that vibrate: it stays finite, from all moments of 100 periods", () => {
  const path = film(1, 1001, (i, t) => (i === 0 ? Math.cos((2 * Math.PI * t) / 20) : 0));
  const { times, values } = meanSquareDisplacement(path, { longest: 60 });
  expectClose(
    values,
    times.map((t) => 1 - Math.cos((2 * Math.PI * t) / 20)),
    0.04,
  );
  expect(times.length).toBe(31);
});
describe("atoms that walk at random with D = 0.75", () => {
  // Each coordinate makes a step of variance 2 D Δt = 3.
  const draw = normal(seededRandom(1));
  const places = new Float64Array(1500);
  const path = film(500, 400, (i) => {
    places[i]! += Math.sqrt(3) * draw();
    return places[i]!;
  });
  const msd = meanSquareDisplacement(path, { longest: 40 });
  test("6 D t", () => {
    for (const [k, t] of msd.times.entries())
      if (t > 0) expect(Math.abs(msd.values[k]! / (4.5 * t) - 1)).toBeLessThan(0.03);
  });
  test("Einstein's slope over 6", () => {
    expect(diffusionCoefficient(msd, { from: 4, to: 40 })).toBeCloseTo(0.75, 1);
  });
});
test("the straight line that fits best, between the two times alone", () => {
  const times = Float64Array.of(0, 1, 2, 3, 4);
  const values = Float64Array.of(100, 7, 12, 19, -50); // fitted: 7, 12, 19 have the slope 6
  expect(diffusionCoefficient({ times, values }, { from: 1, to: 3 })).toBeCloseTo(1, 14);
  expect(() => diffusionCoefficient({ times, values }, { from: 1.5, to: 2.5 })).toThrow(
    new RangeError("diffusionCoefficient: there must be two or more times from 1.5 to 2.5, got 1"),
  );
});
