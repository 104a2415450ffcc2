import type { Tape, Traced } from "../../numerics/reverse.js";
import type { ReaxMolecule } from "./molecule.js";

/**
 * Electrons in pairs that are not bonds. Breaking up a pair, as a third bond of oxygen does, costs
 *
 *   E = p_lp2 Δ_lp / (1 + e^(−75 Δ_lp)),   Δ_lp: pairs that are missing
 *
 * C₂, which would otherwise be too stable, pays k (BO − Δ − 0.04 Δ⁴ − 3)² for what exceeds 3.
 */
export function addLonePairs({ tape, forceField, atoms, add }: ReaxMolecule): void {
  const { kC2 } = forceField.general;
  for (const [i, { element, rays, excess, missingLonePairs: missing }] of atoms.entries()) {
    if (element.pLp2 !== 0) {
      const energy = tape.times(missing, tape.logistic(tape.affine(75, missing)));
      add("lonePairs", tape.affine(element.pLp2, energy), i);
    }
    for (const { bond, to } of rays) {
      if (!bond.pair.carbons || kC2 === 0) continue;
      const order = tape.minus(bond.order, excess);
      const beyond = tape.minus(
        tape.affine(1, order, -3),
        tape.affine(0.04, tape.power(excess, 4)),
      );
      if (tape.value(beyond) > 0) add("lonePairs", tape.affine(kC2, tape.power(beyond, 2)), i, to);
    }
  }
}

/**
 * How many lone pairs an atom has: those of its outer electrons that are not in bonds, two and two. With
 * Δ_e, the total bond order less the outer electrons, and m, half of it cut to a whole number,
 *
 *   n = e^(−p_lp1 (2 + Δ_e − 2m)²) − m
 */
export function lonePairsOf(
  tape: Tape,
  pLp1: number,
  totalOrder: Traced,
  outerElectrons: number,
): Traced {
  const pairs = Math.trunc((tape.value(totalOrder) - outerElectrons) / 2);
  const rest = tape.affine(1, totalOrder, 2 - outerElectrons - 2 * pairs);
  return tape.affine(1, tape.exp(tape.affine(-pLp1, tape.times(rest, rest))), -pairs);
}
