import { equilibratedCharges } from "./charges.js";
import type { ReaxConvention } from "./convention.js";
import type { ReaxMolecule } from "./molecule.js";
import { taper, taperSlope } from "./taper.js";

/**
 * Charges and their energy,
 *
 *   E_coulomb = Σ_pairs k(r) q_i q_j,   k = T(r) / (r³ + γ^(−3))^(1/3)
 *   E_polarisation = Σ_i χ_i q_i + ½ J_i q_i²
 *
 * The charges make the sum of both smallest. That is why the forces need not know how charges change as
 * atoms move: to first order the energy does not.
 *
 * @returns charges, e, shape [n]
 */
export function addCoulomb(
  { tape, forceField, atoms, farPairs, add }: ReaxMolecule,
  convention: ReaxConvention,
): Float64Array {
  const { count } = farPairs;
  const { taperRadius } = forceField.general;
  const kernels = new Float64Array(count);
  const slopes = new Float64Array(count);
  for (let p = 0; p < count; p++) {
    const r = tape.value(farPairs.distance(p));
    const cube = r * r * r + farPairs.parameters[p]!.shieldCoulomb;
    const root = Math.cbrt(cube);
    kernels[p] = taper(r, taperRadius) / root;
    slopes[p] = taperSlope(r, taperRadius) / root - (kernels[p]! * r * r) / cube;
  }
  const chi = Float64Array.from(atoms, ({ element }) => element.electronegativity);
  const hardness = Float64Array.from(atoms, ({ element }) => element.hardness);
  const charges = equilibratedCharges(chi, hardness, {
    count,
    i: farPairs.i,
    j: farPairs.j,
    strength: kernels.map((kernel) => convention.coulombOfCharges * kernel),
  });
  for (let p = 0; p < count; p++) {
    const [i, j] = [farPairs.i[p]!, farPairs.j[p]!];
    const both = convention.coulombOfEnergy * charges[i]! * charges[j]!;
    const energy = tape.begin(both * kernels[p]!);
    tape.from(farPairs.distance(p), both * slopes[p]!);
    add("coulomb", energy, i, j);
  }
  for (const [i, q] of charges.entries())
    add(
      "polarisation",
      tape.begin(convention.volt * (chi[i]! * q + 0.5 * hardness[i]! * q * q)),
      i,
    );
  return charges;
}
