/** A real symmetric matrix of two rows. */
export interface SymmetricPair {
  readonly v11: number;
  readonly v22: number;
  /** Also v21. */
  readonly v12: number;
}

/** Two electronic states along one coordinate x (bohr), in a diabatic basis: one that does not depend on x. */
export interface TwoStateModel {
  /** The potential matrix V(x), hartree. */
  readonly matrix: (x: number) => SymmetricPair;
  /** dV/dx, hartree/bohr. */
  readonly slope: (x: number) => SymmetricPair;
}

/** The eigenstates of V at one place. */
export interface AdiabaticPair {
  /** Energies, hartree. */
  readonly lower: number;
  readonly upper: number;
  /** Their derivatives, hartree/bohr. */
  readonly lowerSlope: number;
  readonly upperSlope: number;
  /** d₁₂ = ⟨lower| d/dx upper⟩, 1/bohr; d₂₁ = −d₁₂ and d₁₁ = d₂₂ = 0. */
  readonly coupling: number;
  /** Mixing angle θ: upper = (cos θ, sin θ), lower = (−sin θ, cos θ) in the diabatic basis. */
  readonly angle: number;
}

/**
 * The adiabatic states of a two-state model at x. With half the difference Δ = (V₁₁ − V₂₂)/2, the
 * mean M = (V₁₁ + V₂₂)/2 and ω = √(Δ² + V₁₂²),
 *
 *   E = M ∓ ω,   θ = ½ atan2(V₁₂, Δ),   d₁₂ = dθ/dx = (Δ V₁₂′ − V₁₂ Δ′) / 2ω²
 *
 * θ lies in [−π/2, π/2]. Where V₁₂ changes sign at Δ < 0 it jumps by π: both states change sign there,
 * which no probability sees, and d₁₂ has no jump.
 *
 * @throws RangeError where the two energies are equal: the states are not defined there
 */
export function adiabaticPair(model: TwoStateModel, x: number): AdiabaticPair {
  const { v11, v22, v12 } = model.matrix(x);
  const slope = model.slope(x);
  const mean = (v11 + v22) / 2;
  const half = (v11 - v22) / 2;
  const meanSlope = (slope.v11 + slope.v22) / 2;
  const halfSlope = (slope.v11 - slope.v22) / 2;
  const omega = Math.sqrt(half * half + v12 * v12);
  if (!(omega > 0))
    throw new RangeError(
      `adiabaticPair: the two energies must differ, got ${mean} hartree for both at ${x} bohr`,
    );
  const omegaSlope = (half * halfSlope + v12 * slope.v12) / omega;
  return {
    lower: mean - omega,
    upper: mean + omega,
    lowerSlope: meanSlope - omegaSlope,
    upperSlope: meanSlope + omegaSlope,
    coupling: (half * slope.v12 - v12 * halfSlope) / (2 * omega * omega),
    angle: Math.atan2(v12, half) / 2,
  };
}
