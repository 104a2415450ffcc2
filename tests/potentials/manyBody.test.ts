import { expect, test } from "vitest";
import { manyBody } from "../../src/potentials/manyBody.js";
import { pairSum } from "../../src/potentials/pairSum.js";
import { disordered } from "../support/disordered.js";

const system = disordered({ atoms: 6, edge: 14, seed: 1 });
const fall = {
  energy: (r: number): number => (r - 9) ** 2,
  slope: (r: number): number => 2 * (r - 9),
};

/** A sum of pairs as a many-body form. */
const potential = manyBody("here", "half", 9, {
  addInto(forces, energies, _, { atomCount, positions: x, first, neighbours }) {
    for (let s = 0; s < atomCount; s++)
      for (let p = first[s]!; p < first[s + 1]!; p++) {
        const t = neighbours[p]!;
        const d = [0, 1, 2].map((a) => x[3 * s + a]! - x[3 * t + a]!);
        const r = Math.hypot(...d);
        if (r >= 9) continue;
        energies[s]! += fall.energy(r) / 2;
        energies[t]! += fall.energy(r) / 2;
        for (const [a, way] of d.entries()) {
          forces[3 * s + a]! -= (fall.slope(r) * way) / r;
          forces[3 * t + a]! += (fall.slope(r) * way) / r;
        }
      }
  },
});

test("a sum of pairs has the energy, forces and virial of pairSum, also from a second call", () => {
  const wanted = pairSum("there", 9, fall).energyAndForces(system);
  for (const found of [potential.energyAndForces(system), potential.energyAndForces(system)]) {
    expect(found.energy).toBeCloseTo(wanted.energy, 10);
    for (const name of ["forces", "virial", "atomicEnergies"] as const)
      for (const [k, value] of wanted[name].entries())
        expect(found[name][k]).toBeCloseTo(value, 10);
  }
  const small = {
    positions: Float64Array.of(0, 0, 0, 3, 0, 0),
    atomicNumbers: Uint8Array.of(1, 1),
  };
  expect(potential.energyAndForces(small).energy).toBe(36);
});

test("where the system is in space costs no digits of the virial", () => {
  const { cell: _, ...cluster } = system;
  const wanted = potential.energyAndForces(cluster).virial;
  const far = { ...cluster, positions: cluster.positions.map((x) => x + 1e5) };
  const { virial } = potential.energyAndForces(far);
  for (const [k, value] of wanted.entries())
    expect(Math.abs(virial[k]! - value)).toBeLessThan(1e-6);
});

test("the form is asked about the system first", () => {
  const refusing = manyBody("here", "full", 9, {
    require: () => {
      throw new RangeError("not this one");
    },
    addInto: () => {},
  });
  expect(() => refusing.energyAndForces(system)).toThrow("not this one");
});

test("refuses an energy that is not finite, with the closest atoms", () => {
  const nowhere = manyBody("here", "full", 6, {
    addInto: (_, energies) => energies.fill(Number.NaN),
  });
  const close = { ...system, positions: system.positions.slice() };
  close.positions.set([1, 1, 1, 1, 1, 1.5]);
  expect(() => nowhere.energyAndForces(close)).toThrow(
    /^here: the energy must be a finite number of hartree, got NaN; atoms 0 and 1 are 0.5 bohr apart$/,
  );
});
