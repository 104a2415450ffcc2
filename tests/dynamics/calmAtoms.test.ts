import { describe, expect, test } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { Potential } from "../../src/potentials/potential.js";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";

const argon = lennardJones({ epsilon: 3.8e-4, sigma: 6.43 });
const potential = pairPotential(argon, { cutoff: 16, truncation: "shift" });
const system = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10.2 }), [3, 3, 3]);
const velocities = thermalVelocities(system, { kT: 3e-4, random: seededRandom(1) });
const run = (timeStep: number, steps: number, change: object = {}): unknown => [
  ...simulate({ system, potential, velocities, timeStep, steps, every: steps, ...change }),
];

describe("a run that explodes stops with step, temperature and likely cause", () => {
  test("a time step that is too long", () => {
    expect(() => run(4000, 1000)).toThrow(
      /^simulate: no atom may go 1\.6 bohr or more in a step, got [\d.]+ bohr for atom \d+ at step \d\d+, temperature [\d.e+]+ K, at first \d\d(\.\d)? K\. Likely the time step of 4000 atomic units \(96\.8 fs\) is too long\.$/,
    );
  });
  test("atoms that stand too close at the start", () => {
    const close: System = { ...system, positions: system.positions.slice() };
    close.positions[0] = close.positions[3]! + 0.5;
    close.positions[1] = close.positions[4]!;
    close.positions[2] = close.positions[5]!;
    expect(() => run(200, 100, { system: close })).toThrow(
      /at step 1, .*Likely atoms stand too close at the start \(minimise first\), or the time step of 200 atomic units \(4\.84 fs\) is too long\.$/,
    );
  });
  test("in open space, with no cutoff, it goes by the size of the whole", () => {
    const { cell, ...cluster } = system;
    const all = pairPotential(argon, { cutoff: Number.POSITIVE_INFINITY });
    expect(() => run(3e4, 1000, { system: cluster, potential: all })).toThrow(
      /^simulate: no atom may go 2\.55 bohr or more in a step/,
    );
  });
  test("a force that is not a number", () => {
    const broken: Potential = { ...potential, forcesInto: (out) => void out.fill(Number.NaN) };
    expect(() => run(200, 100, { potential: broken })).toThrow(
      /^simulate: no atom may go 1\.6 bohr or more in a step, got NaN bohr for atom 0 at step 2, temperature NaN K/,
    );
  });
});
test("in a sound run of a hot liquid an atom goes about a hundredth of the cutoff", () => {
  let farthest = 0;
  const hot = thermalVelocities(system, { kT: 6e-4, random: seededRandom(2) });
  for (const { velocities: v } of simulate({
    system,
    potential,
    velocities: hot,
    timeStep: 400,
    steps: 500,
  }))
    for (let i = 0; i < v.length; i += 3)
      farthest = Math.max(farthest, 400 * Math.hypot(v[i]!, v[i + 1]!, v[i + 2]!));
  expect(farthest / 16).toBeGreaterThan(0.005);
  expect(farthest / 16).toBeLessThan(0.02);
});
test("what the potential refuses comes with the step and the temperature", () => {
  let asked = 0;
  const picky: Potential = {
    ...potential,
    forcesInto: (...all) => {
      if (++asked === 3) throw new RangeError("picky: enough");
      potential.forcesInto!(...all);
    },
  };
  expect(() => run(200, 10, { potential: picky })).toThrow(
    /^simulate: at step 3, temperature \d\d\.\d K: picky: enough$/,
  );
});
test("at the start it comes as it is", () => {
  const twice = { ...system, positions: system.positions.map((x, i) => (i < 6 ? 0 : x)) };
  expect(() => run(200, 10, { system: twice })).toThrow(
    /^NeighbourList: atoms 0 and 1 must not be at one point/,
  );
});
