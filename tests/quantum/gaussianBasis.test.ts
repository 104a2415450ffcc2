import { expect, test } from "vitest";
import { gaussLegendre } from "../../src/numerics/quadrature.js";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import { basisFunctions } from "../../src/quantum/gaussianIntegrals.js";

const line = gaussLegendre(400, 0, 20);

test.each([
  [1, 1.24],
  [2, 1.69],
])("STO-3G of charge %i imitates e^(−ζr), ζ = %f: no other ζ overlaps more", (charge, zeta) => {
  const atom = { charges: [charge], positions: [0, 0, 0], basis: STO_3G };
  const [{ exponents, weights }] = basisFunctions(atom) as [ReturnType<typeof basisFunctions>[0]];
  const overlap = (trial: number): number => {
    let sum = 0;
    for (const [i, r] of line.points.entries()) {
      const gaussians = exponents.reduce((s, a, k) => s + weights[k]! * Math.exp(-a * r * r), 0);
      const slater = Math.sqrt(trial ** 3 / Math.PI) * Math.exp(-trial * r);
      sum += line.weights[i]! * 4 * Math.PI * r * r * gaussians * slater;
    }
    return sum;
  };
  expect(overlap(zeta)).toBeGreaterThan(0.9998);
  expect(overlap(zeta)).toBeGreaterThan(overlap(0.99 * zeta));
  expect(overlap(zeta)).toBeGreaterThan(overlap(1.01 * zeta));
});

test("6-311G has three functions for each atom, of three, one and one Gaussians", () => {
  for (const charge of [1, 2])
    expect(SIX_311G[charge]!.map(({ exponents }) => exponents.length)).toEqual([3, 1, 1]);
});
