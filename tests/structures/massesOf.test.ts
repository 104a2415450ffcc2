import { expect, test } from "vitest";
import { standardMass } from "../../src/structures/elements.js";
import { massesOf } from "../../src/structures/massesOf.js";

const system = { positions: new Float64Array(6), atomicNumbers: Uint8Array.of(1, 8) };

test("the system's own masses, or else those of its elements", () => {
  const masses = Float64Array.of(3, 4);
  expect(massesOf({ ...system, masses })).toEqual(masses);
  expect(massesOf(system)).toEqual(Float64Array.of(standardMass(1), standardMass(8)));
});
