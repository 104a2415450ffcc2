import { describe, expect, test } from "vitest";
import { type TersoffParameters, tersoff } from "../../src/potentials/tersoff.js";
import {
  tersoffSilicon1988 as silicon,
  tersoffSilicon1989,
  tersoffSiliconCarbon1989,
} from "../../src/potentials/tersoffSets.js";
import { crystal } from "../../src/structures/crystal.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";
import { expectEnergyKept } from "../support/checkMotion.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const potential = tersoff(silicon);
const diamond = crystal("diamond", { symbols: ["Si"], latticeConstant: bohrFromAngstrom(5.432) });
const atoms = (...positions: number[]): System => ({
  positions: Float64Array.from(positions),
  atomicNumbers: new Uint8Array(positions.length / 3).fill(14),
});

/** The formula of the docstring, atom by atom, in open space. */
function byTheBook({ positions: x }: System, p: TersoffParameters): number {
  const n = x.length / 3;
  const way = (i: number, j: number): number[] =>
    [0, 1, 2].map((d) => x[3 * j + d]! - x[3 * i + d]!);
  const r = (i: number, j: number): number => Math.hypot(...way(i, j));
  const cut = (d: number): number => {
    if (d < p.R - p.D) return 1;
    return d > p.R + p.D ? 0 : 0.5 - 0.5 * Math.sin((Math.PI / 2) * ((d - p.R) / p.D));
  };
  let energy = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      let zeta = 0;
      for (let k = 0; k < n; k++) {
        if (k === i || k === j) continue;
        const dot = way(i, j).reduce((sum, a, d) => sum + a * way(i, k)[d]!, 0);
        const cos = dot / r(i, j) / r(i, k);
        const g = p.gamma * (1 + p.c ** 2 / p.d ** 2 - p.c ** 2 / (p.d ** 2 + (p.h - cos) ** 2));
        zeta += cut(r(i, k)) * g * Math.exp((p.lambda3 * (r(i, j) - r(i, k))) ** p.m);
      }
      const b = (1 + (p.beta * zeta) ** p.n) ** (-1 / (2 * p.n));
      const d = r(i, j);
      energy +=
        0.5 * cut(d) * (p.A * Math.exp(-p.lambda1 * d) - b * p.B * Math.exp(-p.lambda2 * d));
    }
  return energy;
}

describe("is the formula of the docstring", () => {
  const { cell: _, ...cluster } = disordered({ atoms: 9, edge: 11, seed: 8, elements: [14] });
  test.each<[string, TersoffParameters]>([
    ["1988", silicon],
    ["1989", tersoffSilicon1989],
    ["m = 1, γ = 0.3", { ...silicon, m: 1, gamma: 0.3, h: 0.2 }],
  ])("%s", (_, set) => {
    const { energy } = tersoff(set).energyAndForces(cluster);
    expect(energy / byTheBook(cluster, set)).toBeCloseTo(1, 12);
  });
});

test("a bond without rivals has b = 1", () => {
  const { A, B, lambda1, lambda2 } = silicon;
  const r = 4.2;
  const { energy } = potential.energyAndForces(atoms(0, 0, 0, r, 0, 0));
  const wanted = A * Math.exp(-lambda1 * r) - B * Math.exp(-lambda2 * r);
  expect(energy / wanted).toBeCloseTo(1, 14);
});

test("each atom has half of each of its bonds, with its own b", () => {
  const { atomicEnergies } = potential.energyAndForces(atoms(0, 0, 0, 4.4, 0, 0, -1.5, 4.2, 0));
  expect(atomicEnergies[0]).toBeLessThan(atomicEnergies[1]!);
  // The ends are too far from each other to see that the middle has two bonds: b = 1 for them.
  const dimer = potential.energyAndForces(atoms(0, 0, 0, 4.4, 0, 0)).energy;
  expect(atomicEnergies[1]! / (dimer / 2)).toBeCloseTo(1, 13);
});

test("b goes as ζ^(−1/2) for very many rivals, and does not overflow", () => {
  const three = atoms(0, 0, 0, 4.4, 0, 0, -1.5, 4.2, 0);
  const attraction = (beta: number): number => {
    const alone = tersoff({ ...silicon, A: 0, beta });
    const { atomicEnergies, forces } = alone.energyAndForces(three);
    expect(forces.every(Number.isFinite)).toBe(true);
    return atomicEnergies[0]!;
  };
  expect(attraction(1e20) / attraction(4e20)).toBeCloseTo(2, 9);
});

