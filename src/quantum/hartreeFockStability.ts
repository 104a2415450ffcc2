import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { type GaussianMolecule, gaussianIntegrals } from "./gaussianIntegrals.js";
import { transformedRepulsion } from "./gaussianMatrices.js";
import { restrictedHartreeFock } from "./hartreeFock.js";

/**
 * What it costs, to second order, to let the orbitals of the two spins differ: the lowest
 * eigenvalue of
 *
 *   (ε_a − ε_i) δ_ij δ_ab − (ij|ab) − (ib|ja)
 *
 * with i, j occupied and a, b empty, in hartree. Positive: restricted Hartree-Fock is a minimum
 * even then. Negative: an unrestricted solution lies below. For H₂ it crosses 0 at the
 * Coulson-Fischer point, 2.1797 bohr in STO-3G and 2.2427 in 6-311G.
 *
 * Source: R. Seeger and J. A. Pople, J. Chem. Phys. 66, 3045 (1977).
 *
 * @throws RangeError when the basis leaves no orbital empty, and as `restrictedHartreeFock`
 */
export function unrestrictedStability(
  molecule: GaussianMolecule,
  { electrons }: { readonly electrons: number },
): number {
  const { orbitals, orbitalEnergies } = restrictedHartreeFock(molecule, { electrons });
  const { size, repulsion } = gaussianIntegrals(molecule);
  const occupied = electrons / 2;
  const empty = size - occupied;
  if (empty === 0)
    throw new RangeError(
      `unrestrictedStability: the basis must have more than ${occupied} functions, got ${size}`,
    );
  const v = transformedRepulsion(repulsion, orbitals[0], size);
  const integral = (p: number, q: number, r: number, s: number): number =>
    v[((p * size + q) * size + r) * size + s]!;
  const n = occupied * empty;
  const matrix = Float64Array.from({ length: n * n }, (_, k) => {
    const [row, column] = [Math.floor(k / n), k % n];
    const [i, a] = [Math.floor(row / empty), occupied + (row % empty)];
    const [j, b] = [Math.floor(column / empty), occupied + (column % empty)];
    const gap = row === column ? orbitalEnergies[0][a]! - orbitalEnergies[0][i]! : 0;
    return gap - integral(i, j, a, b) - integral(i, b, j, a);
  });
  return symmetricEigenpairs(matrix, n, 1).values[0]!;
}
