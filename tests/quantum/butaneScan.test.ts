import { describe, expect, test } from "vitest";
import { dihedralAngle } from "../../src/potentials/charmm/dihedralAngle.js";
import { butane } from "../../src/potentials/charmm/molecules.js";
import { twisted } from "../../src/potentials/charmm/twisted.js";
import { loadButaneScan } from "../../src/quantum/butaneScan.js";
import type { System } from "../../src/structures/system.js";
import { angstromFromBohr } from "../../src/units/convert.js";
import { kcalPerMolFromHartree } from "../../src/units/kcalPerMol.js";

const chain = [0, 1, 2, 3] as const;
const degrees = (radian: number): number => (radian * 180) / Math.PI;
const distance = ({ positions: x }: System, i: number, j: number): number =>
  angstromFromBohr(Math.hypot(...[0, 1, 2].map((c) => x[3 * i + c]! - x[3 * j + c]!)));

describe("torsion", () => {
  const { systems, mp2, hartreeFock } = loadButaneScan("torsion");
  test("from 180° down to 0° by 15°", () => {
    const angles = systems.map(({ positions }) =>
      Math.abs(degrees(dihedralAngle(positions, chain))),
    );
    for (const [g, angle] of angles.entries()) expect(angle).toBeCloseTo(180 - 15 * g, 5);
    expect(angles.length).toBe(13);
  });
  test("the four carbons are the atoms 0 to 3, as in the molecule butane", () => {
    for (const { atomicNumbers } of systems)
      expect([...atomicNumbers]).toEqual(
        butane.types.map((type) => (type.startsWith("C") ? 6 : 1)),
      );
    for (const system of systems)
      for (const [i, j] of butane.bonds)
        expect(distance(system, i, j)).toBeCloseTo(i < 4 && j < 4 ? 1.53 : 1.095, 6);
  });
  test("rigid: the first geometry, turned about its middle bond", () => {
    for (const [g, system] of systems.entries()) {
      const { positions } = twisted(systems[0]!, butane, [1, 2], (-15 * g * Math.PI) / 180);
      const turned: System = { ...system, positions };
      for (let i = 0; i < 14; i++)
        for (let j = 0; j < i; j++)
          expect(distance(turned, i, j)).toBeCloseTo(distance(system, i, j), 6);
    }
  });
  test("cis is 8.757 (MP2) and 9.784 kcal/mol (Hartree-Fock) above trans", () => {
    expect(kcalPerMolFromHartree(mp2[12]! - mp2[0]!)).toBeCloseTo(8.757, 3);
    expect(kcalPerMolFromHartree(hartreeFock[12]! - hartreeFock[0]!)).toBeCloseTo(9.784, 3);
  });
  test("total energies: −157.8207 by MP2, −157.2969 hartree by Hartree-Fock at trans", () => {
    expect(mp2[0]).toBeCloseTo(-157.8206828, 6);
    expect(hartreeFock[0]).toBeCloseTo(-157.2968605, 6);
  });
});

test("stretch: the bond in the middle from 1.38 Å to 2.03 Å, at trans", () => {
  const { systems, mp2 } = loadButaneScan("stretch");
  const lengths = systems.map((system) => distance(system, 1, 2));
  expect([lengths[0], lengths.at(-1)]).toEqual([expect.closeTo(1.38, 6), expect.closeTo(2.03, 6)]);
  expect(mp2.indexOf(Math.min(...mp2))).toBe(lengths.findIndex((b) => Math.abs(b - 1.53) < 1e-6));
  for (const { positions } of systems)
    expect(Math.abs(degrees(dihedralAngle(positions, chain)))).toBeCloseTo(180, 5);
});

test("refuses another coordinate", () =>
  expect(() => loadButaneScan("bend" as "torsion")).toThrow(
    new TypeError('loadButaneScan: coordinate must be "torsion" or "stretch", got "bend"'),
  ));
