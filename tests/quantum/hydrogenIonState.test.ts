import { describe, expect, test } from "vitest";
import { type HydrogenIonState, hydrogenIonEnergy } from "../../src/quantum/hydrogenIon.js";
import { hydrogenIonState } from "../../src/quantum/hydrogenIonState.js";
import { spheroidalIntegral } from "../support/spheroidal.js";

const cases: [HydrogenIonState, number, number][] = [
  ["1sSigmaG", 2, 0],
  ["1sSigmaG", 0.3, 0],
  ["1sSigmaG", 20, 0],
  ["2pSigmaU", 2, 0],
  ["2sSigmaG", 4, 0],
  ["2pPiU", 2, 1],
  ["3dPiG", 6, 1],
  ["3dDeltaG", 1, 2],
  ["4fPhiU", 3, 3],
];

/** ∫ f² over space for a function that varies as cos mφ around the axis. */
const squared = (f: (x: number, z: number) => number, m: number, distance: number): number =>
  spheroidalIntegral((x, z) => f(x, z) ** 2, distance, 180) / (m === 0 ? 1 : 2);

describe.each(cases)("%s at %f bohr", (state, distance, m) => {
  const { energy, waveFunction } = hydrogenIonState({ distance, state });

  test("∫ ψ² d³r = 1", () => {
    expect(squared(waveFunction, m, distance)).toBeCloseTo(1, 9);
  });
  test("its energy is that of hydrogenIonEnergy", () => {
    expect(energy).toBe(hydrogenIonEnergy({ distance, state }));
  });
  test("the Schrödinger equation holds at points of no symmetry", () => {
    const h = 2e-3;
    const electronic = energy - 1 / distance;
    for (const [x, z] of [
      [0.7, 0.2],
      [1.3, -0.9],
      [0.4, distance],
      [2.1, 0.6 * distance],
    ] as const) {
      const psi = waveFunction(x, z);
      const second = (f: (s: number) => number): number =>
        (-f(2 * h) + 16 * f(h) - 30 * psi + 16 * f(-h) - f(-2 * h)) / (12 * h ** 2);
      const inX = (s: number): number => waveFunction(x + s, z);
      const slope = (8 * (inX(h) - inX(-h)) - (inX(2 * h) - inX(-2 * h))) / (12 * h);
      const laplacian =
        second(inX) + slope / x - (m / x) ** 2 * psi + second((s) => waveFunction(x, z + s));
      const attraction = 1 / Math.hypot(x, z - distance / 2) + 1 / Math.hypot(x, z + distance / 2);
      const residual = -laplacian / 2 - (attraction + electronic) * psi;
      expect(Math.abs(residual)).toBeLessThan(1e-8);
    }
  });
  test("inversion leaves it for g and turns its sign for u", () => {
    const parity = state.endsWith("G") ? 1 : -1;
    for (const [x, z] of [
      [0.3, 0.4],
      [1.2, -2],
    ] as const)
      expect(waveFunction(-x, -z)).toBeCloseTo(parity * waveFunction(x, z), 12);
  });
  test("it is positive near the nucleus at R/2", () => {
    expect(waveFunction(0.01, distance / 2)).toBeGreaterThan(0);
  });
  if (m === 0)
    test("its cusp at a nucleus: along the axis the mean outward slope is −ψ", () => {
      const [h, z] = [1e-5, distance / 2];
      const psi = waveFunction(0, z);
      const slopes = [-1, 1].map((side) => (waveFunction(0, z + side * h) - psi) / h);
      expect((slopes[0]! + slopes[1]!) / 2 / psi).toBeCloseTo(-1, 3);
    });
  else
    test("it is 0 on the axis", () => {
      expect(Math.abs(waveFunction(0, 0.3))).toBeLessThan(1e-12);
    });
});

test("different states at one distance are orthogonal", () => {
  const psi = (state: HydrogenIonState): ((x: number, z: number) => number) =>
    hydrogenIonState({ distance: 2, state }).waveFunction;
  const pairs = [
    ["1sSigmaG", "2sSigmaG"],
    ["1sSigmaG", "3dSigmaG"],
    ["2pSigmaU", "3pSigmaU"],
  ] as const;
  for (const [a, b] of pairs) {
    const [f, g] = [psi(a), psi(b)];
    const overlap = spheroidalIntegral((x, z) => f(x, z) * g(x, z), 2, 180);
    expect(Math.abs(overlap)).toBeLessThan(1e-9);
  }
});

test("close together it is the 1s function of He⁺, √(8/π) e^(−2r); far apart, two of H, e^(−r)/√(2π)", () => {
  const near = hydrogenIonState({ distance: 0.05, state: "1sSigmaG" });
  expect(near.waveFunction(0.6, 0.8) / (Math.sqrt(8 / Math.PI) * Math.exp(-2))).toBeCloseTo(1, 2);
  const far = hydrogenIonState({ distance: 20, state: "1sSigmaG" });
  expect(far.waveFunction(0.6, 10.8) / (Math.exp(-1) / Math.sqrt(2 * Math.PI))).toBeCloseTo(1, 2);
});

test("refuses the distances and states that hydrogenIonEnergy refuses", () => {
  expect(() => hydrogenIonState({ distance: 0, state: "1sSigmaG" })).toThrow(
    new RangeError("hydrogenIonState: distance must be a positive number of bohr, got 0"),
  );
});
