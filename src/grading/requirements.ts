/** What a test asks of a value. A report does not say what the right value is, unless `reveal` allows it. */
import { isDeepStrictEqual } from "node:util";
import { describe } from "../course/callAnswer.js";
import { allowedDifference, type CheckOptions, short } from "../course/checkNumber.js";
import { unitSlip } from "../course/unitSlip.js";
import { isMarking } from "./tests.js";

export interface CloseOptions extends CheckOptions {
  /**
   * Tell the student by how much it is off, and a likely slip of units. Default: in a notebook, where the
   * test can be read anyway, and not in a report.
   */
  readonly reveal?: boolean;
}

/** What a test found wrong; nothing of the submission is in the message, unless its author reveals it. */
export class Fault extends Error {
  readonly discreet: string;
  constructor(message: string, discreet: string = message) {
    super(message);
    this.discreet = discreet;
  }
}

/**
 * Requires a number, or each number of a flat list, to be within `tolerance` of the wanted one. The default
 * tolerance is 10⁻⁶ of the largest wanted number.
 *
 * @throws Fault unless it is
 */
export function requireClose(
  got: number | ArrayLike<number>,
  want: number | ArrayLike<number>,
  { unit, tolerance, reveal = !isMarking() }: CloseOptions = {},
): void {
  const isNumber = typeof want === "number";
  const wantList = isNumber ? [want] : Array.from(want);
  const allowed = allowedDifference("requireClose", wantList, tolerance);
  const gotList = isNumber ? [got] : listOf(got);
  if (gotList === undefined) throw new Fault(`it ${describe(got, "a list of numbers")}`);
  if (gotList.length !== wantList.length)
    throw new Fault(`it has ${gotList.length} numbers; there must be ${wantList.length}`);
  for (const [i, value] of gotList.entries()) {
    const place = isNumber ? "it" : `element ${i} (counted from 0)`;
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new Fault(`${place} ${describe(value)}`);
    const off = value - wantList[i]!;
    if (Math.abs(off) <= allowed) continue;
    const within = `${Number(allowed.toPrecision(3))}${unit ? ` ${unit}` : ""}`;
    const about = `${place} is not within ${within} of the right value`;
    const slip = unitSlip(gotList as number[], wantList, unit);
    const more = [`it is ${value}, off by ${short(off)}`, ...(slip ? [slip] : [])].join("; ");
    throw new Fault(reveal ? `${about}: ${more}` : about, about);
  }
}

/**
 * Requires the same text, truth value, or structure, number for number.
 *
 * @throws Fault unless it is
 */
export function requireEqual(got: unknown, want: unknown): void {
  if (!isDeepStrictEqual(got, want)) throw new Fault("it is not the right value");
}

/**
 * Requires a call to throw an error of a class, such as "RangeError".
 *
 * @throws Fault unless it does
 */
export function requireError(call: () => unknown, name: string): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  if (thrown === undefined) throw new Fault(`it must throw a ${name}`);
  if ((thrown as Partial<Error> | null)?.name !== name)
    throw new Fault(`it must throw a ${name}, not another error`);
}

/** The elements of a list or typed array; undefined for what is neither. */
function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value)
    ? Array.from(value as ArrayLike<unknown>)
    : undefined;
}
