import { expect, test } from "vitest";
import type { TimedFrame } from "../../src/dynamics/timeAverage.js";
import { velocityAutocorrelation } from "../../src/dynamics/velocityAutocorrelation.js";
import { normal, seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";

const film = (n: number, frames: number, at: (i: number, t: number) => number): TimedFrame[] =>
  Array.from({ length: frames }, (_, f) => ({
    time: 2 * f,
    system: { positions: new Float64Array(3 * n), atomicNumbers: new Uint8Array(n).fill(18) },
    velocities: Float64Array.from({ length: 3 * n }, (_, i) => at(i, 2 * f)),
  }));

test("atoms that fly never forget; ⟨v · v⟩ is a mean over atoms", () => {
  const v = [1, 2, 2, 0, 0, 1];
  const { times, values, meanSquare } = velocityAutocorrelation(film(2, 5, (i) => v[i]!));
  expectClose(times, [0, 2, 4], 0);
  expectClose(values, [1, 1, 1], 1e-14);
  expect(meanSquare).toBe(5);
});
test("a vibration: the cosine, below zero after a quarter", () => {
  const path = film(1, 1001, (_, t) => Math.sin((2 * Math.PI * t) / 40));
  const { times, values } = velocityAutocorrelation(path, { longest: 40 });
  expectClose(
    values,
    times.map((t) => Math.cos((2 * Math.PI * t) / 40)),
    0.02,
  );
});
test("velocities that are forgotten as e^(−t/τ), and D = ⟨v²⟩/3 τ (Green and Kubo)", () => {
  const draw = normal(seededRandom(2));
  const v = Float64Array.from({ length: 600 }, () => draw());
  const c = Math.exp(-0.2);
  const path = film(200, 600, (i) => {
    v[i] = c * v[i]! + Math.sqrt(1 - c * c) * draw();
    return v[i]!;
  });
  const { times, values, meanSquare } = velocityAutocorrelation(path, { longest: 100 });
  expect(meanSquare).toBeCloseTo(3, 1);
  expectClose(
    values,
    times.map((t) => Math.exp(-t / 10)),
    0.02,
  );
  const integral = values.reduce((sum, y, k) => sum + 2 * y * (k === 0 ? 0.5 : 1), 0);
  expect(Math.abs(((meanSquare / 3) * integral) / 10 - 1)).toBeLessThan(0.05);
});
test("refuses frames without velocities and atoms at rest", () => {
  const [first, second] = film(1, 2, () => 0);
  const { velocities, ...without } = second!;
  expect(() => velocityAutocorrelation([first!, without])).toThrow(
    new RangeError("velocityAutocorrelation: each frame must have velocities, got none in frame 1"),
  );
  expect(() => velocityAutocorrelation([first!, second!])).toThrow(
    new RangeError("velocityAutocorrelation: atoms must move, got a mean square of 0"),
  );
});
