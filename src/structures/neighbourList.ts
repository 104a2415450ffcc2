import { inspect } from "node:util";
import { requirePositive } from "../units/requirePositive.js";
import { findPairs } from "./findPairs.js";
import { requireSystem } from "./requireSystem.js";
import { findSites } from "./sites.js";
import type { System } from "./system.js";

export interface NeighbourOptions {
  /** Pairs that are closer than this must be in the list, bohr. Infinity in open space: all pairs. */
  readonly cutoff: number;
  /** How much farther the list looks, so that it can be kept while atoms move, bohr. Default 0. */
  readonly skin?: number;
  /** Each pair once ("half"), or from both of its ends ("full"). */
  readonly kind: "half" | "full";
}

/**
 * Who is near whom. `update(system)` brings the list to where the atoms are. It is made anew only when
 * it has to be: as long as the two atoms that moved farthest since it was made did not move farther than
 * the skin between them, no pair within the cutoff is missing (L. Verlet, Phys. Rev. 159, 98 (1967)).
 *
 * Cells of any shape are right, those thinner than the cutoff too: a *site* is an atom or one of its
 * images, and an atom's neighbours are sites, among them perhaps its own images.
 *
 *   for (let s = 0; s < list.atomCount; s++)
 *     for (let p = list.first[s]; p < list.first[s + 1]; p++) {
 *       const t = list.neighbours[p]; // from s to t it is positions[t] − positions[s], no cell needed
 *       ...                           // they are, or are images of, the atoms atoms[s] and atoms[t]
 *     }
 *
 * The first n sites are the atoms themselves, in an order in which near atoms are near in memory. Pairs
 * up to the cutoff plus the skin are listed. Cost and memory grow as the number of atoms.
 *
 * Index letters: n atoms, s sites (atoms, then images), p pairs, c = 3 Cartesian axes.
 */
export class NeighbourList {
  readonly cutoff: number;
  readonly skin: number;
  readonly kind: "half" | "full";
  /** n; the sites from here on are images. */
  atomCount = 0;
  /** The atom that each site is, or is an image of, shape [s]. */
  atoms: Int32Array = new Int32Array(0);
  /** Where each site is, bohr, shape [s·c]. */
  positions: Float64Array = new Float64Array(0);
  /** Where each atom's neighbours begin, by site, shape [n + 1]. */
  first: Int32Array = new Int32Array(1);
  /** Sites, shape [p] or longer: the valid ones end at `first[n]`. */
  neighbours: Int32Array = new Int32Array(0);
  /** How many times the list was made. */
  builds = 0;

  #shifts: Float64Array = new Float64Array(0);
  #cell: Float64Array | undefined;
  /** The atoms' positions when the list was made, shape [n·c]. */
  #origin: Float64Array = new Float64Array(0);

  /** @throws RangeError for a cutoff that is not positive or a skin that is negative or not finite */
  constructor({ cutoff, skin = 0, kind }: NeighbourOptions) {
    if (cutoff !== Number.POSITIVE_INFINITY)
      requirePositive("NeighbourList: cutoff", cutoff, "bohr");
    if (!(skin >= 0 && Number.isFinite(skin)))
      throw new RangeError(
        `NeighbourList: skin must be a number of bohr from 0, got ${inspect(skin)}`,
      );
    if (kind !== "half" && kind !== "full")
      throw new TypeError(`NeighbourList: kind must be "half" or "full", got ${inspect(kind)}`);
    this.cutoff = cutoff;
    this.skin = skin;
    this.kind = kind;
  }

  /**
   * Brings the list to where the atoms are now.
   *
   * @throws RangeError for a system that `requireSystem` refuses, two sites at one point, an infinite
   *         cutoff in a cell, an atom more than 10⁶ cells away, more than 10⁸ images in reach
   */
  update(system: System): void {
    if (this.#isValidFor(system)) this.#copyPositions(system);
    else this.#build(system);
  }

  /** Has the list made anew at the next update: from there on, a run does not depend on its past. */
  forget(): void {
    this.#origin = new Float64Array(0);
  }

  /**
   * Writes to each atom what was found for it and its images together: forces, from shape [s·c] to
   * [n·c], or energies, from [s] to [n].
   */
  sumImagesInto(out: Float64Array, ofSites: Float64Array): void {
    const { atoms, atomCount } = this;
    const width = out.length / atomCount;
    for (let s = 0; s < atomCount; s++)
      for (let d = 0; d < width; d++) out[width * atoms[s]! + d] = ofSites[width * s + d]!;
    for (let s = atomCount; s < atoms.length; s++)
      for (let d = 0; d < width; d++) out[width * atoms[s]! + d]! += ofSites[width * s + d]!;
  }

  #isValidFor({ positions, cell }: System): boolean {
    const origin = this.#origin;
    if (origin.length !== positions.length || positions.length === 0) return false;
    if (!sameCell(this.#cell, cell)) return false;
    if (this.cutoff === Number.POSITIVE_INFINITY) return positions.every(Number.isFinite);
    let largest = 0;
    let second = 0;
    for (let i = 0; i < positions.length; i += 3) {
      const x = positions[i]! - origin[i]!;
      const y = positions[i + 1]! - origin[i + 1]!;
      const z = positions[i + 2]! - origin[i + 2]!;
      const square = x * x + y * y + z * z;
      if (square <= second) continue; // NaN goes on, and is not valid below
      second = Math.min(square, largest);
      largest = Math.max(square, largest);
    }
    return Math.sqrt(largest) + Math.sqrt(second) <= this.skin;
  }

  #build(system: System): void {
    this.forget(); // until it is done
    requireSystem("NeighbourList", system);
    if (system.cell && this.cutoff === Number.POSITIVE_INFINITY)
      throw new RangeError("NeighbourList: cutoff must be finite in a cell, got Infinity");
    const n = system.atomicNumbers.length;
    const reach = this.cutoff + this.skin;
    const sites = findSites(system, reach, this.kind === "half");
    this.atomCount = n;
    this.atoms = sites.atoms;
    this.#shifts = sites.shifts;
    this.positions = new Float64Array(sites.shifts.length);
    this.first = new Int32Array(n + 1);
    this.#copyPositions(system);
    this.neighbours = findPairs(
      sites,
      this.positions,
      reach,
      this.kind === "half",
      this.first,
      this.neighbours,
    );
    this.#cell = system.cell?.slice();
    this.#origin = system.positions.slice();
    this.builds++;
  }

  #copyPositions(system: System): void {
    const { atoms, positions } = this;
    const shifts = this.#shifts;
    const from = system.positions;
    for (let s = 0; s < atoms.length; s++) {
      const i = 3 * atoms[s]!;
      positions[3 * s] = from[i]! + shifts[3 * s]!;
      positions[3 * s + 1] = from[i + 1]! + shifts[3 * s + 1]!;
      positions[3 * s + 2] = from[i + 2]! + shifts[3 * s + 2]!;
    }
  }
}

function sameCell(a?: Float64Array, b?: Float64Array): boolean {
  return a === b || (!!a && !!b && a.length === b.length && a.every((x, k) => x === b[k]));
}
