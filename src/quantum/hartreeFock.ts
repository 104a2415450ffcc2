import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import {
  basisFunctions,
  type GaussianIntegrals,
  type GaussianMolecule,
  gaussianIntegrals,
} from "./gaussianIntegrals.js";
import { matrixProduct, orthogonaliser } from "./gaussianMatrices.js";
import { diis } from "./hartreeFockDiis.js";

/** Index letter: n basis functions. */
export interface HartreeFock {
  /** Total energy, the sum of the four terms, hartree. */
  readonly energy: number;
  /** Expectation values of the terms of the Hamiltonian, hartree. */
  readonly terms: {
    readonly kinetic: number;
    readonly electronIon: number;
    readonly electronElectron: number;
    readonly ionIon: number;
  };
  /** For each spin: orbital energies, ascending, hartree, shape [n]. Restricted: both alike. */
  readonly orbitalEnergies: readonly [Float64Array, Float64Array];
  /** For each spin: coefficients of the orbitals in the basis, one after the other, shape [n·n]. */
  readonly orbitals: readonly [Float64Array, Float64Array];
  /** For each spin: P = Σ over occupied orbitals of C Cᵀ, shape [n·n]. */
  readonly densities: readonly [Float64Array, Float64Array];
}

/**
 * Restricted Hartree-Fock (RHF): pairs of electrons share orbitals, and each electron sees the
 * average of all others. Roothaan's equations F C = S C ε are solved again and again until the
 * orbitals no longer change. Variational: the energy of one determinant of such orbitals, an upper
 * bound to the exact one. It is stationary, and in general the lowest of its kind.
 *
 * Source: C. C. J. Roothaan, Rev. Mod. Phys. 23, 69 (1951).
 *
 * @throws RangeError for an odd number of electrons, or more of them than the basis has room for
 * @throws Error when 500 rounds are not enough
 */
export function restrictedHartreeFock(
  molecule: GaussianMolecule,
  { electrons }: { readonly electrons: number },
): HartreeFock {
  if (!(Number.isInteger(electrons) && electrons > 0 && electrons % 2 === 0))
    throw new RangeError(
      `restrictedHartreeFock: electrons must be a positive even number, got ${electrons}`,
    );
  const half = electrons / 2;
  return selfConsistent("restrictedHartreeFock", molecule, [half, half], 0);
}

/**
 * Unrestricted Hartree-Fock (UHF): an electron with spin up and one with spin down need not share
 * an orbital. Its minimum is never above that of RHF, and equal to it near the bond length; beyond
 * the Coulson-Fischer point it breaks the symmetry and finds lower energies. It starts with
 * orbitals that already do.
 *
 * Source: J. A. Pople and R. K. Nesbet, J. Chem. Phys. 22, 571 (1954); C. A. Coulson and I.
 * Fischer, Philos. Mag. 40, 386 (1949).
 *
 * @throws RangeError for numbers of electrons that are not whole, not positive together, or more
 *         than the basis has room for
 * @throws Error when 500 rounds are not enough
 */
export function unrestrictedHartreeFock(
  molecule: GaussianMolecule,
  { up, down }: { readonly up: number; readonly down: number },
): HartreeFock {
  for (const [name, count] of Object.entries({ up, down }))
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(
        `unrestrictedHartreeFock: ${name} must be a whole number from 0, got ${count}`,
      );
  if (up + down === 0)
    throw new RangeError("unrestrictedHartreeFock: up + down must be at least 1, got 0");
  return selfConsistent("unrestrictedHartreeFock", molecule, [up, down], 0.3);
}

/**
 * At the start, electrons with spin up are drawn to the nuclei 0, 2, … by `bias`, the others to 1,
 * 3, …
 */
