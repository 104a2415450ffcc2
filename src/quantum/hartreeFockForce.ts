import {
  basisFunctions,
  boys,
  type GaussianMolecule,
  type PrimitiveProduct,
  positionOf,
  primitiveProducts,
  primitiveRepulsion,
} from "./gaussianIntegrals.js";
import { type HartreeFock, restrictedHartreeFock } from "./hartreeFock.js";

/** Forces on n nuclei, hartree/bohr, each of shape [n·3]. */
export interface HartreeFockForces {
  /** −⟨∂H/∂R⟩: pull of the electron density and push of the other nuclei. */
  readonly hellmannFeynman: Float64Array;
  /** What the basis functions add because they move with the nuclei. 0 in a complete basis. */
  readonly pulay: Float64Array;
  /** The sum, which is −dE/dR. */
  readonly total: Float64Array;
}

/**
 * The force of restricted Hartree-Fock in two parts. The theorem of Hellmann and Feynman holds for
 * exact wave functions, and for approximate ones whose basis stays where it is. Here it moves, and
 *
 *   −dE/dR = −⟨∂H/∂R⟩ − [Σ P_ab ∂h_ab + ½ Σ Γ_abcd ∂(ab|cd) − Σ W_ab ∂S_ab]
 *
 * where ∂ moves basis functions only, Γ_abcd = P_ab P_cd − ½ P_ac P_bd, and W = 2 Σ ε C Cᵀ is the
 * density weighted with orbital energies. In STO-3G at 1.4 bohr the first part alone would drive
 * the nuclei of H₂ apart; the sum pulls them together.
 *
 * Source: P. Pulay, Mol. Phys. 17, 197 (1969).
 *
 * @throws as `restrictedHartreeFock`
 */
export function hartreeFockForces(
  molecule: GaussianMolecule,
  { electrons }: { readonly electrons: number },
): HartreeFockForces {
  const solution = restrictedHartreeFock(molecule, { electrons });
  const functions = basisFunctions(molecule);
  const n = functions.length;
  const P = solution.densities[0].map((x) => 2 * x);
  const W = weightedDensity(solution, electrons / 2, n);
  const products = functions.flatMap((f) => functions.map((g) => primitiveProducts(f, g)));
  const hellmannFeynman = nuclearForces(molecule);
  const pulay = new Float64Array(hellmannFeynman.length);
  for (const [ab, pairs] of products.entries()) {
    const [a, b] = [Math.floor(ab / n), ab % n];
    const away = difference(functions[a]!.centre, functions[b]!.centre);
    for (const product of pairs) {
      const moved = { nucleus: functions[a]!.nucleus, away, product };
      addKinetic(pulay, moved, P[ab]!, W[ab]!);
      addAttraction(pulay, hellmannFeynman, moved, P[ab]!, molecule);
      for (const [cd, others] of products.entries()) {
        const exchange = P[a * n + Math.floor(cd / n)]! * P[b * n + (cd % n)]!;
        const gamma = P[ab]! * P[cd]! - exchange / 2;
        for (const other of others) addRepulsion(pulay, moved, other, gamma);
      }
    }
  }
  return { hellmannFeynman, pulay, total: hellmannFeynman.map((x, i) => x + pulay[i]!) };
}

/**
 * A product of two Gaussians whose first one moves with its nucleus. All densities are symmetric,
 * so that moving the second one gives the same: hence a factor 2 wherever this is used.
 */
interface Moved {
  readonly nucleus: number;
  /** From the second to the first, bohr. */
  readonly away: Vector;
  readonly product: PrimitiveProduct;
}

type Vector = readonly [number, number, number];
const AXES = [0, 1, 2] as const;

function addKinetic(pulay: Float64Array, moved: Moved, density: number, weighted: number): void {
  const { weight, exponent, reduced: mu, apart } = moved.product;
  const overlap = weight * (Math.PI / exponent) ** 1.5;
  // Both depend on the distance only, through e^(−μ d²).
  const overlapSlope = -2 * mu * overlap;
  const kineticSlope = overlapSlope * mu * (5 - 2 * mu * apart);
  const slope = density * kineticSlope - weighted * overlapSlope;
  for (const c of AXES) pulay[3 * moved.nucleus + c]! -= 2 * slope * moved.away[c];
}

function addAttraction(
  pulay: Float64Array,
  hellmannFeynman: Float64Array,
  { nucleus, away, product }: Moved,
  density: number,
  molecule: GaussianMolecule,
): void {
  const { weight, exponent: p, reduced: mu, alpha, centre } = product;
  for (let n = 0; n < molecule.charges.length; n++) {
    const from = difference(centre, positionOf(molecule, n));
    const [F0, F1] = boys(p * (from[0] ** 2 + from[1] ** 2 + from[2] ** 2));
    const scale = ((2 * Math.PI * molecule.charges[n]!) / p) * weight * density;
    for (const c of AXES) {
      hellmannFeynman[3 * n + c]! += scale * 2 * p * from[c] * F1;
      pulay[3 * nucleus + c]! -= 2 * scale * (2 * mu * away[c] * F0 + 2 * alpha * from[c] * F1);
    }
  }
}

function addRepulsion(
  pulay: Float64Array,
  { nucleus, away, product }: Moved,
  other: PrimitiveProduct,
  gamma: number,
): void {
  const { exponent: p, reduced: mu, alpha } = product;
  const { value, falling } = primitiveRepulsion(product, other);
  const from = difference(product.centre, other.centre);
  const share = (alpha * other.exponent) / (p + other.exponent);
  // ½ Γ, and any of the four functions may be the moving one: 4 · ½ = 2.
  for (const c of AXES)
    pulay[3 * nucleus + c]! +=
      2 * gamma * (2 * mu * away[c] * value + 2 * share * from[c] * falling);
}

function nuclearForces(molecule: GaussianMolecule): Float64Array {
  const { charges } = molecule;
  const forces = new Float64Array(3 * charges.length);
  for (let i = 0; i < charges.length; i++)
    for (let j = 0; j < charges.length; j++) {
      if (j === i) continue;
      const away = difference(positionOf(molecule, i), positionOf(molecule, j));
      for (const c of AXES)
        forces[3 * i + c]! += (charges[i]! * charges[j]! * away[c]) / Math.hypot(...away) ** 3;
    }
  return forces;
}

/** 2 Σ ε C Cᵀ over occupied orbitals, shape [n·n]. */
function weightedDensity(
  { orbitals, orbitalEnergies }: HartreeFock,
  occupied: number,
  n: number,
): Float64Array {
  return Float64Array.from({ length: n * n }, (_, ab) => {
    let sum = 0;
    for (let i = 0; i < occupied; i++)
      sum +=
        orbitalEnergies[0][i]! *
        orbitals[0][i * n + Math.floor(ab / n)]! *
        orbitals[0][i * n + (ab % n)]!;
    return 2 * sum;
  });
}

function difference(a: Vector, b: Vector): Vector {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}
