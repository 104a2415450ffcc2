import type { Traced } from "../../numerics/reverse.js";
import type { ReaxPair } from "./forceField.js";

/**
 * Pairs of atoms within reach of far forces, of which there are many: in arrays that are kept from one
 * geometry to the next. Index letters: p pairs.
 */
export class FarPairs {
  count = 0;
  /** The two atoms, and the site of the second: where its coordinates stand on the tape. Shape [p]. */
  i: Int32Array = new Int32Array(64);
  j: Int32Array = new Int32Array(64);
  siteJ: Int32Array = new Int32Array(64);
  readonly parameters: ReaxPair[] = [];
  #distances: Int32Array = new Int32Array(64);

  add(i: number, j: number, siteJ: number, parameters: ReaxPair, distance: Traced): void {
    const p = this.count++;
    if (p === this.i.length) {
      const grown = (old: Int32Array): Int32Array => {
        const larger = new Int32Array(2 * p);
        larger.set(old);
        return larger;
      };
      this.i = grown(this.i);
      this.j = grown(this.j);
      this.siteJ = grown(this.siteJ);
      this.#distances = grown(this.#distances);
    }
    this.i[p] = i;
    this.j[p] = j;
    this.siteJ[p] = siteJ;
    this.parameters[p] = parameters;
    this.#distances[p] = distance;
  }

  distance(p: number): Traced {
    return this.#distances[p] as Traced;
  }
}
