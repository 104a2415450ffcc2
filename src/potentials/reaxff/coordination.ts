import type { Traced } from "../../numerics/reverse.js";
import type { ReaxMolecule } from "./molecule.js";

/**
 * Atoms with more or less bond order than their valence. With the excess Δ, the missing lone pairs Δ_lp
 * and s = Σ_j (Δ_j − Δ_lp,j)(π_ij + ππ_ij), what the neighbours across π bonds have to spare,
 *
 *   Δ′ = Δ − Δ_lp / (1 + p_ovun3 e^(p_ovun4 s))
 *   E_over = Σ_j p_ovun1 D_σ BO_ij · Δ′/(Δ′ + V) / (1 + e^(p_ovun2 Δ′))
 *   E_under = −p_ovun5 (1 − e^(p_ovun6 Δ′)) / (1 + e^(−p_ovun2 Δ′)) / (1 + p_ovun7 e^(p_ovun8 s))
 */
export function addCoordination({ tape, forceField, atoms, add }: ReaxMolecule): void {
  const { pOvun3, pOvun4, pOvun6, pOvun7, pOvun8 } = forceField.general;
  const inverse = (p: number, q: number, s: Traced): Traced =>
    tape.power(tape.affine(p, tape.exp(tape.affine(q, s)), 1), -1);
  // What each atom has beyond its bonds and lone pairs.
  const spare = atoms.map(({ excess, missingLonePairs }) => tape.minus(excess, missingLonePairs));
  for (const [i, { element, rays, excess, missingLonePairs }] of atoms.entries()) {
    const s = tape.sum(rays.map(({ bond, to }) => tape.times(spare[to]!, bond.anyPi)));
    const corrected = tape.minus(excess, tape.times(missingLonePairs, inverse(pOvun3, pOvun4, s)));
    const over = tape.logistic(tape.affine(-element.pOvun2, corrected));
    const under = tape.logistic(tape.affine(element.pOvun2, corrected));

    const bonded = tape.sum(
      rays.map(({ bond }) => tape.affine(bond.pair.pOvun1 * bond.pair.dSigma, bond.order)),
    );
    // An atom without bonds has Δ′ = −V: the small number keeps 0/0 away, as in LAMMPS.
    const part = tape.over(corrected, tape.affine(1, corrected, element.valence + 1e-8));
    add("overCoordination", tape.times(bonded, tape.times(part, over)), i);

    if (element.pOvun5 === 0) continue;
    const lacking = tape.affine(-1, tape.exp(tape.affine(pOvun6, corrected)), 1);
    const energy = tape.times(tape.times(lacking, under), inverse(pOvun7, pOvun8, s));
    add("underCoordination", tape.affine(-element.pOvun5, energy), i);
  }
}
