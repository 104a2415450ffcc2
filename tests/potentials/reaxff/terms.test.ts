import { describe, expect, test } from "vitest";
import { Tape } from "../../../src/numerics/reverse.js";
import type { ReaxComponents } from "../../../src/potentials/reaxff/components.js";
import { reaxComponentNames } from "../../../src/potentials/reaxff/components.js";
import { lonePairsOf } from "../../../src/potentials/reaxff/lonePairs.js";
import { reaxff } from "../../../src/potentials/reaxff.js";
import { atomicNumberOf } from "../../../src/structures/elements.js";
import { bohrFromAngstrom } from "../../../src/units/convert.js";
import { forceField, KCAL, reaxReference, systemOf } from "../../support/reaxReference.js";

const potential = reaxff(forceField);

/** The parts of the energy of atoms at these places, kcal/mol. */
function parts(symbols: string, ...angstrom: number[]): ReaxComponents {
  const { components } = potential.analyse({
    atomicNumbers: Uint8Array.from(symbols.split(" "), atomicNumberOf),
    positions: Float64Array.from(angstrom, bohrFromAngstrom),
  });
  return Object.fromEntries(
    reaxComponentNames.map((name) => [name, components[name] * KCAL]),
  ) as unknown as ReaxComponents;
}
const named = (name: string): ReaxComponents => {
  const reference = reaxReference(name);
  return parts(reference.symbols.join(" "), ...reference.positions.flat());
};

describe("lone pairs", () => {
  const pairs = (totalOrder: number, outerElectrons: number): number => {
    const tape = new Tape();
    tape.restart([totalOrder]);
    return tape.value(lonePairsOf(tape, 6.0891, tape.variable(0), outerElectrons));
  };
  test("oxygen has two in water, one with four bonds, carbon none with four", () => {
    expect(pairs(2, 6)).toBeCloseTo(2, 9);
    expect(pairs(4, 6)).toBeCloseTo(1, 9);
    expect(pairs(4, 4)).toBeCloseTo(0, 9);
  });
  test("their number has no jump where a pair ends", () => {
    for (const order of [2, 4])
      expect(pairs(order - 1e-9, 6) - pairs(order + 1e-9, 6)).toBeCloseTo(0, 6);
  });
  test("breaking one up costs energy: oxygen with three hydrogens", () =>
    expect(
      parts("O H H H", 0, 0, 0, 0.97, 0, 0, -0.49, 0.84, 0, -0.49, -0.84, 0).lonePairs,
    ).toBeGreaterThan(0.5));
});

test("a third hydrogen is too many: over-coordination", () => {
  expect(named("H3 linear").overCoordination).toBeGreaterThan(50);
  expect(named("H2 0.74").overCoordination).toBeLessThan(0);
});

test("an atom of oxygen alone is under-coordinated", () => {
  const { underCoordination, overCoordination } = parts("O", 0, 0, 0);
  expect(underCoordination).toBeLessThan(0);
  expect(overCoordination).toBeCloseTo(0, 12);
});

describe("angles", () => {
  /** Energy of water's angle at this many degrees. */
  const bent = (degrees: number): number => {
    const t = (degrees * Math.PI) / 180;
    return parts("O H H", 0, 0, 0, 0.97, 0, 0, 0.97 * Math.cos(t), 0.97 * Math.sin(t), 0).angles;
  };
  test("the best of water is near 104°, straight and 80° cost energy", () => {
    const angles = Array.from({ length: 91 }, (_, k) => 80 + k);
    const best = angles.reduce((a, b) => (bent(b) < bent(a) ? b : a));
    expect(Math.abs(best - 104)).toBeLessThan(4);
    expect(bent(180)).toBeGreaterThan(5);
  });
  test("an angle goes as its bonds do", () =>
    expect(named("H2O one bond times 2.5").angles).toBeCloseTo(0, 9));
  test("π orders at the atom open it: carbon dioxide is straight at no cost", () =>
    expect(named("CO2").angles).toBeCloseTo(0, 6));
  test("two double bonds at one atom have the penalty", () =>
    expect(Math.abs(named("CO2").anglePenalty)).toBeGreaterThan(10));
  test("atoms in line have finite forces", () => {
    for (const name of ["H3 linear", "C2H2", "CO2"])
      for (const force of potential.energyAndForces(systemOf(reaxReference(name))).forces)
        expect(Number.isFinite(force)).toBe(true);
  });
});

