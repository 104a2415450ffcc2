import { type TimedFrame, type TimeFunction, timeAverage } from "./timeAverage.js";

/**
 * How far atoms get: ⟨|r(t₀ + t) − r(t₀)|²⟩ over atoms and all moments t₀, bohr², as a function of t. At first
 * ⟨v²⟩ t², as atoms fly; in a liquid later 6 D t, as they wander; in a solid it stays finite.
 *
 * Positions must not be put back into the cell between frames; those of `simulate` are not.
 *
 * @param options.longest  the longest time t, atomic units of time. Default: half of the path
 * @throws RangeError for fewer than two frames, times that are not evenly spaced
 */
export function meanSquareDisplacement(
  path: readonly TimedFrame[],
  { longest }: { readonly longest?: number } = {},
): TimeFunction {
  const rows = path.map(({ system }) => system.positions);
  return timeAverage("meanSquareDisplacement", path, rows, longest, (earlier, later) => {
    let sum = 0;
    for (let i = 0; i < earlier.length; i++) sum += (later[i]! - earlier[i]!) ** 2;
    return (3 * sum) / earlier.length;
  });
}

/**
 * Einstein's relation: the slope of the mean square displacement over 6, bohr² per atomic unit of time,
 * from the straight line that fits it best between two times. Choose them where it is straight: after the
 * first collisions and where many starts still enter the mean.
 *
 * Source: A. Einstein, Ann. Phys. 322, 549 (1905).
 *
 * @throws RangeError when fewer than two of the times lie in between
 */
export function diffusionCoefficient(
  { times, values }: TimeFunction,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const inside = [...times.keys()].filter((k) => times[k]! >= from && times[k]! <= to);
  if (inside.length < 2)
    throw new RangeError(
      `diffusionCoefficient: there must be two or more times from ${from} to ${to}, ` +
        `got ${inside.length}`,
    );
  const mean = (array: Float64Array): number =>
    inside.reduce((sum, k) => sum + array[k]!, 0) / inside.length;
  const [t, r] = [mean(times), mean(values)];
  const product = inside.reduce((sum, k) => sum + (times[k]! - t) * (values[k]! - r), 0);
  return product / inside.reduce((sum, k) => sum + (times[k]! - t) ** 2, 0) / 6;
}
