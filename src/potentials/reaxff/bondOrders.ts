import type { Tape, Traced } from "../../numerics/reverse.js";
import type { ReaxElement, ReaxForceField, ReaxOrder, ReaxPair } from "./forceField.js";

/** Bond orders of two atoms as their distance alone has them. */
export interface RawOrder {
  readonly pair: ReaxPair;
  /** σ, π and double π together. */
  readonly total: Traced;
  readonly pi: Traced | undefined;
  readonly doublePi: Traced | undefined;
}

/**
 * BO′ = e^(p₁ (r/r₀σ)^p₂) + e^(p₃ (r/r₀π)^p₄) + e^(p₅ (r/r₀ππ)^p₆), less the cutoff, to which σ was raised
 * so that a bond of length zero has the order one:
 *
 *   σ′ = (1 + c) e^(p₁ (r/r₀σ)^p₂) − c
 *
 * Hydrogen has no π orders.
 */
export function rawOrder(tape: Tape, pair: ReaxPair, r: Traced, cutoff: number): RawOrder {
  const falling = ({ r0, p, q }: ReaxOrder): Traced =>
    tape.exp(tape.affine(p, tape.power(tape.affine(1 / r0, r), q)));
  const sigma = pair.sigma && tape.affine(1 + cutoff, falling(pair.sigma), -cutoff);
  const pi = pair.pi && falling(pair.pi);
  const doublePi = pair.doublePi && falling(pair.doublePi);
  const orders = [sigma, pi, doublePi].filter((order) => order !== undefined);
  return { pair, total: orders.length === 1 ? orders[0]! : tape.sum(orders), pi, doublePi };
}

/** What the correction needs of an atom: its excess Δ′ over two valences, and e^(−p_boc Δ′) of the first. */
export interface RawAtom {
  readonly valence: number;
  readonly angleExcess: Traced;
  readonly fast: Traced;
  readonly slow: Traced;
}

export function rawAtom(
  tape: Tape,
  { general }: ReaxForceField,
  element: ReaxElement,
  orders: readonly Traced[],
): RawAtom {
  const total = tape.sum(orders);
  const { valence, angleValence } = element;
  const grown = (p: number): Traced => tape.exp(tape.affine(-p, total, p * valence));
  return {
    valence,
    angleExcess: tape.affine(1, total, -angleValence),
    fast: grown(general.pBoc1),
    slow: grown(general.pBoc2),
  };
}

/**
 * Too many weak bonds at an atom are taken back. For BO′ of atoms i and j with excesses Δ′
 *
 *   BO = BO′ f₁ f₄ f₅,   π = π′ f₁² f₄ f₅
 *   f₁ = 1 − ½ f₃ (1/(V_i + f₂ + f₃) + 1/(V_j + f₂ + f₃))
 *   f₂ = e^(−p_boc1 Δ′_i) + e^(−p_boc1 Δ′_j),   f₃ = −1/p_boc2 ln ½(e^(−p_boc2 Δ′_i) + e^(−p_boc2 Δ′_j))
 *   f₄ = 1/(1 + e^(−p_boc3 (p_boc4 BO′² − Δ′_i) + p_boc5)),   f₅ the same with j
 *
 * f₁ is for over-coordination, f₄ f₅ end what second neighbours in an angle feel of each other. The force
 * field says for which pairs each is switched on; H-H and C-H do without f₁.
 */
export function correctedOrder(
  tape: Tape,
  { general }: ReaxForceField,
  raw: RawOrder,
  i: RawAtom,
  j: RawAtom,
): {
  readonly order: Traced;
  readonly pi: Traced | undefined;
  readonly doublePi: Traced | undefined;
} {
  const { pair } = raw;
  let { total: order, pi, doublePi } = raw;
  const scale = (factor: Traced, twice: boolean): void => {
    order = tape.times(order, factor);
    const piFactor = twice ? tape.times(factor, factor) : factor;
    pi = pi && tape.times(pi, piFactor);
    doublePi = doublePi && tape.times(doublePi, piFactor);
  };
  if (pair.correctOverCoordination) {
    const f2 = tape.plus(i.fast, j.fast);
    const f3 = tape.affine(
      -1 / general.pBoc2,
      tape.log(tape.affine(0.5, tape.plus(i.slow, j.slow))),
    );
    const both = tape.plus(f2, f3);
    const share = ({ valence }: RawAtom): Traced => tape.over(f3, tape.affine(1, both, valence));
    scale(tape.affine(-0.5, tape.plus(share(i), share(j)), 1), true);
  }
  if (pair.correct13) {
    const square = tape.times(raw.total, raw.total);
    const gate = ({ angleExcess }: RawAtom): Traced => {
      const margin = tape.minus(tape.affine(pair.pBoc4, square), angleExcess);
      return tape.logistic(tape.affine(pair.pBoc3, margin, -pair.pBoc5));
    };
    scale(tape.times(gate(i), gate(j)), false);
  }
  return { order, pi, doublePi };
}
