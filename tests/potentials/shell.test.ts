import { expect, test } from "vitest";
import { emptyShell, fillShell } from "../../src/potentials/shell.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";

test("has sites, distances and unit vectors of those within the cutoff for their kinds", () => {
  const list = new NeighbourList({ cutoff: 6, kind: "full" });
  const positions = Float64Array.of(0, 0, 0, 3, 0, 4, 0, -2, 0, 0, 5.5, 0);
  list.update({ positions, atomicNumbers: Uint8Array.of(6, 6, 14, 14) });
  const kinds = Int32Array.from(list.atoms, (atom) => (atom < 2 ? 0 : 1));
  const shell = emptyShell();
  const s = list.atoms.indexOf(0);
  fillShell(shell, s, list, kinds, Float64Array.of(36, 25)); // 6 bohr to carbon, 5 to silicon
  const found = Array.from({ length: shell.count }, (_, k) => [
    list.atoms[shell.sites[k]!],
    ...[shell.r, shell.x, shell.y, shell.z].map((array) => array[k]),
  ]).sort((a, b) => a[0]! - b[0]!);
  expect(found[0]!.slice(0, 2)).toEqual([1, 5]);
  expect(found[0]![2]).toBeCloseTo(0.6, 15);
  expect(found[0]![4]).toBeCloseTo(0.8, 15);
  expect(found[1]).toEqual([2, 2, 0, -1, 0]);
  expect(found).toHaveLength(2);
});
