import { BOHR_IN_ANGSTROM, ELECTRON_MASS_IN_U, HARTREE_IN_EV } from "../units/constants.js";

/**
 * One atomic unit of each quantity in the units of extended-XYZ files: angstrom, eV, u, e. Momenta are
 * in √(u·eV), stress in eV/Å³, as ASE has them.
 */
export const XYZ_UNITS: Readonly<Record<string, number>> = {
  pos: BOHR_IN_ANGSTROM,
  forces: HARTREE_IN_EV / BOHR_IN_ANGSTROM,
  masses: ELECTRON_MASS_IN_U,
  momenta: Math.sqrt(ELECTRON_MASS_IN_U * HARTREE_IN_EV),
  energy: HARTREE_IN_EV,
  virial: HARTREE_IN_EV,
  Lattice: BOHR_IN_ANGSTROM,
  stress: HARTREE_IN_EV / BOHR_IN_ANGSTROM ** 3,
};
