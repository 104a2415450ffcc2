import { expect, test } from "vitest";
import { butane } from "../../../src/potentials/charmm/molecules.js";
import { mixedWell, nonbondedPairs } from "../../../src/potentials/charmm/nonbonded.js";
import { topologyOf } from "../../../src/potentials/charmm/topology.js";
import { lennardJones, sigmaOfMinimum } from "../../../src/potentials/lennardJones.js";

test("all pairs but the excluded ones, those three bonds apart last", () => {
  const topology = topologyOf(butane);
  const { pairs, start14 } = nonbondedPairs(topology);
  expect(pairs.length).toBe((14 * 13) / 2 - topology.excluded.length);
  expect(pairs.slice(start14)).toEqual(topology.pairs14);
  const all = [...pairs, ...topology.excluded].map(String);
  expect(new Set(all).size).toBe((14 * 13) / 2);
});

test("√(ε_i ε_j) and R_i/2 + R_j/2", () => {
  const well = mixedWell({ depth: 4, halfMinimum: 1.5 }, { depth: 9, halfMinimum: 2 });
  expect(well.depth).toBe(6);
  expect(2 * well.halfMinimum).toBe(1.5 + 2);
});

test("ε ((R/r)¹² − 2 (R/r)⁶) is lennardJones with σ = 2^(−1/6) R", () => {
  const R = 7.3;
  const { energy } = lennardJones({ epsilon: 0.2, sigma: sigmaOfMinimum(R) });
  for (const r of [5, 7.3, 12])
    expect(0.2 * ((R / r) ** 12 - 2 * (R / r) ** 6)).toBeCloseTo(energy(r), 13);
});
