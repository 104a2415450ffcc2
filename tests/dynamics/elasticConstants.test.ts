import { describe, expect, test } from "vitest";
import { birchMurnaghan } from "../../src/dynamics/birchMurnaghan.js";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { energyVolume } from "../../src/dynamics/energyVolume.js";
import { minimise } from "../../src/dynamics/minimise.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { morse } from "../../src/potentials/morse.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { Potential } from "../../src/potentials/potential.js";
import { timesMatrix } from "../../src/structures/cell.js";
import { deformed } from "../../src/structures/deformed.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

// In the units of the reference: Lennard-Jones units; eV and angstrom for copper.
const cutLennardJones = pairPotential(lennardJones({ epsilon: 1, sigma: 1 }), {
  cutoff: 3.2,
  truncation: "shift",
});
const potentials: Record<string, Potential> = {
  "Lennard-Jones fcc": cutLennardJones,
  "Lennard-Jones hcp": cutLennardJones,
  "Morse copper": pairPotential(
    morse({ wellDepth: 0.3429, bondLength: 2.866, stiffness: 1.3588 }),
    { cutoff: 12 },
  ),
};
const cases = reference.elastic.map((entry) => {
  const cell = Float64Array.from(entry.cell.flat());
  const system: System = {
    positions: timesMatrix(Float64Array.from(entry.fractions.flat()), cell),
    atomicNumbers: new Uint8Array(entry.fractions.length).fill(18),
    cell,
  };
  return { ...entry, system, potential: potentials[entry.name]! };
});
const [fcc, hcp, copper] = cases as unknown as [
  (typeof cases)[number],
  (typeof cases)[number],
  (typeof cases)[number],
];

describe.each(cases)("$name, as LAMMPS has it", ({ system, potential, ...wanted }) => {
  const tolerance = { forceTolerance: 1e-9 };
  const c = elasticConstants(system, potential, tolerance);
  const largest = Math.max(...wanted.c.flat());
  test("the crystal at rest", () => {
    const { energy, virial } = potential.energyAndForces(system);
    expect(energy / system.atomicNumbers.length / wanted.energyPerAtom).toBeCloseTo(1, 9);
    expect(Math.max(...virial.map(Math.abs)) / Math.abs(energy)).toBeLessThan(1e-6);
  });
  test("all 36, to a part of a million of the largest", () => {
    expectClose(
      c.map((x) => x / largest),
      wanted.c.flat().map((x) => x / largest),
      2e-6,
    );
  });
  test("and with the atoms held where the strain puts them", () => {
    const [c11] = elasticConstants(system, potential, { relax: false });
    expect(c11! / wanted.c11WithoutRelaxing).toBeCloseTo(1, 5);
  });
});

test("relaxing matters in hcp: C11 falls from 136.7 to 128.2", () => {
  expect(hcp.c11WithoutRelaxing - hcp.c[0]![0]!).toBeCloseTo(8.48, 1);
});

describe("cubic crystals", () => {
  test("C11, C12, C44 of copper in GPa: 173.7, 122.6, 122.6", () => {
    const found = cubicConstants(elasticConstants(copper.system, copper.potential));
    const gpa = [found.c11, found.c12, found.c44].map((c) => 160.2176634 * c);
    expectClose(gpa, [173.7, 122.62, 122.62], 1e-4);
  });
  test("a pair potential at rest has C12 = C44 (Cauchy)", () => {
    for (const { system, potential } of [fcc, copper]) {
      const { c12, c44 } = cubicConstants(elasticConstants(system, potential));
      expect(c12 / c44).toBeCloseTo(1, 5);
    }
  });
  test("(C11 + 2 C12)/3 is what birchMurnaghan finds", () => {
    // Close to the minimum, where the crystal's own curve and that of Birch and Murnaghan are one.
    const { volumes, energies } = energyVolume(fcc.system, fcc.potential, {
      from: 0.998,
      to: 1.002,
      points: 9,
    });
    const { bulkModulus } = cubicConstants(elasticConstants(fcc.system, fcc.potential));
    expect(birchMurnaghan(volumes, energies).bulkModulus / bulkModulus).toBeCloseTo(1, 5);
  });
  test("second derivatives of the energy: 2 C44 γ²/2 per volume of a pure shear", () => {
    const { system, potential } = fcc;
    const h = 1e-3;
    const energyAt = (gamma: number): number =>
      potential.energyAndForces(deformed(system, [1, gamma / 2, 0, gamma / 2, 1, 0, 0, 0, 1]))
        .energy;
    const second = (energyAt(h) - 2 * energyAt(0) + energyAt(-h)) / h ** 2 / system.cell![0]! ** 3;
    expect(second / fcc.c[3]![3]!).toBeCloseTo(1, 4);
  });
});

