import {
  ATOMIC_TIME_IN_FS,
  BOHR_IN_ANGSTROM,
  ELECTRON_MASS_IN_U,
  HARTREE_IN_EV,
} from "../units/constants.js";

/**
 * One atomic unit of each quantity in LAMMPS's `units metal`: angstrom, eV, ps, u, e.
 *
 * Some constants of LAMMPS's own have 8 digits: e²/4πε₀ is 14.399645 eV Å there, 3 parts in 10⁸ less than
 * CODATA's. Energies of charges differ by that, in a cell by 1 part in 10⁶ because LAMMPS's `coul/long`
 * approximates erfc; those of pair terms by nothing.
 */
export const METAL: Readonly<
  Record<"length" | "energy" | "force" | "time" | "velocity" | "mass", number>
> = {
  length: BOHR_IN_ANGSTROM,
  energy: HARTREE_IN_EV,
  force: HARTREE_IN_EV / BOHR_IN_ANGSTROM,
  time: ATOMIC_TIME_IN_FS / 1000,
  velocity: (1000 * BOHR_IN_ANGSTROM) / ATOMIC_TIME_IN_FS,
  mass: ELECTRON_MASS_IN_U,
};
