import type { Random } from "../numerics/random.js";
import { type FitProblem, fitPotential, isOfStructures } from "./fitPotential.js";
import { namesOf, type Values } from "./form.js";

export interface BootstrapOptions {
  /** How many data sets to draw. Some hundreds for an interval. */
  readonly samples: number;
  readonly random: Random;
}

/** What parameters would have been with other data of the same kind. */
export interface Bootstrap<Name extends string> {
  /** The parameters of each data set that was drawn. */
  readonly samples: readonly Values<Name>[];
  /** How many of the sets that were drawn could not be fitted. */
  readonly failed: number;
  /** The range of a parameter that leaves out (1 − level)/2 of the samples at each side; default 0.95. */
  interval(name: Name, level?: number): readonly [low: number, high: number];
}

/**
 * The bootstrap: from m data points (or frames) draw m with replacement, fit, and again. The scatter of
 * the parameters shows how much they owe to the points that happened to be there; nothing is assumed
 * about the noise but that points are independent. Frames of one run are not.
 *
 * Each drawn set is the same data with a whole number as weight of each point: how often it was drawn.
 *
 * Source: B. Efron, Ann. Stat. 7, 1 (1979).
 *
 * @throws RangeError for a number of samples that is not positive, a level that is not between 0 and 1,
 *         and what `fitPotential` refuses
 */
export function bootstrap<Name extends string, Place = number>(
  problem: FitProblem<Name, Place>,
  { samples, random }: BootstrapOptions,
): Bootstrap<Name> {
  if (!(Number.isInteger(samples) && samples > 0))
    throw new RangeError(`bootstrap: samples must be a positive whole number, got ${samples}`);
  const best = fitPotential(problem).parameters;
  const m = isOfStructures(problem) ? problem.data.frames.length : problem.data.energies.length;
  const fixed: readonly string[] = problem.fixed ?? [];
  const free = namesOf(problem.form).filter((name) => !fixed.includes(name)).length;
  const found: Values<Name>[] = [];
  let failed = 0;
  for (let n = 0; n < samples; n++) {
    const counts = new Float64Array(m);
    for (let i = 0; i < m; i++) counts[Math.floor(random() * m)]! += 1;
    const different = counts.reduce((sum, count) => sum + Math.sign(count), 0);
    if (!isOfStructures(problem) && different < free) {
      failed++;
      continue;
    }
    const weights = counts.map((count, i) => count * (problem.weights?.[i] ?? 1));
    const { parameters, converged } = fitPotential({ ...problem, start: inside(best), weights });
    if (converged) found.push(parameters);
    else failed++;
  }
  return { samples: found, failed, interval };

  /** A best value that lies on a bound is no start; the problem's own is. */
  function inside(values: Values<Name>): Values<Name> {
    const bounds = (problem.bounds ?? {}) as Record<string, { min?: number; max?: number }>;
    return Object.fromEntries(
      Object.entries<number>(values).map(([name, value]) => {
        const { min, max } = bounds[name] ?? {};
        return [name, value === min || value === max ? problem.start[name as Name] : value];
      }),
    ) as Values<Name>;
  }

  function interval(name: Name, level = 0.95): readonly [number, number] {
    if (!(level > 0 && level < 1))
      throw new RangeError(`bootstrap: level must be between 0 and 1, got ${level}`);
    const sorted = found.map((values) => values[name]).sort((a, b) => a - b);
    return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
  }
}

/** Between two neighbours in proportion. */
function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
