import { describe, expect, test } from "vitest";
import {
  type SuttonChenParameters,
  suttonChen,
  suttonChenMetals,
} from "../../src/potentials/suttonChen.js";
import { crystal } from "../../src/structures/crystal.js";
import { evFromHartree } from "../../src/units/convert.js";
import { expectEnergyKept } from "../support/checkMotion.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const { Cu } = suttonChenMetals;
const fcc = (a: number) => crystal("fcc", { symbols: ["Cu"], latticeConstant: a });

/** Σ (a/r)^power over an fcc crystal to R edges, and beyond as over a smooth density of 4/a³. */
function latticeSum(power: number, R: number): number {
  let sum = 0;
  const most = 2 * Math.ceil(R);
  for (let i = -most; i <= most; i++)
    for (let j = -most; j <= most; j++)
      for (let k = -most; k <= most; k++) {
        const r = Math.hypot(i, j, k) / 2;
        if ((i + j + k) % 2 === 0 && r > 0 && r < R) sum += r ** -power;
      }
  return sum + (16 * Math.PI) / ((power - 3) * R ** (power - 3));
}

describe("energies of the perfect crystals", () => {
  const wanted = { Cu: -3.50018, Ni: -4.44011, Ag: -2.95996, Au: -3.77988, Al: -3.34021 };
  test.each(Object.entries(wanted))("%s: %d eV by the lattice sums", (symbol, energyEv) => {
    const { epsilon, c, n, m } = suttonChenMetals[symbol as "Cu"];
    const repulsion = latticeSum(n, 20) / 2;
    const binding = c * Math.sqrt(latticeSum(m, 20));
    expect(evFromHartree(epsilon * (repulsion - binding))).toBeCloseTo(energyEv, 4);
    // Each lattice sum has its minimum at a: the pressure n S_n/2 − m c √S_m/2 is none.
    expect((n * repulsion) / ((m * binding) / 2)).toBeCloseTo(1, 4);
  });
});

test("the potential is the lattice sums up to the cutoff; at 2a copper has lost 1.3 %", () => {
  const cut = (power: number, R: number): number =>
    latticeSum(power, R) - (16 * Math.PI) / ((power - 3) * R ** (power - 3));
  for (const R of [1.1, 2.1, 3.3]) {
    const wanted = Cu.epsilon * (cut(9, R) / 2 - Cu.c * Math.sqrt(cut(6, R)));
    const { energy } = suttonChen(Cu, { cutoff: R * Cu.a }).energyAndForces(fcc(Cu.a));
    expect(energy / 4 / wanted).toBeCloseTo(1, 12);
  }
  const { energy } = suttonChen(Cu, { cutoff: 2.01 * Cu.a }).energyAndForces(fcc(Cu.a));
  expect(evFromHartree(energy) / 4 / -3.50018).toBeCloseTo(0.987, 3);
});

test("twice the neighbours bind √2 times as strongly", () => {
  const without = (n: number): number => {
    const ring = [0, 0, 0, 4, 0, 0, -4, 0, 0, 0, 4, 0, 0, -4, 0].slice(0, 3 + 3 * n);
    const cutoff = 4.1;
    const system = {
      positions: Float64Array.from(ring),
      atomicNumbers: new Uint8Array(n + 1).fill(29),
    };
    const { atomicEnergies } = suttonChen(Cu, { cutoff }).energyAndForces(system);
    const pairs = 0.5 * n * Cu.epsilon * (Cu.a / 4) ** Cu.n;
    return atomicEnergies[0]! - pairs;
  };
  expect(without(4) / without(2)).toBeCloseTo(Math.SQRT2, 12);
});

describe("disordered copper", () => {
  const system = disordered({ atoms: 12, edge: 11, seed: 4, elements: [29] });
  // Cut, not shifted: no pair may cross the cutoff in the differences, hence one that none is near.
  const potential = suttonChen(Cu, { cutoff: 9.05 });
  test("forces and virial are the derivatives", () => expectDerivatives(potential, system));
  test("invariances", () => expectInvariances(potential, system));
});

test("the total energy is kept, to the square of the time step", () => {
  // A cutoff between shells that atoms at 100 K do not cross.
  const potential = suttonChen(Cu, { cutoff: 0.86 * Cu.a });
  expectEnergyKept(potential, fcc(Cu.a), { kelvin: 100, timeStepFs: 4, steps: 100 });
});

test("an atom alone has no energy and no force", () => {
  const { energy, forces } = suttonChen(Cu, { cutoff: 9 }).energyAndForces({
    positions: new Float64Array(3),
    atomicNumbers: Uint8Array.of(29),
  });
  expect([energy, ...forces]).toEqual([0, 0, 0, 0]);
});

test.each<[keyof SuttonChenParameters, number, string]>([
  ["epsilon", 0, "epsilon must be a positive number of hartree, got 0"],
  ["c", -1, "c must be a positive number of epsilon, got -1"],
  ["a", Number.NaN, "a must be a positive number of bohr, got NaN"],
  ["m", 3, "powers must be n > m > 3, got n 9 and m 3"],
  ["n", 6, "powers must be n > m > 3, got n 6 and m 6"],
])("refuses %s = %s", (name, value, message) =>
  expect(() => suttonChen({ ...Cu, [name]: value }, { cutoff: 9 })).toThrow(
    `suttonChen: ${message}`,
  ));

test("refuses a cutoff that is not positive", () =>
  expect(() => suttonChen(Cu, { cutoff: 0 })).toThrow(
    "suttonChen: cutoff must be a positive number of bohr, got 0",
  ));
