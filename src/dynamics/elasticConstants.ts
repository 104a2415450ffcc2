import type { Potential } from "../potentials/potential.js";
import { cellVolume } from "../structures/cell.js";
import { deformed } from "../structures/deformed.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { minimise } from "./minimise.js";

export interface ElasticOptions {
  /** How far the crystal is strained either way, a pure number. Default 2e-4. */
  readonly strain?: number;
  /** Whether the atoms may find new places in the strained cell. Default true. */
  readonly relax?: boolean;
  /** How well they find them, hartree/bohr. Default 1e-10. */
  readonly forceTolerance?: number;
}

/**
 * How stiff a crystal is: C_ij = ∂σ_i/∂ε_j, hartree/bohr³ (one is 29421 GPa), shape [6·6] by rows, in the order of
 * Voigt xx yy zz yz xz xy, with the shears 2 ε_yz and so on. The stress σ = −virial/V is taken at strains
 * of either sign, at rest and with the atoms relaxed; C_ij and C_ji are averaged, which differ by rounding.
 *
 * The crystal must be at rest, free of stress and forces: `minimise` with a free cell makes it so. (Under a
 * stress σ these are the coefficients between stress and strain, not second derivatives of the energy.)
 *
 * @throws RangeError for a system in open space, a strain that is not positive or above 0.1, and when the
 *         atoms do not come to rest
 */
export function elasticConstants(
  system: System,
  potential: Potential,
  { strain = 2e-4, relax = true, forceTolerance = 1e-10 }: ElasticOptions = {},
): Float64Array {
  requireSystem("elasticConstants", system);
  requirePositive("elasticConstants: strain", strain, "1");
  if (!system.cell || strain > 0.1)
    throw new RangeError(
      `elasticConstants: there must be a cell and a strain up to 0.1, got ` +
        `${system.cell ? "a cell" : "open space"} and ${strain}`,
    );
  const columns = VOIGT.map(([a, b]) => {
    const [plus, minus] = [strain, -strain].map((amount) => {
      const F = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
      F[3 * a + b]! += amount / 2;
      F[3 * b + a]! += amount / 2;
      return stressOf(deformed(system, F));
    });
    return plus!.map((stress, i) => (stress - minus![i]!) / (2 * strain));
  });
  return Float64Array.from(
    { length: 36 },
    (_, k) => (columns[k % 6]![Math.floor(k / 6)]! + columns[Math.floor(k / 6)]![k % 6]!) / 2,
  );

  function stressOf(strained: System): number[] {
    const found = relax
      ? minimise({ system: strained, potential, forceTolerance })
      : { converged: true, ...potential.energyAndForces(strained) };
    if (!found.converged)
      throw new RangeError(
        `elasticConstants: the strained atoms must come to rest, got a force of ` +
          `${Math.max(...found.forces.map(Math.abs))} hartree/bohr`,
      );
    const volume = cellVolume(strained.cell!);
    return VOIGT.map(([a, b]) => -found.virial[3 * a + b]! / volume);
  }
}

const VOIGT = [
  [0, 0],
  [1, 1],
  [2, 2],
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

export interface CubicConstants {
  readonly c11: number;
  readonly c12: number;
  readonly c44: number;
  /** (C11 + 2 C12)/3: what `birchMurnaghan` finds for the same crystal. */
  readonly bulkModulus: number;
}

/**
 * The three elastic constants of a cubic crystal whose axes are x, y and z, each the mean of those that
 * should be equal, in the unit of the matrix.
 *
 * @throws RangeError for a matrix that is not that of such a crystal, to a part of 10⁻⁴
 */
export function cubicConstants(matrix: Float64Array): CubicConstants {
  const at = (i: number, j: number): number => matrix[6 * i + j]!;
  const c11 = (at(0, 0) + at(1, 1) + at(2, 2)) / 3;
  const c12 = (at(0, 1) + at(0, 2) + at(1, 2)) / 3;
  const c44 = (at(3, 3) + at(4, 4) + at(5, 5)) / 3;
  for (let i = 0; i < 6; i++)
    for (let j = 0; j < 6; j++) {
      const cubic = i === j ? (i < 3 ? c11 : c44) : i < 3 && j < 3 ? c12 : 0;
      if (!(Math.abs(at(i, j) - cubic) <= 1e-4 * Math.abs(c11)))
        throw new RangeError(
          `cubicConstants: matrix must be that of a cubic crystal along x, y, z; ` +
            `entry ${i + 1}${j + 1} must be ${cubic}, got ${at(i, j)}`,
        );
    }
  return { c11, c12, c44, bulkModulus: (c11 + 2 * c12) / 3 };
}
