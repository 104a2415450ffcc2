import { expect, test } from "vitest";
import { dihedralAngle, overDihedrals } from "../../../src/potentials/charmm/dihedralAngle.js";
import { openPotential } from "../../../src/potentials/charmm/forceTerm.js";
import type { System } from "../../../src/structures/system.js";
import { expectDerivatives } from "../../support/checkPotential.js";

/** i, j, k, l with the bond j–k along z, upwards; seen from below (from j to k) y is to the right of x. */
const turned = (phi: number): Float64Array =>
  Float64Array.of(1, 0, -0.3, 0, 0, 0, 0, 0, 1, Math.cos(phi), Math.sin(phi), 1.4);
const four = [0, 1, 2, 3] as const;

test("0 is cis, ±π is trans", () => {
  expect(dihedralAngle(turned(0), four)).toBeCloseTo(0, 15);
  expect(Math.abs(dihedralAngle(turned(Math.PI), four))).toBeCloseTo(Math.PI, 15);
});
test("positive where l is clockwise from i, seen from j to k", () => {
  // The viewer below the origin looks up: with x to the right, y is down, and from x to y is clockwise.
  expect(dihedralAngle(turned(1), four)).toBeCloseTo(1, 14);
  expect(dihedralAngle(turned(-2.5), four)).toBeCloseTo(-2.5, 14);
});
test("the same from the other end, the opposite in a mirror", () => {
  expect(dihedralAngle(turned(1), [3, 2, 1, 0])).toBeCloseTo(1, 14);
  const mirrored = turned(1).map((x, i) => (i % 3 === 1 ? -x : x));
  expect(dihedralAngle(mirrored, four)).toBeCloseTo(-1, 14);
});

const potential = openPotential(
  "test",
  [
    overDihedrals([four], {
      energy: (_, angle) => Math.sin(angle) - 0.3 * Math.cos(2 * angle),
      slope: (_, angle) => Math.cos(angle) + 0.6 * Math.sin(2 * angle),
    }),
  ],
  () => {},
);
const systemAt = (phi: number): System => ({
  positions: turned(phi),
  atomicNumbers: Uint8Array.of(6, 6, 6, 6),
});

test.each([0, 0.2, 1, -1.3, 3, Math.PI])("forces and virial are derivatives at φ = %s", (phi) =>
  expectDerivatives(potential, systemAt(phi)));
test("a quarter of the energy for each atom", () => {
  const { energy, atomicEnergies } = potential.energyAndForces(systemAt(1));
  expect(energy).toBeCloseTo(Math.sin(1) - 0.3 * Math.cos(2), 14);
  for (const share of atomicEnergies) expect(share).toBeCloseTo(energy / 4, 15);
});
test.each([
  0,
  Math.PI,
])("a molecule that is nearly planar has nearly the forces at φ = %s", (phi) => {
  const planar = potential.energyAndForces(systemAt(phi)).forces;
  const nearly = potential.energyAndForces(systemAt(phi + 1e-9)).forces;
  for (const [i, force] of planar.entries()) expect(nearly[i]).toBeCloseTo(force, 8);
});

test("refuses three atoms on a line", () => {
  const line = (at: number, x: number): Float64Array => {
    const positions = turned(1);
    positions.set([x, 0, at === 0 ? -1 : 2], 3 * at);
    return positions;
  };
  const message = (atoms: string): RangeError =>
    new RangeError(
      `charmm: atoms ${atoms} must not lie on a line: the dihedral angle 0-1-2-3 is not defined`,
    );
  expect(() => dihedralAngle(line(0, 0), four)).toThrow(message("0, 1, 2"));
  expect(() => dihedralAngle(line(3, 0), four)).toThrow(message("1, 2, 3"));
});
