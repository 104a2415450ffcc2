import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import type { MeamParameters } from "./meam.js";

const SHARED_1992 = {
  root: "smooth",
  screening: { min: 2, max: 2.8 },
  cutoff: bohrFromAngstrom(4),
  cutoffWidth: bohrFromAngstrom(0.1),
} as const;

/**
 * Copper. M. I. Baskes, Phys. Rev. B 46, 2727 (1992), with the digits of LAMMPS's library: fcc with
 * 3.6200 Å, −3.5400 eV per atom and a bulk modulus of 138.5 GPa; bcc is 0.042 eV above.
 */
export const meamCopper1992: MeamParameters = {
  ...SHARED_1992,
  reference: "fcc",
  bondLength: bohrFromAngstrom(3.62 / Math.SQRT2),
  cohesiveEnergy: hartreeFromEv(3.54),
  alpha: 5.10570729,
  A: 1.07,
  beta: [3.634, 2.2, 6, 2.2],
  t: [3.13803254, 2.49438711, 2.95269237],
  atomicNumber: 29,
};

/**
 * Silicon. M. I. Baskes, Phys. Rev. B 46, 2727 (1992); "Si92" of LAMMPS's library: diamond with 5.4310 Å
 * and −4.6300 eV per atom. Its "SiS" has t₁ = 2.05 and root "signed", which perfect crystals do not notice.
 */
export const meamSilicon1992: MeamParameters = {
  ...SHARED_1992,
  reference: "diamond",
  bondLength: bohrFromAngstrom((5.431 * Math.sqrt(3)) / 4),
  cohesiveEnergy: hartreeFromEv(4.63),
  alpha: 4.87,
  A: 1,
  beta: [4.4, 5.5, 5.5, 5.5],
  t: [3.13, 4.47, -1.8],
  atomicNumber: 14,
};

/**
 * Tungsten. M. I. Baskes, Phys. Rev. B 46, 2727 (1992), with the digits of LAMMPS's library: bcc with
 * 3.1650 Å and −8.6600 eV per atom.
 */
export const meamTungsten1992: MeamParameters = {
  ...SHARED_1992,
  reference: "bcc",
  bondLength: bohrFromAngstrom((3.165 * Math.sqrt(3)) / 2),
  cohesiveEnergy: hartreeFromEv(8.66),
  alpha: 5.62777409,
  A: 0.98,
  beta: [3.978, 1, 1.00065894, 1],
  t: [3.16353338, 8.24586928, -2.7],
  atomicNumber: 74,
};
