import { centralGradient } from "../numerics/finiteDifference.js";
import { callAnswer, callForNumbers } from "./callAnswer.js";
import { compareNumbers } from "./checkArray.js";
import { allowedDifference, type CheckOptions } from "./checkNumber.js";
import { type Verdict, verdictLine } from "./verdict.js";

export interface GradientOptions extends CheckOptions {
  /** Half-width of the central differences, in the units of the points. Default: 10⁻⁴. */
  readonly step?: number;
  /** Numbers in a row of a point, such as 3 for x y z of each atom: names the component. */
  readonly columns?: number;
}

/**
 * Judges a gradient, ∂E/∂x, by central differences of an energy at several points. Forces are minus
 * the gradient: to ask for them, pass `(x) => -energy(x)`.
 *
 * The default tolerance is 10⁻⁵ of the largest component over all points; differences of a smooth
 * function are about 10⁻⁸ of it off. Each call gets its own copy of the point.
 *
 * @param answer  the student's gradient of a point, shape [d] -> [d]
 * @param energy  may be the student's, too: a stub or NaN in it becomes a verdict
 * @param points  away from the symmetric ones, where a wrong gradient can vanish as well
 * @throws RangeError for a mistake of the exercise's author (no point, a gradient that vanishes at all
 *         points, a tolerance, a step or columns that make no sense)
 */
export function judgeGradient(
  answer: (x: Float64Array) => ArrayLike<number>,
  energy: (x: Float64Array) => number,
  points: readonly ArrayLike<number>[],
  { unit, tolerance, step, columns = 1 }: GradientOptions = {},
): Verdict {
  if (points.length === 0)
    throw new RangeError("checkGradient: there must be at least 1 point, got 0");
  const want: number[][] = [];
  for (const [p, point] of points.entries()) {
    if (point.length === 0 || !Number.isInteger(point.length / columns))
      throw new RangeError(
        `checkGradient: columns must divide the ${point.length} numbers of point ${p}, got ${columns}`,
      );
    let fault: Verdict | undefined;
    const gradient = centralGradient(
      (x) => {
        const value = callAnswer(() => energy(Float64Array.from(x)), "the energy function");
        if (typeof value === "number") return value;
        fault ??= value;
        return Number.NaN;
      },
      point,
      step,
    );
    if (fault) return fault;
    want.push(Array.from(gradient));
  }
  const allowed = allowedDifference(
    "checkGradient",
    want.flat(),
    tolerance ?? 1e-5 * Math.max(...want.flat().map(Math.abs)),
  );
  for (const [p, point] of points.entries()) {
    const where = points.length === 1 ? "your function" : `at point ${p} your function`;
    const got = callForNumbers(() => answer(Float64Array.from(point)), where);
    if ("status" in got) return got;
    const fault = compareNumbers(Array.from(got), want[p]!, { unit, allowed, columns });
    if (fault !== undefined) return { status: "wrong", message: `${where} ${fault}` };
  }
  const count = points.length === 1 ? "the point" : `all ${points.length} points`;
  return { status: "right", message: `agrees with central differences at ${count}` };
}

/** Prints the verdict of `judgeGradient`, one line. Returns nothing: a returned value is a mark. */
export function checkGradient(
  answer: (x: Float64Array) => ArrayLike<number>,
  energy: (x: Float64Array) => number,
  points: readonly ArrayLike<number>[],
  options?: GradientOptions,
): void {
  console.log(verdictLine(judgeGradient(answer, energy, points, options)));
}
