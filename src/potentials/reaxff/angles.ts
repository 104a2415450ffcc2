import type { Tape, Traced } from "../../numerics/reverse.js";
import type { ReaxConvention } from "./convention.js";
import type { ReaxAtom, ReaxMolecule } from "./molecule.js";

/** Bonds weaker than this make no angles and torsions; their order is counted from there. */
export const ANGLE_CUTOFF = 0.001;

/**
 * Angles θ at atom j between bonds to i and k,
 *
 *   E_angle = f₇(BO_ij) f₇(BO_jk) f₈(Δ_j) (p_val1 − p_val1 e^(−p_val2 (θ₀ − θ)²))
 *   f₇ = 1 − e^(−p_val3 BO^p_val4)
 *   f₈ = p_val5 − (p_val5 − 1)(2 + e^(p_val6 Δ)) / (1 + e^(p_val6 Δ) + e^(−p_val7 Δ))
 *   θ₀ = π − θ₀₀ (1 − e^(−p_val10 (2 − SBO)))
 *
 * so that an angle goes as its bonds do, and bends towards θ₀, which π orders at the atom (SBO) open from
 * tetrahedral to straight. Two double bonds at one atom, as in allene, get
 *
 *   E_penalty = p_pen1 f₉(Δ_j) e^(−p_pen2 (BO_ij − 2)²) e^(−p_pen2 (BO_jk − 2)²)
 *   f₉ = (2 + e^(−p_pen3 Δ)) / (1 + e^(−p_pen3 Δ) + e^(p_pen4 Δ))
 *
 * and one and a half bonds beside each other, as in a nitro group,
 *
 *   E_conjugation = p_coa1 / (1 + e^(p_coa2 Δ_j)) · e^(−p_coa3 (T_i − BO_ij)² − p_coa3 (T_k − BO_jk)²)
 *                   · e^(−p_coa4 (BO_ij − 1.5)² − p_coa4 (BO_jk − 1.5)²)
 */
export function addAngles(molecule: ReaxMolecule, { pi }: ReaxConvention): void {
  const { tape, forceField, atoms, add } = molecule;
  const g = forceField.general;
  const T = forceField.elements.length;
  const square = (a: Traced): Traced => tape.times(a, a);
  const product = (a: Traced, ...rest: Traced[]): Traced =>
    rest.reduce((p, b) => tape.times(p, b), a);

  for (const [j, atom] of atoms.entries()) {
    if (atom.rays.every((ray) => ray.corners.length === 0)) continue;
    const { element, angleExcess, excess } = atom;
    const straightening = tape.affine(-1, piCharacter(molecule, atom), 2);
    const shut = tape.affine(-1, tape.exp(tape.affine(-g.pVal10, straightening)), 1);
    const crowded = tape.exp(tape.affine(g.pVal6, angleExcess));
    const sparse = tape.exp(tape.affine(-g.pPen3, excess));
    const f9 = tape.over(
      tape.affine(1, sparse, 2),
      tape.affine(1, tape.plus(sparse, tape.exp(tape.affine(g.pPen4, excess))), 1),
    );

    for (const [a, ray] of atom.rays.entries())
      for (const { other, cosine } of ray.corners) {
        if (atom.rays.indexOf(other) < a) continue; // each angle once
        const [i, k] = [ray.to, other.to];
        const product2 = tape.value(ray.bond.order) * tape.value(other.bond.order);
        if (product2 <= ANGLE_CUTOFF_SQUARED) continue;
        const kinds = forceField.angles[(atoms[i]!.type * T + atom.type) * T + atoms[k]!.type]!;
        const orders = [ray, other].map(({ bond }) => tape.affine(1, bond.order, -ANGLE_CUTOFF));
        for (const kind of kinds) {
          const [f7a, f7b] = orders.map((order) =>
            tape.affine(
              -1,
              tape.exp(tape.affine(-element.pVal3, tape.power(order, kind.pVal4))),
              1,
            ),
          );
          const open = tape.exp(tape.affine(-kind.pVal7, angleExcess));
          const f8 = tape.affine(
            1 - element.pVal5,
            tape.over(tape.affine(1, crowded, 2), tape.affine(1, tape.plus(crowded, open), 1)),
            element.pVal5,
          );
          const equilibrium = tape.affine((-kind.theta00 * pi) / 180, shut, pi);
          const off = tape.minus(equilibrium, arcCosine(tape, cosine));
          const well = tape.exp(tape.affine(-kind.pVal2, square(off)));
          // A negative strength, which keeps metal-hydrogen-metal bent, has no constant part.
          const bend = tape.affine(-kind.pVal1, well, Math.max(kind.pVal1, 0));
          add("angles", product(f7a!, f7b!, f8, bend), j);

          if (kind.pPen1 !== 0) {
            const double = orders.map((order) =>
              tape.exp(tape.affine(-g.pPen2, square(tape.affine(1, order, -2)))),
            );
            add("anglePenalty", tape.affine(kind.pPen1, product(f9, ...double)), j);
          }
          if (kind.pCoa1 !== 0) {
            const gate = tape.logistic(tape.affine(-g.pCoa2, angleExcess));
            const misfit = [i, k].map((end, side) => {
              const order = orders[side]!;
              const elsewhere = tape.minus(atoms[end]!.totalOrder, order);
              return tape.plus(
                tape.affine(-g.pCoa3, square(elsewhere)),
                tape.affine(-g.pCoa4, square(tape.affine(1, order, -1.5))),
              );
            });
            const energy = tape.times(gate, tape.exp(tape.sum(misfit)));
            add("angleConjugation", tape.affine(kind.pCoa1, energy), j);
          }
        }
      }
  }
}

