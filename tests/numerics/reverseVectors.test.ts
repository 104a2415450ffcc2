import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { Tape, type Traced } from "../../src/numerics/reverse.js";
import { between, distance, dot, point } from "../../src/numerics/reverseVectors.js";
import { expectClose } from "../support/closeTo.js";

const x = [0.1, -0.4, 1.2, 2.0, 0.3, -0.7, -1.1, 0.9, 0.2];
const at = (x: ArrayLike<number>, k: number): number[] => [x[3 * k]!, x[3 * k + 1]!, x[3 * k + 2]!];
const way = (x: ArrayLike<number>, a: number, b: number): number[] =>
  at(x, b).map((coordinate, d) => coordinate - at(x, a)[d]!);

describe("values and slopes, against central differences", () => {
  const functions: Record<string, [(t: Tape) => Traced, (x: ArrayLike<number>) => number]> = {
    "distance is |b − a|": [
      (t) => distance(t, point(t, 0), point(t, 2)),
      (x) => Math.hypot(...way(x, 0, 2)),
    ],
    "dot is a·b, between goes from a to b": [
      (t) => dot(t, between(t, point(t, 0), point(t, 1)), between(t, point(t, 1), point(t, 2))),
      (x) => way(x, 0, 1).reduce((sum, w, d) => sum + w * way(x, 1, 2)[d]!, 0),
    ],
    a·a: [
      (t) => {
        const a = between(t, point(t, 0), point(t, 1));
        return dot(t, a, a);
      },
      (x) => Math.hypot(...way(x, 0, 1)) ** 2,
    ],
  };
  test.each(Object.entries(functions))("%s", (_, [traced, plain]) => {
    const tape = new Tape();
    tape.restart(x);
    const y = traced(tape);
    const gradient = new Float64Array(x.length);
    tape.gradientInto(gradient, y);
    expect(tape.value(y)).toBeCloseTo(plain(x), 14);
    expectClose(gradient, centralGradient(plain, x, 1e-5), 1e-9);
  });
});

test("a point that is not among the variables is refused", () => {
  const tape = new Tape();
  tape.restart(x);
  expect(() => point(tape, 3)).toThrow("variable must be a whole number below 9, got 11");
});
