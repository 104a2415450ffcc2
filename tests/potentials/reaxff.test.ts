import { describe, expect, test } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { type ReaxAnalysis, reaxff } from "../../src/potentials/reaxff.js";
import { atomicNumberOf } from "../../src/structures/elements.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { BOHR_IN_ANGSTROM } from "../../src/units/constants.js";
import { atomicTimeFromFs, bohrFromAngstrom } from "../../src/units/convert.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { expectClose } from "../support/closeTo.js";
import {
  forceField,
  KCAL,
  reaxReference,
  reaxReferences,
  systemOf,
} from "../support/reaxReference.js";

const potential = reaxff(forceField);
const asLammps = reaxff(forceField, { convention: "lammps" });
const named = (name: string): System => systemOf(reaxReference(name));

/** One atmosphere in kcal/mol/Å³, with the digits that LAMMPS has for it. */
const ATMOSPHERES = 68568.415;

describe("LAMMPS agrees", () => {
  test("there are the molecules that were promised", () =>
    expect(reaxReferences.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["H2 0.74", "H3 linear", "OH 0.97", "H2O", "CH4", "C2H6"]),
    ));
  test.each(reaxReferences.map(({ name }) => name))("%s", (name) => {
    const reference = reaxReference(name);
    const system = systemOf(reference);
    const { components, charges } = asLammps.analyse(system);
    const { overCoordination, underCoordination, ...others } = components;
    const parts: Record<string, number> = {
      ...others,
      coordination: overCoordination + underCoordination,
    };
    expect(Object.keys(parts).sort()).toEqual(Object.keys(reference.components).sort());
    for (const [part, energy] of Object.entries(reference.components))
      expect(Math.abs(parts[part]! * KCAL - energy), part).toBeLessThan(1e-9);
    for (const [i, charge] of reference.charges.entries())
      expect(Math.abs(charges[i]! - charge)).toBeLessThan(1e-10);

    const { energy, forces, virial } = asLammps.energyAndForces(system);
    expect(Math.abs(energy * KCAL - reference.energy)).toBeLessThan(1e-9);
    for (const [k, force] of reference.forces.flat().entries())
      expect(Math.abs((forces[k]! * KCAL) / BOHR_IN_ANGSTROM - force)).toBeLessThan(1e-6);
    if (!reference.cell) return;
    const volume = reference.cell.reduce((product, edge, d) => product * edge[d]!, 1);
    const [xx, yy, zz, xy, xz, yz] = reference.pressure_tensor as number[];
    const tensor = [xx, xy, xz, xy, yy, yz, xz, yz, zz] as number[];
    for (const [k, pressure] of tensor.entries())
      expect(((virial[k]! * KCAL) / volume) * ATMOSPHERES).toBeCloseTo(pressure, 3);
  });
});

describe("forces and virial are minus the derivatives of the energy", () => {
  test.each([
    "OH 1.4",
    "CO 1.13",
    "H3 bent",
    "H2O shaken",
    "HCOOH shaken",
    "OCHCHO shaken",
    "butadiene shaken",
    "C2H2 shaken",
    "CO2 shaken",
    "water dimer 2.9",
  ])("%s", (name) => expectDerivatives(potential, named(name), 1e-6));
  test("not quite with LAMMPS's constants, which differ for charges and their energy", () => {
    const [bond, by] = [bohrFromAngstrom(1.2), 1e-4];
    const at = (r: number): System => ({
      positions: Float64Array.of(0, 0, 0, 0, 0, r),
      atomicNumbers: Uint8Array.of(8, 1),
    });
    const mismatch = ({ energyAndForces }: typeof potential): number => {
      const slope =
        (energyAndForces(at(bond + by)).energy - energyAndForces(at(bond - by)).energy) / 2 / by;
      return (Math.abs(energyAndForces(at(bond)).forces[5]! + slope) * KCAL) / BOHR_IN_ANGSTROM;
    };
    expect(mismatch(potential)).toBeLessThan(1e-4);
    expect(mismatch(asLammps)).toBeGreaterThan(0.05);
  });
});

