import type { Potential } from "../potentials/potential.js";
import { cellVolume } from "../structures/cell.js";
import type { Frame } from "../structures/frame.js";
import { SIX } from "./structureTarget.js";

/** Reference and prediction side by side, for `parityPlot`, and the two usual losses. */
export interface Comparison {
  readonly reference: Float64Array;
  readonly predicted: Float64Array;
  /** √(mean of (predicted − reference)²). */
  readonly rmse: number;
  /** Mean of |predicted − reference|. */
  readonly mae: number;
}

/** What frames without the quantity leave out; undefined when none has it. */
export interface PotentialErrors {
  /** Energy divided by the number of atoms, hartree; a number for each frame. */
  readonly energyPerAtom: Comparison | undefined;
  /** Components of forces, hartree/bohr. */
  readonly force: Comparison | undefined;
  /** xx yy zz yz xz xy of the stress −virial/volume, hartree/bohr³. */
  readonly stress: Comparison | undefined;
}

/**
 * What a potential makes of structures whose energies, forces and stresses are known.
 *
 * @throws what the potential refuses
 */
export function potentialErrors(potential: Potential, frames: readonly Frame[]): PotentialErrors {
  const energy = columns();
  const force = columns();
  const stress = columns();
  for (const { system, energy: E, forces, virial } of frames) {
    const found = potential.energyAndForces(system);
    const n = system.atomicNumbers.length;
    if (E !== undefined) energy.add(E / n, found.energy / n);
    if (forces) for (const [i, f] of forces.entries()) force.add(f, found.forces[i]!);
    if (virial && system.cell) {
      const per = -1 / (2 * cellVolume(system.cell));
      for (const [i, j] of SIX)
        stress.add(per * (virial[i]! + virial[j]!), per * (found.virial[i]! + found.virial[j]!));
    }
  }
  return { energyPerAtom: energy.compared(), force: force.compared(), stress: stress.compared() };
}

function columns(): {
  add(reference: number, predicted: number): void;
  compared(): Comparison | undefined;
} {
  const reference: number[] = [];
  const predicted: number[] = [];
  return {
    add(a, b) {
      reference.push(a);
      predicted.push(b);
    },
    compared() {
      const n = reference.length;
      if (n === 0) return undefined;
      let [squares, sizes] = [0, 0];
      for (let i = 0; i < n; i++) {
        const error = predicted[i]! - reference[i]!;
        squares += error * error;
        sizes += Math.abs(error);
      }
      return {
        reference: Float64Array.from(reference),
        predicted: Float64Array.from(predicted),
        rmse: Math.sqrt(squares / n),
        mae: sizes / n,
      };
    },
  };
}
