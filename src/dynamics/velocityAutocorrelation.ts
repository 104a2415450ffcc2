import { dot } from "../numerics/vectors.js";
import { type TimedFrame, type TimeFunction, timeAverage } from "./timeAverage.js";

export interface VelocityAutocorrelation extends TimeFunction {
  /** ⟨v · v⟩, (bohr per atomic unit of time)²; 3 kT/m for atoms of one kind. */
  readonly meanSquare: number;
}

/**
 * How long atoms remember where they were going: ⟨v(t₀) · v(t₀ + t)⟩ / ⟨v · v⟩ over atoms and all moments t₀, 1
 * at t = 0. In a liquid it goes below zero, where an atom is thrown back by the cage of its neighbours.
 * Its integral is the diffusion coefficient: D = ⟨v · v⟩/3 ∫ dt (M. S. Green, R. Kubo).
 *
 * @param options.longest  the longest time t, atomic units of time. Default: half of the path
 * @throws RangeError for fewer than two frames, times that are not evenly spaced, frames without velocities
 */
export function velocityAutocorrelation(
  path: readonly TimedFrame[],
  { longest }: { readonly longest?: number } = {},
): VelocityAutocorrelation {
  const where = "velocityAutocorrelation";
  const rows = path.map(({ velocities }, f) => {
    if (velocities) return velocities;
    throw new RangeError(`${where}: each frame must have velocities, got none in frame ${f}`);
  });
  const { times, values } = timeAverage(
    where,
    path,
    rows,
    longest,
    (earlier, later) => (3 * dot(earlier, later)) / earlier.length,
  );
  const meanSquare = values[0]!;
  if (!(meanSquare > 0))
    throw new RangeError(`${where}: atoms must move, got a mean square of ${meanSquare}`);
  return { times, values: values.map((value) => value / meanSquare), meanSquare };
}
