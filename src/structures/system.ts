/** Atoms, by themselves or in a repeating cell. Index letters: n atoms, c = 3 Cartesian axes. */
export interface System {
  /** Positions in bohr, shape [n·c], laid out x₀ y₀ z₀ x₁ y₁ z₁ … */
  readonly positions: Float64Array;
  /** Number of protons of each atom, shape [n]. */
  readonly atomicNumbers: Uint8Array;
  /** The three edges of the repeating cell in bohr, one per row, shape [c·c]. Absent: open space. */
  readonly cell?: Float64Array;
  /** Masses in electron masses, shape [n]. */
  readonly masses?: Float64Array;
  /** Charges in units of e, shape [n]. */
  readonly charges?: Float64Array;
  /** Atom types of a force field, counted from 0, shape [n]. */
  readonly types?: Uint8Array;
}
