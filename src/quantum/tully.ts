import type { TwoStateModel } from "./twoState.js";

/** Tully's models I, II and III. */
export type TullyName = "simpleAvoidedCrossing" | "dualAvoidedCrossing" | "extendedCoupling";

export interface TullyModel extends TwoStateModel {
  /** Beyond ±reach (bohr) the matrix is that of infinity to 10⁻¹³ hartree. */
  readonly reach: number;
  /** Beyond ±edge (bohr) the coupling d₁₂ is below 10⁻³ /bohr: from here to there it acts. */
  readonly edge: number;
}

/** The mass in Tully's paper, electron masses: about that of a hydrogen atom. */
export const TULLY_MASS: number = 2000;

/** Parameters of the paper; energies in hartree, inverse widths in 1/bohr or 1/bohr². */
export const TULLY_PARAMETERS = {
  simpleAvoidedCrossing: { A: 0.01, B: 1.6, C: 0.005, D: 1 },
  dualAvoidedCrossing: { A: 0.1, B: 0.28, C: 0.015, D: 0.06, E0: 0.05 },
  extendedCoupling: { A: 6e-4, B: 0.1, C: 0.9 },
} as const;

/**
 * One of the three two-state models on which methods beyond Born and Oppenheimer are tried:
 *
 *   I    V₁₁ = ±A (1 − e^(∓Bx)) for x ≷ 0,  V₂₂ = −V₁₁,  V₁₂ = C e^(−Dx²)
 *   II   V₁₁ = 0,  V₂₂ = −A e^(−Bx²) + E₀,  V₁₂ = C e^(−Dx²)
 *   III  V₁₁ = A,  V₂₂ = −A,  V₁₂ = B e^(Cx) for x < 0,  B (2 − e^(−Cx)) for x > 0
 *
 * I: two curves that cross at x = 0; the adiabatic ones avoid each other by 2C = 0.01. II: they cross
 * twice, at x = ±1.573, and the two ways from one crossing to the other interfere. III: they never cross;
 * on the left the adiabatic energies tend to ±A, on the right to ±0.200001. The coupling of III is wide and
 * lies to the left of the rise of the upper state, which turns back what is slower than k = 28.3.
 *
 * At x = 0 the curvature of I and III jumps; values and slopes do not.
 *
 * Source: J. C. Tully, J. Chem. Phys. 93, 1061 (1990).
 *
 * @throws RangeError for a name that is none of the three
 */
export function tullyModel(name: TullyName): TullyModel {
  if (!Object.hasOwn(MODELS, name))
    throw new RangeError(
      `tullyModel: model must be one of ${Object.keys(MODELS).join(", ")}, got ${JSON.stringify(name)}`,
    );
  return MODELS[name];
}

const MODELS: Readonly<Record<TullyName, TullyModel>> = {
  simpleAvoidedCrossing: simpleAvoidedCrossing(),
  dualAvoidedCrossing: dualAvoidedCrossing(),
  extendedCoupling: extendedCoupling(),
};

function simpleAvoidedCrossing(): TullyModel {
  const { A, B, C, D } = TULLY_PARAMETERS.simpleAvoidedCrossing;
  return {
    reach: 16,
    edge: 8,
    matrix: (x) => {
      const v11 = -Math.sign(x) * A * Math.expm1(-B * Math.abs(x));
      return { v11, v22: -v11, v12: C * Math.exp(-D * x * x) };
    },
    slope: (x) => {
      const v11 = A * B * Math.exp(-B * Math.abs(x));
      return { v11, v22: -v11, v12: -2 * C * D * x * Math.exp(-D * x * x) };
    },
  };
}

function dualAvoidedCrossing(): TullyModel {
  const { A, B, C, D, E0 } = TULLY_PARAMETERS.dualAvoidedCrossing;
  return {
    reach: 21,
    edge: 11,
    matrix: (x) => ({
      v11: 0,
      v22: E0 - A * Math.exp(-B * x * x),
      v12: C * Math.exp(-D * x * x),
    }),
    slope: (x) => ({
      v11: 0,
      v22: 2 * A * B * x * Math.exp(-B * x * x),
      v12: -2 * C * D * x * Math.exp(-D * x * x),
    }),
  };
}

function extendedCoupling(): TullyModel {
  const { A, B, C } = TULLY_PARAMETERS.extendedCoupling;
  return {
    reach: 31,
    edge: 13,
    matrix: (x) => {
      const decay = Math.exp(-C * Math.abs(x));
      return { v11: A, v22: -A, v12: B * (x < 0 ? decay : 2 - decay) };
    },
    slope: (x) => ({ v11: 0, v22: 0, v12: B * C * Math.exp(-C * Math.abs(x)) }),
  };
}
