import { expect, test } from "vitest";
import { dihedralAngle } from "../../../src/potentials/charmm/dihedralAngle.js";
import { openPotential } from "../../../src/potentials/charmm/forceTerm.js";
import { impropers } from "../../../src/potentials/charmm/impropers.js";
import type { System } from "../../../src/structures/system.js";
import { expectDerivatives } from "../../support/checkPotential.js";

const turned = (phi: number): System => ({
  positions: Float64Array.of(1, 0, -0.3, 0, 0, 0, 0, 0, 1, Math.cos(phi), Math.sin(phi), 1.4),
  atomicNumbers: Uint8Array.of(6, 6, 6, 6),
});
const four = [0, 1, 2, 3] as const;

test.each([
  [0.4, 0.1, 0.3],
  [-3, 3, 2 * Math.PI - 6], // the short way, across π
  [3, -3, 2 * Math.PI - 6],
])("E = k (ω − ω₀)² the short way round: ω %s, ω₀ %s", (omega, rest, difference) => {
  const potential = openPotential("test", [impropers([four], [{ stiffness: 2, rest }])], () => {});
  expect(dihedralAngle(turned(omega).positions, four)).toBeCloseTo(omega, 14);
  expect(potential.energyAndForces(turned(omega)).energy).toBeCloseTo(2 * difference ** 2, 13);
  expectDerivatives(potential, turned(omega));
});
