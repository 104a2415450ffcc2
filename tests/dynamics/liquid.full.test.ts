import { describe, expect, test } from "vitest";
import { blockedMean } from "../../src/dynamics/blockedMean.js";
import { csvr } from "../../src/dynamics/csvr.js";
import { langevin } from "../../src/dynamics/langevin.js";
import { pressure } from "../../src/dynamics/pressure.js";
import { simulate } from "../../src/dynamics/simulate.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import type { Thermostat } from "../../src/dynamics/thermostat.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { tailCorrections } from "../../src/potentials/tailCorrections.js";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";

const term = lennardJones({ epsilon: 1, sigma: 1 });

/** Energy and pressure per atom of 864 atoms in reduced units, from 40,000 steps. */
function liquid(state: { density: number; kT: number; cutoff: number; thermostat: Thermostat }) {
  const { density, kT, cutoff, thermostat } = state;
  const latticeConstant = Math.cbrt(4 / density);
  const lattice = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant }), [6, 6, 6]);
  const system = { ...lattice, masses: new Float64Array(864).fill(1) };
  const potential = pairPotential(term, { cutoff });
  const velocities = thermalVelocities(system, { kT: 2 * kT, random: seededRandom(1) });
  const energies: number[] = [];
  const pressures: number[] = [];
  const temperatures: number[] = [];
  const run = { system, potential, velocities, thermostat, timeStep: 0.004, every: 10 };
  for (const sample of simulate({ ...run, steps: 44_000 })) {
    if (sample.step < 4000) continue;
    energies.push(sample.energy / 864);
    pressures.push(pressure(sample));
    temperatures.push(sample.kT);
  }
  return {
    energy: blockedMean(energies),
    pressure: blockedMean(pressures),
    kT: blockedMean(temperatures),
  };
}
const show = (name: string, found: ReturnType<typeof liquid>): void =>
  console.log(
    name,
    ...Object.entries(found).map(([k, v]) => `${k} ${v.mean.toFixed(4)} ± ${v.error.toFixed(4)}`),
  );

describe("Lennard-Jones liquid, density 0.8442, temperature 0.7212, cut at 2.5", () => {
  const state = { density: 0.8442, kT: 0.7212, cutoff: 2.5 };
  const found = liquid({
    ...state,
    thermostat: csvr({ kT: 0.7212, relaxationTime: 0.2, seed: 1 }),
  });
  show("csvr", found);
  test("energy −5.642 and pressure 0.887, no tail correction", () => {
    expect(Math.abs(found.energy.mean + 5.642)).toBeLessThan(4 * found.energy.error + 0.002);
    expect(Math.abs(found.pressure.mean - 0.887)).toBeLessThan(4 * found.pressure.error + 0.01);
    expect(found.pressure.error).toBeLessThan(0.02);
  });
  test("with tails −6.09 and 0.12", () => {
    const tail = tailCorrections(term, { cutoff: 2.5, density: 0.8442 });
    expect(Math.abs(found.energy.mean + tail.energyPerAtom + 6.09)).toBeLessThan(0.02);
    expect(Math.abs(found.pressure.mean + tail.pressure - 0.12)).toBeLessThan(0.06);
  });
  test("langevin finds the same: both sample one distribution", () => {
    const other = liquid({ ...state, thermostat: langevin({ kT: 0.7212, friction: 1, seed: 2 }) });
    show("langevin", other);
    const apart = Math.abs(other.energy.mean - found.energy.mean);
    expect(apart).toBeLessThan(4 * Math.hypot(other.energy.error, found.energy.error));
  }, 3_600_000);
});

test("NIST: the liquid in coexistence at temperature 0.70, density 0.84341, has energy −6.1002", () => {
  const found = liquid({
    density: 0.84341,
    kT: 0.7,
    cutoff: 3.8,
    thermostat: csvr({ kT: 0.7, relaxationTime: 0.2, seed: 3 }),
  });
  show("coexistence", found);
  const tail = tailCorrections(term, { cutoff: 3.8, density: 0.84341 });
  const energy = found.energy.mean + tail.energyPerAtom;
  expect(Math.abs(energy + 6.1002)).toBeLessThan(4 * found.energy.error + 0.004);
  // The vapour that it stands against hardly presses.
  expect(Math.abs(found.pressure.mean + tail.pressure)).toBeLessThan(
    4 * found.pressure.error + 0.01,
  );
}, 3_600_000);
