import { PALETTE } from "./style.js";

/** What the builders of charts with two axes are given, and how it is checked; layers.ts draws it. */

export interface Axis {
  /** Quantity and unit, "R / bohr"; the quantity alone when it has no unit. */
  readonly title: string;
  /** Smallest and largest value shown, in that unit; what lies outside is cut off. Absent: all of it. */
  readonly domain?: readonly [number, number];
}

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

/** What every builder is given. */
export interface Frame {
  /** A sentence that says what the chart shows. It is read aloud to those who cannot see the chart. */
  readonly description: string;
  readonly title?: string;
  readonly x: Axis;
  readonly y: Axis;
}

export type Rows = Record<string, number | string>[];

/**
 * Curves or points as the rows of one data set: { name, x, y } for each point, and its error if it has one.
 *
 * @throws RangeError that names the set and the place of a number that is not finite
 */
export function rowsOf(where: string, sets: readonly Points[], which = ""): Rows {
  return sets.flatMap(({ name, x, y, error }) => {
    const set = `${where}: "${name}"${which}`;
    requireNumbers(`${set}: x`, x);
    requireNumbers(`${set}: y`, y);
    if (error) requireNumbers(`${set}: error`, error, 0);
    for (const [what, values] of Object.entries({ y, ...(error && { error }) }))
      if (values.length !== x.length)
        throw new RangeError(
          `${set}: ${what} must have as many numbers as x, ${x.length}, got ${values.length}`,
        );
    return Array.from(x, (xi, i) => ({
      name,
      x: xi,
      y: y[i]!,
      ...(error && { error: error[i]! }),
    }));
  });
}

/** Names that differ, and no more sets of a kind than colours, dashes and shapes can tell apart. */
export function requireSets(
  where: string,
  curves: readonly Curve[],
  points: readonly Points[],
): void {
  for (const [kind, sets] of Object.entries({ curves, points }))
    if (sets.length > PALETTE.length)
      throw new RangeError(
        `${where}: ${kind} must be at most ${PALETTE.length}, more cannot be told apart, got ${sets.length}`,
      );
  if (curves.filter((curve) => curve.dashed).length === PALETTE.length)
    throw new RangeError(`${where}: one of ${PALETTE.length} curves must be solid, got all dashed`);
  const names = [...curves, ...points].map((set) => set.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RangeError(`${where}: names must differ, got "${twice}" twice`);
}

export function requireSome(where: string, sets: readonly unknown[]): void {
  if (!(sets?.length > 0)) throw new RangeError(`${where} must hold at least one set, got none`);
}

/** Titles that say something, domains that rise. */
export function requireAxes(where: string, axes: Frame): void {
  requireAxis(`${where}: x`, axes.x);
  requireAxis(`${where}: y`, axes.y);
}

function requireAxis(where: string, { title, domain }: Axis): void {
  if (typeof title !== "string" || title.trim() === "")
    throw new TypeError(`${where}.title must be a text like "R / bohr", got ${title}`);
  if (domain && !(domain.every(Number.isFinite) && domain[0] < domain[1]))
    throw new RangeError(`${where}.domain must be [smaller, larger], got [${domain.join(", ")}]`);
}

function requireNumbers(where: string, values: ArrayLike<number>, least = -Infinity): void {
  if (!(values?.length > 0))
    throw new RangeError(`${where} must hold at least one number, got none`);
  for (let i = 0; i < values.length; i++)
    if (!(Number.isFinite(values[i]) && values[i]! >= least))
      throw new RangeError(
        `${where} must be finite numbers${least === 0 ? ", not negative" : ""}, got ${values[i]} at index ${i}`,
      );
}