test("a rival counts up to the cutoff of its own triple, though no bond reaches so far", () => {
  const far = { ...tersoffSiliconCarbon1989["Si-Si-C"]!, R: 6.4, D: 0.3 };
  const wide = tersoff({ ...tersoffSiliconCarbon1989, "Si-Si-C": far });
  const usual = tersoff(tersoffSiliconCarbon1989);
  const positions = Float64Array.of(0, 0, 0, 4.4, 0, 0, 0, 6, 0);
  const system = { positions, atomicNumbers: Uint8Array.of(14, 14, 6) };
  const shares = (potential: typeof wide): Float64Array =>
    potential.energyAndForces(system).atomicEnergies;
  expect(shares(usual)[0]).toBe(shares(usual)[1]);
  expect(shares(wide)[0]).toBeGreaterThan(shares(wide)[1]! + 1e-6);
  expectDerivatives(wide, system);
});

test("energies and forces are finite where very many rivals crowd", () => {
  const crowd = crystal("fcc", { symbols: ["Si"], latticeConstant: 2.2 });
  const { energy, forces } = potential.energyAndForces(crowd);
  expect(Number.isFinite(energy)).toBe(true);
  expect(forces.every(Number.isFinite)).toBe(true);
});

describe("disordered silicon", () => {
  const system = disordered({ atoms: 12, edge: 12, seed: 4, elements: [14] });
  test.each<[string, TersoffParameters]>([
    ["1988", silicon],
    ["1989", tersoffSilicon1989],
    ["m = 1", { ...silicon, m: 1 }],
  ])("%s: forces and virial are the derivatives", (_, set) =>
    expectDerivatives(tersoff(set), system));
  test("invariances", () => expectInvariances(potential, system));
});

describe("disordered silicon carbide", () => {
  const carbide = tersoff(tersoffSiliconCarbon1989);
  const system = disordered({ atoms: 12, edge: 10, seed: 7, elements: [14, 6] });
  test("forces and virial are the derivatives", () => expectDerivatives(carbide, system));
  test("invariances", () => expectInvariances(carbide, system));
});

test("the total energy is kept, to the square of the time step", () =>
  expectEnergyKept(potential, diamond, { kelvin: 600, timeStepFs: 2, steps: 60 }));

describe("refuses", () => {
  test.each<[keyof TersoffParameters, number, string]>([
    ["A", -1, "A must be a number of hartree from 0, got -1"],
    ["lambda2", Number.NaN, "lambda2 must be a number of 1/bohr from 0, got NaN"],
    ["beta", -0.1, "beta must be a number from 0, got -0.1"],
    ["n", 0, "n must be positive, got 0"],
    ["d", 0, "d must be positive, got 0"],
    ["h", Number.POSITIVE_INFINITY, "h must be a finite number, got Infinity"],
    ["m", 2, "m must be 1 or 3, got 2"],
    ["R", 0.1, "R must be positive and at least D = "],
  ])("%s = %s", (name, value, message) =>
    expect(() => tersoff({ ...silicon, [name]: value })).toThrow(`tersoff: ${message}`));
  test("a parameter of a triple, with its name", () =>
    expect(() =>
      tersoff({
        ...tersoffSiliconCarbon1989,
        "Si-C-C": { ...tersoffSiliconCarbon1989["Si-C-C"]!, B: -2 },
      }),
    ).toThrow("tersoff: B of Si-C-C must be a number of hartree from 0, got -2"));
  test("a triple without parameters, named", () => {
    const { "C-Si-C": _, ...some } = tersoffSiliconCarbon1989;
    expect(() => tersoff(some)).toThrow(
      "tersoff: there must be parameters for C-Si-C, got Si-Si-Si, ",
    );
  });
  test("an element without parameters, named", () =>
    expect(() =>
      tersoff(tersoffSiliconCarbon1989).energyAndForces({
        ...diamond,
        atomicNumbers: Uint8Array.of(14, 14, 32, 14, 6, 6, 6, 6),
      }),
    ).toThrow("tersoff: there must be parameters for Ge-Ge-Ge, got those of Si, C"));
  test("atoms at one point", () =>
    expect(() => potential.energyAndForces(atoms(0, 0, 0, 1, 1, 1, 0, 0, 0))).toThrow(
      "atoms 0 and 2 must not be at one point",
    ));
});