test("a crystal turned in space has its constants turned: C11 along a diagonal of the cube", () => {
  const s = Math.SQRT1_2;
  const turned = deformed(fcc.system, [s, s, 0, -s, s, 0, 0, 0, 1]);
  const [c11] = elasticConstants(turned, fcc.potential);
  const { c11: c, c12, c44 } = cubicConstants(elasticConstants(fcc.system, fcc.potential));
  expect(c11! / ((c + c12) / 2 + c44)).toBeCloseTo(1, 5); // strains of 2e-4 are not infinitely small
});

test("the order of Voigt is xx yy zz yz xz xy: hcp with its axis along each of x, y, z", () => {
  const [along, across] = [hcp.c[5]![5]!, hcp.c[3]![3]!]; // shears around the axis, and of it
  for (const [F, shears] of [
    [
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      [across, across, along],
    ],
    [
      [0, 1, 0, 0, 0, 1, 1, 0, 0],
      [along, across, across],
    ],
    [
      [0, 0, 1, 1, 0, 0, 0, 1, 0],
      [across, along, across],
    ],
  ] as const) {
    const c = elasticConstants(deformed(hcp.system, F), hcp.potential, { forceTolerance: 1e-9 });
    expectClose(
      [c[21]! / across, c[28]! / across, c[35]! / across],
      shears.map((shear) => shear / across),
      1e-5,
    );
  }
});

describe("refuses", () => {
  const { cell, ...open } = fcc.system;
  test("open space and large strains", () => {
    expect(() => elasticConstants(open, fcc.potential)).toThrow(
      new RangeError(
        "elasticConstants: there must be a cell and a strain up to 0.1, got open space and 0.0002",
      ),
    );
    expect(() => elasticConstants(fcc.system, fcc.potential, { strain: 0.2 })).toThrow(
      new RangeError(
        "elasticConstants: there must be a cell and a strain up to 0.1, got a cell and 0.2",
      ),
    );
  });
  test("atoms that do not come to rest", () => {
    expect(() => elasticConstants(hcp.system, hcp.potential, { forceTolerance: 1e-300 })).toThrow(
      /^elasticConstants: the strained atoms must come to rest, got a force of [\d.e-]+ hartree\/bohr$/,
    );
  });
  test("a crystal that is not cubic", () => {
    expect(() => cubicConstants(Float64Array.from(hcp.c.flat()))).toThrow(
      /^cubicConstants: matrix must be that of a cubic crystal along x, y, z; entry 11 must be 135\.\d+, got 128\.\d+$/,
    );
  });
  test("a crystal at rest under minimise is what it wants", () => {
    const rest = minimise({
      system: deformed(fcc.system, [1.01, 0, 0, 0, 1.01, 0, 0, 0, 1.01]),
      potential: fcc.potential,
      cell: "free",
      forceTolerance: 1e-9,
      longestStep: 0.1,
    });
    const { c11 } = cubicConstants(elasticConstants(rest.system, fcc.potential));
    expect(c11 / fcc.c[0]![0]!).toBeCloseTo(1, 5);
  });
});
