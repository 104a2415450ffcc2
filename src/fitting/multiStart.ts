import type { Random } from "../numerics/random.js";
import type { Bounds } from "./bounds.js";
import { type Fit, type FitProblem, fitPotential } from "./fitPotential.js";
import type { Values } from "./form.js";

export interface MultiStart {
  /** How many starts besides the one of the problem. */
  readonly starts: number;
  readonly random: Random;
}

/**
 * The same fit from many starts, best first: a single search finds the minimum downhill of its start only.
 * Starts are drawn within the bounds of each free parameter, which must have both: evenly, and where both
 * bounds are positive evenly in the logarithm. Starts at which the form is not finite, or from which the
 * search comes to where it is not, are left out and counted.
 *
 * @throws RangeError for a free parameter without two bounds, a count that is not positive, and what
 *         `fitPotential` refuses about the problem itself
 */
export function multiStart<Name extends string, Place = number>(
  problem: FitProblem<Name, Place>,
  { starts, random }: MultiStart,
): { readonly fits: readonly Fit<Name>[]; readonly failed: number } {
  if (!(Number.isInteger(starts) && starts > 0))
    throw new RangeError(`multiStart: starts must be a positive whole number, got ${starts}`);
  const { start, bounds = {} } = problem;
  const fixed: readonly string[] = problem.fixed ?? [];
  const box = (Object.keys(start) as Name[])
    .filter((name) => !fixed.includes(name))
    .map((name) => {
      const { min, max } = (bounds as Record<string, Bounds>)[name] ?? {};
      if (min === undefined || max === undefined)
        throw new RangeError(`multiStart: bounds of ${name} must have both min and max`);
      return { name, min, max };
    });
  const fits = [fitPotential(problem)];
  let failed = 0;
  for (let n = 0; n < starts; n++) {
    const drawn = box.map(({ name, min, max }) => [name, between(min, max, random())]);
    try {
      const from = { ...start, ...Object.fromEntries(drawn) } as Values<Name>;
      fits.push(fitPotential({ ...problem, start: from }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      failed++;
    }
  }
  return { fits: fits.sort((a, b) => a.cost - b.cost), failed };
}

/** Strictly between the two for a part in [0, 1). */
function between(min: number, max: number, part: number): number {
  const inside = 1e-6 + (1 - 2e-6) * part;
  return min > 0 ? min * (max / min) ** inside : min + (max - min) * inside;
}
