import { Tape, type Traced } from "../numerics/reverse.js";
import { elementSymbols } from "../structures/elements.js";
import type { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import { bohrFromAngstrom } from "../units/convert.js";
import { listFor } from "./listFor.js";
import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";
import { addAngles } from "./reaxff/angles.js";
import { addBonds } from "./reaxff/bonds.js";
import { buildMolecule } from "./reaxff/buildMolecule.js";
import { type ReaxComponents, reaxComponentNames } from "./reaxff/components.js";
import { CODATA, LAMMPS } from "./reaxff/convention.js";
import { addCoordination } from "./reaxff/coordination.js";
import { addCoulomb } from "./reaxff/coulomb.js";
import { FarPairs } from "./reaxff/farPairs.js";
import type { ReaxForceField } from "./reaxff/forceField.js";
import { addHydrogenBonds } from "./reaxff/hydrogenBonds.js";
import { addLonePairs } from "./reaxff/lonePairs.js";
import type { ReaxMolecule } from "./reaxff/molecule.js";
import { addTorsions } from "./reaxff/torsions.js";
import { addVanDerWaals } from "./reaxff/vanDerWaals.js";

export interface ReaxOptions {
  /**
   * "codata", the default: one value of e² and of the electronvolt, so that forces are exactly minus the
   * derivative of the energy. "lammps": LAMMPS's rounded constants, for comparison; see the limits.
   */
  readonly convention?: "codata" | "lammps";
}

/** What ReaxFF makes of a molecule. Index letters: n atoms. */
export interface ReaxAnalysis {
  /** The parts of the energy, hartree. */
  readonly components: ReaxComponents;
  /** e, shape [n]; they add up to zero. */
  readonly charges: Float64Array;
  /** Every pair with a bond order, however small. In a cell j may be an image of the atom. */
  readonly bonds: readonly {
    readonly i: number;
    readonly j: number;
    /** Bohr. */
    readonly distance: number;
    /** All of it, and its parts. */
    readonly order: number;
    readonly sigma: number;
    readonly pi: number;
    readonly doublePi: number;
  }[];
}

export interface ReaxPotential extends Potential {
  /** The energy in its parts, the charges, the bonds. */
  analyse(system: System, neighbours?: NeighbourList): ReaxAnalysis;
}

/** Hydrogen bonds are no longer, angstrom: LAMMPS's limit. */
const LONGEST_HYDROGEN_BOND = 7.5;

/**
 * ReaxFF: no list of bonds is given. Each pair of atoms has a bond order that falls smoothly with its
 * distance, and everything else, bonds, angles, torsions, is weighed by it, so that bonds form and break:
 *
 *   E = bonds + over- and under-coordination + lone pairs + angles + torsions + conjugation
 *       + hydrogen bonds + van der Waals + charges
 *
 * One short file for each is in the folder `reaxff` beside this one. The forces come from a tape
 * (`numerics/reverse`): each term is written once, as an energy. Charges are found anew for every
 * geometry; the whole has none.
 *
 * Limits: elements up to fluorine and neon, and their masses (21 u); no inner wall. Charge flows between
 * atoms however far apart, so that O and H 15 Å from each other still have ∓0.1 e. The energy jumps a
 * little where angles, torsions and hydrogen bonds begin (see `torsions.ts`). With the convention "lammps"
 * forces are those at fixed charges, as LAMMPS has them: not quite minus the derivative of the energy,
 * because its constants for charges and for energies differ.
 *
 * Source: A. C. T. van Duin, S. Dasgupta, F. Lorant and W. A. Goddard III, J. Phys. Chem. A 105, 9396
 * (2001); K. Chenoweth, A. C. T. van Duin and W. A. Goddard III, J. Phys. Chem. A 112, 1040 (2008).
 *
 * @throws TypeError for an unknown convention; from `energyAndForces` and `analyse` RangeError for
 *         elements that the force field does not have, and for charges that do not settle
 */
export function reaxff(
  forceField: ReaxForceField,
  { convention: name = "codata" }: ReaxOptions = {},
): ReaxPotential {
  if (name !== "codata" && name !== "lammps")
    throw new TypeError(`reaxff: convention must be "codata" or "lammps", got ${name}`);
  const convention = name === "lammps" ? LAMMPS : CODATA;
  const typeOf = typesByAtomicNumber(forceField);
  const cutoff = forceField.general.taperRadius;
  const tape = new Tape();
  const farPairs = new FarPairs();
  let gradient = new Float64Array(0);

  const potential = manyBody("reaxff", "half", cutoff, {
    require: (system) => requireElements(system, forceField, typeOf),
    addInto(forces, energies, system, list) {
      const terms: Traced[] = [];
      compute(system, list, (_, energy, i, j = i) => {
        terms.push(energy);
        energies[i]! += tape.value(energy) / 2;
        energies[j]! += tape.value(energy) / 2;
      });
      if (gradient.length !== list.positions.length)
        gradient = new Float64Array(list.positions.length);
      tape.gradientInto(gradient, tape.sum(terms));
      for (let k = 0; k < gradient.length; k++) forces[k]! -= gradient[k]!;
    },
  });
  return {
    ...potential,
    analyse(system, neighbours) {
      requireElements(system, forceField, typeOf);
      const list = listFor("reaxff", "half", cutoff, system, neighbours);
      const components = Object.fromEntries(reaxComponentNames.map((name) => [name, 0])) as {
        -readonly [name in keyof ReaxComponents]: number;
      };
      const { molecule, charges: bySite } = compute(system, list, (name, energy) => {
        components[name] += tape.value(energy);
      });
      const charges = new Float64Array(bySite.length);
      for (const [s, charge] of bySite.entries()) charges[list.atoms[s]!] = charge;
      const bonds = molecule.bonds.map(({ i, j, ...bond }) => ({
        i: list.atoms[i]!,
        j: list.atoms[j]!,
        distance: tape.value(bond.distance),
        order: tape.value(bond.order),
        sigma: tape.value(bond.sigma),
        pi: tape.value(bond.pi),
        doublePi: tape.value(bond.doublePi),
      }));
      return { components, charges, bonds };
    },
  };

  /** All terms on the tape, whose variables are the coordinates of the sites. */
  function compute(
    system: System,
    list: NeighbourList,
    add: ReaxMolecule["add"],
  ): { readonly molecule: ReaxMolecule; readonly charges: Float64Array } {
    const types = new Int32Array(list.atomCount);
    for (let s = 0; s < types.length; s++)
      types[s] = typeOf[system.atomicNumbers[list.atoms[s]!]!]!;
    tape.restart(list.positions);
    const molecule = buildMolecule(tape, forceField, types, list, farPairs, add);
    addBonds(molecule);
    addLonePairs(molecule);
    addCoordination(molecule);
    addAngles(molecule, convention);
    addTorsions(molecule);
    addHydrogenBonds(molecule, bohrFromAngstrom(LONGEST_HYDROGEN_BOND), convention);
    addVanDerWaals(molecule);
    return { molecule, charges: addCoulomb(molecule, convention) };
  }
}

function typesByAtomicNumber({ symbols }: ReaxForceField): Int8Array {
  const wanted = symbols.map((symbol) => symbol.toLowerCase());
  return Int8Array.from(elementSymbols, (symbol) => wanted.indexOf(symbol.toLowerCase()));
}

function requireElements(
  { atomicNumbers }: System,
  { symbols, elements }: ReaxForceField,
  typeOf: Int8Array,
): void {
  for (const [atom, number] of atomicNumbers.entries()) {
    const type = typeOf[number] ?? -1;
    const name = elementSymbols[number] || `element ${number}`;
    if (type < 0)
      throw new RangeError(
        `reaxff: atoms must be of ${symbols.join(", ")}, which the force field describes, ` +
          `got ${name} (atom ${atom})`,
      );
    if (elements[type]!.massU > 21)
      throw new RangeError(
        `reaxff: atoms must have masses of at most 21 u, got ${name} (atom ${atom})`,
      );
    if (elements[type]!.innerWall)
      throw new RangeError(
        `reaxff: atoms must have no inner wall in the force field, got ${name} (atom ${atom})`,
      );
  }
}
