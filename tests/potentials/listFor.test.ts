import { expect, test } from "vitest";
import { listFor } from "../../src/potentials/listFor.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { disordered } from "../support/disordered.js";

const system = disordered({ atoms: 5, edge: 12, seed: 1 });

test("a list of its own where none is given", () => {
  const list = listFor("here", "full", 7, system);
  expect([list.kind, list.cutoff, list.skin, list.builds]).toEqual(["full", 7, 0, 1]);
});

test("the one that is given, brought up to date", () => {
  const given = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
  expect(listFor("here", "half", 7, system, given)).toBe(given);
  expect(given.atomCount).toBe(5);
});

test("refuses one of the other kind, and one that does not look far enough", () => {
  const given = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
  expect(() => listFor("here", "full", 7, system, given)).toThrow(
    new TypeError("here: neighbours must be a full list, got a half one"),
  );
  expect(() => listFor("here", "half", 9.5, system, given)).toThrow(
    new RangeError("here: neighbours must have a cutoff of 9.5 bohr or more, got 9"),
  );
});
