/** What one element gives to the sum, on the common grids of the tables. */
export interface EamElement {
  readonly symbol: string;
  /** In the file's own unit, u: tables say what they were made for; systems have masses of their own. */
  readonly massU: number;
  /** Edge of the cube, bohr, and kind of the crystal that the tables were made for. */
  readonly latticeConstant: number;
  readonly lattice: string;
  /** F(ρ), hartree, at ρ = 0, densityStep, 2 densityStep, … */
  readonly embedding: Float64Array;
  /** ρ(r) that an atom of this element gives to its neighbours, at r = 0, distanceStep, … */
  readonly density: Float64Array;
}

/**
 * An embedded-atom potential in tables: for each element F and ρ, for each pair of elements r φ(r). The
 * density has no unit that matters: only F(Σρ) does.
 */
export interface EamTables {
  /** Remarks for the reader, at most three lines in a file. */
  readonly comments: readonly string[];
  readonly elements: readonly EamElement[];
  readonly densityStep: number;
  /** bohr */
  readonly distanceStep: number;
  /** bohr */
  readonly cutoff: number;
  /** r φ(r), hartree·bohr, of elements (0,0), (1,0), (1,1), (2,0), …: `pairs[pairIndex(a, b)]`. */
  readonly pairs: readonly Float64Array[];
}

/** Where in `pairs` elements a and b are, in either order. */
export function pairIndex(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return (high * (high + 1)) / 2 + low;
}
