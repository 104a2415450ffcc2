import { expect, test } from "vitest";
import { listForRun } from "../../src/dynamics/listForRun.js";
import { coulomb } from "../../src/potentials/coulomb.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";

const pairs = (cutoff: number) => pairPotential(lennardJones({ epsilon: 1, sigma: 1 }), { cutoff });

test("looks an eighth of the cutoff farther, or as far as is asked for", () => {
  const list = listForRun(pairs(16))!;
  expect([list.cutoff, list.skin, list.kind]).toEqual([16, 2, "half"]);
  expect(listForRun(pairs(16), 0.3)!.skin).toBe(0.3);
  expect(listForRun(pairs(Number.POSITIVE_INFINITY))!.skin).toBe(0);
});
test("none for a potential that does without one", () => {
  const { neighbourKind, ...without } = pairs(16);
  expect(listForRun(without)).toBeUndefined();
  expect(listForRun(coulomb())?.kind).toBe(coulomb().neighbourKind);
});
