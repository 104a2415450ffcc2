import { callForNumbers } from "./callAnswer.js";
import { allowedDifference, type CheckOptions, short } from "./checkNumber.js";
import { unitSlip } from "./unitSlip.js";
import { type Verdict, verdictLine } from "./verdict.js";

export interface ArrayOptions extends CheckOptions {
  /** Numbers in a row, such as 3 for x y z of each atom: names rows and a transposed layout. */
  readonly columns?: number;
}

/**
 * Judges an exercise whose answer is a flat list of numbers (an array or a Float64Array), given by
 * a function without arguments: its length, its numbers, and, if they are the right ones in
 * another order, that. The default tolerance is 10⁻⁶ of the largest expected number.
 *
 * @throws RangeError for a mistake of the exercise's author (nothing expected, a number that is
 *         not finite, a tolerance that is not positive, columns that do not divide the length);
 *         never for anything the answer does
 */
export function judgeArray(
  answer: () => ArrayLike<number>,
  expected: ArrayLike<number>,
  { unit, tolerance, columns = 1 }: ArrayOptions = {},
): Verdict {
  const want = Array.from(expected);
  if (want.length === 0) throw new RangeError("checkArray: expected must hold a number, got none");
  if (!(Number.isInteger(want.length / columns) && Number.isInteger(columns) && columns > 0))
    throw new RangeError(
      `checkArray: columns must divide the ${want.length} expected numbers, got ${columns}`,
    );
  const allowed = allowedDifference("checkArray", want, tolerance);
  const got = callForNumbers(answer, "your function");
  if ("status" in got) return got;
  const fault = compareNumbers(Array.from(got), want, { unit, allowed, columns });
  if (fault !== undefined) return { status: "wrong", message: `your function ${fault}` };
  const many = want.length === 1 ? "the number agrees" : `all ${want.length} numbers agree`;
  return { status: "right", message: many };
}

/** Prints the verdict of `judgeArray`, one line. Returns nothing: a returned value is a mark. */
export function checkArray(
  answer: () => ArrayLike<number>,
  expected: ArrayLike<number>,
  options?: ArrayOptions,
): void {
  console.log(verdictLine(judgeArray(answer, expected, options)));
}

interface Comparison {
  readonly unit: string | undefined;
  readonly allowed: number;
  readonly columns: number;
}

/** The first fault of a list as the end of a sentence, undefined if there is none. */
export function compareNumbers(
  got: readonly number[],
  want: readonly number[],
  { unit, allowed, columns }: Comparison,
): string | undefined {
  if (got.length !== want.length)
    return `returned ${got.length} numbers; there must be ${want.length}`;
  const agrees = (list: readonly number[]): boolean =>
    list.every((number, i) => Math.abs(number - want[i]!) <= allowed);
  const first = got.findIndex((number, i) => !(Math.abs(number - want[i]!) <= allowed));
  if (first < 0) return undefined;
  const rows = want.length / columns;
  // Row by row as asked, from a list that holds the first column, then the second, ...
  const transposed = want.map((_, i) => got[(i % columns) * rows + Math.floor(i / columns)]!);
  const slip = unitSlip(got, want, unit);
  if (!slip && agrees(transposed))
    return (
      "has the right numbers in a transposed layout: all numbers of column 0 come first; asked is " +
      `row after row (${columns === 3 ? "x y z x y z" : `${columns} numbers in a row`} ...)`
    );
  const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  const wantSorted = sorted(want);
  if (!slip && sorted(got).every((number, i) => Math.abs(number - wantSorted[i]!) <= allowed))
    return `has the right numbers in another order; the first that differs is ${place(first, columns)}`;
  const off =
    `gives ${got[first]}${unit ? ` ${unit}` : ""} as ${place(first, columns)}, ` +
    `which is off by ${short(got[first]! - want[first]!)}`;
  return slip ? `${off}; ${slip}` : off;
}

function place(index: number, columns: number): string {
  if (columns === 1) return `element ${index} (counted from 0)`;
  const column = columns === 3 ? "xyz"[index % 3]! : `column ${index % columns}`;
  return `element ${index} (row ${Math.floor(index / columns)}, ${column}; counted from 0)`;
}
