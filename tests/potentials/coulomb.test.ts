import { expect, test } from "vitest";
import { coulomb } from "../../src/potentials/coulomb.js";
import type { System } from "../../src/structures/system.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const { cell, ...open } = disordered({ atoms: 7, edge: 12, seed: 1 });
const cluster: System = { ...open, charges: Float64Array.of(1, -1, 0.5, 0.2, -2, 1, 0.7) };

test("E = Σ q_i q_j / r_ij: two charges", () => {
  const pair = {
    positions: Float64Array.of(0, 0, 0, 0, 3, 4),
    atomicNumbers: Uint8Array.of(11, 17),
  };
  const { energy, forces } = coulomb().energyAndForces({
    ...pair,
    charges: Float64Array.of(2, -1),
  });
  expect(energy).toBeCloseTo(-2 / 5, 15);
  expect(forces[5]).toBeCloseTo(((-2 / 25) * 4) / 5, 15); // the second is pulled back
});

test("forces and virial are derivatives of the energy", () =>
  expectDerivatives(coulomb(), cluster));
test("invariances", () => expectInvariances(coulomb(), cluster));

test("the virial theorem of 1/r: its trace is the energy", () => {
  const { energy, virial } = coulomb().energyAndForces(cluster);
  expect((virial[0]! + virial[4]! + virial[8]!) / energy).toBeCloseTo(1, 13);
});

test("refuses a cell, and a system without charges", () => {
  expect(() => coulomb().energyAndForces({ ...cluster, cell: cell! })).toThrow(
    new RangeError("coulomb: the system must be in open space, got a cell (use ewald)"),
  );
  expect(() => coulomb().energyAndForces(open)).toThrow(
    new RangeError("coulomb: the system must have charges, got none"),
  );
});
