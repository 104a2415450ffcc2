import { expect, test } from "vitest";
import { diis } from "../../src/quantum/hartreeFockDiis.js";
import { expectClose } from "../support/closeTo.js";

test("one input comes back as it is", () => {
  expectClose(diis()(Float64Array.of(1, 2), Float64Array.of(3, 0)), [1, 2], 1e-12);
});

test("two errors that point the same way: the combination whose error is 0", () => {
  const mix = diis();
  mix(Float64Array.of(4), Float64Array.of(3));
  // Σ c = 1 and 3 c₀ + 1 c₁ = 0: c₀ = −½, c₁ = 3/2
  expectClose(mix(Float64Array.of(6), Float64Array.of(1)), [-2 + 9], 1e-6);
});

test("a linear iteration in five dimensions ends after six rounds", () => {
  const rates = [0.9, -0.7, 0.99, 0.5, -0.95];
  const mix = diis();
  let x: Float64Array = Float64Array.of(1, 2, 3, 4, 5);
  for (let round = 0; round < 6; round++) {
    const next = x.map((value, i) => rates[i]! * value + 1);
    x = mix(
      next,
      next.map((value, i) => value - x[i]!),
    );
  }
  expectClose(
    x,
    rates.map((rate) => 1 / (1 - rate)),
    1e-5,
  );
});

test("it forgets all but the last eight inputs", () => {
  const mix = diis();
  for (let k = 0; k < 8; k++) mix(Float64Array.of(1000), Float64Array.of(k % 2, (k + 1) % 2, 1));
  let last: Float64Array = new Float64Array(1);
  for (let k = 0; k < 8; k++)
    last = mix(Float64Array.of(5), Float64Array.of(k % 2, (k + 1) % 2, 2));
  expect(last[0]).toBeCloseTo(5, 9);
});
