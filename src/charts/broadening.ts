import { extentOf, numberText } from "./numbers.js";
import type { Curve, Points } from "./series.js";

/** The shape into which an instrument, collisions or motion spread a spectral line. */
export interface Broadening {
  readonly shape: "gaussian" | "lorentzian";
  /** Full width at half of the height, in the unit of the x axis. Positive. */
  readonly width: number;
}

/** With d = x - x0 in units of the full width: 1 at d = 0, one half at d = 1/2. */
const PROFILES = {
  gaussian: (d: number) => Math.exp(-4 * Math.LN2 * d * d),
  lorentzian: (d: number) => 1 / (1 + 4 * d * d),
};

/** Points in a width, and the most there may be. */
const [PER_WIDTH, MOST] = [10, 5000];

/**
 * For each set the sum of its lines, each spread to
 *
 *   y exp(-4 ln 2 (x - x0)^2 / w^2)   (gaussian)   or   y / (1 + 4 (x - x0)^2 / w^2)   (lorentzian)
 *
 * so that one that stands alone keeps its height y, and w is its full width at half of it.
 *
 * @param range  from where to where; absent: three widths beyond the outermost lines of all sets
 * @throws RangeError when the width is not positive, or so small that more than 5000 points are needed
 */
export function broadened(
  where: string,
  sets: readonly Points[],
  { shape, width }: Broadening,
  range?: readonly [number, number],
): Curve[] {
  const profile = PROFILES[shape];
  if (!profile)
    throw new RangeError(`${where}: broadening.shape must be gaussian or lorentzian, got ${shape}`);
  if (!(width > 0 && Number.isFinite(width)))
    throw new RangeError(`${where}: broadening.width must be a positive number, got ${width}`);
  const [least, greatest] = extentOf(...sets.map((set) => set.x));
  const [from, to] = range ?? [least - 3 * width, greatest + 3 * width];
  const count = Math.ceil(((to - from) / width) * PER_WIDTH) + 1;
  if (count > MOST)
    throw new RangeError(
      `${where}: broadening.width must be at least ${numberText(((to - from) * PER_WIDTH) / (MOST - 1))} ` +
        `to be seen from ${numberText(from)} to ${numberText(to)}, got ${width}`,
    );
  const places = Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
  return sets.map(({ name, x, y }) => ({
    name,
    x: places,
    y: places.map((place) => {
      let sum = 0;
      for (let i = 0; i < x.length; i++) sum += y[i]! * profile((place - x[i]!) / width);
      return sum;
    }),
  }));
}
