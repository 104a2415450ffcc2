import type { Traced } from "../../numerics/reverse.js";
import { ANGLE_CUTOFF } from "./angles.js";
import { cosineBetween } from "./corners.js";
import type { ReaxBond, ReaxMolecule, ReaxRay } from "./molecule.js";

/**
 * Torsions ω of i and l around the bond j-k,
 *
 *   E_torsion = f₁₀ sin θ_ijk sin θ_jkl · ½ (V₁ (1 + cos ω)
 *               + V₂ e^(p_tor1 (2 − π_jk − f₁₁)²) (1 − cos 2ω) + V₃ (1 + cos 3ω))
 *   f₁₀ = (1 − e^(−p_tor2 BO_ij)) (1 − e^(−p_tor2 BO_jk)) (1 − e^(−p_tor2 BO_kl))
 *   f₁₁ = (2 + e^(−p_tor3 Δ)) / (1 + e^(−p_tor3 Δ) + e^(p_tor4 Δ)),   Δ = Δ_j + Δ_k
 *   E_conjugation = p_cot1 Π e^(−p_cot2 (BO − 1.5)²) (1 + (cos² ω − 1) sin θ_ijk sin θ_jkl)
 *
 * V₂ keeps double bonds flat. Conjugation is largest where three bonds in a row have the order 1.5, as in
 * benzene. A torsion begins and ends with a small jump where the product of its orders passes 0.001: in
 * a run through it energy is not conserved (D. Furman and D. J. Wales, J. Phys. Chem. Lett. 10, 7215
 * (2019)). With three of the atoms in line it is zero and has a kink; there it gives no force.
 */
export function addTorsions(molecule: ReaxMolecule): void {
  const { tape, forceField, atoms, bonds, add } = molecule;
  const g = forceField.general;
  const T = forceField.elements.length;
  const square = (a: Traced): Traced => tape.times(a, a);
  // What each bond brings along to f₁₀ and to the conjugation of all torsions that it is part of.
  const fades = new Map<ReaxBond, Traced>();
  const misfits = new Map<ReaxBond, Traced>();
  for (const bond of bonds) {
    const order = tape.affine(1, bond.order, -ANGLE_CUTOFF);
    fades.set(bond, tape.affine(-1, tape.exp(tape.affine(-g.pTor2, order)), 1));
    misfits.set(bond, square(tape.affine(1, order, -1.5)));
  }

  for (const bond of bonds) {
    const [atomJ, atomK] = [atoms[bond.i]!, atoms[bond.j]!];
    const rayJ = rayOf(atomJ.rays, bond, 1);
    const rayK = rayOf(atomK.rays, bond, -1);
    if (rayJ.corners.length === 0 || rayK.corners.length === 0) continue;
    const excess = tape.plus(atomJ.angleExcess, atomK.angleExcess);
    const sparse = tape.exp(tape.affine(-g.pTor3, excess));
    const crowded = tape.exp(tape.affine(g.pTor4, excess));
    const f11 = tape.over(tape.affine(1, sparse, 2), tape.affine(1, tape.plus(sparse, crowded), 1));
    const single = square(tape.affine(-1, tape.plus(bond.pi, f11), 2));

    for (const left of rayJ.corners)
      for (const right of rayK.corners) {
        const [typeI, typeL] = [atoms[left.other.to]!.type, atoms[right.other.to]!.type];
        const kind = forceField.torsions[((typeI * T + atomJ.type) * T + atomK.type) * T + typeL];
        if (!kind) continue;
        const [first, last] = [left.other.bond, right.other.bond];
        const strength = tape.value(first.order) * tape.value(bond.order) * tape.value(last.order);
        if (strength <= ANGLE_CUTOFF || sameSite(molecule, left.other, rayJ, right.other)) continue;

        // ω from three cosines: of the two angles, and between the outer bonds j-i and k-l.
        const sines = tape.times(left.sine, right.sine);
        const across = cosineBetween(
          tape,
          { vector: first.vector, length: first.distance },
          { vector: last.vector, length: last.distance },
          left.other.sign * right.other.sign,
        );
        const cosine =
          left.straight || right.straight
            ? tape.constant(1)
            : tape.over(tape.plus(across, tape.times(left.cosine, right.cosine)), sines);
        const squared = square(cosine);

        if (kind.v1 !== 0 || kind.v2 !== 0 || kind.v3 !== 0) {
          const flat = tape.exp(tape.affine(kind.pTor1, single));
          // 1 − cos 2ω = 2 − 2 cos² ω,   cos 3ω = 4 cos³ ω − 3 cos ω
          const twist = tape.sum([
            tape.affine(kind.v1 / 2, cosine, kind.v1 / 2),
            tape.times(flat, tape.affine(-kind.v2, squared, kind.v2)),
            tape.times(cosine, tape.affine(2 * kind.v3, squared, -1.5 * kind.v3)),
          ]);
          const f10 = tape.times(tape.times(fades.get(first)!, fades.get(bond)!), fades.get(last)!);
          const energy = tape.times(tape.times(f10, sines), tape.affine(1, twist, kind.v3 / 2));
          add("torsions", energy, bond.i, bond.j);
        }
        if (kind.pCot1 !== 0) {
          const away = tape.sum([first, bond, last].map((each) => misfits.get(each)!));
          const planar = tape.affine(1, tape.times(tape.affine(1, squared, -1), sines), 1);
          const energy = tape.times(tape.exp(tape.affine(-g.pCot2, away)), planar);
          add("torsionConjugation", tape.affine(kind.pCot1, energy), bond.i, bond.j);
        }
      }
  }
}

function rayOf(rays: readonly ReaxRay[], bond: ReaxRay["bond"], sign: 1 | -1): ReaxRay {
  return rays.find((ray) => ray.bond === bond && ray.sign === sign)!;
}

/** In a ring of three atoms i and l are one: not only the same atom, but not its image either. */
function sameSite({ tape }: ReaxMolecule, i: ReaxRay, k: ReaxRay, l: ReaxRay): boolean {
  if (i.to !== l.to) return false;
  const along = (ray: ReaxRay, d: number): number =>
    ray.sign * tape.value((ray.bond.vector + d) as Traced);
  return [0, 1, 2].every((d) => Math.abs(along(i, d) - along(k, d) - along(l, d)) < 1e-6);
}
