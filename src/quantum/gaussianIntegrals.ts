import { erf } from "../numerics/erf.js";
import type { GaussianBasis } from "./gaussianBasis.js";
import { coulombEnergies, type Nuclei } from "./molecule.js";

/** Nuclei with a basis of s functions around each. Charges must be among those of the basis. */
export interface GaussianMolecule extends Nuclei {
  readonly basis: GaussianBasis;
}

/** A basis function, Σ weights[k] e^(−exponents[k] |r − centre|²), normalised. */
export interface BasisFunction {
  /** The nucleus it sits on. */
  readonly nucleus: number;
  /** Bohr, shape [3]. */
  readonly centre: readonly [number, number, number];
  readonly exponents: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Matrix elements between n basis functions. Index letters a b c d. Hartree but for the overlap.
 */
export interface GaussianIntegrals {
  readonly size: number;
  /** ⟨a|b⟩, shape [n·n]. */
  readonly overlap: Float64Array;
  /** ⟨a|−½∇²|b⟩, shape [n·n]. */
  readonly kinetic: Float64Array;
  /** ⟨a|−Σ Z/|r − R||b⟩, shape [n·n]. */
  readonly attraction: Float64Array;
  /** (ab|cd) = ∫∫ a(1) b(1) c(2) d(2) / r₁₂, shape [n·n·n·n]. */
  readonly repulsion: Float64Array;
  /** Repulsion of the nuclei. */
  readonly ionIon: number;
}

/**
 * All integrals that a molecule in a basis of s functions needs, in closed form: a product of two
 * Gaussians is a Gaussian between them, and what remains of a Coulomb law is the error function.
 *
 * Source: S. F. Boys, Proc. R. Soc. A 200, 542 (1950).
 *
 * @throws RangeError for a nuclear charge that the basis does not have, nuclei at one point, and
 *         positions that do not fit the charges or are not finite
 */
export function gaussianIntegrals(molecule: GaussianMolecule): GaussianIntegrals {
  const { ionIon } = coulombEnergies({ nuclei: molecule, electrons: { positions: [] } });
  const functions = basisFunctions(molecule);
  const size = functions.length;
  const overlap = new Float64Array(size * size);
  const kinetic = new Float64Array(size * size);
  const attraction = new Float64Array(size * size);
  const products: PrimitiveProduct[][] = [];
  for (const [a, f] of functions.entries())
    for (const [b, g] of functions.entries()) {
      const ab = a * size + b;
      products[ab] = primitiveProducts(f, g);
      for (const { weight, exponent: p, reduced: mu, apart, centre } of products[ab]) {
        const s = weight * (Math.PI / p) ** 1.5;
        overlap[ab]! += s;
        kinetic[ab]! += s * mu * (3 - 2 * mu * apart);
        for (let n = 0; n < molecule.charges.length; n++) {
          const t = p * squaredDistance(centre, positionOf(molecule, n));
          attraction[ab]! -= ((2 * Math.PI * molecule.charges[n]!) / p) * weight * boys(t)[0];
        }
      }
    }
  const repulsion = Float64Array.from({ length: size ** 4 }, (_, abcd) => {
    let sum = 0;
    for (const left of products[Math.floor(abcd / size ** 2)]!)
      for (const right of products[abcd % size ** 2]!) sum += primitiveRepulsion(left, right).value;
    return sum;
  });
  return { size, overlap, kinetic, attraction, repulsion, ionIon };
}

/**
 * The basis functions of all nuclei in order, each normalised.
 *
 * @throws RangeError for a nuclear charge that the basis does not have
 */
export function basisFunctions(molecule: GaussianMolecule): BasisFunction[] {
  return Array.from(molecule.charges, (charge, nucleus) => {
    const shells = molecule.basis[charge];
    if (!shells)
      throw new RangeError(
        `gaussianIntegrals: charges[${nucleus}] must be one that the basis has ` +
          `(${Object.keys(molecule.basis).join(", ")}), got ${charge}`,
      );
    const centre = positionOf(molecule, nucleus);
    return shells.map(({ exponents, coefficients }): BasisFunction => {
      const raw = coefficients.map((c, k) => c * ((2 * exponents[k]!) / Math.PI) ** 0.75);
      let norm = 0;
      for (const [i, a] of exponents.entries())
        for (const [j, b] of exponents.entries())
          norm += raw[i]! * raw[j]! * (Math.PI / (a + b)) ** 1.5;
      return { nucleus, centre, exponents, weights: raw.map((w) => w / Math.sqrt(norm)) };
    });
  }).flat();
}

/** The product of two Gaussians: weight · e^(−exponent |r − centre|²). */
export interface PrimitiveProduct {
  readonly weight: number;
  /** p = α + β */
  readonly exponent: number;
  /** αβ/p */
  readonly reduced: number;
  /** Exponent of the first of the two. */
  readonly alpha: number;
  /** Square of their distance, bohr². */
  readonly apart: number;
  readonly centre: readonly [number, number, number];
}

/** Every Gaussian of the one function with every Gaussian of the other. */
export function primitiveProducts(f: BasisFunction, g: BasisFunction): PrimitiveProduct[] {
  const apart = squaredDistance(f.centre, g.centre);
  return f.exponents.flatMap((alpha, i) =>
    g.exponents.map((beta, j) => {
      const exponent = alpha + beta;
      const reduced = (alpha * beta) / exponent;
      const between = (c: 0 | 1 | 2): number =>
        (alpha * f.centre[c] + beta * g.centre[c]) / exponent;
      return {
        weight: f.weights[i]! * g.weights[j]! * Math.exp(-reduced * apart),
        exponent,
        reduced,
        alpha,
        apart,
        centre: [between(0), between(1), between(2)] as const,
      };
    }),
  );
}

/** Repulsion of two such products, and minus its derivative by t = ρ |P − Q|². */
export function primitiveRepulsion(
  left: PrimitiveProduct,
  right: PrimitiveProduct,
): { value: number; falling: number } {
  const [p, q] = [left.exponent, right.exponent];
  const scale = (2 * Math.PI ** 2.5 * left.weight * right.weight) / (p * q * Math.sqrt(p + q));
  const t = ((p * q) / (p + q)) * squaredDistance(left.centre, right.centre);
  const [F0, F1] = boys(t);
  return { value: scale * F0, falling: scale * F1 };
}

/**
 * Boys' functions F₀(t) = ∫₀¹ e^(−t u²) du = ½ √(π/t) erf √t and F₁ = −F₀′ = ∫₀¹ u² e^(−t u²) du:
 * 1 and 1/3 at t = 0.
 */
export function boys(t: number): readonly [number, number] {
  if (t > 0.1) {
    const F0 = 0.5 * Math.sqrt(Math.PI / t) * erf(Math.sqrt(t));
    return [F0, (F0 - Math.exp(-t)) / (2 * t)];
  }
  let [F0, F1, power] = [0, 0, 1];
  for (let k = 0; k < 12; k++) {
    F0 += power / (2 * k + 1);
    F1 += power / (2 * k + 3);
    power *= -t / (k + 1);
  }
  return [F0, F1];
}

export function positionOf(
  { positions }: Nuclei,
  nucleus: number,
): readonly [number, number, number] {
  return [positions[3 * nucleus]!, positions[3 * nucleus + 1]!, positions[3 * nucleus + 2]!];
}

function squaredDistance(
  a: readonly [number, number, number],
  b: readonly [number, number, number],
): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
