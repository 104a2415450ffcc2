import { expect, test } from "vitest";
import { overAngles } from "../../../src/potentials/charmm/angles.js";
import { openPotential } from "../../../src/potentials/charmm/forceTerm.js";
import { springs } from "../../../src/potentials/charmm/springs.js";
import type { System } from "../../../src/structures/system.js";
import { expectDerivatives } from "../../support/checkPotential.js";

const bent = (theta: number): System => ({
  positions: Float64Array.of(1.3, 0, 0, 0, 0, 0, 2 * Math.cos(theta), 2 * Math.sin(theta), 0),
  atomicNumbers: Uint8Array.of(1, 8, 1),
});
const withRest = (rest: number) =>
  openPotential("test", [overAngles([[0, 1, 2]], springs([{ stiffness: 0.7, rest }]))], () => {});

test.each([0.3, 1.8, 3.1])("E = k (θ − θ₀)² at θ = %s, with a third for each atom", (theta) => {
  const { energy, atomicEnergies } = withRest(1.9).energyAndForces(bent(theta));
  expect(energy).toBeCloseTo(0.7 * (theta - 1.9) ** 2, 13);
  for (const share of atomicEnergies) expect(share).toBeCloseTo(energy / 3, 15);
  expectDerivatives(withRest(1.9), bent(theta));
});

test("on a line: allowed where the spring rests, refused where it pulls", () => {
  const straight: System = { ...bent(0), positions: Float64Array.of(1, 0, 0, 0, 0, 0, -2, 0, 0) };
  const { energy, forces } = withRest(Math.PI).energyAndForces(straight);
  expect(energy).toBe(0);
  expect(forces).toEqual(new Float64Array(9));
  expect(() => withRest(1.9).energyAndForces(straight)).toThrow(
    new RangeError(
      "charmm: atoms 0, 1 and 2 must not lie on a line: the force of their angle has no direction",
    ),
  );
});
