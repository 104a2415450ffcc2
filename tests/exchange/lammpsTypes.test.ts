import { expect, test } from "vitest";
import { lammpsTypes } from "../../src/exchange/lammpsTypes.js";
import { standardMass } from "../../src/structures/elements.js";

const positions = new Float64Array(12);

test("types are elements in the order in which the atoms name them, with their masses", () => {
  const types = lammpsTypes({ positions, atomicNumbers: Uint8Array.of(17, 11, 11, 17) });
  expect(types.symbols).toEqual(["Cl", "Na"]);
  expect(types.masses).toEqual([standardMass(17), standardMass(11)]);
  expect(Array.from(types.ofAtoms)).toEqual([1, 2, 2, 1]);
});

test("an element with two masses is two types", () => {
  const masses = Float64Array.of(1837.5, 3671.5, 1837.5, 29000);
  const types = lammpsTypes({ positions, atomicNumbers: Uint8Array.of(1, 1, 1, 8), masses });
  expect(types.symbols).toEqual(["H", "H", "O"]);
  expect(types.masses).toEqual([1837.5, 3671.5, 29000]);
  expect(Array.from(types.ofAtoms)).toEqual([1, 2, 1, 3]);
});