describe("torsions", () => {
  /** Ethane, or what is left of its hydrogens, with one end turned. */
  const turned = (degrees: number, separation: number, hydrogens = 3): ReaxComponents => {
    const symbols = ["C", "C"];
    const X = [0, 0, 0, 0, 0, separation];
    for (const [z, sign, start] of [
      [0, -1, 0],
      [separation, 1, degrees],
    ] as const)
      for (let k = 0; k < hydrogens; k++) {
        const t = ((start + (360 / hydrogens) * k) * Math.PI) / 180;
        X.push(1.03 * Math.cos(t), 1.03 * Math.sin(t), z + sign * (hydrogens === 3 ? 0.36 : 0.55));
        symbols.push("H");
      }
    return parts(symbols.join(" "), ...X);
  };
  test("ethane prefers to be staggered", () =>
    expect(turned(60, 1.53).torsions).toBeLessThan(turned(0, 1.53).torsions));
  test("ethene stays flat", () =>
    expect(turned(90, 1.33, 2).torsions - turned(0, 1.33, 2).torsions).toBeGreaterThan(5));
  test("a torsion goes as its bond does", () => expect(turned(0, 3.2).torsions).toBeCloseTo(0, 9));
  test("conjugation is largest where three bonds in a row have the order 1.5", () => {
    const perCarbon = (name: string, carbons: number): number =>
      named(name).torsionConjugation / carbons;
    expect(perCarbon("C6H6", 6)).toBeLessThan(perCarbon("butadiene", 4));
    expect(perCarbon("butadiene", 4)).toBeLessThan(perCarbon("C2H6", 2));
  });
  test("a ring of three has no torsion of an atom with itself", () => {
    const ring = parts("C C C", 0, 0, 0, 1.5, 0, 0, 0.75, 1.3, 0);
    expect([ring.torsions, ring.torsionConjugation]).toEqual([0, 0]);
  });
});

describe("hydrogen bonds", () => {
  /** O-H, and oxygen this far from the hydrogen in this direction. */
  const hydrogenBond = (angstrom: number, degrees: number): number => {
    const t = (degrees * Math.PI) / 180;
    const [x, y] = [0.97 - angstrom * Math.cos(t), angstrom * Math.sin(t)];
    return parts("O H O", 0, 0, 0, 0.97, 0, 0, x, y, 0).hydrogenBonds;
  };
  test("straight ones are strongest, folded back they are nothing", () => {
    expect(hydrogenBond(1.97, 180)).toBeLessThan(-3);
    expect(hydrogenBond(1.97, 180)).toBeLessThan(hydrogenBond(1.97, 120));
    expect(hydrogenBond(3, 1)).toBeCloseTo(0, 6);
  });
  test("they end 7.5 Å from the hydrogen, with a small jump", () => {
    expect(hydrogenBond(7.499, 180)).toBeLessThan(-1e-3);
    expect(hydrogenBond(7.501, 180)).toBe(0);
  });
});

test("van der Waals and Coulomb forces have ended at 10 Å, shield charges nearby", () => {
  const [near, far] = [9.99, 10.01].map((r) => parts("O H", 0, 0, 0, 0, 0, r));
  expect(near!.vanDerWaals).toBeCloseTo(0, 9);
  expect(far!.vanDerWaals).toBe(0);
  expect(far!.coulomb).toBe(0);
  expect(Math.abs(near!.coulomb)).toBeLessThan(1e-6);
  expect(Number.isFinite(parts("H H", 0, 0, 0, 0, 0, 1e-3).vanDerWaals)).toBe(true);
});
