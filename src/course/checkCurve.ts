import { callAnswer } from "./callAnswer.js";
import { allowedDifference, type CheckOptions, short } from "./checkNumber.js";
import { unitSlip } from "./unitSlip.js";
import { type Verdict, verdictLine } from "./verdict.js";

/**
 * Judges an exercise whose answer is a function of one number, by comparing it with a reference at
 * several inputs. The verdict names the first input at which they differ.
 *
 * @throws RangeError for a mistake of the exercise's author (fewer than two inputs, a reference
 *         that is not finite, a tolerance that is not positive); never for anything the answer does
 */
export function judgeCurve(
  answer: (x: number) => number,
  reference: (x: number) => number,
  inputs: readonly number[],
  { unit, tolerance }: CheckOptions = {},
): Verdict {
  if (inputs.length < 2)
    throw new RangeError(`checkCurve: there must be at least 2 inputs, got ${inputs.length}`);
  const want = inputs.map((x) => reference(x));
  const allowed = allowedDifference("checkCurve", want, tolerance);
  const got: number[] = [];
  for (const x of inputs) {
    const value = callAnswer(() => answer(x), `at ${x} your function`);
    if (typeof value !== "number") return value;
    got.push(value);
  }
  const first = got.findIndex((value, i) => !(Math.abs(value - want[i]!) <= allowed));
  if (first < 0) return { status: "right", message: `agrees at all ${inputs.length} inputs` };
  const off =
    `at ${inputs[first]} your function gives ${got[first]}${unit ? ` ${unit}` : ""}, ` +
    `which is off by ${short(got[first]! - want[first]!)}`;
  const slip = unitSlip(got, want, unit);
  return { status: "wrong", message: slip ? `${off}; ${slip}` : off };
}

/** Prints the verdict of `judgeCurve`, one line. Returns nothing: a returned value is a mark. */
export function checkCurve(
  answer: (x: number) => number,
  reference: (x: number) => number,
  inputs: readonly number[],
  options?: CheckOptions,
): void {
  console.log(verdictLine(judgeCurve(answer, reference, inputs, options)));
}
