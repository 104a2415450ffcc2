import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buckingham } from "../../src/potentials/buckingham.js";
import { coulomb } from "../../src/potentials/coulomb.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { mixedTerms } from "../../src/potentials/mixing.js";
import { morse } from "../../src/potentials/morse.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { PairTerm, Potential } from "../../src/potentials/potential.js";
import { crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { bohrFromAngstrom, evFromHartree, hartreeFromEv } from "../../src/units/convert.js";
import { expectAsLammps, lammpsReference } from "../support/lammpsReference.js";

const unitTerm = lennardJones({ epsilon: 1, sigma: 1 });
const pair = { Ar: { epsilon: 1, sigma: 1 }, K: { epsilon: 0.7, sigma: 1.2 } };

const CASES: Record<string, Potential> = {
  "LJ sheared": pairPotential(unitTerm, { cutoff: 2.5 }),
  "LJ sheared, shift": pairPotential(unitTerm, { cutoff: 2.5, truncation: "shift" }),
  "LJ sheared, forceShift": pairPotential(unitTerm, { cutoff: 2.5, truncation: "forceShift" }),
  "LJ mixture, Lorentz-Berthelot": pairPotential(mixedTerms(pair, "lorentzBerthelot"), {
    cutoff: 2.5,
  }),
  "LJ mixture, geometric": pairPotential(mixedTerms(pair, "geometric"), { cutoff: 2.5 }),
  "Morse sheared": pairPotential(morse({ wellDepth: 1, bondLength: 1.15, stiffness: 4.5 }), {
    cutoff: 2.5,
  }),
  "Buckingham sheared": pairPotential(buckingham({ wall: 2e4, range: 0.1, dispersion: 1 }), {
    cutoff: 2.5,
  }),
  "LJ in a thin cell": pairPotential(unitTerm, { cutoff: 4.5 }),
  "LJ layers far apart": pairPotential(unitTerm, { cutoff: 3 }),
  "Coulomb cluster": coulomb(),
};

test.each(Object.entries(CASES))("%s agrees with LAMMPS", (name, potential) => {
  expectAsLammps(potential, lammpsReference("pair", name));
});

describe("in angstrom and eV", () => {
  const inMetal = (
    name: string,
    term: (length: number, unit: number) => PairTerm,
    cutoff: number,
  ): void => {
    const reference = lammpsReference("lammps", name);
    const { length, unit } = reference;
    expectAsLammps(pairPotential(term(length, unit), { cutoff: cutoff * length }), reference);
  };
  test("argon under Lennard-Jones", () =>
    inMetal(
      "LJ Ar Rahman metal rc=8.5 unshifted",
      (length, unit) => lennardJones({ epsilon: 0.0103234 * unit, sigma: 3.405 * length }),
      8.5,
    ));
  test("copper under Morse's potential", () =>
    inMetal(
      "Morse Cu Girifalco-Weizer jit=0",
      (length, unit) =>
        morse({ wellDepth: 0.3429 * unit, bondLength: 2.866 * length, stiffness: 1.3588 / length }),
      7,
    ));
  test("a liquid in reduced units", () =>
    inMetal("LJ reduced rho=.8442 rc=2.5 unshifted", () => unitTerm, 2.5));
});

test.each([
  "fcc",
  "bcc",
] as const)("copper under Morse's potential, %s at 31 lattice constants", (name) => {
  const text = readFileSync(dataFile("lammps/lammps_ev_curves.json"), "utf8");
  const { a, E } = JSON.parse(text).curves[`Cu Morse GW ${name}`] as { a: number[]; E: number[] };
  const term = morse({
    wellDepth: hartreeFromEv(0.3429),
    bondLength: bohrFromAngstrom(2.866),
    stiffness: 1.3588 / bohrFromAngstrom(1),
  });
  const potential = pairPotential(term, { cutoff: bohrFromAngstrom(7) });
  const found = a.map((edge) => {
    const system = crystal(name, { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(edge) });
    return evFromHartree(potential.energyAndForces(system).energy) / system.atomicNumbers.length;
  });
  for (const [k, energy] of E.entries()) expect(found[k]! / energy).toBeCloseTo(1, 10);
});
