import { requirePositive } from "../units/requirePositive.js";

export interface LcaoMolecule {
  /** R, distance of the two nuclei, bohr. Positive. */
  readonly distance: number;
  /** The sum of the two atomic orbitals, or their difference. */
  readonly state: "1sSigmaG" | "2pSigmaU";
  /** ζ of e^(−ζr), 1/bohr. "best": the one with the lowest energy at this distance. */
  readonly exponent: number | "best";
}

export interface LcaoOrbital {
  /** Total energy, 1/R included, hartree. */
  readonly energy: number;
  /** ζ, 1/bohr. */
  readonly exponent: number;
  /** ψ at x from the axis, with the nuclei at z = −R/2 and R/2; bohr^(−3/2), ∫ ψ² d³r = 1. */
  readonly waveFunction: (x: number, z: number) => number;
}

/**
 * H₂⁺ by the smallest linear combination of atomic orbitals (LCAO): a and b are e^(−ζr) around the
 * two nuclei,
 *
 *   ψ± = (a ± b) / √(2 ± 2S),   E± = (H_aa ± H_ab) / (1 ± S) + 1/R
 *
 * Variational: never below the exact energy of the state. With ζ = 1 the molecule comes apart into
 * an exact atom and a proton, but binds at 2.493 bohr with −0.56483 hartree; with the best ζ it
 * binds at 2.003 bohr with −0.58651 and ζ = 1.238. The exact molecule: 1.997 bohr, −0.60263.
 *
 * Source: B. N. Finkelstein and G. E. Horowitz, Z. Phys. 48, 118 (1928), for the best ζ.
 *
 * @throws RangeError when distance or exponent is not positive, or for another state
 */
export function hydrogenIonLcao({ distance, state, exponent }: LcaoMolecule): LcaoOrbital {
  requirePositive("hydrogenIonLcao: distance", distance, "bohr");
  if (state !== "1sSigmaG" && state !== "2pSigmaU")
    throw new RangeError(
      `hydrogenIonLcao: state must be "1sSigmaG" or "2pSigmaU", got ${JSON.stringify(state)}`,
    );
  if (exponent !== "best") requirePositive("hydrogenIonLcao: exponent", exponent, "1/bohr");
  const sign = state === "1sSigmaG" ? 1 : -1;
  const energyAt = (zeta: number): number => energyOf(zeta, distance, sign);
  const zeta = exponent === "best" ? minimum(energyAt, 0.2, 3) : exponent;
  const { overlap } = integrals(zeta, distance);
  const scale = Math.sqrt(zeta ** 3 / Math.PI / (2 + 2 * sign * overlap));
  return {
    energy: energyAt(zeta),
    exponent: zeta,
    waveFunction: (x, z) => {
      const a = Math.exp(-zeta * Math.hypot(x, z - distance / 2));
      const b = Math.exp(-zeta * Math.hypot(x, z + distance / 2));
      return scale * (a + sign * b);
    },
  };
}

function energyOf(zeta: number, distance: number, sign: 1 | -1): number {
  const { overlap, own, shared } = integrals(zeta, distance);
  return (own + sign * shared) / (1 + sign * overlap) + 1 / distance;
}

/** S = ⟨a|b⟩, H_aa and H_ab of the electron, in closed form with w = ζR. */
function integrals(
  zeta: number,
  distance: number,
): { overlap: number; own: number; shared: number } {
  const w = zeta * distance;
  const decay = Math.exp(-w);
  const overlap = decay * (1 + w + w ** 2 / 3);
  const otherNucleus = -zeta * (1 / w - decay ** 2 * (1 + 1 / w)); // ⟨a|−1/r_b|a⟩
  const sharedNucleus = -zeta * decay * (1 + w); // ⟨a|−1/r_a|b⟩ = ⟨a|−1/r_b|b⟩
  return {
    overlap,
    own: zeta ** 2 / 2 - zeta + otherNucleus,
    // The kinetic part: −½ ∇² b = (−ζ²/2 + ζ/r_b) b
    shared: -(zeta ** 2 / 2) * overlap + (2 - zeta) * sharedNucleus,
  };
}

/** Golden section: f must have one minimum between the ends. */
function minimum(f: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let round = 0; round < 80; round++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (f(left) < f(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
