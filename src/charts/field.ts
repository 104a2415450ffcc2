import type { Axis } from "./axes.js";
import { compact, requireLength, requireNumbers, requireRising, tidy } from "./numbers.js";
import { kindOn } from "./series.js";

/** A quantity on a rectangular grid. */
export interface Field {
  /** In the unit of the x axis, rising, at least two; shape [i]. */
  readonly x: ArrayLike<number>;
  /** In the unit of the y axis, rising, at least two; shape [j]. */
  readonly y: ArrayLike<number>;
  /**
   * In the unit of the colours: a function of x and y, called once for each point of the grid, or the
   * numbers themselves, shape [j·i]: all x of the first y, then all x of the second, and so on.
   */
  readonly z: ArrayLike<number> | ((x: number, y: number) => number);
}

/** A field whose function has been called. */
export interface GridValues extends Field {
  readonly z: ArrayLike<number>;
}

/** More would make the page slow. */
const MOST_POINTS = 40_000;

/**
 * The field with its numbers.
 *
 * @param where  begins an error: "heatMap: field."
 * @throws RangeError when x or y do not rise, lengths do not match, or a number is not finite (on a
 *   logarithmic axis: not positive); it names the place
 */
export function gridValues(
  where: string,
  axes: Readonly<Record<"x" | "y" | "z", Axis>>,
  { x, y, z: given }: Field,
): GridValues {
  for (const [name, values] of Object.entries({ x, y })) {
    requireNumbers(`${where}${name}`, values, kindOn(axes[name as "x" | "y"]));
    requireRising(`${where}${name}`, values);
    if (values.length < 2)
      throw new RangeError(`${where}${name} must hold at least two numbers, got one`);
  }
  const count = x.length * y.length;
  if (count > MOST_POINTS)
    throw new RangeError(
      `${where}x and y must make at most ${MOST_POINTS} points, got ${x.length} times ${y.length}`,
    );
  const at = (k: number): [number, number] => [x[k % x.length]!, y[Math.floor(k / x.length)]!];
  const z =
    typeof given === "function" ? Array.from({ length: count }, (_, k) => given(...at(k))) : given;
  requireNumbers(
    `${where}z`,
    z,
    kindOn(axes.z),
    (k) => `index ${k}, x = ${at(k)[0]}, y = ${at(k)[1]}`,
  );
  requireLength(`${where}z`, z, count, "the grid has points");
  return { x, y, z };
}

/**
 * The field as rows { y, x, z }, one for each y, in which x and z are lists; transforms.flatten makes
 * one row of each pair.
 */
export function gridRows({ x, y, z }: GridValues): Record<string, number | number[]>[] {
  const columns = Array.from(x, tidy);
  return Array.from(y, (yj, j) => ({
    y: tidy(yj),
    x: columns,
    z: columns.map((_, i) => compact(z[j * columns.length + i]!)),
  }));
}

/** Each grid point's cell along one axis: from half way to the one before to half way to the next. */
export function cells(
  values: ArrayLike<number>,
  { log }: Axis,
): { at: number; from: number; to: number }[] {
  const scaled = Array.from(values, (value) => (log ? Math.log(value) : value));
  const back = (value: number): number => tidy(log ? Math.exp(value) : value);
  const n = scaled.length;
  const middles = scaled.slice(1).map((value, i) => (value + scaled[i]!) / 2);
  const first = scaled[0]! - (middles[0]! - scaled[0]!);
  const last = scaled[n - 1]! + (scaled[n - 1]! - middles[n - 2]!);
  const edges = [first, ...middles, last].map(back);
  return scaled.map((_, i) => ({ at: tidy(values[i]!), from: edges[i]!, to: edges[i + 1]! }));
}
