import type { Axis, Frame } from "./axes.js";
import { type Kind, requireLength, requireNumbers } from "./numbers.js";
import { PALETTE } from "./style.js";

/** Sets of numbers that a chart draws as lines or symbols, and how they are checked; layers.ts draws them. */

/** A line, joining its points in the order given. */
export interface Curve {
  /** Its words in the legend. */
  readonly name: string;
  /** In the unit of the x axis, as many as y. */
  readonly x: ArrayLike<number>;
  /** In the unit of the y axis. */
  readonly y: ArrayLike<number>;
  /** Draw it broken. Absent: the first curve is solid, each further one broken in a way of its own. */
  readonly dashed?: boolean;
}

/** Separate points, each drawn as a symbol. */
export interface Points {
  /** Its words in the legend. */
  readonly name: string;
  /** In the unit of the x axis, as many as y. */
  readonly x: ArrayLike<number>;
  /** In the unit of the y axis. */
  readonly y: ArrayLike<number>;
  /** Half the length of each error bar, in the unit of the y axis, not negative, as many as y. */
  readonly error?: ArrayLike<number>;
}

export type Rows = Record<string, number | string>[];

/**
 * Curves or points as the rows of one data set: { name, x, y } for each point, and its error if it has one.
 *
 * @param which  says more of the set in an error, " at 0.5"
 * @throws RangeError that names the set and the place of a number that is not finite, or not positive
 *   on a logarithmic axis
 */
export function rowsOf(
  where: string,
  { x: xAxis, y: yAxis }: Axes,
  sets: readonly Points[],
  which = "",
): Rows {
  return sets.flatMap(({ name, x, y, error }) => {
    const set = `${where}: "${name}"${which}`;
    requireNumbers(`${set}: x`, x, kindOn(xAxis));
    requireNumbers(`${set}: y`, y, kindOn(yAxis));
    requireLength(`${set}: y`, y, x.length);
    if (error) {
      requireNumbers(`${set}: error`, error, "not negative");
      requireLength(`${set}: error`, error, x.length);
      const lowest = Array.from(y, (yi, i) => yi - error[i]!);
      if (yAxis.log) requireNumbers(`${set}: y - error`, lowest, "positive");
    }
    return Array.from(x, (xi, i) => ({
      name,
      x: xi,
      y: y[i]!,
      ...(error && { error: error[i]! }),
    }));
  });
}

export type Axes = Pick<Frame, "x" | "y">;

export const kindOn = ({ log }: Axis): Kind => (log ? "positive" : "finite");

/** Names that differ, and no more sets of a kind than colours, dashes and shapes can tell apart. */
export function requireSets(
  where: string,
  kinds: Readonly<Record<string, readonly { readonly name: string; readonly dashed?: boolean }[]>>,
): void {
  for (const [kind, sets] of Object.entries(kinds)) {
    if (sets.length > PALETTE.length)
      throw new RangeError(
        `${where}: ${kind} must be at most ${PALETTE.length}, more cannot be told apart, got ${sets.length}`,
      );
    if (sets.filter((set) => set.dashed).length === PALETTE.length)
      throw new RangeError(
        `${where}: one of ${PALETTE.length} ${kind} must be solid, got all dashed`,
      );
  }
  requireNames(where, Object.values(kinds).flat());
}

export function requireNames(where: string, sets: readonly { readonly name: string }[]): void {
  const names = sets.map((set) => set.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RangeError(`${where}: names must differ, got "${twice}" twice`);
}

export function requireSome(where: string, sets: readonly unknown[]): void {
  if (!(sets?.length > 0)) throw new RangeError(`${where} must hold at least one set, got none`);
}