const ANGLE_CUTOFF_SQUARED = 1e-5;

/**
 * SBO, from 0 to 2: the π orders of the atom's bonds and, as soon as one of its bonds is strong, what bonds
 * and lone pairs leave of its valence,
 *
 *   S = Σ (π + ππ) + (1 − Π e^(−BO⁸)) (−Δ − p_val8 n_lp),
 *   SBO = S^p_val9 up to 1, 2 − (2 − S)^p_val9 up to 2
 */
function piCharacter({ tape, forceField }: ReaxMolecule, atom: ReaxAtom): Traced {
  const { pVal8, pVal9 } = forceField.general;
  const { element, rays, totalOrder, angleExcess, lonePairs } = atom;
  const pi = tape.sum(rays.map(({ bond }) => bond.anyPi));
  const eighth = tape.sum(rays.map(({ bond }) => tape.power(bond.order, 8)));
  const strong = tape.affine(-1, tape.exp(tape.affine(-1, eighth)), 1);
  // Electrons beyond whole pairs: with none, the lone pairs do not count.
  const electrons = tape.value(totalOrder) - element.outerElectrons;
  const single = electrons - 2 * Math.trunc(electrons / 2);
  const short = single < 0 ? tape.plus(angleExcess, tape.affine(pVal8, lonePairs)) : angleExcess;
  const sum = tape.minus(pi, tape.times(strong, short));
  const s = tape.value(sum);
  if (s <= 0) return tape.constant(0);
  if (s <= 1) return tape.power(sum, pVal9);
  if (s < 2) return tape.affine(-1, tape.power(tape.affine(-1, sum, 2), pVal9), 2);
  return tape.constant(2);
}

/** θ from its cosine. In line its slope is infinite, but nothing there changes θ to first order. */
function arcCosine(tape: Tape, cosine: Traced): Traced {
  const c = Math.min(1, Math.max(-1, tape.value(cosine)));
  const angle = tape.begin(Math.acos(c));
  tape.from(cosine, -1 / Math.max(Math.sqrt(1 - c * c), 1e-5));
  return angle;
}
