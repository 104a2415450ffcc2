import { elementSymbols, standardMass } from "../structures/elements.js";
import type { System } from "../structures/system.js";
import { uFromElectronMass } from "../units/convert.js";
import { overAngles } from "./charmm/angles.js";
import { dihedrals } from "./charmm/dihedrals.js";
import { type ForceTerm, openPotential } from "./charmm/forceTerm.js";
import { impropers } from "./charmm/impropers.js";
import { coulombTerm, lennardJonesTerm, nonbondedPairs } from "./charmm/nonbonded.js";
import { overPairs } from "./charmm/pairs.js";
import {
  byTypes,
  type CharmmParameters,
  dihedralByTypes,
  improperByTypes,
  type Spring,
} from "./charmm/parameters.js";
import { springs } from "./charmm/springs.js";
import type { Pair, Topology } from "./charmm/topology.js";
import type { Potential } from "./potential.js";

/** The names of the terms, in the order of the formula. */
export type CharmmTerm =
  | "bonds"
  | "angles"
  | "ureyBradley"
  | "dihedrals"
  | "impropers"
  | "lennardJones"
  | "coulomb";

export interface CharmmPotential extends Potential {
  /** The terms, each a potential of its own; their energies and forces add up to those of the whole. */
  readonly terms: Readonly<Record<CharmmTerm, Potential>>;
  /** The energy of each term, hartree. */
  termEnergies(system: System): Record<CharmmTerm, number>;
}

/**
 * The force field of CHARMM22, for molecules whose bonds are known and do not break,
 *
 *   E =   Σ k (b − b₀)²                 bonds
 *       + Σ k (θ − θ₀)²                 angles
 *       + Σ k (s − s₀)²                 Urey-Bradley: the outer atoms of an angle
 *       + Σ k (1 + cos(nφ − δ))         dihedrals
 *       + Σ k (ω − ω₀)²                 impropers
 *       + Σ ε ((R/r)¹² − 2 (R/r)⁶)      Lennard-Jones, with its minimum at R
 *       + Σ q q / (ε_r r)               Coulomb
 *
 * The last two are sums over all pairs but those one or two bonds apart; pairs three bonds apart have
 * Lennard-Jones parameters and a scale of charges of their own. There is no ½ in the springs.
 *
 *   charmm(topologyOf({ types, charges, bonds }), loadCharmm22())
 *
 * Types and charges are the topology's; those of a system are not looked at. In open space only, without
 * a cutoff: the cost grows as the square of the number of atoms.
 *
 * Source: A. D. MacKerell Jr. et al., J. Phys. Chem. B 102, 3586 (1998). Its later correction by maps of
 * two dihedrals (CMAP) is no part of it.
 *
 * @throws RangeError that names the atom types for which there are no parameters, and for lists of a
 *         topology that name atoms that are not there; from `energyAndForces` RangeError for a system
 *         with a cell, with other atoms than the topology's, or with two atoms at one point, and for
 *         angles and dihedral angles of atoms on a line
 */
export function charmm(topology: Topology, parameters: CharmmParameters): CharmmPotential {
  const { types, bonds, angles } = topology;
  requireLists(topology);
  const typesOf = (atoms: readonly number[]): string[] => atoms.map((atom) => types[atom]!);
  const wanted = <P>(what: string, atoms: readonly number[], found: P | undefined): P => {
    if (found !== undefined) return found;
    throw new RangeError(
      `charmm: there must be parameters for the ${what} ${typesOf(atoms).join("-")} ` +
        `(${atoms.length === 1 ? "atom" : "atoms"} ${atoms.join("-")}), got none`,
    );
  };
  for (const [i, type] of types.entries())
    wanted("atom type", [i], Object.hasOwn(parameters.atoms, type) ? type : undefined);

  const bondSprings = bonds.map((bond) =>
    wanted("bond", bond, byTypes(parameters.bonds, typesOf(bond))),
  );
  const bends = angles.map((angle) =>
    wanted("angle", angle, byTypes(parameters.angles, typesOf(angle))),
  );
  const cosines = topology.dihedrals.map((atoms) =>
    wanted("dihedral", atoms, dihedralByTypes(parameters.dihedrals, typesOf(atoms))),
  );
  const planes = topology.impropers.map((atoms) =>
    wanted("improper", atoms, improperByTypes(parameters.impropers, typesOf(atoms))),
  );
  const outer: { readonly pair: Pair; readonly spring: Spring }[] = angles.flatMap(
    ([i, , k], a) => {
      const spring = bends[a]!.ureyBradley;
      return spring ? [{ pair: [i, k], spring }] : [];
    },
  );
  const far = nonbondedPairs(topology);
  const forceTerms: Record<CharmmTerm, ForceTerm> = {
    bonds: overPairs(bonds, springs(bondSprings)),
    angles: overAngles(angles, springs(bends)),
    ureyBradley: overPairs(
      outer.map(({ pair }) => pair),
      springs(outer.map(({ spring }) => spring)),
    ),
    dihedrals: dihedrals(topology.dihedrals, cosines),
    impropers: impropers(topology.impropers, planes),
    lennardJones: lennardJonesTerm(topology, far, parameters),
    coulomb: coulombTerm(topology, far, parameters),
  };
  const require = (system: System): void => requireAtoms(system, topology, parameters);
  const terms = mapTerms((name) => openPotential("charmm", [forceTerms[name]], require));
  return {
    ...openPotential("charmm", Object.values(forceTerms), require),
    terms,
    termEnergies: (system) => mapTerms((name) => terms[name].energyAndForces(system).energy),
  };
}

const NAMES: readonly CharmmTerm[] = [
  "bonds",
  "angles",
  "ureyBradley",
  "dihedrals",
  "impropers",
  "lennardJones",
  "coulomb",
];

const mapTerms = <T>(make: (name: CharmmTerm) => T): Record<CharmmTerm, T> =>
  Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<CharmmTerm, T>;

function requireLists(topology: Topology): void {
  const { types, charges } = topology;
  if (charges.length !== types.length)
    throw new RangeError(
      `charmm: topology.charges must be ${types.length}, one to an atom, got ${charges.length}`,
    );
  for (const list of ["bonds", "angles", "dihedrals", "impropers", "excluded", "pairs14"] as const)
    for (const atoms of topology[list])
      if (!atoms.every((atom) => types[atom] !== undefined))
        throw new RangeError(
          `charmm: topology.${list} must be of the atoms 0 to ${types.length - 1}, ` +
            `got ${atoms.join("-")}`,
        );
}

/** An element's mass tells it from every other; isotopes and rounding do not get half of a unit far. */
const SAME_ELEMENT_U = 0.5;

function requireAtoms(
  { atomicNumbers, positions, cell }: System,
  { types }: Topology,
  { atoms }: CharmmParameters,
): void {
  if (cell) throw new RangeError("charmm: the system must be in open space, got a cell");
  if (atomicNumbers.length !== types.length || positions.length !== 3 * types.length)
    throw new RangeError(
      `charmm: the system must have the ${types.length} atoms of the topology, ` +
        `got ${atomicNumbers.length}`,
    );
  for (const [i, type] of types.entries()) {
    const { massU } = atoms[type]!;
    if (Math.abs(uFromElectronMass(standardMass(atomicNumbers[i]!)) - massU) > SAME_ELEMENT_U)
      throw new RangeError(
        `charmm: atom ${i} must be of the element of its type ${type}, with ${massU} u, ` +
          `got ${elementSymbols[atomicNumbers[i]!]}`,
      );
  }
}
