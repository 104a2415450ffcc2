import { describe, expect, test } from "vitest";
import { hydrogenIonEnergy } from "../../src/quantum/hydrogenIon.js";
import { hydrogenIonLcao, type LcaoMolecule } from "../../src/quantum/hydrogenIonLcao.js";
import { spheroidalIntegral } from "../support/spheroidal.js";

const states = ["1sSigmaG", "2pSigmaU"] as const;
const exponents = [1, "best"] as const;

describe.each(states)("%s", (state) => {
  test.each(exponents)("never below the exact energy, exponent %s", (exponent) => {
    for (let R = 0.3; R <= 20; R += 0.1) {
      const exact = hydrogenIonEnergy({ distance: R, state });
      expect(hydrogenIonLcao({ distance: R, state, exponent }).energy).toBeGreaterThan(exact);
    }
  });
  test("the best exponent gives the lowest energy", () => {
    for (const distance of [0.3, 2, 8]) {
      const { energy, exponent } = hydrogenIonLcao({ distance, state, exponent: "best" });
      for (const factor of [0.5, 0.99, 1.01, 1.5, 2])
        expect(
          hydrogenIonLcao({ distance, state, exponent: factor * exponent }).energy,
        ).toBeGreaterThan(energy);
    }
  });
  test.each([
    [2, 1],
    [1.1, 1.3],
    [5, 0.8],
  ])("at %f bohr, ζ = %f: ∫ ψ² = 1, and the energy is ∫ |∇ψ|²/2 − (1/r₁ + 1/r₂) ψ²", (R, zeta) => {
    const { energy, waveFunction } = hydrogenIonLcao({ distance: R, state, exponent: zeta });
    const h = 1e-5;
    const density = (x: number, z: number): number => {
      const slopeX = (waveFunction(x + h, z) - waveFunction(x - h, z)) / (2 * h);
      const slopeZ = (waveFunction(x, z + h) - waveFunction(x, z - h)) / (2 * h);
      const attraction = 1 / Math.hypot(x, z - R / 2) + 1 / Math.hypot(x, z + R / 2);
      return (slopeX ** 2 + slopeZ ** 2) / 2 - attraction * waveFunction(x, z) ** 2;
    };
    expect(spheroidalIntegral((x, z) => waveFunction(x, z) ** 2, R, 50)).toBeCloseTo(1, 10);
    expect(spheroidalIntegral(density, R, 50) + 1 / R).toBeCloseTo(energy, 8);
  });
});

test.each([
  [1, 2.493, -0.56483, 1],
  ["best", 2.003, -0.58651, 1.238],
] as const)("with exponent %s it binds at %f bohr with %f, ζ = %f", (exponent, R, lowest, zeta) => {
  const at = (distance: number): number =>
    hydrogenIonLcao({ distance, state: "1sSigmaG", exponent }).energy;
  const found = hydrogenIonLcao({ distance: R, state: "1sSigmaG", exponent });
  expect(found.energy).toBeCloseTo(lowest, 5);
  expect(found.exponent).toBeCloseTo(zeta, 3);
  expect(at(R - 0.001)).toBeGreaterThan(found.energy);
  expect(at(R + 0.001)).toBeGreaterThan(found.energy);
});

test("it comes apart into an exact atom and a proton", () => {
  for (const state of states)
    expect(hydrogenIonLcao({ distance: 40, state, exponent: 1 }).energy).toBeCloseTo(-0.5, 12);
});

test("at R → 0 the best exponent of the sum is that of He⁺, 2", () => {
  const united = hydrogenIonLcao({ distance: 1e-3, state: "1sSigmaG", exponent: "best" });
  expect(united.exponent).toBeCloseTo(2, 4);
});

test("the sum is even and the difference odd", () => {
  const [sum, difference] = states.map((state) =>
    hydrogenIonLcao({ distance: 2, state, exponent: 1.2 }),
  );
  expect(sum!.waveFunction(0.4, 0.7)).toBeCloseTo(sum!.waveFunction(0.4, -0.7), 14);
  expect(difference!.waveFunction(0.4, 0.7)).toBeCloseTo(-difference!.waveFunction(0.4, -0.7), 14);
  expect(difference!.waveFunction(0.4, 0.7)).toBeGreaterThan(0);
});

test.each<[Partial<LcaoMolecule>, string]>([
  [{ distance: 0 }, "distance must be a positive number of bohr, got 0"],
  [{ exponent: -1 }, "exponent must be a positive number of 1/bohr, got -1"],
  [{ state: "2pPiU" as "2pSigmaU" }, 'state must be "1sSigmaG" or "2pSigmaU", got "2pPiU"'],
])("refuses %o", (change, message) => {
  expect(() => hydrogenIonLcao({ distance: 2, state: "1sSigmaG", exponent: 1, ...change })).toThrow(
    new RangeError(`hydrogenIonLcao: ${message}`),
  );
});
