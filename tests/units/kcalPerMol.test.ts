import { expect, test } from "vitest";
import {
  HARTREE_IN_KCAL_PER_MOL,
  hartreeFromKcalPerMol,
  kcalPerMolFromHartree,
} from "../../src/units/kcalPerMol.js";
import { quantity } from "../../src/units/quantity.js";

test("one hartree is 627.5095 kcal/mol", () => {
  expect(HARTREE_IN_KCAL_PER_MOL).toBeCloseTo(627.5095, 4);
  expect(kcalPerMolFromHartree(2)).toBe(2 * HARTREE_IN_KCAL_PER_MOL);
  expect(kcalPerMolFromHartree(hartreeFromKcalPerMol(3.7))).toBeCloseTo(3.7, 14);
});

test("it agrees with mathjs, whose kcal is 4184 J", () => {
  expect(quantity(1, "hartree").in("kcal/mol") / HARTREE_IN_KCAL_PER_MOL).toBeCloseTo(1, 14);
  expect(quantity(1, "kcal").in("J")).toBeCloseTo(4184, 10);
});
