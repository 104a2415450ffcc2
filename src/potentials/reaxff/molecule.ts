import type { Tape, Traced } from "../../numerics/reverse.js";
import type { TracedVector } from "../../numerics/reverseVectors.js";
import type { ReaxComponents } from "./components.js";
import type { FarPairs } from "./farPairs.js";
import type { ReaxElement, ReaxForceField, ReaxPair } from "./forceField.js";

/** A bond of atoms i and j, with its orders after all corrections. */
export interface ReaxBond {
  readonly i: number;
  readonly j: number;
  readonly pair: ReaxPair;
  /** From i to j, which may be an image. */
  readonly vector: TracedVector;
  readonly distance: Traced;
  /** All of it, and what of it is σ, π, double π, and either π. */
  readonly order: Traced;
  readonly sigma: Traced;
  readonly pi: Traced;
  readonly doublePi: Traced;
  readonly anyPi: Traced;
}

/** A bond as one of its atoms sees it: sign −1 when the bond's vector points to this atom. */
export interface ReaxRay {
  readonly bond: ReaxBond;
  readonly to: number;
  readonly sign: 1 | -1;
  /** What it forms with the other rays of the atom that count in angles. */
  readonly corners: ReaxCorner[];
}

/** Two bonds of one atom. */
export interface ReaxCorner {
  readonly other: ReaxRay;
  readonly cosine: Traced;
  readonly sine: Traced;
  /** The three atoms are in line: the sine is no more than rounding. */
  readonly straight: boolean;
}

/** An atom, by what its bonds amount to. */
export interface ReaxAtom {
  readonly type: number;
  readonly element: ReaxElement;
  readonly rays: ReaxRay[];
  /** Sum of its bond orders. */
  readonly totalOrder: Traced;
  /** Δ: by how much that exceeds its valence, and the valence that angles reckon with. */
  readonly excess: Traced;
  readonly angleExcess: Traced;
  /** Lone pairs, and how many are missing. */
  readonly lonePairs: Traced;
  readonly missingLonePairs: Traced;
}

/** Everything that the terms of the energy are made of. Atoms are counted as the neighbour list's sites. */
export interface ReaxMolecule {
  readonly tape: Tape;
  readonly forceField: ReaxForceField;
  readonly atoms: readonly ReaxAtom[];
  readonly bonds: readonly ReaxBond[];
  readonly farPairs: FarPairs;
  /** Books an energy under its name, half to each of two atoms. */
  add(component: keyof ReaxComponents, energy: Traced, i: number, j?: number): void;
}
