import { expect } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { hartreeFromKelvin } from "../../src/dynamics/temperature.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import type { Potential } from "../../src/potentials/potential.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { atomicTimeFromFs } from "../../src/units/convert.js";

/**
 * Eight cells of a crystal at a temperature, without a thermostat: half the time step must leave a
 * quarter of the swing of the total energy. A force that is not −∂E/∂x leaves more than that.
 */
export function expectEnergyKept(
  potential: Potential,
  cell: System,
  { kelvin, timeStepFs, steps }: { kelvin: number; timeStepFs: number; steps: number },
): void {
  const system = supercell(cell, [2, 2, 2]);
  const kT = hartreeFromKelvin(kelvin);
  const velocities = thermalVelocities(system, { kT, random: seededRandom(1) });
  const swing = (parts: number): number => {
    const timeStep = atomicTimeFromFs(timeStepFs / parts);
    const motion = { system, potential, velocities, timeStep, steps: parts * steps, every: parts };
    const energies = Array.from(simulate(motion), (sample) => sample.totalEnergy);
    const mean = energies.reduce((sum, energy) => sum + energy, 0) / energies.length;
    return Math.sqrt(energies.reduce((sum, energy) => sum + (energy - mean) ** 2, 0));
  };
  const ratio = swing(1) / swing(2);
  expect(ratio).toBeGreaterThan(3.6);
  expect(ratio).toBeLessThan(4.4);
}
