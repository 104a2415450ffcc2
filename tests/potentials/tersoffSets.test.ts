import { describe, expect, test } from "vitest";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { minimise } from "../../src/dynamics/minimise.js";
import { tersoff } from "../../src/potentials/tersoff.js";
import {
  mixedTersoff,
  tersoffCarbon1989,
  tersoffSilicon1988,
  tersoffSilicon1989,
  tersoffSiliconCarbon1989,
} from "../../src/potentials/tersoffSets.js";
import { crystal } from "../../src/structures/crystal.js";
import {
  angstromFromBohr,
  bohrFromAngstrom,
  evFromHartree,
  hartreeFromEv,
} from "../../src/units/convert.js";

test.each([
  ["silicon 1988", tersoffSilicon1988, "Si", 5.43123, -4.63041],
  ["silicon 1989", tersoffSilicon1989, "Si", 5.432, -4.6296],
  ["carbon 1989", tersoffCarbon1989, "C", 3.5656, -7.37051],
] as const)("%s: edge and energy of diamond", (_, set, symbol, edge, energy) => {
  const start = crystal("diamond", { symbols: [symbol], latticeConstant: bohrFromAngstrom(edge) });
  const found = minimise({
    system: start,
    potential: tersoff(set),
    cell: "free",
    forceTolerance: 1e-9,
  });
  expect(angstromFromBohr(found.system.cell![0]!)).toBeCloseTo(edge, 4);
  expect(evFromHartree(found.energy) / 8).toBeCloseTo(energy, 5);
});

test.each([
  ["1988", tersoffSilicon1988, 10],
  ["1989", tersoffSilicon1989, 69],
] as const)("silicon %s: C44 is %d GPa", (_, set, gpa) => {
  const system = crystal("diamond", { symbols: ["Si"], latticeConstant: bohrFromAngstrom(5.4316) });
  const { c44 } = cubicConstants(elasticConstants(system, tersoff(set)));
  expect(Math.abs(c44 * 29421.0157 - gpa)).toBeLessThan(0.7);
});

test("the pure triples of the mixture are the elements' own sets", () => {
  for (const [name, set] of [
    ["Si-Si-Si", tersoffSilicon1989],
    ["C-C-C", tersoffCarbon1989],
  ] as const)
    for (const [key, value] of Object.entries(set))
      expect(tersoffSiliconCarbon1989[name]![key as "A"]).toBeCloseTo(value, 13);
  expect(Object.keys(tersoffSiliconCarbon1989)).toHaveLength(8);
});

// J. Tersoff, Phys. Rev. B 39, 5566 (1989): between Si and C B = 395.145 eV, λ₂ = 1.97205 1/Å, R, D.
test("between silicon and carbon the numbers that LAMMPS's file has, rounded there", () => {
  const found = tersoffSiliconCarbon1989["Si-C-C"]!;
  const angstrom = bohrFromAngstrom(1);
  expect(evFromHartree(found.A)).toBeCloseTo(1597.3111, 4);
  expect(evFromHartree(found.B)).toBeCloseTo(395.145, 2);
  expect(found.lambda1 * angstrom).toBeCloseTo(2.9839, 6);
  expect(found.lambda2 * angstrom).toBeCloseTo(1.97205, 6);
  expect(angstromFromBohr(found.R)).toBeCloseTo(2.35726, 4);
  expect(angstromFromBohr(found.D)).toBeCloseTo(0.1527, 4);
  expect(found.c).toBe(100390); // of the atom in the middle
  expect(evFromHartree(tersoffSiliconCarbon1989["C-Si-C"]!.B)).toBeCloseTo(395.145, 2);
  expect(hartreeFromEv(471.18)).toBe(tersoffSilicon1989.B);
});

test("silicon carbide binds more strongly than its elements apart", () => {
  const at = (name: "zincblende" | "diamond", symbols: string[], edge: number): number => {
    const start = crystal(name, { symbols, latticeConstant: bohrFromAngstrom(edge) });
    const found = minimise({
      system: start,
      potential: tersoff(tersoffSiliconCarbon1989),
      cell: "free",
    });
    return evFromHartree(found.energy) / 8;
  };
  const apart = (at("diamond", ["Si"], 5.432) + at("diamond", ["C"], 3.5656)) / 2;
  expect(at("zincblende", ["Si", "C"], 4.32)).toBeLessThan(apart);
});

describe("mixedTersoff", () => {
  test("a factor may be given in either order, and is 1 where it is absent", () => {
    const elements = { Si: tersoffSilicon1989, C: tersoffCarbon1989 };
    const [one, other, none] = [
      mixedTersoff(elements, { "Si-C": 0.9 }),
      mixedTersoff(elements, { "C-Si": 0.9 }),
      mixedTersoff(elements),
    ];
    expect(one).toEqual(other);
    expect(one["Si-C-C"]!.B / none["Si-C-C"]!.B).toBeCloseTo(0.9, 14);
  });
  test("refuses factors of what is not there", () =>
    expect(() => mixedTersoff({ Si: tersoffSilicon1989 }, { "Si-Ge": 1 })).toThrow(
      'mixedTersoff: factors must have names like "Si-C" of Si, got "Si-Ge"',
    ));
});
