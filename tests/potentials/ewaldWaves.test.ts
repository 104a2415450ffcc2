import { expect, test } from "vitest";
import { addWaves } from "../../src/potentials/ewaldWaves.js";
import type { System } from "../../src/structures/system.js";
import { disordered } from "../support/disordered.js";

const nothing = (n: number) => ({
  energy: 0,
  forces: new Float64Array(3 * n),
  virial: new Float64Array(9),
  atomicEnergies: new Float64Array(n),
});

test("one wave vector and its negative: E_k = (4π/V) e^(−k²/4α²) |S|²/k²", () => {
  const system: System = {
    positions: Float64Array.of(0, 0, 0, 2, 1, 1),
    atomicNumbers: Uint8Array.of(11, 17),
    charges: Float64Array.of(1, -1),
    cell: Float64Array.of(12, 0, 0, 0, 5, 0, 0, 0, 5),
  };
  const k = (2 * Math.PI) / 12;
  const result = nothing(2);
  addWaves(result, system, 0.4, 1.1 * k);
  const square = (1 - Math.cos(2 * k)) ** 2 + Math.sin(2 * k) ** 2;
  const energy = ((4 * Math.PI) / 300) * (Math.exp(-(k ** 2) / (4 * 0.16)) / k ** 2) * square;
  expect(result.atomicEnergies[0]! + result.atomicEnergies[1]!).toBeCloseTo(energy, 14);
  expect(result.virial[0]).toBeCloseTo(energy * (1 - 2 * k ** 2 * (1 / k ** 2 + 1 / 0.64)), 14);
  expect([result.virial[4], result.virial[1]]).toEqual([expect.closeTo(energy, 14), 0]);
});

test("Σ (2π/V)/k² over all k up to K is K/π, that of an integral", () => {
  const system = disordered({ atoms: 1, edge: 30, seed: 1, shear: 0.8 });
  const sumTo = (reach: number): number => {
    const waves = nothing(1);
    addWaves(waves, { ...system, charges: Float64Array.of(1) }, 1e6, reach); // |S|² = 1
    return waves.atomicEnergies[0]!;
  };
  expect((sumTo(3) - sumTo(1)) / (2 / Math.PI)).toBeCloseTo(1, 2);
});
