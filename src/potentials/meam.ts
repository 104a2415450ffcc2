import { requirePositive } from "../units/requirePositive.js";
import { manyBody } from "./manyBody.js";
import { addMeamInto, meamWork } from "./meamForces.js";
import { meamPairTable, REFERENCES } from "./meamReference.js";
import type { Potential } from "./potential.js";

/** One kind of atoms. The letters are those of the paper. */
export interface MeamParameters {
  /** The crystal whose energy is known at every bond length. */
  readonly reference: "fcc" | "bcc" | "diamond";
  /** r_e, the bond length in that crystal at rest, bohr. */
  readonly bondLength: number;
  /** E_c, what it takes to pull that crystal apart, hartree per atom. */
  readonly cohesiveEnergy: number;
  /** α = √(9 B Ω / E_c) with the bulk modulus B and the volume Ω per atom of that crystal. */
  readonly alpha: number;
  /** How strongly an atom is embedded, in units of E_c. */
  readonly A: number;
  /** β₀ to β₃: how fast the partial densities decay. */
  readonly beta: readonly [number, number, number, number];
  /** t₁, t₂, t₃: what the angles count. */
  readonly t: readonly [number, number, number];
  /**
   * How G(Γ) = √(1 + Γ) goes on where there is little left to take a root of: "smooth": below
   * Γ = −0.99 as 0.1 (0.99/|Γ|)^49.5; "signed": below Γ = −1 as −√(−1 − Γ), and F is 0 there.
   */
  readonly root: "smooth" | "signed";
  /** C_min and C_max: inside the narrow ellipse all is hidden, outside the wide one nothing. */
  readonly screening: { readonly min: number; readonly max: number };
  /** Where bonds end, bohr, and over which length before that they fade, bohr. */
  readonly cutoff: number;
  readonly cutoffWidth: number;
  /** Of the nuclei, whose repulsion takes over when atoms collide. */
  readonly atomicNumber: number;
}

/**
 * The modified embedded-atom method: an atom is put into electrons that know the angles between its
 * bonds, and bonds are hidden by atoms between their ends,
 *
 *   E = Σᵢ (F(ρᵢ) + ½ Σⱼ s_ij φ(r_ij)),   F(ρ) = A E_c ρ ln ρ,   ρᵢ = ρ⁽⁰⁾ G(Γ) / Z
 *   Γ = Σ_h t_h (ρ⁽ʰ⁾/ρ⁽⁰⁾)²,   G(Γ) = √(1 + Γ),   h = 1, 2, 3
 *   ρ⁽⁰⁾ = Σⱼ b₀(j),   (ρ⁽ʰ⁾)² = Σⱼ Σₖ b_h(j) b_h(k) P_h(cos θ_jik)   over all neighbours, k = j too
 *   b_h(j) = s_ij e^(−β_h (r_ij/r_e − 1)),   P₁ = c, P₂ = c² − 1/3, P₃ = c³
 *
 * φ is what is missing to the energy of the reference crystal, see `meamReference`; s_ij is 1 for a
 * bond that is seen and 0 for one that is hidden or too long, see `meamScreening`. Z counts the
 * neighbours in the reference crystal. Where the neighbours stand as in fcc, bcc or a simple cube all
 * ρ⁽ʰ⁾ vanish and this is an embedded-atom method with screening; in diamond ρ⁽³⁾ does not.
 * An atom has its F and half of its pairs.
 *
 * Agrees with LAMMPS's `meam` as long as β₁ = β₃, as in both sets of `meamSets`: since 1997 ρ⁽³⁾ has a
 * part proportional to ρ⁽¹⁾ taken out, which LAMMPS gives back by adding 3/5 t₃ to t₁ (`augt1 1`).
 * φ is from a table of a thousand points, the same as in LAMMPS.
 *
 * Source: M. I. Baskes, Phys. Rev. B 46, 2727 (1992); the screening: M. I. Baskes, Mater. Chem. Phys.
 * 50, 152 (1997).
 *
 * @throws RangeError for parameters out of range, and a screening under which the reference crystal has
 *         second neighbours; from `energyAndForces` RangeError for two atoms at one point, and what else
 *         `NeighbourList` refuses
 */
export function meam(parameters: MeamParameters): Potential {
  requireParameters(parameters);
  const { screening, cutoff } = parameters;
  const table = meamPairTable(parameters);
  // The farthest point of the wide ellipse from an end of a bond, see meamScreening.
  const reach = screening.max > 2 ? screening.max / (2 * Math.sqrt(screening.max - 1)) : 1;
  const work = meamWork();
  return manyBody("meam", "full", reach * cutoff, {
    addInto(forces, energies, _, list) {
      addMeamInto(forces, energies, list, parameters, table, reach * cutoff, work);
    },
  });
}

function requireParameters(set: MeamParameters): void {
  const { reference, bondLength, beta, t, root, screening, cutoff, cutoffWidth } = set;
  const crystal = REFERENCES[reference];
  if (!crystal)
    throw new RangeError(
      `meam: reference must be one of ${Object.keys(REFERENCES).join(", ")}, got ${reference}`,
    );
  requirePositive("meam: bondLength", bondLength, "bohr");
  requirePositive("meam: cohesiveEnergy", set.cohesiveEnergy, "hartree");
  for (const name of ["alpha", "A"] as const)
    if (!(set[name] > 0 && Number.isFinite(set[name])))
      throw new RangeError(`meam: ${name} must be a positive number, got ${set[name]}`);
  requirePositive("meam: cutoff", cutoff, "bohr");
  requirePositive("meam: cutoffWidth", cutoffWidth, "bohr");
  for (const [h, value] of beta.entries())
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`meam: beta[${h}] must be a number from 0, got ${value}`);
  for (const [h, value] of t.entries())
    if (!Number.isFinite(value))
      throw new RangeError(`meam: t[${h}] must be a finite number, got ${value}`);
  if (root !== "smooth" && root !== "signed")
    throw new RangeError(`meam: root must be "smooth" or "signed", got ${root}`);
  if (!(screening.min >= crystal.hidden))
    throw new RangeError(
      `meam: screening.min must be at least ${crystal.hidden}, so that second neighbours in ` +
        `${reference} are hidden, got ${screening.min}`,
    );
  if (!(screening.max > screening.min && Number.isFinite(screening.max)))
    throw new RangeError(
      `meam: screening.max must be more than screening.min = ${screening.min}, got ${screening.max}`,
    );
  if (!(cutoff - cutoffWidth >= bondLength))
    throw new RangeError(
      `meam: the cutoff less its width must be at least the bond length of ${bondLength} bohr, ` +
        `got ${cutoff - cutoffWidth}`,
    );
  if (!(Number.isInteger(set.atomicNumber) && set.atomicNumber >= 1 && set.atomicNumber <= 118))
    throw new RangeError(
      `meam: atomicNumber must be a whole number from 1 to 118, got ${set.atomicNumber}`,
    );
}
