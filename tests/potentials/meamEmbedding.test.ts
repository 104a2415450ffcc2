import { describe, expect, test } from "vitest";
import {
  embedding,
  embeddingSlope,
  rootSlope,
  rootValue,
} from "../../src/potentials/meamEmbedding.js";

test("F(ρ) = A E_c ρ ln ρ: 0 at 1 and without density, lowest at 1/e", () => {
  expect(embedding(0.3, 2)).toBeCloseTo(0.6 * Math.log(2), 15);
  for (const density of [1, 0, -0.2]) expect(embedding(0.3, density)).toBeCloseTo(0, 15);
  expect(embedding(0.3, 1 / Math.E)).toBeCloseTo(-0.3 / Math.E, 15);
  expect(embeddingSlope(0.3, 1 / Math.E)).toBeCloseTo(0, 15);
});

test("F is flat without density, and its slope is the derivative elsewhere", () => {
  expect(embeddingSlope(0.3, -0.2)).toBe(0);
  for (const density of [0.1, 0.7, 1.6]) {
    const central = (embedding(0.3, density + 1e-5) - embedding(0.3, density - 1e-5)) / 2e-5;
    expect(embeddingSlope(0.3, density)).toBeCloseTo(central, 8);
  }
});

describe.each(["smooth", "signed"] as const)("the root, %s", (root) => {
  test("is √(1 + Γ)", () => {
    for (const gamma of [-0.98, -0.5, 0, 0.7])
      expect(rootValue(gamma, root)).toBeCloseTo(Math.sqrt(1 + gamma), 15);
  });
  test("has this slope", () => {
    for (const gamma of [-3, -1.2, -0.995, -0.7, 0, 0.7]) {
      const central = (rootValue(gamma + 1e-6, root) - rootValue(gamma - 1e-6, root)) / 2e-6;
      const slope = rootSlope(gamma, rootValue(gamma, root), root);
      expect(slope / central).toBeCloseTo(1, 6);
    }
  });
});

test("the smooth root goes on at Γ = −0.99 with its value 0.1 and its slope 5, and falls to 0", () => {
  for (const gamma of [-0.99, -0.99 - 1e-12]) {
    expect(rootValue(gamma, "smooth")).toBeCloseTo(0.1, 10);
    expect(rootSlope(gamma, 0.1, "smooth")).toBeCloseTo(5, 10);
  }
  expect(rootValue(-1.98, "smooth")).toBeCloseTo(0.1 * 0.5 ** 49.5, 25);
});

test("the signed root is −√(−1 − Γ) below −1", () =>
  expect(rootValue(-1.25, "signed")).toBeCloseTo(-0.5, 15));
