import type { Potential } from "../potentials/potential.js";
import type { System } from "../structures/system.js";
import { fsFromAtomicTime } from "../units/convert.js";
import { kineticEnergy } from "./kineticEnergy.js";
import { degreesOfFreedom, kelvinFromHartree } from "./temperature.js";

export interface CalmAtoms {
  /** Refuses velocities with which an atom would go too far in one step. */
  require(velocities: Float64Array, step: number): void;
  /** Does it; if it throws a RangeError, says at which step and temperature. */
  explain<T>(velocities: Float64Array, step: number, work: () => T): T;
}

/**
 * Notices that a run explodes: an atom that goes a tenth of the cutoff in one step (or, where there is no
 * cutoff, of the size of the whole) has not seen the forces on its way. In a sound run it goes about a
 * hundredth. Index letter: d coordinates.
 */
export function calmAtoms(
  run: { readonly system: System; readonly potential: Potential; readonly timeStep: number },
  masses: Float64Array,
): CalmAtoms {
  const { system, potential, timeStep } = run;
  const { cutoff } = potential;
  const limit = (Number.isFinite(cutoff) ? cutoff : extent(system.positions)) / 10;
  const fastest2 = (limit / timeStep) ** 2;
  let usual: number | undefined; // temperature at the start, kelvin

  const temperature = (velocities: Float64Array): number =>
    kelvinFromHartree(
      (2 * kineticEnergy(velocities, masses)) / degreesOfFreedom(masses.length / 3, false),
    );

  return {
    require(velocities, step) {
      usual ??= temperature(velocities);
      for (let i = 0; i < velocities.length; i += 3) {
        const x = velocities[i]!;
        const y = velocities[i + 1]!;
        const z = velocities[i + 2]!;
        const square = x * x + y * y + z * z;
        if (square <= fastest2) continue; // NaN goes on
        throw new RangeError(
          `simulate: no atom may go ${short(limit)} bohr or more in a step, got ` +
            `${short(Math.sqrt(square) * timeStep)} bohr for atom ${i / 3} at step ${step}, ` +
            `temperature ${short(temperature(velocities))} K, at first ${short(usual)} K. ` +
            likelyCause(step, timeStep),
        );
      }
    },
    explain(velocities, step, work) {
      try {
        return work();
      } catch (error) {
        if (step === 0 || !(error instanceof RangeError)) throw error;
        const state = `at step ${step}, temperature ${short(temperature(velocities))} K`;
        throw new RangeError(`simulate: ${state}: ${error.message}`, { cause: error });
      }
    },
  };
}

function likelyCause(step: number, timeStep: number): string {
  const fs = short(fsFromAtomicTime(timeStep));
  const tooLong = `the time step of ${short(timeStep)} atomic units (${fs} fs) is too long`;
  return step <= 10
    ? `Likely atoms stand too close at the start (minimise first), or ${tooLong}.`
    : `Likely ${tooLong}.`;
}

const short = (value: number): string => Number(value.toPrecision(3)).toString();

/** The longest side of a box around all atoms, bohr; of a single atom, infinite. */
function extent(positions: Float64Array): number {
  const sides = [0, 1, 2].map((d) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = d; i < positions.length; i += 3) {
      low = Math.min(low, positions[i]!);
      high = Math.max(high, positions[i]!);
    }
    return high - low;
  });
  return Math.max(...sides) || Number.POSITIVE_INFINITY;
}
