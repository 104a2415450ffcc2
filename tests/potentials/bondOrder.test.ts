import { describe, expect, test } from "vitest";
import { type BondOrderParameters, bondOrder } from "../../src/potentials/bondOrder.js";
import type { System } from "../../src/structures/system.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const parameters: BondOrderParameters = {
  ...{ repulsion: 60, attraction: 9, repulsionDecay: 1.6, attractionDecay: 0.8 },
  ...{ cutFrom: 6, cutTo: 7 },
};

/** An atom with so many neighbours at distance r, each of which sees no other: its bonds' own halves. */
function atomWith(coordination: number, r: number): System {
  const corner = (k: number): number[] => [k & 1, k & 2, k & 4].map((bit) => (bit ? 1 : -1));
  const positions = [0, 0, 0];
  for (let k = 0; k < coordination; k++)
    positions.push(...corner(k).map((x) => (x * r) / Math.sqrt(3)));
  return {
    positions: Float64Array.from(positions),
    atomicNumbers: new Uint8Array(coordination + 1).fill(14),
  };
}

/** What the atom in the middle has, at the distance that is best for it. */
function best(coordination: number, set: BondOrderParameters): number {
  let lowest = 0;
  for (let r = 2; r < 5.9; r += 0.002) {
    const { atomicEnergies } = bondOrder(set).energyAndForces(atomWith(coordination, r));
    lowest = Math.min(lowest, atomicEnergies[0]!);
  }
  return lowest;
}

test("each bond of an atom with Z equal neighbours has the order Z^(−1/2)", () => {
  for (const Z of [1, 2, 4, 8]) {
    const r = 4;
    const { atomicEnergies } = bondOrder(parameters).energyAndForces(atomWith(Z, r));
    const { repulsion: A, attraction: B, repulsionDecay, attractionDecay } = parameters;
    const wanted =
      0.5 *
      Z *
      (A * Math.exp(-repulsionDecay * r) - (B / Math.sqrt(Z)) * Math.exp(-attractionDecay * r));
    expect(atomicEnergies[0]).toBeCloseTo(wanted, 13);
  }
});

test("for S = 2 all coordinations bind alike, below few neighbours win, above many", () => {
  const at = (S: number): [few: number, many: number] => {
    const set = {
      ...parameters,
      repulsionDecay: 0.8 * S,
      repulsion: S > 2 ? 300 : S < 2 ? 20 : 60,
    };
    return [best(2, set), best(8, set)];
  };
  const [alike, too] = at(2);
  expect(too / alike).toBeCloseTo(1, 5);
  for (const S of [1.7, 2.4]) {
    const [few, many] = at(S);
    expect(many / few).toBeCloseTo(4 ** ((S - 2) / (2 * S - 2)), 4);
    expect(Math.sign(few - many)).toBe(Math.sign(S - 2));
  }
});

describe("disordered", () => {
  const system = disordered({ atoms: 12, edge: 13, seed: 4, elements: [14] });
  test("forces and virial are the derivatives", () =>
    expectDerivatives(bondOrder(parameters), system));
  test("invariances", () => expectInvariances(bondOrder(parameters), system));
});

test.each<[keyof BondOrderParameters, number, string]>([
  ["repulsion", -1, "repulsion must be a positive number of hartree, got -1"],
  ["attraction", Number.NaN, "attraction must be a positive number of hartree, got NaN"],
  ["attractionDecay", 1.6, "attractionDecay must be below repulsionDecay = 1.6 1/bohr, got 1.6"],
  ["cutFrom", 0, "cutFrom must be a positive number of bohr, got 0"],
  ["cutTo", 6, "cutTo must be beyond cutFrom = 6 bohr, got 6"],
])("refuses %s = %s", (name, value, message) =>
  expect(() => bondOrder({ ...parameters, [name]: value })).toThrow(`bondOrder: ${message}`));
