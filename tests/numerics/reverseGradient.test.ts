import { expect, test } from "vitest";
import { leastSquares } from "../../src/numerics/leastSquares.js";
import type { Tape, Traced } from "../../src/numerics/reverse.js";
import { reverseGradient, reverseResiduals } from "../../src/numerics/reverseGradient.js";
import { expectClose } from "../support/closeTo.js";

test("the docstring's example: x e^y", () => {
  const { value, gradient } = reverseGradient((t, [x, y]) => t.times(x!, t.exp(y!)), [3, 0.5]);
  expect(value).toBeCloseTo(3 * Math.exp(0.5), 14);
  expectClose(gradient, [Math.exp(0.5), 3 * Math.exp(0.5)], 1e-15);
});

/** y = a e^(−b t) at five times, from a = 2, b = 0.7. */
const times = [0, 0.5, 1, 2, 4];
const decay = (tape: Tape, [a, b]: readonly Traced[]): Traced[] =>
  times.map((t) =>
    tape.affine(1, tape.times(a!, tape.exp(tape.affine(-t, b!))), -2 * Math.exp(-0.7 * t)),
  );

test("residuals and Jacobian of a decay", () => {
  const { residualsInto, jacobianInto } = reverseResiduals(decay);
  const parameters = Float64Array.of(1.5, 0.4);
  const residuals = new Float64Array(5);
  residualsInto(residuals, parameters);
  expectClose(
    residuals,
    times.map((t) => 1.5 * Math.exp(-0.4 * t) - 2 * Math.exp(-0.7 * t)),
    1e-15,
  );
  const jacobian = new Float64Array(10);
  jacobianInto(jacobian, parameters);
  expectClose(
    jacobian,
    times.flatMap((t) => [Math.exp(-0.4 * t), -1.5 * t * Math.exp(-0.4 * t)]),
    1e-15,
  );
});

test("leastSquares takes them", () => {
  const fit = leastSquares({ start: [1, 1], residualCount: 5, ...reverseResiduals(decay) });
  expect(fit.converged).toBe(true);
  expectClose(fit.parameters, [2, 0.7], 1e-10);
});
