/** The energy k (x − x₀)² of a coordinate x: a distance or an angle. There is no ½ in it. */
export interface Spring {
  /** k, hartree/bohr² or hartree/radian². */
  readonly stiffness: number;
  /** x₀, bohr or radian. */
  readonly rest: number;
}

/** An angle, and the spring between its outer atoms where there is one. */
export interface AngleParameters extends Spring {
  readonly ureyBradley?: Spring;
}

/** The energy k (1 + cos(n φ − δ)) of a dihedral angle φ. */
export interface Cosine {
  /** k, hartree; may be negative. */
  readonly height: number;
  /** n, how often it repeats in a turn. */
  readonly multiplicity: number;
  /** δ, radian. */
  readonly phase: number;
}

/** The well of a pair of like atoms, ε ((R/r)¹² − 2 (R/r)⁶), by its depth and half of R. */
export interface Well {
  /** ε, hartree; CHARMM's files state −ε. */
  readonly depth: number;
  /** R/2, bohr, where the minimum of the pair is at R. */
  readonly halfMinimum: number;
}

export interface AtomParameters {
  /** Atomic mass units. */
  readonly massU: number;
  readonly well: Well;
  /** For atoms three bonds apart; where the file gives none, the same as `well`. */
  readonly well14: Well;
}

/**
 * A parameter set of CHARMM's form. Names join atom types by hyphens, "CT3-CT2-CT2", in one of the two
 * directions; X stands for any type in dihedrals, "X-CT2-CT2-X", and impropers, "O-X-X-C".
 */
export interface CharmmParameters {
  readonly atoms: Readonly<Record<string, AtomParameters>>;
  readonly bonds: Readonly<Record<string, Spring>>;
  readonly angles: Readonly<Record<string, AngleParameters>>;
  /** One cosine or several with different multiplicities. */
  readonly dihedrals: Readonly<Record<string, readonly Cosine[]>>;
  readonly impropers: Readonly<Record<string, Spring>>;
  /** Coulomb energies of atoms three bonds apart are multiplied by it (CHARMM: e14fac, 1). */
  readonly chargeScale14: number;
  /** ε_r, all Coulomb energies are divided by it (CHARMM: eps, 1). */
  readonly relativePermittivity: number;
}

/** The name under which a row of types stands, and its reverse. */
const directions = (types: readonly string[]): string[] => [
  types.join("-"),
  [...types].reverse().join("-"),
];

/** The parameters of these types in either direction; undefined if there are none. */
export function byTypes<P>(
  table: Readonly<Record<string, P>>,
  types: readonly string[],
): P | undefined {
  const name = directions(types).find((candidate) => Object.hasOwn(table, candidate));
  return name === undefined ? undefined : table[name];
}

/** As `byTypes`, for a dihedral: all four types first, then X-j-k-X. */
export function dihedralByTypes<P>(
  table: Readonly<Record<string, P>>,
  types: readonly string[],
): P | undefined {
  const [, j, k] = types as [string, string, string, string];
  return byTypes(table, types) ?? byTypes(table, ["X", j, k, "X"]);
}

/** As `byTypes`, for an improper, in CHARMM's order: i-j-k-l, i-X-X-l, X-j-k-l, X-j-k-X, X-X-k-l. */
export function improperByTypes<P>(
  table: Readonly<Record<string, P>>,
  types: readonly string[],
): P | undefined {
  const patterns = ["1111", "1001", "0111", "0110", "0011"];
  for (const pattern of patterns)
    for (const row of [types, [...types].reverse()]) {
      const found = byTypes(
        table,
        row.map((type, at) => (pattern[at] === "1" ? type : "X")),
      );
      if (found !== undefined) return found;
    }
  return undefined;
}
