import { describe, expect, test } from "vitest";
import {
  meamPairTable,
  pairEnergy,
  REFERENCES,
  universalEnergy,
} from "../../src/potentials/meamReference.js";
import { ellipse } from "../../src/potentials/meamScreening.js";
import { meamCopper1992, meamSilicon1992 } from "../../src/potentials/meamSets.js";
import { crystal } from "../../src/structures/crystal.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";

const sets = { copper: meamCopper1992, silicon: meamSilicon1992 };

describe.each(Object.entries(sets))("%s", (_, set) => {
  const { bondLength, cohesiveEnergy, alpha } = set;
  test("E_u is lowest at r_e, with −E_c, and curves there by α² E_c / r_e²", () => {
    const [low, at, high] = [-1e-3, 0, 1e-3].map((by) =>
      universalEnergy(bondLength * (1 + by), set),
    ) as [number, number, number];
    expect(at).toBeCloseTo(-cohesiveEnergy, 15);
    expect((low + high - 2 * at) / 1e-6 / (alpha ** 2 * cohesiveEnergy)).toBeCloseTo(1, 4);
  });
  test("from a* = −3 inwards there are only the nuclei: φ r falls with r and stays below Z²", () => {
    const last = bondLength * (1 - 3 / alpha);
    let before = set.atomicNumber ** 2 * 1.00001;
    for (let r = 0.02; r < last; r += 0.02) {
      expect(pairEnergy(r, set) * r).toBeLessThan(before);
      before = pairEnergy(r, set) * r;
    }
  });
  test("φ and its slope do not jump where the nuclei fade in and where they take over", () => {
    for (const scaled of [-1, -3]) {
      const r = bondLength * (1 + scaled / alpha);
      const slopes = [-2e-6, 1e-6].map(
        (from) => (pairEnergy(r + from + 1e-6, set) - pairEnergy(r + from, set)) / 1e-6,
      );
      expect(slopes[1]! / slopes[0]!).toBeCloseTo(1, 3);
    }
  });
  test("the table is φ to 10⁻⁹ of E_c where bonds are", () => {
    const { cubics, step } = meamPairTable(set);
    for (let r = 0.8 * bondLength; r < set.cutoff; r += 0.0137) {
      const m = Math.floor(r / step);
      const p = r / step - m;
      const [a, b, c, d] = cubics.subarray(4 * m, 4 * m + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      const found = ((a * p + b) * p + c) * p + d;
      expect(Math.abs(found - pairEnergy(r, set)) / cohesiveEnergy).toBeLessThan(1e-9);
    }
  });
});

test("two nuclei of copper at 1 Å repel each other with 135.0332 eV, by Ziegler, Biersack and Littmark", () => {
  const angstrom = bohrFromAngstrom(1);
  expect(ziegler(29, 1)).toBeCloseTo(135.0332, 4);
  for (const r of [0.2, 0.6, 1])
    expect(evFromHartree(pairEnergy(r * angstrom, meamCopper1992))).toBeCloseTo(ziegler(29, r), 8);
});

/** In eV at a distance in Å, with the constants of LAMMPS. */
function ziegler(charge: number, angstrom: number): number {
  const x = (angstrom * 2 * charge ** 0.23) / 0.4685;
  const cloud =
    0.18175 * Math.exp(-3.1998 * x) +
    0.50986 * Math.exp(-0.94229 * x) +
    0.28022 * Math.exp(-0.4029 * x) +
    0.028171 * Math.exp(-0.20162 * x);
  return ((14.3997 * charge * charge) / angstrom) * cloud;
}

describe.each(Object.entries(REFERENCES))("%s", (name, { neighbours, third, hidden }) => {
  const edge = 10;
  const system = crystal(name as keyof typeof REFERENCES, {
    symbols: ["Cu"],
    latticeConstant: edge,
  });
  const distances = {
    fcc: [1 / Math.SQRT2, 1],
    bcc: [Math.sqrt(3) / 2, 1],
    diamond: [Math.sqrt(3) / 4, 1 / Math.SQRT2],
  };
  const [near, next] = distances[name as keyof typeof distances].map((d) => d * edge) as [
    number,
    number,
  ];
  const list = new NeighbourList({ cutoff: 1.01 * next, kind: "full" });
  list.update(system);
  const ways = Array.from(list.neighbours.subarray(list.first[0], list.first[1]), (t) =>
    [0, 1, 2].map((d) => list.positions[3 * t + d]! - list.positions[d]!),
  );
  const inner = ways.filter((way) => Math.hypot(...way) < 1.01 * near);
  const cosine = (a: number[], b: number[]): number =>
    a.reduce((sum, x, d) => sum + x * b[d]!, 0) / Math.hypot(...a) / Math.hypot(...b);
  test("has so many neighbours, and these sums over their angles", () => {
    expect(inner).toHaveLength(neighbours);
    const sum = (P: (c: number) => number): number =>
      inner.reduce((all, a) => inner.reduce((part, b) => part + P(cosine(a, b)), all), 0);
    expect(sum((c) => c)).toBeCloseTo(0, 12);
    expect(sum((c) => c * c - 1 / 3)).toBeCloseTo(0, 12);
    expect(sum((c) => c ** 3)).toBeCloseTo(third, 12);
  });
  test("hides its second neighbours at this C", () => {
    const far = ways.find((way) => Math.hypot(...way) > 1.01 * near)!;
    const least = Math.min(...inner.map((way) => ellipse(near / next, cosine(way, far))));
    expect(least).toBeCloseTo(hidden, 12);
  });
});
