import { callAnswer } from "./callAnswer.js";
import { unitSlip } from "./unitSlip.js";
import { type Verdict, verdictLine } from "./verdict.js";

export interface CheckOptions {
  /** Unit in which the answer is asked, such as "hartree" or "hartree/bohr": names a unit slip. */
  readonly unit?: string;
  /**
   * Largest accepted difference, in the unit of the answer. Default: 10⁻⁶ of the expected number,
   * of a curve 10⁻⁶ of the largest expected one.
   */
  readonly tolerance?: number;
}

/**
 * Judges an exercise whose answer is one number, given by a function without arguments.
 *
 * @throws RangeError for a mistake of the exercise's author (an expected number that is not
 *         finite, a tolerance that is not positive); never for anything the answer does
 */
export function judgeNumber(
  answer: () => number,
  expected: number,
  { unit, tolerance }: CheckOptions = {},
): Verdict {
  const allowed = allowedDifference("checkNumber", [expected], tolerance);
  const got = callAnswer(answer, "your function");
  if (typeof got !== "number") return got;
  const unitText = unit ? ` ${unit}` : "";
  if (Math.abs(got - expected) <= allowed) return { status: "right", message: `${got}${unitText}` };
  const off = `your function gives ${got}${unitText}, which is off by ${short(got - expected)}`;
  const slip = unitSlip([got], [expected], unit);
  return { status: "wrong", message: slip ? `${off}; ${slip}` : off };
}

/** Prints the verdict of `judgeNumber`, one line. Returns nothing: a returned value is a mark. */
export function checkNumber(answer: () => number, expected: number, options?: CheckOptions): void {
  console.log(verdictLine(judgeNumber(answer, expected, options)));
}

/** The tolerance to use; stops an author whose exercise cannot be judged. */
export function allowedDifference(
  where: string,
  expected: readonly number[],
  tolerance: number | undefined,
): number {
  for (const number of expected)
    if (!Number.isFinite(number))
      throw new RangeError(`${where}: expected must be finite numbers, got ${number}`);
  const allowed = tolerance ?? 1e-6 * Math.max(...expected.map(Math.abs));
  if (!(allowed > 0 && Number.isFinite(allowed)))
    throw new RangeError(
      `${where}: tolerance must be a positive number (it has no default where every expected ` +
        `number is 0), got ${tolerance}`,
    );
  return allowed;
}

/** Three digits are enough to see how large an error is. */
export function short(difference: number): string {
  return difference.toPrecision(3);
}
