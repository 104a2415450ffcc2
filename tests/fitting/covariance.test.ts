import { expect, test } from "vitest";
import { certainty, correlation } from "../../src/fitting/covariance.js";
import { expectClose } from "../support/closeTo.js";

test("covariance is s² times the inverse, whatever the units of the parameters", () => {
  for (const unit of [1, 1e-9]) {
    const hessian = Float64Array.of(4, 6 * unit, 6 * unit, 14 * unit * unit);
    const { covariance, undetermined } = certainty(["a", "b"], hessian, 2);
    expectClose(
      covariance!.map((c, i) => c * [1, unit, unit, unit * unit][i]!),
      [1.4, -0.6, -0.6, 0.4],
      1e-12,
    );
    expect(undetermined).toEqual([]);
  }
});
test("no variance, no covariance", () => {
  expect(certainty(["a"], Float64Array.of(1), undefined).covariance).toBeUndefined();
});
test("what is undetermined is named: without influence, and in a combination", () => {
  expect(certainty(["a", "b"], Float64Array.of(1, 0, 0, 0), 1).undetermined).toEqual([["b"]]);
  const sum = Float64Array.of(1, 1e3, 0, 1e3, 1e6, 0, 0, 0, 1);
  expect(certainty(["a", "b", "c"], sum, 1).undetermined).toEqual([["a", "b"]]);
});
test("correlation: Cᵢⱼ/√(Cᵢᵢ Cⱼⱼ)", () => {
  expectClose(correlation(Float64Array.of(4, -3, -3, 9)), [1, -0.5, -0.5, 1], 1e-15);
});
