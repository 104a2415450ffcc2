import { describe, expect, test } from "vitest";
import { atomicMotion } from "../../src/dynamics/atomicMotion.js";
import { velocityVerlet } from "../../src/dynamics/velocityVerlet.js";
import { normal, seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { Potential } from "../../src/potentials/potential.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { standardMass } from "../../src/structures/elements.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const potential = pairPotential(lennardJones({ epsilon: 3.8e-4, sigma: 6.43 }), {
  cutoff: 16,
  truncation: "forceShift",
});
const solid = displaced(
  supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10.2 }), [4, 4, 4]),
  {
    deviation: 0.1,
    random: seededRandom(1),
  },
);
const draw = normal(seededRandom(2));
const velocities = Float64Array.from({ length: 768 }, () => 6e-5 * draw());
const start = { system: solid, velocities, potential, timeStep: 200 };

/** Σ m v along each axis. */
function momentum(system: System, v: Float64Array): number[] {
  return [0, 1, 2].map((d) =>
    v.reduce(
      (sum, x, i) =>
        sum + (i % 3 === d ? x * standardMass(system.atomicNumbers[Math.floor(i / 3)]!) : 0),
      0,
    ),
  );
}

describe("a solid of 256 atoms", () => {
  const waver = (timeStep: number, steps: number): number => {
    const { totalEnergies } = velocityVerlet(atomicMotion({ ...start, timeStep, steps }));
    return Math.max(...totalEnergies) - Math.min(...totalEnergies);
  };
  test("the total energy wavers by an amount that falls as Δt²", () => {
    expect(waver(400, 25) / waver(200, 50)).toBeGreaterThan(3.5);
    expect(waver(400, 25) / waver(200, 50)).toBeLessThan(4.5);
  });
  test("the momentum stays what it was", () => {
    const path = velocityVerlet(atomicMotion({ ...start, steps: 50, every: 50 }));
    const [before, after] = [0, 1].map((f) =>
      momentum(solid, path.velocities.slice(768 * f, 768 * (f + 1))),
    );
    const size = 256 * standardMass(18) * 6e-5;
    expectClose(
      after!.map((p) => p / size),
      before!.map((p) => p / size),
      1e-13,
    );
  });
  test("turned round, it returns to its start", () => {
    const there = velocityVerlet(atomicMotion({ ...start, steps: 50, every: 50 }));
    const turned = { ...solid, positions: there.positions.slice(768) };
    const back = velocityVerlet(
      atomicMotion({
        ...start,
        system: turned,
        velocities: there.velocities.slice(768).map((v) => -v),
        steps: 50,
        every: 50,
      }),
    );
    expectClose(back.positions.slice(768), solid.positions, 1e-11);
    expect(
      Math.max(...there.positions.slice(768).map((x, i) => Math.abs(x - solid.positions[i]!))),
    ).toBeGreaterThan(0.5);
  });
  test("steps that are not kept take the fast way to the same path", () => {
    const { forcesInto, ...slow } = potential;
    const [fast, all] = [potential, slow as Potential].map((each) =>
      velocityVerlet(atomicMotion({ ...start, potential: each, steps: 40, every: 20 })),
    );
    expectClose(fast!.positions, all!.positions, 1e-12);
    expectClose(fast!.totalEnergies, all!.totalEnergies, 1e-14);
  });
  test("the energy is asked for only at the steps that are kept", () => {
    let asked = 0;
    const counted: Potential = {
      ...potential,
      energyAndForces: (...all) => {
        asked++;
        return potential.energyAndForces(...all);
      },
    };
    velocityVerlet(atomicMotion({ ...start, potential: counted, steps: 30, every: 10 }));
    expect(asked).toBe(4);
  });
  test("one list for the whole run, that looks an eighth of the cutoff farther", () => {
    const lists = new Set<unknown>();
    const watched: Potential = {
      ...potential,
      energyAndForces: (system, list) => {
        lists.add(list);
        expect([list!.cutoff, list!.skin, list!.kind]).toEqual([16, 2, "half"]);
        return potential.energyAndForces(system, list);
      },
    };
    velocityVerlet(atomicMotion({ ...start, potential: watched, steps: 3 }));
    expect(lists.size).toBe(1);
  });
  test("the skin changes the cost, not the path", () => {
    const [one, other] = [0.3, 4].map((skin) =>
      velocityVerlet(atomicMotion({ ...start, skin, steps: 40, every: 40 })),
    );
    expectClose(one!.positions, other!.positions, 1e-12);
  });
});

test("positions are not put back into the cell", () => {
  const single = crystal("sc", { symbols: ["Ar"], latticeConstant: 8 });
  const path = velocityVerlet(
    atomicMotion({
      ...start,
      system: single,
      velocities: [1e-3, 0, 0],
      timeStep: 100,
      steps: 200,
      every: 200,
    }),
  );
  expect(path.positions[3]).toBeCloseTo(20, 10);
});

test("a cluster in open space keeps its angular momentum", () => {
  const { cell, ...cluster } = disordered({ atoms: 8, edge: 17, seed: 3 });
  const random = normal(seededRandom(4));
  const path = velocityVerlet(
    atomicMotion({
      ...start,
      system: cluster,
      velocities: Float64Array.from({ length: 24 }, () => 4e-5 * random()),
      potential: pairPotential(lennardJones({ epsilon: 3.8e-4, sigma: 6.43 }), {
        cutoff: Number.POSITIVE_INFINITY,
      }),
      steps: 100,
      every: 100,
    }),
  );
  const angular = (frame: number): number[] => {
    const L = [0, 0, 0];
    for (let i = 0; i < 8; i++) {
      const [x, y, z] = path.positions.slice(24 * frame + 3 * i);
      const [u, v, w] = path.velocities.slice(24 * frame + 3 * i);
      L[0]! += y! * w! - z! * v!;
      L[1]! += z! * u! - x! * w!;
      L[2]! += x! * v! - y! * u!;
    }
    return L.map((component) => 1e4 * component);
  };
  expectClose(angular(1), angular(0), 1e-11);
});

test("the system's masses come before those of the elements, one for each coordinate", () => {
  const { cell, ...open } = disordered({ atoms: 2, edge: 9, seed: 1 });
  const masses = (system: System) => [
    ...(atomicMotion({ ...start, system, steps: 0 }).masses as Float64Array),
  ];
  expect(masses({ ...open, masses: Float64Array.of(3, 5) })).toEqual([3, 3, 3, 5, 5, 5]);
  expect(masses(open)[5]).toBe(standardMass(18));
});
