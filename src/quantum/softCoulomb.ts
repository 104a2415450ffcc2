import { type Grid, gridBetween } from "../numerics/grid.js";
import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import {
  nuclearRepulsion,
  oneElectronMatrix,
  requireGrid,
  requireModel,
  type SoftCoulomb,
} from "./softCoulombModel.js";
import { solvePairs } from "./softCoulombPairs.js";

/** Index letters: s states, g grid points. */
export interface SoftCoulombStates {
  /** Total energies with the repulsion of the nuclei, ascending, hartree, shape [s]. */
  readonly energies: Float64Array;
  /** Of each state, shape [s]. */
  readonly spins: readonly ("doublet" | "singlet" | "triplet")[];
  /** The grid, bohr, shape [g]. */
  readonly points: Float64Array;
  /**
   * ψ of each state, real, with ∫ ψ² = 1: shape [g] for one electron, [g·g] for two, ψ(x₁, x₂) at
   * [g·i + j] for x₁ = points[i], x₂ = points[j].
   */
  readonly waveFunctions: readonly Float64Array[];
  /** Electrons per bohr in each state, shape [g]; its integral is the number of electrons. */
  readonly densities: readonly Float64Array[];
}

/** Largest |ψ| at an end of the grid, over its maximum; energies are then off by about 10⁻⁷. */
const EDGE = 1e-4;

/**
 * Total energies of one or two electrons on a line that meet nuclei, and each other, by a Coulomb
 * law without its pole,
 *
 *   H = Σ −½ d²/dx² − Σ Z_α / √((x − R_α)² + a²) + 1/√((x₁ − x₂)² + a²) + nuclear repulsion
 *
 * a model with nearly everything of a real molecule (ionisation, bonds, correlation) and two
 * coordinates instead of six. Hydrogen has −0.66977714, then −0.27489135; H₂⁺ binds at R = 2.18092.
 *
 * Returns the lowest `states`, ascending, shape [s]. For two electrons these are the singlets and
 * triplets together, each triplet once, unless `spin` asks for one kind. How: `softCoulombStates`.
 *
 * @throws RangeError as `softCoulombStates`
 */
export function softCoulombLevels(model: SoftCoulomb): Float64Array {
  return softCoulombStates(model).energies;
}

/**
 * The same with wave functions and densities. On a grid between sinc functions; two electrons fill
 * the grid in a square, of which the pairs with x₁ ≤ x₂ suffice. Levels are good to 10⁻⁶ hartree
 * for charges to 5 (one electron) and 3 (two), on the default grid, of spacing a/4 and 0.35 a.
 *
 * Source: R. Loudon, Am. J. Phys. 27, 649 (1959), for the line; J. Javanainen, J. H. Eberly and
 * Q. Su, Phys. Rev. A 38, 3430 (1988), for a = 1.
 *
 * @throws RangeError for a charge or softening that is not positive, nuclei at one point, more
 *         states than the grid has points (pairs of points), a grid coarser than a/2, and a state
 *         that reaches an end of the grid (too short, or the state is not bound)
 */
export function softCoulombStates(model: SoftCoulomb): SoftCoulombStates {
  requireModel(model);
  if (model.grid) {
    const { from, to, points } = model.grid;
    return quiet(model, solve(model, gridBetween(from, to, points)));
  }
  const { softening = 1, electrons } = model;
  const positions = model.nuclei.map(({ position }) => position);
  const [left, right] = [Math.min(...positions), Math.max(...positions)];
  const spacing = (electrons === 1 ? 0.25 : 0.35) * softening;
  const most = electrons === 1 ? 1000 : 200;
  let margin = 8 + 2 * softening;
  for (;;) {
    const across = Math.ceil((right - left + 2 * margin) / spacing);
    const wanted = electrons === 1 ? Math.max(across, 2 * model.states) : across;
    const points = Math.max(8, Math.min(most, wanted));
    const middle = (left + right) / 2;
    const half = ((points + 1) * spacing) / 2;
    const found = solve(model, gridBetween(middle - half, middle + half, points));
    if (wanted >= most) return quiet(model, found);
    if (loudest(found) < 0) return found;
    // Far out the highest state falls as e^(−κx), with κ²/2 = what it takes to remove an electron.
    const removal = found.ion - found.energies.at(-1)!;
    margin = removal > 0 ? Math.max(1.3 * margin, 14 / Math.sqrt(2 * removal)) : 1.6 * margin;
  }
}

interface Solution extends SoftCoulombStates {
  /** Energy with one electron less, hartree. */
  readonly ion: number;
}

function solve(model: SoftCoulomb, grid: Grid): Solution {
  const { electrons, states, softening = 1 } = model;
  const { points, spacing } = grid;
  const n = points.length;
  requireGrid(model, grid);
  const repulsion = nuclearRepulsion(model);
  const count = electrons === 1 ? states : n;
  const { values, vectors } = symmetricEigenpairs(oneElectronMatrix(model, grid), n, count);
  if (electrons === 1) {
    const waveFunctions = vectors.map((vector) => vector.map((x) => x / Math.sqrt(spacing)));
    return {
      ion: repulsion,
      energies: values.map((energy) => energy + repulsion),
      spins: vectors.map(() => "doublet"),
      points,
      waveFunctions,
      densities: waveFunctions.map((psi) => psi.map((x) => x * x)),
    };
  }
  const between = Float64Array.from({ length: n * n }, (_, k) => {
    const apart = (Math.floor(k / n) - (k % n)) * spacing;
    return 1 / Math.hypot(apart, softening);
  });
  const pairs = { levels: values, orbitals: vectors, repulsion: between, states };
  const kinds = model.spin ? [model.spin] : (["singlet", "triplet"] as const);
  const found = kinds
    .flatMap((spin) => solvePairs({ ...pairs, spin }))
    .sort((a, b) => a.energy - b.energy)
    .slice(0, states);
  return {
    ion: values[0]! + repulsion,
    energies: Float64Array.from(found, ({ energy }) => energy + repulsion),
    spins: found.map(({ spin }) => spin),
    points,
    waveFunctions: found.map(({ amplitudes }) => amplitudes.map((x) => x / spacing)),
    densities: found.map(({ amplitudes }) =>
      Float64Array.from({ length: n }, (_, i) => {
        const row = amplitudes.subarray(i * n, (i + 1) * n);
        return (2 / spacing) * row.reduce((sum, x) => sum + x * x, 0);
      }),
    ),
  };
}

/** The first state that reaches an end of the grid, −1 for none. */
function loudest({ densities }: SoftCoulombStates): number {
  return densities.findIndex((density) => {
    const largest = density.reduce((a, b) => Math.max(a, b), 0);
    return Math.max(density[0]!, density.at(-1)!) > EDGE ** 2 * largest;
  });
}

function quiet(model: SoftCoulomb, found: SoftCoulombStates): SoftCoulombStates {
  const state = loudest(found);
  if (state < 0) return found;
  const [from, to] = [found.points[0]!, found.points.at(-1)!].map((x) => x.toFixed(2));
  throw new RangeError(
    `softCoulomb: state ${state} must have died away at the ends of the grid, ${from} and ${to} ` +
      `bohr, but reaches one: the grid is too short, or fewer than ${model.states} states are bound`,
  );
}
