import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { type GaussianMolecule, gaussianIntegrals } from "./gaussianIntegrals.js";
import { matrixProduct, orthogonaliser, transformedRepulsion } from "./gaussianMatrices.js";

/** Total energies of two electrons, all that the basis has, ascending, hartree. */
export interface TwoElectronStates {
  /** Symmetric in space, shape [n (n + 1) / 2] for n basis functions. */
  readonly singlets: Float64Array;
  /** Antisymmetric in space, so that the electrons avoid each other, shape [n (n − 1) / 2]. */
  readonly triplets: Float64Array;
}

/**
 * Full configuration interaction for two electrons: exact within the basis, with every way of
 * putting them into its functions. Between products of orthonormal functions
 *
 *   ⟨pq|H|rs⟩ = h_pr δ_qs + δ_pr h_qs + (pr|qs),
 *
 * and pq ± qp are diagonalised apart. Variational: the lowest singlet is never above Hartree-Fock
 * and never below the exact energy.
 *
 * @throws RangeError as `gaussianIntegrals`
 */
export function twoElectronStates(molecule: GaussianMolecule): TwoElectronStates {
  const { size, overlap, kinetic, attraction, repulsion, ionIon } = gaussianIntegrals(molecule);
  const half = orthogonaliser(overlap, size);
  const core = kinetic.map((t, ab) => t + attraction[ab]!);
  const h = matrixProduct(half, matrixProduct(core, half, size), size);
  const v = transformedRepulsion(repulsion, half, size);
  const element = ([p, q]: Pair, [r, s]: Pair): number =>
    (q === s ? h[p * size + r]! : 0) +
    (p === r ? h[q * size + s]! : 0) +
    v[(p * size + r) * size ** 2 + q * size + s]!;
  const levels = (sign: 1 | -1): Float64Array => {
    const pairs: Pair[] = [];
    for (let p = 0; p < size; p++)
      for (let q = sign === 1 ? p : p + 1; q < size; q++) pairs.push([p, q]);
    if (pairs.length === 0) return new Float64Array(0);
    const scale = ([p, q]: Pair): number => (p === q ? Math.SQRT1_2 : 1);
    const matrix = Float64Array.from({ length: pairs.length ** 2 }, (_, k) => {
      const left = pairs[Math.floor(k / pairs.length)]!;
      const right = pairs[k % pairs.length]!;
      const swapped: Pair = [right[1], right[0]];
      return scale(left) * scale(right) * (element(left, right) + sign * element(left, swapped));
    });
    return symmetricEigenpairs(matrix, pairs.length).values.map((energy) => energy + ionIon);
  };
  return { singlets: levels(1), triplets: levels(-1) };
}

type Pair = readonly [number, number];
