import { inspect } from "node:util";
import { type CurveForm, namesOf } from "./form.js";
import type { Target } from "./target.js";

/** Energies at places. Index letter: m points. */
export interface CurveData<Place = number> {
  /** Where, shape [m]: distances in bohr, or what else the form is a function of. */
  readonly places: ArrayLike<Place>;
  /** Energies there, hartree, shape [m]. */
  readonly energies: ArrayLike<number>;
  /**
   * How far each of them may be off (one standard deviation), hartree, shape [m], or one for all.
   * Absent: the same for all and unknown; the scatter about the fit tells it.
   */
  readonly deviations?: ArrayLike<number> | number;
}

/**
 * Residuals √wᵢ (u(xᵢ) − uᵢ)/σᵢ.
 *
 * @throws RangeError for lists of different lengths, energies that are not finite, deviations that are not
 *         positive, weights that are negative
 */
export function curveTarget<Name extends string, Place>(
  where: string,
  form: CurveForm<Name, Place>,
  { places, energies, deviations }: CurveData<Place>,
  weights?: ArrayLike<number>,
): Target {
  const m = energies.length;
  const p = namesOf(form).length;
  if (places.length !== m)
    throw new RangeError(
      `${where}: there must be as many places as energies, got ${places.length} and ${m}`,
    );
  const place = (i: number): string => `data point ${i} (at ${inspect(places[i])})`;
  const factors = rootWeights(where, m, place, weights);
  for (let i = 0; i < m; i++) {
    if (typeof places[i] === "number" && !Number.isFinite(places[i]))
      throw new RangeError(
        `${where}: the place of data point ${i} must be finite, got ${places[i]}`,
      );
    if (!Number.isFinite(energies[i]))
      throw new RangeError(
        `${where}: the energy of ${place(i)} must be a finite number of hartree, got ${energies[i]}`,
      );
    if (deviations === undefined) continue;
    const deviation = typeof deviations === "number" ? deviations : deviations[i]!;
    if (!(deviation > 0 && Number.isFinite(deviation)))
      throw new RangeError(
        `${where}: the deviation of ${place(i)} must be a positive number of hartree, got ${deviation}`,
      );
    factors[i]! /= deviation;
  }
  const derivativesInto = form.derivativesInto?.bind(form);
  return {
    count: m,
    deviationsKnown: deviations !== undefined,
    describe: place,
    residualsInto(out, parameters) {
      for (let i = 0; i < m; i++)
        out[i] = factors[i]! * (form.energy(places[i]!, parameters) - energies[i]!);
    },
    ...(derivativesInto && {
      jacobianInto(out: Float64Array, parameters: Float64Array): void {
        derivativesInto(out, places, parameters);
        if (!deviations && !weights) return;
        for (let i = 0; i < m; i++) for (let j = i * p; j < i * p + p; j++) out[j]! *= factors[i]!;
      },
    }),
  };
}

/** √w of each datum, shape [m]; 1 without weights. */
export function rootWeights(
  where: string,
  m: number,
  describe: (i: number) => string,
  weights?: ArrayLike<number>,
): Float64Array {
  if (weights && weights.length !== m)
    throw new RangeError(
      `${where}: there must be a weight for each of the ${m} data, got ${weights.length}`,
    );
  const roots = new Float64Array(m).fill(1);
  if (weights)
    for (let i = 0; i < m; i++) {
      const weight = weights[i]!;
      if (!(weight >= 0 && Number.isFinite(weight)))
        throw new RangeError(
          `${where}: the weight of ${describe(i)} must be a number from 0, got ${weight}`,
        );
      roots[i] = Math.sqrt(weight);
    }
  return roots;
}
