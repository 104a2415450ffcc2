import { describe, expect, test } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { seededRandom } from "../../src/numerics/random.js";
import { loadCharmm22 } from "../../src/potentials/charmm/charmm22.js";
import { alanineDipeptide, butane, ethane, waters } from "../../src/potentials/charmm/molecules.js";
import { type Molecule, topologyOf } from "../../src/potentials/charmm/topology.js";
import { type CharmmTerm, charmm } from "../../src/potentials/charmm.js";
import type { Potential } from "../../src/potentials/potential.js";
import type { System } from "../../src/structures/system.js";
import { atomicTimeFromFs, bohrFromAngstrom } from "../../src/units/convert.js";
import { HARTREE_IN_KCAL_PER_MOL, kcalPerMolFromHartree } from "../../src/units/kcalPerMol.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { openmm, systemOf } from "./charmm/openmmReference.js";

const charmm22 = loadCharmm22();
const molecules: Readonly<Record<string, Molecule>> = {
  ethane,
  butane,
  waters: waters(3),
  alanineDipeptide,
};
const names = Object.keys(molecules);
const terms: readonly CharmmTerm[] = [
  "bonds",
  "angles",
  "ureyBradley",
  "dihedrals",
  "impropers",
  "lennardJones",
  "coulomb",
];
const forceField = (name: string) => charmm(topologyOf(molecules[name]!), charmm22);

/** The Coulomb constant of both programs, kcal Å/mol/e²: theirs over ours. */
const coulombRatio =
  openmm.coulomb_constant / (HARTREE_IN_KCAL_PER_MOL * bohrFromAngstrom(1) ** -1);

describe.each(names)("%s equals OpenMM, term by term, to 1e-8", (name) => {
  const system = systemOf(name);
  const { terms: ours } = forceField(name);
  test.each(terms)("%s", (term) => {
    const wanted = openmm.systems[name]!.terms[term];
    const ratio = term === "coulomb" ? coulombRatio : 1;
    const { energy, forces } = ours[term].energyAndForces(system);
    const unit = kcalPerMolFromHartree(ratio);
    expect(Math.abs(energy * unit - wanted.energy)).toBeLessThan(
      1e-8 * Math.max(1, Math.abs(wanted.energy)),
    );
    const force = unit / bohrFromAngstrom(1) ** -1;
    const flat = wanted.forces.flat();
    const largest = Math.max(1, ...flat.map(Math.abs));
    const off = flat.map((f, i) => Math.abs(forces[i]! * force - f));
    expect(Math.max(...off)).toBeLessThan(1e-8 * largest);
  });
});

test("the Coulomb constants of OpenMM and of this course differ by less than 1e-9", () => {
  expect(openmm.coulomb_constant).toBeCloseTo(332.063713, 6);
  expect(Math.abs(coulombRatio - 1)).toBeLessThan(1e-9);
});

test("the molecules are those that OpenMM was given", () => {
  for (const name of names) {
    const { types, charges, bonds, impropers = [] } = molecules[name]!;
    const given = openmm.systems[name]!;
    expect({ types, charges, bonds, impropers }).toEqual({
      types: given.types,
      charges: given.charges,
      bonds: given.bonds,
      impropers: given.impropers,
    });
  }
});

describe.each(names)("%s", (name) => {
  const system = systemOf(name);
  const whole = forceField(name);
  const energyOf = (potential: Potential): number => potential.energyAndForces(system).energy;

  test("forces and virial are derivatives of the energy", () => expectDerivatives(whole, system));
  test.each(terms)("forces and virial of %s are derivatives", (term) =>
    expectDerivatives(whole.terms[term], system));

  test("energies and forces of the terms add up to those of the whole", () => {
    const energies = whole.termEnergies(system);
    expect(Object.keys(energies)).toEqual(terms);
    const sum = Object.values(energies).reduce((a, b) => a + b, 0);
    expect(sum / energyOf(whole)).toBeCloseTo(1, 12);
    for (const term of terms) expect(energies[term]).toBe(energyOf(whole.terms[term]));
    const { forces } = whole.energyAndForces(system);
    for (const [i, force] of forces.entries()) {
      const parts = terms.map((term) => whole.terms[term].energyAndForces(system).forces[i]!);
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(force, 12);
    }
  });

  test("forcesInto gives the forces, and the shares of the atoms the energy", () => {
    const { energy, forces, atomicEnergies } = whole.energyAndForces(system);
    const out = new Float64Array(forces.length).fill(7);
    whole.forcesInto!(out, system);
    expect(out).toEqual(forces);
    expect(atomicEnergies.reduce((a, b) => a + b, 0)).toBeCloseTo(energy, 14);
  });
});

