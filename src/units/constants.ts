/**
 * CODATA 2022 values: P. J. Mohr, D. B. Newell, B. N. Taylor and E. Tiesinga,
 * Rev. Mod. Phys. 97, 025002 (2025); tables at physics.nist.gov/constants. In brackets: the
 * standard uncertainty of the last digits.
 */

/** 27.211386245981(30) eV */
export const HARTREE_IN_EV: number = 27.211386245981;

/** Energy divided by h c: 219474.63136314(24) cm⁻¹ */
export const HARTREE_IN_INVERSE_CM: number = 219474.63136314;

/** 0.529177210544(82) angstrom */
export const BOHR_IN_ANGSTROM: number = 0.529177210544;

/** ħ / hartree: 0.024188843265864(26) fs */
export const ATOMIC_TIME_IN_FS: number = 0.024188843265864;

/** 5.485799090441(97) · 10⁻⁴ u */
export const ELECTRON_MASS_IN_U: number = 5.485799090441e-4;

/** 1.66053906892(52) · 10⁻²⁷ kg */
export const U_IN_KG: number = 1.66053906892e-27;

/** 1.602176634 · 10⁻¹⁹ J, exact in the SI */
export const EV_IN_JOULE: number = 1.602176634e-19;

/** 6.02214076 · 10²³, exact in the SI */
export const AVOGADRO: number = 6.02214076e23;

/** Nucleus of ¹H, 1836.152673426(32) electron masses. The atom is one electron heavier. */
export const PROTON_MASS: number = 1836.152673426;

/** Nucleus of ²H, 3670.482967655(63) electron masses. */
export const DEUTERON_MASS: number = 3670.482967655;
