import type { ReaxPair } from "./forceField.js";
import type { ReaxMolecule } from "./molecule.js";
import { taper, taperSlope } from "./taper.js";

/**
 * Repulsion at short and attraction at long distance, between all atoms, bonded or not: Morse's curve in
 * a distance that never becomes zero,
 *
 *   E = T(r) D (e^(α (1 − f/R)) − 2 e^(½ α (1 − f/R))),   f = (r^p + γ^(−p))^(1/p),  p = p_vdW1
 *
 * There are many pairs, and each depends on one distance only: its slope is written out.
 */
export function addVanDerWaals({ tape, forceField, farPairs, add }: ReaxMolecule): void {
  const { pVdw1, taperRadius } = forceField.general;
  for (let p = 0; p < farPairs.count; p++) {
    const distance = farPairs.distance(p);
    const r = tape.value(distance);
    const { energy, slope } = well(farPairs.parameters[p]!, pVdw1, r);
    const T = taper(r, taperRadius);
    const node = tape.begin(T * energy);
    tape.from(distance, T * slope + taperSlope(r, taperRadius) * energy);
    add("vanDerWaals", node, farPairs.i[p]!, farPairs.j[p]!);
  }
}

/** Without the taper. */
function well(
  { depth, alpha, diameter, shieldVdw }: ReaxPair,
  p: number,
  r: number,
): { readonly energy: number; readonly slope: number } {
  const power = r ** p;
  const sum = power + shieldVdw;
  const f = sum ** (1 / p);
  const fSlope = (f * power) / (sum * r);
  const half = Math.exp((alpha / 2) * (1 - f / diameter));
  return {
    energy: depth * half * (half - 2),
    slope: ((-depth * alpha) / diameter) * half * (half - 1) * fSlope,
  };
}
