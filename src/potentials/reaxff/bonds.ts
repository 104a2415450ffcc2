import type { ReaxMolecule } from "./molecule.js";

/**
 * What holds a molecule together,
 *
 *   E = −D_σ σ e^(p_be1 (1 − σ^p_be2)) − D_π π − D_ππ ππ
 *
 * and for carbon and oxygen at an order of one or more, so that CO has its strength,
 *
 *   E = p_trip1 e^(−p_trip2 (BO − 2.5)²) (e^(−p_trip4 (T_i − BO)) + e^(−p_trip4 (T_j − BO)))
 *       / (1 + 25 e^(p_trip3 (Δ_i + Δ_j)))
 *
 * with the total orders T of the two atoms and their excesses Δ.
 */
export function addBonds({ tape, forceField, bonds, atoms, add }: ReaxMolecule): void {
  const { pTrip1, pTrip2, pTrip3, pTrip4 } = forceField.general;
  for (const { i, j, pair, order, sigma, pi, doublePi } of bonds) {
    const { dSigma, dPi, dDoublePi, pBe1, pBe2 } = pair;
    const strength = tape.exp(tape.affine(-pBe1, tape.power(sigma, pBe2), pBe1));
    add("bonds", tape.affine(-dSigma, tape.times(sigma, strength)), i, j);
    if (dPi !== 0) add("bonds", tape.affine(-dPi, pi), i, j);
    if (dDoublePi !== 0) add("bonds", tape.affine(-dDoublePi, doublePi), i, j);

    if (!pair.tripleBond || tape.value(order) < 1) continue;
    const [a, b] = [atoms[i]!, atoms[j]!];
    const beyond = tape.affine(1, order, -2.5);
    const triple = tape.exp(tape.affine(-pTrip2, tape.times(beyond, beyond)));
    const others = [a, b].map((atom) =>
      tape.exp(tape.affine(-pTrip4, tape.minus(atom.totalOrder, order))),
    );
    const crowded = tape.exp(tape.affine(pTrip3, tape.plus(a.excess, b.excess)));
    const energy = tape.over(tape.times(triple, tape.sum(others)), tape.affine(25, crowded, 1));
    add("bonds", tape.affine(pTrip1, energy), i, j);
  }
}
