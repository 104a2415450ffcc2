import { requirePositive } from "../units/requirePositive.js";
import { namesOf, type ParameterNames } from "./form.js";
import type { Target } from "./target.js";

/** What was known of a parameter before the data, a normal distribution in the parameter's unit. */
export interface Prior {
  readonly mean: number;
  /** One standard deviation. Positive. */
  readonly deviation: number;
}

export type Priors<Name extends string> = Readonly<Partial<Record<Name, Prior>>>;

/**
 * A target with one more residual for each prior, (parameter − mean)/deviation, after those of the data.
 *
 * @throws RangeError for data without deviations, against which a prior cannot be weighed, a mean that is
 *         not finite and a deviation that is not positive
 */
export function withPriors<Name extends string>(
  where: string,
  target: Target,
  form: ParameterNames<Name>,
  priors: Priors<Name>,
): Target {
  const given = Object.entries(priors) as [Name, Prior][];
  if (given.length === 0) return target;
  if (!target.deviationsKnown)
    throw new RangeError(
      `${where}: data must have deviations when there are priors (${given.map(([name]) => name).join(", ")}), ` +
        "else one cannot be weighed against the other",
    );
  const names = namesOf(form);
  const p = names.length;
  const m = target.count;
  const rows = given.map(([name, { mean, deviation }]) => {
    if (!Number.isFinite(mean))
      throw new RangeError(`${where}: prior mean of ${name} must be finite, got ${mean}`);
    requirePositive(`${where}: prior deviation of ${name}`, deviation, form.units[name]);
    return { name, j: names.indexOf(name), mean, deviation };
  });
  const { jacobianInto } = target;
  return {
    count: m + rows.length,
    deviationsKnown: true,
    describe: (i) => (i < m ? target.describe(i) : `the prior of ${rows[i - m]!.name}`),
    residualsInto(out, parameters) {
      target.residualsInto(out.subarray(0, m), parameters);
      for (const [i, { j, mean, deviation }] of rows.entries())
        out[m + i] = (parameters[j]! - mean) / deviation;
    },
    ...(jacobianInto && {
      jacobianInto(out: Float64Array, parameters: Float64Array): void {
        jacobianInto(out.subarray(0, m * p), parameters);
        out.fill(0, m * p);
        for (const [i, { j, deviation }] of rows.entries()) out[(m + i) * p + j] = 1 / deviation;
      },
    }),
  };
}
