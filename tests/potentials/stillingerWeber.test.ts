import { describe, expect, test } from "vitest";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { minimise } from "../../src/dynamics/minimise.js";
import {
  type StillingerWeberParameters,
  stillingerWeberSilicon as silicon,
  stillingerWeber,
} from "../../src/potentials/stillingerWeber.js";
import { crystal } from "../../src/structures/crystal.js";
import type { System } from "../../src/structures/system.js";
import { angstromFromBohr, bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";
import { expectEnergyKept } from "../support/checkMotion.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const potential = stillingerWeber(silicon);
const edge = bohrFromAngstrom(5.43095);
const diamond = crystal("diamond", { symbols: ["Si"], latticeConstant: edge });
const atoms = (...positions: number[]): System => ({
  positions: Float64Array.from(positions),
  atomicNumbers: new Uint8Array(positions.length / 3).fill(14),
});
const energyOf = (system: System): number => potential.energyAndForces(system).energy;
const { epsilon, sigma, a, A, B, gamma, lambda } = silicon;

test("a pair has u₂", () => {
  for (const r of [3.9, 4.4, 5.5, 7]) {
    const tail = Math.exp(sigma / (r - a * sigma));
    const u2 = epsilon * A * (B * (sigma / r) ** 4 - 1) * tail;
    expect(energyOf(atoms(0, 0, 0, r, 0, 0)) / u2).toBeCloseTo(1, 12);
  }
});

test("a pair by itself has −ε at 2^(1/6) σ", () => {
  const best = 2 ** (1 / 6) * sigma;
  const pair = atoms(0, 0, 0, best, 0, 0);
  expect(energyOf(pair) / -epsilon).toBeCloseTo(1, 8);
  expect(Math.abs(potential.energyAndForces(pair).forces[3]!)).toBeLessThan(1e-9);
});

test("an angle has u₃, none at the right one, and belongs to the atom in the middle", () => {
  const r = 4.5;
  const bent = (angle: number): { energy: number; middle: number } => {
    const trimer = atoms(0, 0, 0, r, 0, 0, r * Math.cos(angle), r * Math.sin(angle), 0);
    const { energy, atomicEnergies } = potential.energyAndForces(trimer);
    return { energy, middle: atomicEnergies[0]! };
  };
  const far = energyOf(atoms(0, 0, 0, r, 0, 0)); // the ends of these angles do not see each other
  const fade = Math.exp((gamma * sigma) / (r - a * sigma));
  for (const angle of [1.95, 2.2, Math.PI]) {
    const u3 = epsilon * lambda * (Math.cos(angle) + 1 / 3) ** 2 * fade ** 2;
    expect(bent(angle).energy - 2 * far).toBeCloseTo(u3, 12);
    expect(bent(angle).middle - far).toBeCloseTo(u3, 12);
  }
  expect(bent(Math.acos(-1 / 3)).energy - 2 * far).toBeCloseTo(0, 12);
});

test("0 from r = aσ on, smoothly", () => {
  expect(energyOf(atoms(0, 0, 0, a * sigma, 0, 0))).toBe(0);
  expect(Math.abs(energyOf(atoms(0, 0, 0, a * sigma - 0.05, 0, 0)))).toBeLessThan(1e-30);
});

test("silicon: 5.43095 Å, −4.33660 eV = −2 ε, no price for its angles", () => {
  const { system, energy } = minimise({
    system: diamond,
    potential,
    cell: "free",
    forceTolerance: 1e-9,
  });
  expect(angstromFromBohr(system.cell![0]!)).toBeCloseTo(5.43095, 5);
  expect(evFromHartree(energy) / 8).toBeCloseTo(-4.3366, 5);
  expect(energy / 8 / (-2 * epsilon)).toBeCloseTo(1, 6);
  const pairsAlone = stillingerWeber({ ...silicon, lambda: 0 });
  expect(pairsAlone.energyAndForces(diamond).energy).toBeCloseTo(energyOf(diamond), 12);
});

// M. D. Kluge, J. R. Ray, A. Rahman, J. Chem. Phys. 85, 4028 (1986) and others: 151.4, 76.4, 56.4 GPa.
test("elastic constants of silicon are those found by others, to 1 %", () => {
  const { c11, c12, c44 } = cubicConstants(elasticConstants(diamond, potential));
  const gpa = 29421.0157;
  expect(Math.abs((c11 * gpa) / 151.4 - 1)).toBeLessThan(0.01);
  expect(Math.abs((c12 * gpa) / 76.4 - 1)).toBeLessThan(0.01);
  expect(Math.abs((c44 * gpa) / 56.4 - 1)).toBeLessThan(0.01);
});

describe("disordered silicon", () => {
  const system = disordered({ atoms: 12, edge: 12.5, seed: 4, elements: [14] });
  test("forces and virial are the derivatives", () => expectDerivatives(potential, system));
  test("invariances", () => expectInvariances(potential, system));
});

test("the total energy is kept, to the square of the time step", () =>
  expectEnergyKept(potential, diamond, { kelvin: 800, timeStepFs: 2, steps: 60 }));

const other: StillingerWeberParameters = { ...silicon, sigma: 3.1, lambda: 25, cosTheta0: -0.5 };
const mixed: StillingerWeberParameters = { ...silicon, sigma: 3.5, p: 5, q: 1, gamma: 1.1 };
const triples = {
  ...{ "Si-Si-Si": silicon, "C-C-C": other, "Si-C-C": mixed, "C-Si-Si": { ...mixed, lambda: 18 } },
  ...{ "Si-Si-C": silicon, "Si-C-Si": silicon, "C-C-Si": other, "C-Si-C": other },
};

describe("two kinds, disordered", () => {
  const system = disordered({ atoms: 12, edge: 11, seed: 6, elements: [14, 6] });
  test("forces and virial are the derivatives", () =>
    expectDerivatives(stillingerWeber(triples), system));
  test("invariances", () => expectInvariances(stillingerWeber(triples), system));
});

describe("refuses", () => {
  test.each<[keyof StillingerWeberParameters, number, string]>([
    ["epsilon", 0, "epsilon must be a positive number of hartree, got 0"],
    ["sigma", Number.NaN, "sigma must be a positive number of bohr, got NaN"],
    ["a", -1, "a must be a positive number of sigma, got -1"],
    ["lambda", -1, "lambda must be a number from 0, got -1"],
    ["p", Number.POSITIVE_INFINITY, "p must be a number from 0, got Infinity"],
    ["cosTheta0", 1.5, "cosTheta0 must be between -1 and 1, got 1.5"],
  ])("%s = %s", (name, value, message) =>
    expect(() => stillingerWeber({ ...silicon, [name]: value })).toThrow(
      `stillingerWeber: ${message}`,
    ));
  test("a triple without parameters, named", () => {
    const { "C-C-Si": _, ...some } = triples;
    expect(() => stillingerWeber(some)).toThrow(
      "stillingerWeber: there must be parameters for C-C-Si, got Si-Si-Si, C-C-C, Si-C-C",
    );
  });
  test("two different pair terms for a pair", () =>
    expect(() => stillingerWeber({ ...triples, "C-Si-Si": { ...mixed, B: 0.5 } })).toThrow(
      /^stillingerWeber: B must be the same for Si-C-C and C-Si-Si, got 0.6022245584 and 0.5$/,
    ));
  test("two different angles for an angle", () =>
    expect(() => stillingerWeber({ ...triples, "Si-C-Si": { ...silicon, lambda: 3 } })).toThrow(
      /^stillingerWeber: lambda must be the same for Si-Si-C and Si-C-Si, got 21 and 3$/,
    ));
  test("atoms at one point", () =>
    expect(() => potential.energyAndForces(atoms(0, 0, 0, 1, 1, 1, 0, 0, 0))).toThrow(
      "atoms 0 and 2 must not be at one point",
    ));
  test("atoms so close that nothing is finite", () =>
    expect(() => potential.energyAndForces(atoms(0, 0, 0, 1e-80, 0, 0))).toThrow(
      /^stillingerWeber: the energy must be a finite number of hartree, got .*; atoms 0 and 1 are 1e-80 bohr apart$/,
    ));
});
