import { requirePositive } from "../units/requirePositive.js";
import type { TwoStateModel } from "./twoState.js";

export interface Crossing {
  /** Where V₁₁ = V₂₂, bohr. */
  readonly position: number;
  /** V₁₁ there, hartree. */
  readonly energy: number;
  /** |V₁₂| there, hartree: half of the gap between the adiabatic states. */
  readonly coupling: number;
  /** |V₁₁′ − V₂₂′| there, hartree/bohr. */
  readonly slopeDifference: number;
}

export interface LandauZener extends Pick<Crossing, "coupling" | "slopeDifference"> {
  /** Of the particle at the crossing, bohr per atomic unit of time. Positive. */
  readonly velocity: number;
}

/**
 * Landau's and Zener's probability to change the adiabatic surface in one passage of an avoided crossing,
 * which is to stay on the diabatic curve,
 *
 *   P = e^(−2π V₁₂² / (v |V₁₁′ − V₂₂′|))       (ħ = 1)
 *
 * 0 for a slow passage (Born and Oppenheimer are right), 1 for a fast one.
 *
 * Holds: diabatic curves that are straight, and a coupling that is constant, over the whole passage, whose
 * length is the larger of V₁₂/|V₁₁′ − V₂₂′| and √(v/|V₁₁′ − V₂₂′|); and a kinetic energy there that is
 * large against V₁₂, so that v is constant. Tully's model I bends too early: at k = 10 the formula gives
 * 0.28, exact is 0.16; for fast particles its 1 − P falls as 1/v, the exact one as 1/v².
 *
 * Source: C. Zener, Proc. R. Soc. Lond. A 137, 696 (1932).
 *
 * @throws RangeError when the slope difference or velocity is not positive, or the coupling negative
 */
export function landauZenerProbability({
  coupling,
  slopeDifference,
  velocity,
}: LandauZener): number {
  if (!(coupling >= 0 && Number.isFinite(coupling)))
    throw new RangeError(
      `landauZenerProbability: coupling must be a number of hartree from 0, got ${coupling}`,
    );
  requirePositive("landauZenerProbability: slopeDifference", slopeDifference, "hartree/bohr");
  requirePositive("landauZenerProbability: velocity", velocity, "bohr per atomic unit of time");
  return Math.exp((-2 * Math.PI * coupling ** 2) / (velocity * slopeDifference));
}

/**
 * The crossing of the diabatic curves between two places, by halving, to 10⁻¹² bohr.
 *
 * @throws RangeError when V₁₁ − V₂₂ has the same sign at both
 */
export function diabaticCrossing(model: TwoStateModel, from: number, to: number): Crossing {
  const gap = (x: number): number => {
    const { v11, v22 } = model.matrix(x);
    return v11 - v22;
  };
  let [low, high] = [from, to];
  if (!(gap(low) * gap(high) <= 0))
    throw new RangeError(
      `diabaticCrossing: V11 - V22 must change sign between ${from} and ${to} bohr, got ` +
        `${gap(from)} and ${gap(to)} hartree`,
    );
  while (Math.abs(high - low) > 1e-12 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (gap(middle) * gap(high) <= 0) low = middle;
    else high = middle;
  }
  const position = (low + high) / 2;
  const [V, slope] = [model.matrix(position), model.slope(position)];
  return {
    position,
    energy: V.v11,
    coupling: Math.abs(V.v12),
    slopeDifference: Math.abs(slope.v11 - slope.v22),
  };
}
