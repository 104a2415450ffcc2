import { expect, test } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { hartreeFromKelvin } from "../../src/dynamics/temperature.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { reaxff } from "../../src/potentials/reaxff.js";
import { atomicTimeFromFs } from "../../src/units/convert.js";
import { forceField, KCAL, reaxReference, systemOf } from "../support/reaxReference.js";

test("hexane at 300 K keeps its energy for 2 ps", () => {
  const system = systemOf(reaxReference("hexane"));
  const run = simulate({
    system,
    potential: reaxff(forceField),
    velocities: thermalVelocities(system, {
      kT: hartreeFromKelvin(300),
      random: seededRandom(3),
    }),
    timeStep: atomicTimeFromFs(0.25),
    steps: 8000,
    every: 40,
  });
  const energies = Array.from(run, ({ totalEnergy }) => totalEnergy * KCAL);
  expect(Math.max(...energies) - Math.min(...energies)).toBeLessThan(0.1); // of 17 in motion
  const mean = (part: number[]): number => part.reduce((sum, e) => sum + e, 0) / part.length;
  expect(Math.abs(mean(energies.slice(0, 100)) - mean(energies.slice(-100)))).toBeLessThan(0.01);
});
