import type { Molecule, Pair } from "./topology.js";

/** CH₃ and CH₂ of alkanes are neutral by themselves: the hydrogens have 0.09 e each. */
const methyl = { carbon: -0.27, hydrogen: 0.09 };
const methylene = { carbon: -0.18, hydrogen: 0.09 };

/** Ethane, numbered H H H C C H H H. */
export const ethane: Molecule = {
  types: ["HA", "HA", "HA", "CT3", "CT3", "HA", "HA", "HA"],
  charges: [
    ...Array<number>(3).fill(methyl.hydrogen),
    methyl.carbon,
    methyl.carbon,
    ...Array<number>(3).fill(methyl.hydrogen),
  ],
  bonds: [
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 5],
    [4, 6],
    [4, 7],
  ],
};

/** Butane, numbered as in `data/butane`: the four carbons in a row, then their hydrogens, 3, 2, 2 and 3. */
export const butane: Molecule = {
  types: ["CT3", "CT2", "CT2", "CT3", ...Array<string>(10).fill("HA")],
  charges: [
    methyl.carbon,
    methylene.carbon,
    methylene.carbon,
    methyl.carbon,
    ...Array<number>(10).fill(0.09),
  ],
  bonds: [
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 4],
    [0, 5],
    [0, 6],
    [1, 7],
    [1, 8],
    [2, 9],
    [2, 10],
    [3, 11],
    [3, 12],
    [3, 13],
  ],
};

/** Some molecules of water side by side, each numbered H O H. */
export function waters(count: number): Molecule {
  const each = Array.from({ length: count }, (_, m) => 3 * m);
  return {
    types: each.flatMap(() => ["HT", "OT", "HT"]),
    charges: each.flatMap(() => [0.417, -0.834, 0.417]),
    bonds: each.flatMap((at): Pair[] => [
      [at, at + 1],
      [at + 1, at + 2],
    ]),
  };
}

/**
 * The "alanine dipeptide" CH₃–CO–NH–CHCH₃–CO–NH–CH₃: one amino acid with two peptide bonds. Numbered in
 * this order, each hydrogen after its atom, each oxygen after its carbon, the side chain after CH.
 */
export const alanineDipeptide: Molecule = {
  types: [
    ...["CT3", "HA", "HA", "HA", "C", "O", "NH1", "H"],
    ...["CT1", "HB", "CT3", "HA", "HA", "HA", "C", "O", "NH1", "H"],
    ...["CT3", "HA", "HA", "HA"],
  ],
  charges: [
    ...[-0.27, 0.09, 0.09, 0.09, 0.51, -0.51, -0.47, 0.31],
    ...[0.07, 0.09, -0.27, 0.09, 0.09, 0.09, 0.51, -0.51, -0.47, 0.31],
    ...[-0.11, 0.09, 0.09, 0.09],
  ],
  bonds: [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [4, 5],
    [4, 6],
    [6, 7],
    [6, 8],
    [8, 9],
    [8, 10],
    [10, 11],
    [10, 12],
    [10, 13],
    [8, 14],
    [14, 15],
    [14, 16],
    [16, 17],
    [16, 18],
    [18, 19],
    [18, 20],
    [18, 21],
  ],
  impropers: [
    [4, 0, 6, 5],
    [6, 4, 8, 7],
    [14, 8, 16, 15],
    [16, 14, 18, 17],
  ],
};
