import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import type { Fit } from "./fitPotential.js";
import type { Values } from "./form.js";

/** How stiffly data hold each combination of parameters. Index letter: k free parameters, stiffest first. */
export interface Sloppiness<Name extends string> {
  /**
   * What the cost rises by, in units of s²/2 and per square of a relative change, along each direction:
   * eigenvalues of θᵢ (JᵀJ)ᵢⱼ θⱼ/s². Falls below about 10⁻¹⁵ of the first are rounding.
   */
  readonly eigenvalues: Float64Array;
  /** Relative change of each parameter along each direction, the squares of one adding up to 1. */
  readonly directions: readonly Values<Name>[];
  /**
   * The parameters of the fit moved along direction d by a relative step: θᵢ e^(step · direction_i).
   * A step of 1/√eigenvalue is one standard deviation.
   */
  moved(direction: number, step: number): Values<Name>;
}

/**
 * Sloppy models: their eigenvalues spread over many decades. Along the first direction the data allow
 * nearly no change; along the last, nearly any.
 *
 * Source: K. S. Brown and J. P. Sethna, Phys. Rev. E 68, 021904 (2003); for interatomic potentials
 * S. L. Frederiksen, K. W. Jacobsen, K. S. Brown and J. P. Sethna, Phys. Rev. Lett. 93, 165501 (2004).
 *
 * @throws RangeError when a free parameter is 0, of which no change is relative, and for a fit whose
 *         residuals are all zero: they have no scale
 */
export function sloppiness<Name extends string>(fit: Fit<Name>): Sloppiness<Name> {
  const { free, hessian, parameters, variance = 1 } = fit;
  const k = free.length;
  for (const name of free)
    if (parameters[name] === 0)
      throw new RangeError(`sloppiness: ${name} must not be 0, its changes have no scale`);
  if (!(variance > 0))
    throw new RangeError("sloppiness: residuals must not all be 0, they set the scale");
  const scaled = hessian.map((value, i) => {
    const [a, b] = [free[Math.floor(i / k)]!, free[i % k]!];
    return (value * parameters[a] * parameters[b]) / variance;
  });
  const { values, vectors } = symmetricEigenpairs(scaled, k);
  const order = [...values.keys()].reverse();
  const directions = order.map((v) => {
    const vector = vectors[v]!;
    const largest = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    const sign = Math.sign(largest); // so that a direction looks the same on every machine
    return Object.fromEntries(free.map((name, j) => [name, sign * vector[j]!])) as Values<Name>;
  });
  return {
    eigenvalues: Float64Array.from(order, (v) => values[v]!),
    directions,
    moved: (direction, step) => ({
      ...parameters,
      ...(Object.fromEntries(
        free.map((name) => [
          name,
          parameters[name] * Math.exp(step * directions[direction]![name]),
        ]),
      ) as Values<Name>),
    }),
  };
}
