import { expect, test } from "vitest";
import { pressure } from "../../src/dynamics/pressure.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { cellVolume } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { deformed } from "../../src/structures/deformed.js";
import { supercell } from "../../src/structures/supercell.js";
import { quantity } from "../../src/units/quantity.js";
import { disordered } from "../support/disordered.js";

const potential = pairPotential(lennardJones({ epsilon: 3.8e-4, sigma: 6.43 }), {
  cutoff: 16,
  truncation: "shift",
});

test("of atoms at rest it is −dE/dV", () => {
  const system = disordered({ atoms: 30, edge: 32, seed: 1 });
  const energyAt = (s: number): number =>
    potential.energyAndForces(deformed(system, [s, 0, 0, 0, s, 0, 0, 0, s])).energy;
  const h = 1e-5;
  const dV = cellVolume(system.cell!) * ((1 + h) ** 3 - (1 - h) ** 3);
  const wanted = -(energyAt(1 + h) - energyAt(1 - h)) / dV;
  expect(pressure({ system, ...potential.energyAndForces(system) }) / wanted).toBeCloseTo(1, 6);
});
test("of atoms that do not feel each other it is n kT/V", () => {
  const cube = crystal("sc", { symbols: ["Ar"], latticeConstant: 20 });
  const system = supercell(cube, [10, 10, 10]);
  const kT = 0.001;
  const velocities = thermalVelocities(system, { kT, random: seededRandom(1) });
  const gas = pressure({ system, velocities, virial: new Float64Array(9) });
  expect(Math.abs(gas / ((999 * kT) / 20 ** 3 / 1000) - 1)).toBeLessThan(4 * Math.sqrt(2 / 2997));
});
test("positive: it wants to expand; one hartree/bohr³ is 29421 GPa", () => {
  const cubes = [9, 11].map((latticeConstant) =>
    crystal("fcc", { symbols: ["Ar"], latticeConstant }),
  );
  const [tight, wide] = cubes.map((system) =>
    pressure({ system, ...potential.energyAndForces(system) }),
  );
  expect([Math.sign(tight!), Math.sign(wide!)]).toEqual([1, -1]);
  expect(quantity(1, "hartree/bohr^3").in("GPa")).toBeCloseTo(29421.0157, 3);
});
test("refuses open space and a frame without a virial", () => {
  const { cell, ...open } = crystal("sc", { symbols: ["Ar"], latticeConstant: 8 });
  expect(() => pressure({ system: open, virial: new Float64Array(9) })).toThrow(
    new RangeError("pressure: the system must have a cell, got open space"),
  );
  expect(() => pressure({ system: { ...open, cell: cell! } })).toThrow(
    new RangeError("pressure: the frame must have a virial, got none"),
  );
});
