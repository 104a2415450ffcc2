import { between, point } from "../../numerics/reverseVectors.js";
import type { ReaxConvention } from "./convention.js";
import { cosineBetween } from "./corners.js";
import type { ReaxMolecule } from "./molecule.js";

/** A donor's bond weaker than this makes no hydrogen bond. */
const WEAKEST_DONOR = 0.01;

/**
 * Hydrogen bonds X-H⋯Z,
 *
 *   E = p_hb1 (1 − e^(−p_hb2 BO_XH)) e^(−p_hb3 (r₀/r_HZ + r_HZ/r₀ − 2)) sin⁴(θ_XHZ / 2)
 *
 * for Z up to `reach` from the hydrogen, where they end with a small jump.
 */
export function addHydrogenBonds(
  molecule: ReaxMolecule,
  reach: number,
  { bondsToDonorImages }: ReaxConvention,
): void {
  const { tape, forceField, atoms, farPairs, add } = molecule;
  const T = forceField.elements.length;
  const role = (atom: number): number => atoms[atom]!.element.hydrogenBondRole;
  for (let p = 0; p < farPairs.count; p++) {
    const [i, j] = [farPairs.i[p]!, farPairs.j[p]!];
    const forwards = role(i) === 1 && role(j) === 2;
    if (!forwards && !(role(i) === 2 && role(j) === 1)) continue;
    const distance = farPairs.distance(p);
    if (tape.value(distance) > reach) continue;
    const [h, z] = forwards ? [i, j] : [j, i];
    for (const { bond, to: x, sign } of atoms[h]!.rays) {
      const kind =
        forceField.hydrogenBonds[(atoms[x]!.type * T + atoms[h]!.type) * T + atoms[z]!.type];
      if (!kind || role(x) !== 2) continue;
      const isDonor = bondsToDonorImages ? bond.distance === distance : x === z;
      if (isDonor) continue;
      if (tape.value(bond.order) < WEAKEST_DONOR) continue;
      const vector = between(tape, point(tape, i), point(tape, farPairs.siteJ[p]!));
      const cosine = cosineBetween(
        tape,
        { vector: bond.vector, length: bond.distance },
        { vector, length: distance },
        sign * (forwards ? 1 : -1),
      );
      const half = tape.affine(-0.5, cosine, 0.5); // sin² of half the angle
      const donor = tape.affine(-1, tape.exp(tape.affine(-kind.pHb2, bond.order)), 1);
      const stretch = tape.plus(
        tape.affine(kind.r0, tape.power(distance, -1)),
        tape.affine(1 / kind.r0, distance, -2),
      );
      const near = tape.exp(tape.affine(-kind.pHb3, stretch));
      const energy = tape.times(tape.times(donor, near), tape.times(half, half));
      add("hydrogenBonds", tape.affine(kind.pHb1, energy), h);
    }
  }
}
