import type { EnergyAndForces, Potential } from "../potentials/potential.js";
import { NeighbourList } from "../structures/neighbourList.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { lbfgs } from "./lbfgs.js";
import { fixedCell, freeCell } from "./minimiserCoordinates.js";

/** Index letters: n atoms, c = 3 Cartesian axes. */
export interface Minimisation {
  /** Where the atoms start. */
  readonly system: System;
  readonly potential: Potential;
  /** Done when no component of a force is larger than this, hartree/bohr. Default 1e-6. */
  readonly forceTolerance?: number;
  /** Whether the cell is to find its size and shape, too. Default "fixed". */
  readonly cell?: "fixed" | "free";
  /** What presses on a free cell from outside, hartree/bohr³. Default 0. */
  readonly pressure?: number;
  /** No coordinate moves farther than this in a step, bohr. Default 0.3. */
  readonly longestStep?: number;
  /** Most evaluations of the potential. Default 5000. */
  readonly maxEvaluations?: number;
}

export interface Minimum {
  readonly system: System;
  /** Potential energy, hartree; without the p V of an outer pressure. */
  readonly energy: number;
  /** hartree/bohr, shape [n·c]. */
  readonly forces: Float64Array;
  /** hartree, shape [c·c]. */
  readonly virial: Float64Array;
  /** How often the potential was asked. */
  readonly evaluations: number;
  /** Whether the forces are as small as was asked for. */
  readonly converged: boolean;
}

/**
 * Moves atoms to the nearest minimum of their energy E; with a free cell, to that of E + p V, where the
 * virial is p V along each axis.
 *
 * The force on a free cell, its virial less p V over a length (see `freeCell`), falls below
 * `forceTolerance`, too.
 *
 * @throws RangeError for a system that `requireSystem` refuses, a free cell in open space, options that
 *         are not positive, and what the potential refuses
 */
export function minimise(minimisation: Minimisation): Minimum {
  const { system, potential, cell = "fixed", pressure = 0 } = minimisation;
  const { forceTolerance = 1e-6, longestStep = 0.3, maxEvaluations = 5000 } = minimisation;
  requireSystem("minimise", system);
  requirePositive("minimise: forceTolerance", forceTolerance, "hartree/bohr");
  requirePositive("minimise: longestStep", longestStep, "bohr");
  requirePositive("minimise: maxEvaluations", maxEvaluations, "evaluations");
  if (cell === "free" && !system.cell)
    throw new RangeError("minimise: a free cell needs a cell, got open space");
  if (cell === "fixed" && pressure !== 0 && Number.isFinite(pressure))
    throw new RangeError("minimise: a pressure needs a free cell, got a fixed one");
  if (!Number.isFinite(pressure))
    throw new RangeError(`minimise: pressure must be finite, got ${pressure} hartree/bohr³`);

  const frame = cell === "free" ? freeCell(system, pressure) : fixedCell(system);
  const { cutoff, neighbourKind: kind } = potential;
  const skin = Number.isFinite(cutoff) ? cutoff / 16 : 0;
  const list = kind && new NeighbourList({ cutoff, kind, skin: cell === "free" ? 0 : skin });
  const evaluate = (point: Float64Array): EnergyAndForces =>
    potential.energyAndForces(frame.systemAt(point), list);

  const { point, evaluations, converged } = lbfgs({
    start: frame.start,
    at: (at) => frame.slope(at, evaluate(at)),
    gradientTolerance: forceTolerance,
    longestStep,
    maxEvaluations,
  });
  const { energy, forces, virial } = evaluate(point);
  return {
    system: frame.systemAt(point),
    energy,
    forces,
    virial,
    evaluations: evaluations + 1,
    converged,
  };
}
