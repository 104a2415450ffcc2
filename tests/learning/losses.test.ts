import { describe, expect, test } from "vitest";
import { losses } from "../../src/learning/losses.js";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const outputs = Float64Array.from(reference.losses.outputs);
const targets = Float64Array.from(reference.losses.targets);

test("mean square and cross-entropy are scikit-learn's to 1e-12", () => {
  for (const name of ["meanSquare", "crossEntropy"] as const)
    expectClose([losses[name].value(outputs, targets)], [reference.losses[name]], 1e-12);
});

test("half the mean square is half of it", () => {
  expect(losses.halfMeanSquare.value(outputs, targets)).toBe(reference.losses.meanSquare / 2);
});

describe.each(Object.values(losses))("$name", (loss) => {
  test("its gradient equals central differences to 1e-8 of itself", () => {
    const soft = Float64Array.of(0.1, 0.8, 1, 0, 0.5);
    const gradient = new Float64Array(5);
    for (const y of [targets, soft]) {
      loss.gradientInto(gradient, outputs, y);
      const numeric = centralGradient((p) => loss.value(Float64Array.from(p), y), outputs, 1e-6);
      for (let k = 0; k < 5; k++)
        expect(Math.abs(gradient[k]! / numeric[k]! - 1)).toBeLessThan(1e-8);
    }
  });
});

describe("cross-entropy", () => {
  const { value, gradientInto } = losses.crossEntropy;
  const of = (p: number, y: number): number => value(Float64Array.of(p), Float64Array.of(y));
  test("is 0 for certain and right answers", () => {
    expect([of(0, 0), of(1, 1)]).toEqual([0, 0]);
    const gradient = Float64Array.of(7);
    gradientInto(gradient, Float64Array.of(1), Float64Array.of(1));
    expect(gradient[0]).toBe(-1);
  });
  test("is infinite for a certain and wrong answer", () => {
    expect([of(0, 1), of(1, 0)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
  test("is least where p = y, and not 0 there for 0 < y < 1", () => {
    expect(of(0.3, 0.3)).toBeGreaterThan(0.6);
    expect(Math.min(of(0.29, 0.3), of(0.31, 0.3))).toBeGreaterThan(of(0.3, 0.3));
  });
});
