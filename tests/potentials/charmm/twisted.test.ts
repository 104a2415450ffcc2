import { describe, expect, test } from "vitest";
import { dihedralAngle } from "../../../src/potentials/charmm/dihedralAngle.js";
import { butane } from "../../../src/potentials/charmm/molecules.js";
import { topologyOf } from "../../../src/potentials/charmm/topology.js";
import { twisted } from "../../../src/potentials/charmm/twisted.js";
import { systemOf } from "./openmmReference.js";

const system = systemOf("butane");
const { angles, bonds, dihedrals } = topologyOf(butane);
const distance = (x: Float64Array, i: number, j: number): number =>
  Math.hypot(...[0, 1, 2].map((c) => x[3 * i + c]! - x[3 * j + c]!));

test("every dihedral angle about the bond grows by the angle; the others, distances and angles stay", () => {
  const { positions } = twisted(system, butane, [1, 2], 0.3);
  for (const [i, j] of [...bonds, ...angles.map(([a, , c]) => [a, c] as const)])
    expect(distance(positions, i, j)).toBeCloseTo(distance(system.positions, i, j), 13);
  for (const atoms of dihedrals) {
    const middle = [atoms[1], atoms[2]].sort().join();
    const change = dihedralAngle(positions, atoms) - dihedralAngle(system.positions, atoms);
    expect(Math.cos(change - (middle === "1,2" ? 0.3 : 0))).toBeCloseTo(1, 13);
  }
  for (const atom of [0, 4, 5, 6, 7, 8])
    for (let c = 0; c < 3; c++)
      expect(positions[3 * atom + c]).toBe(system.positions[3 * atom + c]);
});

test("the system that is given stays as it is", () => {
  const before = system.positions.slice();
  twisted(system, butane, [1, 2], 1);
  expect(system.positions).toEqual(before);
});

describe("refuses", () => {
  test("a bond that is not there", () =>
    expect(() => twisted(system, butane, [0, 2], 1)).toThrow(
      new RangeError("twisted: the molecule must have the bond 0-2"),
    ));
  test("a bond of a ring", () =>
    expect(() =>
      twisted(system, { ...butane, bonds: [...butane.bonds, [0, 3]] }, [1, 2], 1),
    ).toThrow(new RangeError("twisted: the bond 1-2 must not be part of a ring")));
});
