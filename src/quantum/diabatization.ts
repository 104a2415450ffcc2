import { cubicSpline } from "../numerics/cubicSpline.js";
import type { SymmetricPair, TwoStateModel } from "./twoState.js";

/** Two adiabatic surfaces and what couples them, at g places. */
export interface CoupledSurfaces {
  /** Ascending, bohr, shape [g]. */
  readonly positions: ArrayLike<number>;
  /** Energies, hartree, shape [g]. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** d₁₂ = ⟨lower| d/dx upper⟩, smooth in x, 1/bohr, shape [g]. */
  readonly coupling: ArrayLike<number>;
}

/**
 * The diabatic matrix that has these surfaces and this coupling. The states have to turn by
 *
 *   θ(x) = −π/2 + ∫ d₁₂ dx   from the first place to x,
 *   V₁₁ = M + ω cos 2θ,   V₂₂ = M − ω cos 2θ,   V₁₂ = ω sin 2θ
 *
 * with mean M and half difference ω of the two energies; at the first place the diabatic states 1 and 2
 * are the lower and the upper adiabatic one. Between the places d₁₂ and the entries of V are cubic
 * splines: V is smooth even where the surfaces have sharp bends.
 *
 * Holds: from the first place to the last. Exact for two states along one coordinate; where a third
 * one comes near, or in more dimensions, no such matrix need exist.
 * Source: F. T. Smith, Phys. Rev. 179, 111 (1969).
 *
 * @throws RangeError when lengths differ, places do not ascend, or the lower energy is not below
 *         the upper one; the functions of the model throw RangeError outside the places
 */
export function diabaticModel(surfaces: CoupledSurfaces): TwoStateModel {
  requireSurfaces(surfaces);
  const { positions: x, lower, upper, coupling } = surfaces;
  const d = cubicSpline(x, coupling).value;
  const entries = {
    v11: new Float64Array(x.length),
    v22: new Float64Array(x.length),
    v12: new Float64Array(x.length),
  };
  let theta = -Math.PI / 2;
  for (let i = 0; i < x.length; i++) {
    if (i > 0) {
      // Simpson's rule, exact for the cubic between two places.
      const [a, b] = [x[i - 1]!, x[i]!];
      theta += ((b - a) / 6) * (d(a) + 4 * d((a + b) / 2) + d(b));
    }
    const mean = (lower[i]! + upper[i]!) / 2;
    const half = (upper[i]! - lower[i]!) / 2;
    entries.v11[i] = mean + half * Math.cos(2 * theta);
    entries.v22[i] = mean - half * Math.cos(2 * theta);
    entries.v12[i] = half * Math.sin(2 * theta);
  }
  const [v11, v22, v12] = [entries.v11, entries.v22, entries.v12].map((y) => cubicSpline(x, y));
  const all =
    (part: "value" | "slope") =>
    (at: number): SymmetricPair => ({
      v11: v11![part](at),
      v22: v22![part](at),
      v12: v12![part](at),
    });
  return { matrix: all("value"), slope: all("slope") };
}

function requireSurfaces({ positions, lower, upper, coupling }: CoupledSurfaces): void {
  for (const [name, values] of Object.entries({ lower, upper, coupling }))
    if (values.length !== positions.length)
      throw new RangeError(
        `diabaticModel: ${name} must have ${positions.length} values like positions, got ${values.length}`,
      );
  for (let i = 0; i < positions.length; i++)
    if (!(lower[i]! < upper[i]!))
      throw new RangeError(
        `diabaticModel: lower must be below upper, got ${lower[i]} and ${upper[i]} hartree at ` +
          `${positions[i]} bohr`,
      );
}
