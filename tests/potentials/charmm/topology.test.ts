import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alanineDipeptide,
  butane,
  ethane,
  waters,
} from "../../../src/potentials/charmm/molecules.js";
import { type Molecule, type Pair, topologyOf } from "../../../src/potentials/charmm/topology.js";
import { openmm } from "./openmmReference.js";

const sorted = (rows: readonly (readonly number[])[]): string[] =>
  rows.map((row) => (row[0]! < row.at(-1)! ? row : [...row].reverse()).join("-")).sort();

/** Carbons in a ring, without hydrogens. */
const ring = (size: number): Molecule => ({
  types: Array<string>(size).fill("CT2"),
  charges: Array<number>(size).fill(0),
  bonds: Array.from({ length: size }, (_, i): Pair => [i, (i + 1) % size]),
});

test.each([
  ["ethane", ethane],
  ["butane", butane],
  ["waters", waters(3)],
  ["alanineDipeptide", alanineDipeptide],
])("%s has the angles and dihedrals that were found in another way for OpenMM", (name, molecule) => {
  const { angles, dihedrals } = topologyOf(molecule);
  expect(sorted(angles)).toEqual(sorted(openmm.systems[name]!.angles));
  expect(sorted(dihedrals)).toEqual(sorted(openmm.systems[name]!.dihedrals));
  for (const row of [...angles, ...dihedrals]) expect(row[0]).toBeLessThan(row.at(-1)!);
});

test("butane: 13 bonds, 24 angles, 27 dihedrals, 37 exclusions, 27 pairs three bonds apart", () => {
  const { bonds, angles, dihedrals, impropers, excluded, pairs14 } = topologyOf(butane);
  expect([bonds.length, angles.length, dihedrals.length]).toEqual([13, 24, 27]);
  expect([impropers.length, excluded.length, pairs14.length]).toEqual([0, 37, 27]);
});

test("around rings a pair counts by its shortest way", () => {
  const three = topologyOf(ring(3));
  expect([three.dihedrals.length, three.excluded.length, three.pairs14.length]).toEqual([0, 3, 0]);
  const four = topologyOf(ring(4));
  expect([four.dihedrals.length, four.excluded.length, four.pairs14.length]).toEqual([4, 6, 0]);
  const five = topologyOf(ring(5));
  expect([five.dihedrals.length, five.excluded.length, five.pairs14.length]).toEqual([5, 10, 0]);
  const six = topologyOf(ring(6)); // opposite atoms are three bonds apart on both ways
  expect([six.dihedrals.length, six.excluded.length]).toEqual([6, 12]);
  expect(sorted(six.pairs14)).toEqual(["0-3", "1-4", "2-5"]);
});

/** How many bonds apart each two atoms are on the shortest way, by trying all ways (Floyd, Warshall). */
function bondsApart(count: number, bonds: readonly Pair[]): number[][] {
  const apart = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const [i, j] of bonds) {
    apart[i]![j] = 1;
    apart[j]![i] = 1;
  }
  for (let k = 0; k < count; k++)
    for (const row of apart)
      for (let j = 0; j < count; j++) row[j] = Math.min(row[j]!, row[k]! + apart[k]![j]!);
  return apart;
}

test("excluded pairs are one or two bonds apart and 1-4 pairs three, whatever is bonded to what", () => {
  const graphs = fc.integer({ min: 2, max: 9 }).chain((count) => {
    const pairs = Array.from({ length: count }, (_, j) => j).flatMap((j) =>
      Array.from({ length: j }, (_, i): Pair => [i, j]),
    );
    return fc.record({
      count: fc.constant(count),
      bonds: fc.subarray(pairs, { maxLength: Math.min(12, pairs.length) }),
    });
  });
  fc.assert(
    fc.property(graphs, ({ count, bonds }) => {
      const { excluded, pairs14 } = topologyOf({
        types: Array<string>(count).fill("C"),
        charges: Array<number>(count).fill(0),
        bonds,
      });
      const apart = bondsApart(count, bonds);
      const of = (...wanted: number[]): string[] =>
        apart.flatMap((row, i) =>
          row.flatMap((bondCount, j) => (i < j && wanted.includes(bondCount) ? [`${i}-${j}`] : [])),
        );
      expect(sorted(excluded)).toEqual(of(1, 2).sort());
      expect(sorted(pairs14)).toEqual(of(3).sort());
    }),
    { seed: 8 },
  );
});

test("molecules side by side have nothing in common", () => {
  const { angles, dihedrals, excluded } = topologyOf(waters(2));
  expect(sorted(angles)).toEqual(["0-1-2", "3-4-5"]);
  expect(dihedrals).toEqual([]);
  expect(sorted(excluded)).toEqual(["0-1", "0-2", "1-2", "3-4", "3-5", "4-5"]);
});

describe("refuses", () => {
  const refuse = (change: Partial<Molecule>, message: string): void =>
    expect(() => topologyOf({ ...ethane, ...change })).toThrow(
      new RangeError(`topologyOf: ${message}`),
    );
  test("charges that are not one to an atom, or no numbers", () => {
    refuse({ charges: [1, 2] }, "charges must be 8, one to an atom, got 2");
    refuse(
      { charges: [0, 0, Number.NaN, 0, 0, 0, 0, 0] },
      "charges[2] must be a finite number of e, got NaN",
    );
  });
  test("bonds and impropers of atoms that are not there or not different", () => {
    refuse({ bonds: [[0, 8]] }, "each bond must be of the atoms 0 to 7, got 0-8");
    refuse({ bonds: [[0, 1.5]] }, "each bond must be of the atoms 0 to 7, got 0-1.5");
    refuse({ bonds: [[3, 3]] }, "each bond must be of different atoms, got 3-3");
    refuse(
      { impropers: [[0, 1, 2, -1]] },
      "each improper must be of the atoms 0 to 7, got 0-1-2--1",
    );
    refuse({ impropers: [[0, 1, 2, 0]] }, "each improper must be of different atoms, got 0-1-2-0");
  });
  test("a bond that comes twice, also the other way round", () => {
    refuse(
      {
        bonds: [
          [3, 4],
          [4, 3],
        ],
      },
      "each bond must come once, got 4-3 twice",
    );
    refuse(
      {
        impropers: [
          [0, 1, 2, 3],
          [3, 2, 1, 0],
        ],
      },
      "each improper must come once, got 3-2-1-0 twice",
    );
  });
});
