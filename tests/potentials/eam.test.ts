import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { eam } from "../../src/potentials/eam.js";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import { readSetfl } from "../../src/potentials/setfl.js";
import { crystal } from "../../src/structures/crystal.js";
import { bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";
import { expectEnergyKept } from "../support/checkMotion.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const copper = loadEamCopper();
const { setfl } = JSON.parse(
  readFileSync(join(import.meta.dirname, "manyBody.reference.json"), "utf8"),
) as { setfl: string };
const alloy = eam(readSetfl(setfl));
const fcc = crystal("fcc", { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(3.615) });

describe("one element, disordered", () => {
  const system = disordered({ atoms: 12, edge: 10.5, seed: 2, elements: [29] });
  test("forces and virial are the derivatives", () => expectDerivatives(eam(copper), system));
  test("invariances", () => expectInvariances(eam(copper), system));
});

describe("two elements, disordered", () => {
  const system = disordered({ atoms: 12, edge: 10.5, seed: 3, elements: [29, 28, 29] });
  test("forces and virial are the derivatives", () => expectDerivatives(alloy, system));
  test("invariances", () => expectInvariances(alloy, system));
});

test("in open space", () => {
  const { cell: _, ...cluster } = disordered({ atoms: 8, edge: 9, seed: 5, elements: [29] });
  expectDerivatives(eam(copper), cluster);
  expectInvariances(eam(copper), cluster);
});

test("the total energy is kept, to the square of the time step", () =>
  expectEnergyKept(eam(copper), fcc, { kelvin: 600, timeStepFs: 4, steps: 100 }));

// C11 C12 C44 of S. M. Foiles et al., Phys. Rev. B 33, 7983 (1986), table IV: 1.67 1.24 0.76 · 10¹² erg/cm³.
test("the elastic constants of copper are the published ones, to 2 %", () => {
  const gpa = 29421.015696;
  const found = cubicConstants(elasticConstants(fcc, eam(copper)));
  expect(Math.abs((found.c11 * gpa) / 167 - 1)).toBeLessThan(0.02);
  expect(Math.abs((found.c12 * gpa) / 124 - 1)).toBeLessThan(0.02);
  expect(Math.abs((found.c44 * gpa) / 76 - 1)).toBeLessThan(0.02);
});

test("an atom has its F and half of its pairs: a dimer's two shares are equal, an atom alone has F(0) = 0", () => {
  const positions = Float64Array.of(0, 0, 0, 4.5, 0, 0);
  const { atomicEnergies } = eam(copper).energyAndForces({
    positions,
    atomicNumbers: Uint8Array.of(29, 29),
  });
  expect(atomicEnergies[0]).toBe(atomicEnergies[1]);
  const alone = { positions: new Float64Array(3), atomicNumbers: Uint8Array.of(29) };
  expect(eam(copper).energyAndForces(alone).energy).toBe(0);
});

test("copper's F bends upwards up to 0.076, in the crystal are 0.0408", () => {
  const [{ embedding, density }] = copper.elements as [(typeof copper.elements)[0]];
  const bend = (k: number): number => embedding[k + 1]! - 2 * embedding[k]! + embedding[k - 1]!;
  const end = embedding.findIndex((_, k) => k > 0 && bend(k) <= 0);
  expect(end * copper.densityStep).toBeCloseTo(0.076, 3);
  const at = (r: number): number => density[Math.round(bohrFromAngstrom(r) / copper.distanceStep)]!;
  const inCrystal = 12 * at(3.615 / Math.SQRT2) + 6 * at(3.615) + 24 * at(3.615 * Math.sqrt(1.5));
  expect(inCrystal).toBeCloseTo(0.0408, 4);
});

test("beyond the largest density F goes on along its last slope", () => {
  const last = copper.elements[0]!.embedding.length - 1;
  // Pairs without energy and density 1 per neighbour: three atoms at one distance see a density of 2.
  const flat = (value: number): Float64Array => new Float64Array(10).fill(value);
  const bent = Float64Array.of(0, -1, -1.5, -1.7, -1.8, -1.85, -1.86);
  const made = (densityStep: number): number =>
    eam({
      comments: [],
      elements: [{ ...copper.elements[0]!, embedding: bent, density: flat(1) }],
      densityStep,
      distanceStep: 1,
      cutoff: 8,
      pairs: [flat(0)],
    }).energyAndForces({
      positions: Float64Array.of(0, 0, 0, 2, 0, 0, 1, Math.sqrt(3), 0),
      atomicNumbers: Uint8Array.of(29, 29, 29),
    }).energy;
  expect(last).toBe(499);
  expect(made(2 / 6)).toBeCloseTo(3 * -1.86, 12);
  expect(made(2 / 6.5)).toBeCloseTo(3 * (-1.86 + 0.5 * -0.01), 12);
  expect(made(2 / 9)).toBeCloseTo(3 * (-1.86 + 3 * -0.01), 12);
});

describe("refuses", () => {
  const run = (change: Partial<typeof copper>) => () => eam({ ...copper, ...change });
  const [element] = copper.elements as [(typeof copper.elements)[0]];
  test("an element without tables", () =>
    expect(() =>
      eam(copper).energyAndForces({ ...fcc, atomicNumbers: Uint8Array.of(29, 29, 79, 29) }),
    ).toThrow("eam: there must be tables for Au, got Cu"));
  test("two atoms at one point", () => {
    const positions = fcc.positions.slice();
    positions.set(positions.subarray(0, 3), 6);
    expect(() => eam(copper).energyAndForces({ ...fcc, positions })).toThrow(
      "atoms 0 and 2 must not be at one point",
    );
  });
  test.each<[string, Partial<typeof copper>, string]>([
    ["no element", { elements: [] }, "there must be tables for an element, got none"],
    ["steps", { distanceStep: 0 }, "distanceStep must be a positive number of bohr, got 0"],
    ["density steps", { densityStep: -1 }, "densityStep must be a positive number of units of"],
    ["cutoff", { cutoff: 12 }, "the cutoff must be within the tables, up to 9.4"],
    ["missing pairs", { pairs: [] }, "pairs must have 1 tables for 1 elements, got 0"],
    [
      "short tables",
      { pairs: [element.density.slice(1)] },
      "pairs[0] must have 500 entries, got 499",
    ],
    [
      "numbers that are not finite",
      { elements: [{ ...element, density: element.density.map((v, k) => (k === 3 ? NaN : v)) }] },
      "density of Cu must be finite numbers, got NaN at entry 3",
    ],
  ])("%s", (_, change, message) => expect(run(change)).toThrow(`eam: ${message}`));
});

test("one hartree·bohr³ is 29421 GPa", () => {
  const joule = 4.359744722206e-18;
  expect(joule / 0.529177210544e-10 ** 3 / 1e9).toBeCloseTo(29421.0157, 3);
  expect(hartreeFromEv(27.211386245981)).toBe(1);
});