// Numbered from the other end these are the same molecules, as the check needs.
test.each(["ethane", "waters"])("invariances of %s", (name) =>
  expectInvariances(forceField(name), systemOf(name)));

test("numbering the atoms of the dipeptide in another order changes nothing", () => {
  const system = systemOf("alanineDipeptide");
  const random = seededRandom(3);
  const order = alanineDipeptide.types
    .map((_, i) => ({ i, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);
  const place = (old: number): number => order.indexOf(old);
  const renumbered: Molecule = {
    types: order.map((i) => alanineDipeptide.types[i]!),
    charges: order.map((i) => alanineDipeptide.charges[i]!),
    bonds: alanineDipeptide.bonds.map(([i, j]) => [place(i), place(j)]),
    impropers: alanineDipeptide.impropers!.map(
      ([i, j, k, l]) => [place(i), place(j), place(k), place(l)] as const,
    ),
  };
  const moved: System = {
    positions: Float64Array.from(
      order.flatMap((i) => [...system.positions.slice(3 * i, 3 * i + 3)]),
    ),
    atomicNumbers: Uint8Array.from(order, (i) => system.atomicNumbers[i]!),
  };
  const before = forceField("alanineDipeptide").energyAndForces(system);
  const after = charmm(topologyOf(renumbered), charmm22).energyAndForces(moved);
  expect(after.energy / before.energy).toBeCloseTo(1, 12);
  for (const [at, i] of order.entries())
    for (let c = 0; c < 3; c++)
      expect(after.forces[3 * at + c]).toBeCloseTo(before.forces[3 * i + c]!, 12);
});

test("NVE conserves energy, its error falling as the square of the step", () => {
  const system = systemOf("butane");
  const swing = (timeStepFs: number): number => {
    const samples = simulate({
      system,
      potential: forceField("butane"),
      velocities: new Float64Array(system.positions.length),
      timeStep: atomicTimeFromFs(timeStepFs),
      steps: Math.round(100 / timeStepFs),
    });
    const totalEnergies = Array.from(samples, (sample) => sample.totalEnergy);
    return Math.max(...totalEnergies) - Math.min(...totalEnergies);
  };
  const [coarse, fine] = [swing(0.2), swing(0.1)];
  expect(coarse / fine).toBeGreaterThan(3.5);
  expect(coarse / fine).toBeLessThan(4.5);
  expect(kcalPerMolFromHartree(fine)).toBeLessThan(0.1); // of 40 kcal/mol that are let go
});

describe("Lennard-Jones and Coulomb", () => {
  const pair = (separation: number): System => ({
    positions: Float64Array.of(0, 0, 0, separation, 0, 0),
    atomicNumbers: Uint8Array.of(6, 8),
  });
  const apart = topologyOf({ types: ["CT2", "O"], charges: [0.4, -0.5], bonds: [] });
  const { terms: of } = charmm(apart, charmm22);

  test("the minimum is −√(ε_i ε_j) at R_i/2 + R_j/2", () => {
    const { energy, forces } = of.lennardJones.energyAndForces(pair(bohrFromAngstrom(2.175 + 1.7)));
    expect(kcalPerMolFromHartree(energy)).toBeCloseTo(-Math.sqrt(0.055 * 0.12), 12);
    expect(Math.abs(forces[0]!)).toBeLessThan(1e-15);
  });
  test("E = q_i q_j / (ε_r r)", () => {
    expect(of.coulomb.energyAndForces(pair(5)).energy).toBeCloseTo(-0.2 / 5, 15);
    const inWater = charmm(apart, { ...charmm22, relativePermittivity: 80 });
    expect(inWater.terms.coulomb.energyAndForces(pair(5)).energy).toBeCloseTo(-0.2 / 400, 15);
  });
  test("charges three bonds apart are multiplied by chargeScale14", () => {
    const system = systemOf("ethane"); // all pairs of its hydrogens at different carbons
    const { coulomb } = forceField("ethane").terms;
    const scaled = charmm(topologyOf(ethane), { ...charmm22, chargeScale14: 0.5 });
    expect(
      scaled.terms.coulomb.energyAndForces(system).energy / coulomb.energyAndForces(system).energy,
    ).toBeCloseTo(0.5, 14);
  });
});

describe("refuses", () => {
  const water = topologyOf(waters(1));
  const system: System = {
    positions: Float64Array.of(1, 1, 0, 0, 0, 0, -1, 1, 0),
    atomicNumbers: Uint8Array.of(1, 8, 1),
  };
  const expectError = (work: () => unknown, message: string): void =>
    expect(work).toThrow(new RangeError(`charmm: ${message}`));

  test("missing parameters, by the atom types", () => {
    const without = (
      part: "atoms" | "bonds" | "angles" | "dihedrals" | "impropers",
      name: string,
    ) => {
      const { [name]: _, ...others } = charmm22[part] as Record<string, unknown>;
      return { ...charmm22, [part]: others } as typeof charmm22;
    };
    const of = (kind: string, types: string, atoms: string): string =>
      `there must be parameters for the ${kind} ${types} (${atoms}), got none`;
    expectError(() => charmm(water, without("atoms", "OT")), of("atom type", "OT", "atom 1"));
    expectError(() => charmm(water, without("bonds", "OT-HT")), of("bond", "HT-OT", "atoms 0-1"));
    expectError(
      () => charmm(water, without("angles", "HT-OT-HT")),
      of("angle", "HT-OT-HT", "atoms 0-1-2"),
    );
    expectError(
      () => charmm(topologyOf(butane), without("dihedrals", "X-CT2-CT3-X")),
      of("dihedral", "CT2-CT2-CT3-HA", "atoms 2-1-0-4"),
    );
    expectError(
      () => charmm(topologyOf(alanineDipeptide), without("impropers", "O-X-X-C")),
      of("improper", "C-CT3-NH1-O", "atoms 4-0-6-5"),
    );
  });
  test("a topology whose lists name other atoms", () =>
    expectError(
      () => charmm({ ...water, angles: [[0, 1, 3]] }, charmm22),
      "topology.angles must be of the atoms 0 to 2, got 0-1-3",
    ));
  test("charges that are not one to an atom", () =>
    expectError(
      () => charmm({ ...water, charges: [1] }, charmm22),
      "topology.charges must be 3, one to an atom, got 1",
    ));
  const { energyAndForces } = charmm(water, charmm22);
  test("a cell", () =>
    expectError(
      () => energyAndForces({ ...system, cell: Float64Array.of(9, 0, 0, 0, 9, 0, 0, 0, 9) }),
      "the system must be in open space, got a cell",
    ));
  test("another number of atoms", () =>
    expectError(
      () => energyAndForces({ positions: new Float64Array(6), atomicNumbers: Uint8Array.of(1, 8) }),
      "the system must have the 3 atoms of the topology, got 2",
    ));
  test("atoms of another element than their type", () =>
    expectError(
      () => energyAndForces({ ...system, atomicNumbers: Uint8Array.of(8, 1, 1) }),
      "atom 0 must be of the element of its type HT, with 1.008 u, got O",
    ));
  test("two atoms at one point", () =>
    expectError(
      () => energyAndForces({ ...system, positions: Float64Array.of(0, 0, 0, 0, 0, 0, 1, 1, 0) }),
      "atoms 0 and 1 must not be at one point",
    ));
  test("a NaN among the positions", () =>
    expectError(
      () => energyAndForces({ ...system, positions: new Float64Array(9).fill(Number.NaN) }),
      "the energy must be a finite number of hartree, got NaN",
    ));
  test("an angle of atoms on a line", () =>
    expectError(
      () => energyAndForces({ ...system, positions: Float64Array.of(1, 0, 0, 0, 0, 0, -1, 0, 0) }),
      "atoms 0, 1 and 2 must not lie on a line: the force of their angle has no direction",
    ));
});
