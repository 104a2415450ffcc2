import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { buckingham } from "../../src/potentials/buckingham.js";
import { fromFormula } from "../../src/potentials/fromFormula.js";
import { hardSphere } from "../../src/potentials/hardSphere.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { mixedTerms } from "../../src/potentials/mixing.js";
import { morse } from "../../src/potentials/morse.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const argon = lennardJones({ epsilon: 3.8e-4, sigma: 6.43 });
const POTENTIALS = {
  "Lennard-Jones, shift": pairPotential(argon, { cutoff: 14, truncation: "shift" }),
  "Lennard-Jones, forceShift": pairPotential(argon, { cutoff: 14, truncation: "forceShift" }),
  Morse: pairPotential(morse({ wellDepth: 0.01, bondLength: 6, stiffness: 0.7 }), {
    cutoff: 13,
    truncation: "shift",
  }),
  Buckingham: pairPotential(buckingham({ wall: 60, range: 0.6, dispersion: 60 }), {
    cutoff: 13,
    truncation: "shift",
  }),
  "a typed formula": pairPotential(fromFormula("a*exp(-r/b)/r", { a: 2, b: 1.5 }), {
    cutoff: 13,
    truncation: "shift",
  }),
  "two species": pairPotential(
    mixedTerms(
      { Ar: { epsilon: 3.8e-4, sigma: 6.43 }, Kr: { epsilon: 5e-4, sigma: 6.9 } },
      "lorentzBerthelot",
    ),
    { cutoff: 14, truncation: "shift" },
  ),
};
const SYSTEMS: Record<string, System> = {
  "a sheared cell without order": disordered({ atoms: 12, edge: 19, seed: 1, elements: [18, 36] }),
  "a cell thinner than the cutoff": disordered({ atoms: 3, edge: 10, seed: 2, elements: [18, 36] }),
};
{
  const { cell, ...cluster } = disordered({ atoms: 9, edge: 17, seed: 3, elements: [18, 36] });
  SYSTEMS["a cluster in open space"] = cluster;
}

describe.each(Object.entries(POTENTIALS))("%s", (_, potential) => {
  describe.each(Object.entries(SYSTEMS))("%s", (_, system) => {
    test("forces and virial are derivatives of the energy", () =>
      expectDerivatives(potential, system));
    test("shift, rotation, numbering and choice of cell change nothing; forces add up to 0", () =>
      expectInvariances(potential, system));
  });
});

test("any structure at all: invariances", () => {
  const arbitrary = fc.record({
    atoms: fc.integer({ min: 2, max: 8 }),
    edge: fc.double({ min: 11, max: 25, noNaN: true }),
    shear: fc.double({ min: 0, max: 0.7, noNaN: true }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  });
  fc.assert(
    fc.property(arbitrary, (shape) =>
      expectInvariances(POTENTIALS["Lennard-Jones, shift"], disordered(shape)),
    ),
    { numRuns: 30 },
  );
});

describe("the sentences of the docstring", () => {
  const pair = (r: number): System => ({
    positions: Float64Array.of(0, 0, 0, 0, r, 0),
    atomicNumbers: Uint8Array.of(18, 18),
  });
  test("a pair: u(r), force −u′(r) outwards, half of the energy for each", () => {
    const { energy, forces, atomicEnergies, virial } = pairPotential(argon, {
      cutoff: 14,
    }).energyAndForces(pair(6));
    expect(energy).toBe(argon.energy(6));
    expect([...atomicEnergies]).toEqual([energy / 2, energy / 2]);
    expect(forces[4]).toBeCloseTo(-argon.slope(6), 15);
    expect(forces[4]).toBeGreaterThan(0); // nearer than σ they push each other apart,
    expect(virial[4]).toBeCloseTo(6 * forces[4]!, 15); // and the virial is positive
  });
  test("r_ij < r_c: a pair at the cutoff does not count", () => {
    const potential = pairPotential(argon, { cutoff: 8 });
    expect(potential.energyAndForces(pair(8)).energy).toBe(0);
    expect(potential.energyAndForces(pair(7.999999)).energy).toBeLessThan(-1e-5);
  });
  test("a cutoff of Infinity: all pairs", () => {
    const { cell, ...cluster } = disordered({ atoms: 5, edge: 15, seed: 4 });
    const { energy } = pairPotential(argon, { cutoff: Number.POSITIVE_INFINITY }).energyAndForces(
      cluster,
    );
    let sum = 0;
    const at = (i: number): Float64Array => cluster.positions.slice(3 * i, 3 * i + 3);
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < i; j++)
        sum += argon.energy(Math.hypot(...at(i).map((x, d) => x - at(j)[d]!)));
    expect(energy).toBeCloseTo(sum, 15);
  });
  test("images included: twice the cell has twice the energy", () => {
    const system = disordered({ atoms: 5, edge: 16, seed: 5 });
    const potential = POTENTIALS["Lennard-Jones, shift"];
    const { energy, atomicEnergies } = potential.energyAndForces(system);
    const double = potential.energyAndForces(supercell(system, [2, 1, 1]));
    expect(double.energy / energy).toBeCloseTo(2, 12);
    expect(double.atomicEnergies[0]! / atomicEnergies[0]!).toBeCloseTo(1, 12);
  });
  test("terms by species, in either order of the symbols", () => {
    const zero = { energy: (): number => 0, slope: (): number => 0 };
    const unlike: System = { ...pair(7), atomicNumbers: Uint8Array.of(18, 36) };
    for (const name of ["Ar-Kr", "Kr-Ar"]) {
      const potential = pairPotential(
        { "Ar-Ar": zero, [name]: argon, "Kr-Kr": zero },
        { cutoff: 14 },
      );
      expect(potential.energyAndForces(unlike).energy).toBe(argon.energy(7));
      expect(potential.energyAndForces(pair(7)).energy).toBe(0);
    }
  });
  test("hard spheres that do not overlap have no energy", () => {
    const spheres = pairPotential(hardSphere({ diameter: 6 }), { cutoff: 10 });
    expect(spheres.energyAndForces(pair(6)).energy).toBe(0);
  });
});