function selfConsistent(
  where: string,
  molecule: GaussianMolecule,
  occupied: readonly [number, number],
  bias: number,
): HartreeFock {
  const integrals = gaussianIntegrals(molecule);
  const { size, overlap, kinetic, attraction } = integrals;
  if (Math.max(...occupied) > size)
    throw new RangeError(
      `${where}: electrons of one spin must be at most ${size}, the functions of the basis, ` +
        `got ${Math.max(...occupied)}`,
    );
  const half = orthogonaliser(overlap, size);
  const core = kinetic.map((t, ab) => t + attraction[ab]!);
  const nuclei = basisFunctions(molecule).map(({ nucleus }) => nucleus);
  const side = (ab: number): number =>
    ((-1) ** nuclei[Math.floor(ab / size)]! + (-1) ** nuclei[ab % size]!) / 2;
  let densities = [-bias, bias].map((shift, spin) => {
    const start = core.map((h, ab) => h + shift * side(ab) * overlap[ab]!);
    return densityOf(diagonalise(start, half, size).orbitals, occupied[spin]!, size);
  });
  const extrapolate = diis();
  for (let round = 0; round < 500; round++) {
    const focks = densities.map((own) => fock(integrals, core, densities, own));
    const errors = focks.map((F, spin) => commutator(F, densities[spin]!, overlap, half, size));
    if (joined(errors).every((entry) => Math.abs(entry) <= 1e-10)) {
      const [a, b] = focks.map((F) => diagonalise(F, half, size));
      return {
        ...energiesOf(integrals, densities),
        orbitalEnergies: [a!.energies, b!.energies],
        orbitals: [a!.orbitals, b!.orbitals],
        densities: [densities[0]!, densities[1]!],
      };
    }
    const next = extrapolate(joined(focks), joined(errors));
    densities = focks.map((_, spin) => {
      const F = next.subarray(spin * size ** 2, (spin + 1) * size ** 2);
      return densityOf(diagonalise(F, half, size).orbitals, occupied[spin]!, size);
    });
  }
  throw new Error(`${where}: the orbitals must settle in 500 rounds, but did not`);
}

/**
 * F P S − S P F between orthonormal functions: 0 when the occupied orbitals are eigenvectors of F.
 */
function commutator(
  F: Float64Array,
  P: Float64Array,
  S: Float64Array,
  half: Float64Array,
  size: number,
): Float64Array {
  const FPS = matrixProduct(F, matrixProduct(P, S, size), size);
  const inner = matrixProduct(half, matrixProduct(FPS, half, size), size);
  return inner.map((entry, ab) => entry - inner[(ab % size) * size + Math.floor(ab / size)]!);
}

function joined(arrays: readonly Float64Array[]): Float64Array {
  return Float64Array.from(arrays.flatMap((array) => [...array]));
}

/** F = h + J(P↑ + P↓) − K(P own) */
function fock(
  { size, repulsion }: GaussianIntegrals,
  core: Float64Array,
  densities: readonly Float64Array[],
  own: Float64Array,
): Float64Array {
  const total = densities[0]!.map((P, ab) => P + densities[1]![ab]!);
  return core.map((h, ab) => {
    const [a, b] = [Math.floor(ab / size), ab % size];
    let sum = h;
    for (let c = 0; c < size; c++)
      for (let d = 0; d < size; d++) {
        sum += total[c * size + d]! * repulsion[ab * size ** 2 + c * size + d]!;
        sum -= own[c * size + d]! * repulsion[(a * size + c) * size ** 2 + d * size + b]!;
      }
    return sum;
  });
}

function energiesOf(
  integrals: GaussianIntegrals,
  densities: readonly Float64Array[],
): Pick<HartreeFock, "energy" | "terms"> {
  const { kinetic, attraction, ionIon } = integrals;
  const none = new Float64Array(kinetic.length);
  const terms = { kinetic: 0, electronIon: 0, electronElectron: 0, ionIon };
  for (const density of densities) {
    const field = fock(integrals, none, densities, density);
    for (const [ab, P] of density.entries()) {
      terms.kinetic += P * kinetic[ab]!;
      terms.electronIon += P * attraction[ab]!;
      terms.electronElectron += (P * field[ab]!) / 2; // every pair is met from both sides
    }
  }
  const { kinetic: T, electronIon, electronElectron } = terms;
  return { terms, energy: T + electronIon + electronElectron + ionIon };
}

/** Roothaan's equations in the orthogonal basis S^(−1/2). */
function diagonalise(
  matrix: Float64Array,
  half: Float64Array,
  size: number,
): { energies: Float64Array; orbitals: Float64Array } {
  const inner = matrixProduct(half, matrixProduct(matrix, half, size), size);
  for (
    let a = 0;
    a < size;
    a++ // rounding apart it is symmetric
  )
    for (let b = 0; b < a; b++) inner[a * size + b] = inner[b * size + a]!;
  const { values, vectors } = symmetricEigenpairs(inner, size);
  const rows = new Float64Array(size * size);
  for (const [i, vector] of vectors.entries()) rows.set(vector, i * size);
  return { energies: values, orbitals: matrixProduct(rows, half, size) };
}

function densityOf(orbitals: Float64Array, occupied: number, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, ab) => {
    let sum = 0;
    for (let i = 0; i < occupied; i++)
      sum += orbitals[i * size + Math.floor(ab / size)]! * orbitals[i * size + (ab % size)]!;
    return sum;
  });
}
