import { BOHR_IN_ANGSTROM, HARTREE_IN_EV } from "../../units/constants.js";
import { HARTREE_IN_KCAL_PER_MOL } from "../../units/kcalPerMol.js";

/** Where programs do not agree: digits of numbers of nature, in hartree atomic units, and one choice. */
export interface ReaxConvention {
  /** e² where the charges are sought. */
  readonly coulombOfCharges: number;
  /** e² in the energy of the charges. */
  readonly coulombOfEnergy: number;
  /** What an electronvolt of the force field is worth, as a part of itself. */
  readonly volt: number;
  readonly pi: number;
  /** Whether a hydrogen can have a hydrogen bond to an image of its own donor, in the next cell. */
  readonly bondsToDonorImages: boolean;
}

/** One value of each, and images are atoms like all others. */
export const CODATA: ReaxConvention = {
  coulombOfCharges: 1,
  coulombOfEnergy: 1,
  volt: 1,
  pi: Math.PI,
  bondsToDonorImages: true,
};

/**
 * Those of LAMMPS: e² = 14.4 eV Å for the charges and 332.06371 kcal Å/mol for their energy, an
 * electronvolt of 23.02 kcal/mol (it has 23.0605), π to nine digits for angles. The charges then do not
 * make quite the energy smallest that they are put into. It tells donor and acceptor apart by the number
 * of the atom, which the images of an atom share.
 */
export const LAMMPS: ReaxConvention = {
  coulombOfCharges: 14.4 / (HARTREE_IN_EV * BOHR_IN_ANGSTROM),
  coulombOfEnergy: 332.06371 / (HARTREE_IN_KCAL_PER_MOL * BOHR_IN_ANGSTROM),
  volt: 23.02 / (HARTREE_IN_KCAL_PER_MOL / HARTREE_IN_EV),
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: as many digits as LAMMPS has
  pi: 3.14159265,
  bondsToDonorImages: false,
};