describe("what must not change does not", () => {
  test.each(["HCOOH shaken", "water in a cell"])("%s", (name) =>
    expectInvariances(potential, named(name)));
  test("the parts add up to the energy, and the charges to nothing", () => {
    const system = named("OCHCHO shaken");
    const { components, charges } = potential.analyse(system);
    const sum = Object.values(components).reduce((total, part) => total + part, 0);
    expect(sum).toBeCloseTo(potential.energyAndForces(system).energy, 12);
    expect(charges.reduce((total, q) => total + q, 0)).toBeCloseTo(0, 13);
  });
  test("the same molecule in a large cell", () => {
    const system = named("CH3OH shaken");
    const edge = 60;
    const cell = Float64Array.of(edge, 0, 0, 0, edge, 0, 0, 0, edge);
    const [open, inside] = [system, { ...system, cell }].map((s) => potential.energyAndForces(s));
    expect(inside!.energy).toBeCloseTo(open!.energy, 12);
    expectClose(inside!.forces, open!.forces, 1e-11);
  });
  test("charges and bonds are those of the atoms, however the list of neighbours orders them", () => {
    const small = named("water in a cell");
    const one = potential.analyse(small);
    const cells = supercell(small, [2, 2, 2]);
    const n = cells.atomicNumbers.length;
    const old = Array.from({ length: n }, (_, i) => (7 * i) % n); // n = 192 is no multiple of 7
    const all = potential.analyse({
      ...cells,
      atomicNumbers: Uint8Array.from(old, (i) => cells.atomicNumbers[i]!),
      positions: Float64Array.from(
        old.flatMap((i) => [0, 1, 2].map((d) => cells.positions[3 * i + d]!)),
      ),
    });
    const atom = (i: number): number => old[i]! % one.charges.length;
    expectClose(
      all.charges,
      all.charges.map((_, i) => one.charges[atom(i)]!),
      1e-10,
    );
    const names = (pairs: ReaxAnalysis["bonds"], of: (i: number) => number): string[] =>
      [...new Set(pairs.map(({ i, j }) => [of(i), of(j)].sort((a, b) => a - b).join("-")))].sort();
    expect(names(all.bonds, atom)).toEqual(names(one.bonds, (i) => i));
  });
  test("a thin cell, as two of them side by side", () => {
    const system = named("water in a cell");
    const cell = system.cell!;
    const twice: System = {
      atomicNumbers: Uint8Array.from([...system.atomicNumbers, ...system.atomicNumbers]),
      positions: Float64Array.from([
        ...system.positions,
        ...system.positions.map((x, k) => (k % 3 === 0 ? x + cell[0]! : x)),
      ]),
      cell: cell.map((x, k) => (k === 0 ? 2 * x : x)),
    };
    const one = potential.energyAndForces(system).energy;
    expect(potential.energyAndForces(twice).energy).toBeCloseTo(2 * one, 11);
    // LAMMPS's convention sees more hydrogen bonds when an image becomes an atom.
    const bonds = (s: System): number => asLammps.analyse(s).components.hydrogenBonds;
    expect((bonds(twice) - 2 * bonds(system)) * KCAL).toBeLessThan(-0.1);
  });
});

