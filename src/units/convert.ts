import {
  ATOMIC_TIME_IN_FS,
  BOHR_IN_ANGSTROM,
  ELECTRON_MASS_IN_U,
  HARTREE_IN_EV,
  HARTREE_IN_INVERSE_CM,
} from "./constants.js";

/**
 * Inside this package a bare number is in Hartree atomic units (ħ = mₑ = e² = 4πε₀ = 1); these
 * functions are the way in and out. The name says both: `evFromHartree(1)` is 27.2 eV.
 */

export function evFromHartree(energy: number): number {
  return energy * HARTREE_IN_EV;
}

export function hartreeFromEv(energyEv: number): number {
  return energyEv / HARTREE_IN_EV;
}

/** The wavenumber of a photon of this energy, in cm⁻¹. */
export function inverseCmFromHartree(energy: number): number {
  return energy * HARTREE_IN_INVERSE_CM;
}

export function hartreeFromInverseCm(wavenumberInverseCm: number): number {
  return wavenumberInverseCm / HARTREE_IN_INVERSE_CM;
}

export function angstromFromBohr(length: number): number {
  return length * BOHR_IN_ANGSTROM;
}

export function bohrFromAngstrom(lengthAngstrom: number): number {
  return lengthAngstrom / BOHR_IN_ANGSTROM;
}

/** Femtoseconds from atomic units of time. */
export function fsFromAtomicTime(time: number): number {
  return time * ATOMIC_TIME_IN_FS;
}

/** Atomic units of time from femtoseconds. */
export function atomicTimeFromFs(timeFs: number): number {
  return timeFs / ATOMIC_TIME_IN_FS;
}

/** Unified atomic mass units from electron masses. */
export function uFromElectronMass(mass: number): number {
  return mass * ELECTRON_MASS_IN_U;
}

/** Electron masses from unified atomic mass units. */
export function electronMassFromU(massU: number): number {
  return massU / ELECTRON_MASS_IN_U;
}