test("a changed copy of a Lennard-Jones term is taken as it is", () => {
  const doubled = { ...argon, slope: (r: number): number => 2 * argon.slope(r) };
  const system = disordered({ atoms: 5, edge: 16, seed: 6 });
  const [one, two] = [argon, doubled].map((term) => {
    const out = new Float64Array(15);
    pairPotential(term, { cutoff: 12 }).forcesInto!(out, system);
    return out;
  });
  expect(two![0]! / one![0]!).toBeCloseTo(2, 12);
});

test("neighbours are kept: a list with a skin serves a run of steps", () => {
  const solid = displaced(
    supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 }), [3, 3, 3]),
    {
      deviation: 0.2,
      random: seededRandom(1),
    },
  );
  const list = new NeighbourList({ cutoff: 14, skin: 2.5, kind: "half" });
  const potential = POTENTIALS["Lennard-Jones, shift"];
  for (let k = 0; k < 10; k++) {
    const moved = {
      ...solid,
      positions: solid.positions.map((x, i) => x + 0.07 * k * Math.sin(i)),
    };
    const kept = potential.energyAndForces(moved, list);
    expect(kept.energy).toBeCloseTo(potential.energyAndForces(moved).energy, 13);
  }
  expect(list.builds).toBe(1);
});

describe("refuses", () => {
  const unlike: System = {
    positions: Float64Array.of(0, 0, 0, 7, 0, 0),
    atomicNumbers: Uint8Array.of(11, 17),
  };
  const message = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
    return "nothing";
  };
  test("species without a term", () => {
    const potential = pairPotential({ "Na-Na": argon, "Cl-Cl": argon }, { cutoff: 9 });
    expect(message(() => potential.energyAndForces(unlike))).toBe(
      "RangeError: pairPotential: there must be a term for Na-Cl, got Na-Na, Cl-Cl",
    );
  });
  test.each([
    [
      { "Na-Cl": argon, "Cl-Na": argon },
      "RangeError: pairPotential: there must be one term for Cl-Na, got two",
    ],
    [{ NaCl: argon }, 'RangeError: pairPotential: terms must have names like "Na-Cl", got "NaCl"'],
    [{ "Na-Qq": argon }, 'RangeError: atomicNumberOf: symbol must be that of an element, got "Qq"'],
  ])("the names %#", (terms, wanted) => {
    expect(message(() => pairPotential(terms as never, { cutoff: 9 }))).toBe(wanted);
  });
  test.each([0, -1, Number.NaN])("a cutoff of %f", (cutoff) => {
    expect(message(() => pairPotential(argon, { cutoff }))).toBe(
      `RangeError: pairPotential: cutoff must be a positive number of bohr, got ${cutoff}`,
    );
  });
  test("two atoms at one point", () => {
    const system = { ...unlike, positions: Float64Array.of(1, 2, 3, 1, 2, 3) };
    expect(message(() => pairPotential(argon, { cutoff: 9 }).energyAndForces(system))).toBe(
      "RangeError: NeighbourList: atoms 0 and 1 must not be at one point, got (1 2 3) bohr for both",
    );
  });
  test("an energy that is not finite, with the atoms to blame", () => {
    const system = { ...unlike, positions: Float64Array.of(0, 0, 0, 1e-30, 0, 0) };
    expect(message(() => pairPotential(argon, { cutoff: 9 }).energyAndForces(system))).toMatch(
      /^RangeError: pairPotential: the energy must be a finite number of hartree, got (NaN|Infinity); atoms 0 and 1 are 1e-30 bohr apart$/,
    );
  });
  test("overlapping hard spheres", () => {
    const spheres = pairPotential(hardSphere({ diameter: 8 }), { cutoff: 10 });
    expect(message(() => spheres.energyAndForces(unlike))).toBe(
      "RangeError: hardSphere: slope must be asked for at 8 bohr or more, got 7",
    );
  });
  test("a list that is too short or of the other kind", () => {
    const potential = pairPotential(argon, { cutoff: 9 });
    const short = new NeighbourList({ cutoff: 8, skin: 5, kind: "half" });
    expect(message(() => potential.energyAndForces(unlike, short))).toBe(
      "RangeError: pairPotential: neighbours must have a cutoff of 9 bohr or more, got 8",
    );
    const full = new NeighbourList({ cutoff: 9, kind: "full" });
    expect(message(() => potential.energyAndForces(unlike, full))).toBe(
      "TypeError: pairPotential: neighbours must be a half list, got a full one",
    );
  });
});