describe("the physics", () => {
  const bondsOf = (name: string): string[] => {
    const { symbols } = reaxReference(name);
    return potential
      .analyse(named(name))
      .bonds.filter(({ order }) => order > 0.3)
      .map(({ i, j, order }) => `${[symbols[i], symbols[j]].sort().join("-")} ${order.toFixed(1)}`)
      .sort();
  };
  test("bond orders are those of chemistry: water, ethane, ethene, carbon monoxide", () => {
    expect(bondsOf("H2O")).toEqual(["H-O 0.9", "H-O 0.9"]);
    expect(bondsOf("C2H6").filter((bond) => bond.startsWith("C-C"))).toEqual(["C-C 1.1"]);
    expect(bondsOf("C2H4").filter((bond) => bond.startsWith("C-C"))[0]).toMatch(/C-C (1\.[6-9]|2)/);
    expect(bondsOf("CO 1.13")[0]).toBe("C-O 2.4");
  });
  test("a bond is σ, π and double π", () => {
    for (const { order, sigma, pi, doublePi } of potential.analyse(named("CO 1.13")).bonds)
      expect(sigma + pi + doublePi).toBeCloseTo(order, 14);
  });
  test("oxygen takes electrons from hydrogen and carbon", () => {
    const { charges } = potential.analyse(named("H2O"));
    expect(charges[0]).toBeLessThan(-0.4);
    expect(charges[1]).toBeGreaterThan(0.2);
  });
  test("O and H 15 Å apart still have ∓0.1 e", () => {
    const { charges } = potential.analyse(named("OH 15.0"));
    expectClose(charges, [-0.097, 0.097], 2e-3);
  });
  test("hydrogen alone has no charges", () =>
    expectClose(potential.analyse(named("H3 bent")).charges, [0, 0, 0], 1e-14));
});

test.each([
  "H2O shaken",
  "hexane",
])("a run of %s keeps the energy, to the square of the time step", (name) => {
  const system = named(name);
  const swing = (timeStepFs: number): number => {
    const steps = Math.round(8 / timeStepFs);
    const samples = simulate({
      system,
      potential,
      velocities: new Float64Array(system.positions.length),
      timeStep: atomicTimeFromFs(timeStepFs),
      steps,
      every: Math.round(0.2 / timeStepFs),
    });
    const totalEnergies = Array.from(samples, (sample) => sample.totalEnergy);
    return Math.max(...totalEnergies.map((energy) => Math.abs(energy - totalEnergies[0]!)));
  };
  const ratio = swing(0.1) / swing(0.05);
  expect(ratio).toBeGreaterThan(3.9);
  expect(ratio).toBeLessThan(4.1);
});

describe("refuses", () => {
  const two = (a: string, b: string, angstrom = 1.2): System => ({
    positions: Float64Array.of(0, 0, 0, 0, 0, bohrFromAngstrom(angstrom)),
    atomicNumbers: Uint8Array.of(atomicNumberOf(a), atomicNumberOf(b)),
  });
  test("elements that the force field does not have, by name", () => {
    const message =
      "reaxff: atoms must be of C, H, O, which the force field describes, got Si (atom 1)";
    expect(() => potential.energyAndForces(two("C", "Si"))).toThrow(new RangeError(message));
    expect(() => potential.analyse(two("C", "Si"))).toThrow(new RangeError(message));
  });
  test("heavy elements and inner walls, which it could not compute", () => {
    const changed = (of: object): typeof potential =>
      reaxff({ ...forceField, elements: forceField.elements.map((e) => ({ ...e, ...of })) });
    expect(() => changed({ massU: 28 }).energyAndForces(two("H", "C"))).toThrow(
      "reaxff: atoms must have masses of at most 21 u, got H (atom 0)",
    );
    expect(() => changed({ innerWall: true }).analyse(two("H", "C"))).toThrow(
      "reaxff: atoms must have no inner wall in the force field, got H (atom 0)",
    );
  });
  test("two atoms at one point", () =>
    expect(() => potential.energyAndForces(two("H", "H", 0))).toThrow(
      "atoms 0 and 1 must not be at one point",
    ));
  test("charges without a lowest energy: soft atoms", () =>
    expect(() =>
      reaxff({
        ...forceField,
        elements: forceField.elements.map((e) => ({ ...e, hardness: e.hardness / 4 })),
      }).energyAndForces(two("O", "H", 0.9)),
    ).toThrow("reaxff: charges must have a lowest energy, but it falls without end"));
  test("an unknown convention", () =>
    expect(() => reaxff(forceField, { convention: "paper" as "lammps" })).toThrow(
      new TypeError('reaxff: convention must be "codata" or "lammps", got paper'),
    ));
});
