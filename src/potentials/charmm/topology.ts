export type Pair = readonly [i: number, j: number];
export type Triple = readonly [i: number, j: number, k: number];
export type Quadruple = readonly [i: number, j: number, k: number, l: number];

/** What a chemist draws, with the types and charges of a force field. Atoms count from 0. */
export interface Molecule {
  /** One to an atom, such as "CT3". A type is an element with its surroundings. */
  readonly types: readonly string[];
  /** In units of e, one to an atom. */
  readonly charges: readonly number[];
  /** Two atoms each; several molecules may stand side by side. */
  readonly bonds: readonly Pair[];
  /** Four atoms each whose improper angle is held. They do not follow from the bonds. Absent: none. */
  readonly impropers?: readonly Quadruple[];
}

/** A molecule with all that follows from its bonds. */
export interface Topology extends Molecule {
  readonly impropers: readonly Quadruple[];
  /** i–j–k: two bonds at the atom j in the middle. */
  readonly angles: readonly Triple[];
  /** i–j–k–l: three bonds in a row, with four different atoms. */
  readonly dihedrals: readonly Quadruple[];
  /** One or two bonds apart: their nonbonded terms are left out. */
  readonly excluded: readonly Pair[];
  /** Three bonds apart and not fewer on another way, such as around a ring: parameters of their own. */
  readonly pairs14: readonly Pair[];
}

/**
 * Angles, dihedrals, exclusions and 1-4 pairs of a molecule, from its bonds.
 *
 * Each is listed once, in the direction whose first atom has the lower number; pairs as well.
 *
 * @throws RangeError for charges that are not one to an atom or not finite; for bonds and impropers of
 *         atoms that are not there or not different; for a bond or improper that comes twice
 */
export function topologyOf(molecule: Molecule): Topology {
  const { types, charges, bonds, impropers = [] } = molecule;
  requireCharges(types.length, charges);
  requireAtoms("bond", bonds, types.length);
  requireAtoms("improper", impropers, types.length);
  const neighbours: number[][] = types.map(() => []);
  for (const [i, j] of bonds) {
    neighbours[i]!.push(j);
    neighbours[j]!.push(i);
  }
  const angles = neighbours.flatMap((around, j) =>
    around.flatMap((i) => around.filter((k) => i < k).map((k): Triple => [i, j, k])),
  );
  const dihedrals = bonds.flatMap(([j, k]) =>
    neighbours[j]!.filter((i) => i !== k).flatMap((i) =>
      neighbours[k]!.filter((l) => l !== j && l !== i).map(
        (l): Quadruple => (i < l ? [i, j, k, l] : [l, k, j, i]),
      ),
    ),
  );
  const excluded = distinct([...bonds, ...angles.map(([i, , k]): Pair => [i, k])]);
  const near = new Set(excluded.map(String));
  const ends = distinct(dihedrals.map(([i, , , l]): Pair => [i, l]));
  const pairs14 = ends.filter((pair) => !near.has(String(pair)));
  return { types, charges, bonds, impropers, angles, dihedrals, excluded, pairs14 };
}

/** Each pair once, with the lower number first. */
function distinct(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.map(([i, j]): Pair => (i < j ? [i, j] : [j, i]));
  return [...new Map(sorted.map((pair) => [String(pair), pair])).values()];
}

function requireCharges(atoms: number, charges: readonly number[]): void {
  if (charges.length !== atoms)
    throw new RangeError(
      `topologyOf: charges must be ${atoms}, one to an atom, got ${charges.length}`,
    );
  const at = charges.findIndex((charge) => !Number.isFinite(charge));
  if (at >= 0)
    throw new RangeError(
      `topologyOf: charges[${at}] must be a finite number of e, got ${charges[at]}`,
    );
}

function requireAtoms(what: string, groups: readonly (readonly number[])[], atoms: number): void {
  const seen = new Set<string>();
  for (const group of groups) {
    const name = group.join("-");
    if (!group.every((atom) => Number.isInteger(atom) && atom >= 0 && atom < atoms))
      throw new RangeError(
        `topologyOf: each ${what} must be of the atoms 0 to ${atoms - 1}, got ${name}`,
      );
    if (new Set(group).size !== group.length)
      throw new RangeError(`topologyOf: each ${what} must be of different atoms, got ${name}`);
    const key = group[0]! < group.at(-1)! ? name : [...group].reverse().join("-");
    if (seen.has(key))
      throw new RangeError(`topologyOf: each ${what} must come once, got ${name} twice`);
    seen.add(key);
  }
}
