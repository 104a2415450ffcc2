import { bohrFromAngstrom, electronMassFromU } from "../units/convert.js";

/**
 * Symbol, standard atomic weight in u, covalent radius in angstrom, in the order of atomic numbers; "-"
 * where there is none.
 *
 * Weights: T. Prohaska et al., Pure Appl. Chem. 94, 573 (2022), with the changes of 2024 to Zr, Gd and
 * Lu (Commission on Isotopic Abundances and Atomic Weights, ciaaw.org). Where nature varies, such as
 * hydrogen's 1.00784 to 1.00811, the abridged value of the same report.
 * Radii: B. Cordero et al., Dalton Trans. 2008, 2832; carbon as in diamond (sp3), Mn, Fe and Co in low
 * spin.
 */
const TABLE = `
H 1.008 0.31, He 4.002602 0.28, Li 6.94 1.28, Be 9.0121831 0.96, B 10.81 0.84, C 12.011 0.76,
N 14.007 0.71, O 15.999 0.66, F 18.998403162 0.57, Ne 20.1797 0.58, Na 22.98976928 1.66,
Mg 24.305 1.41, Al 26.9815384 1.21, Si 28.085 1.11, P 30.973761998 1.07, S 32.06 1.05,
Cl 35.45 1.02, Ar 39.95 1.06, K 39.0983 2.03, Ca 40.078 1.76, Sc 44.955907 1.70, Ti 47.867 1.60,
V 50.9415 1.53, Cr 51.9961 1.39, Mn 54.938043 1.39, Fe 55.845 1.32, Co 58.933194 1.26,
Ni 58.6934 1.24, Cu 63.546 1.32, Zn 65.38 1.22, Ga 69.723 1.22, Ge 72.63 1.20,
As 74.921595 1.19, Se 78.971 1.20, Br 79.904 1.20, Kr 83.798 1.16, Rb 85.4678 2.20,
Sr 87.62 1.95, Y 88.905838 1.90, Zr 91.222 1.75, Nb 92.90637 1.64, Mo 95.95 1.54, Tc - 1.47,
Ru 101.07 1.46, Rh 102.90549 1.42, Pd 106.42 1.39, Ag 107.8682 1.45, Cd 112.414 1.44,
In 114.818 1.42, Sn 118.71 1.39, Sb 121.76 1.39, Te 127.6 1.38, I 126.90447 1.39,
Xe 131.293 1.40, Cs 132.90545196 2.44, Ba 137.327 2.15, La 138.90547 2.07, Ce 140.116 2.04,
Pr 140.90766 2.03, Nd 144.242 2.01, Pm - 1.99, Sm 150.36 1.98, Eu 151.964 1.98, Gd 157.249 1.96,
Tb 158.925354 1.94, Dy 162.5 1.92, Ho 164.930329 1.92, Er 167.259 1.89, Tm 168.934219 1.90,
Yb 173.045 1.87, Lu 174.96669 1.87, Hf 178.486 1.75, Ta 180.94788 1.70, W 183.84 1.62,
Re 186.207 1.51, Os 190.23 1.44, Ir 192.217 1.41, Pt 195.084 1.36, Au 196.96657 1.36,
Hg 200.592 1.32, Tl 204.38 1.45, Pb 207.2 1.46, Bi 208.9804 1.48, Po - 1.40, At - 1.50,
Rn - 1.50, Fr - 2.60, Ra - 2.21, Ac - 2.15, Th 232.0377 2.06, Pa 231.03588 2.00,
U 238.02891 1.96, Np - 1.90, Pu - 1.87, Am - 1.80, Cm - 1.69, Bk - -, Cf - -, Es - -, Fm - -,
Md - -, No - -, Lr - -, Rf - -, Db - -, Sg - -, Bh - -, Hs - -, Mt - -, Ds - -, Rg - -, Cn - -,
Nh - -, Fl - -, Mc - -, Lv - -, Ts - -, Og - -`;

const rows = TABLE.trim()
  .split(/,\s+/)
  .map((row) => row.split(" "));

/** Chemical symbol by atomic number: `elementSymbols[1]` is "H", up to 118; `elementSymbols[0]` is "". */
export const elementSymbols: readonly string[] = ["", ...rows.map(([symbol]) => symbol!)];

/**
 * Number of protons of the element with this symbol: 1 for "H", 29 for "Cu".
 *
 * @throws RangeError when there is no such element; capital and small letters count
 */
export function atomicNumberOf(symbol: string): number {
  const atomicNumber = elementSymbols.indexOf(symbol);
  if (atomicNumber > 0) return atomicNumber;
  const meant = elementSymbols.find((known) => known.toLowerCase() === `${symbol}`.toLowerCase());
  throw new RangeError(
    `atomicNumberOf: symbol must be that of an element, got "${symbol}"` +
      (meant ? `; did you mean "${meant}"?` : ""),
  );
}

/**
 * Mean mass of an atom of the element as it is found in nature, electrons included, in electron masses:
 * 1837.47 for hydrogen. A single isotope differs; of that of hydrogen, the bare nucleus is
 * `PROTON_MASS`.
 *
 * @throws RangeError when there is no such element, or when it has no standard atomic weight, as
 *   technetium and other elements without a stable isotope
 */
export function standardMass(atomicNumber: number): number {
  return electronMassFromU(entry("standardMass", "standard atomic weight", atomicNumber, 1));
}

/**
 * Covalent radius of the element, bohr: two atoms about as far apart as the sum of theirs are bonded.
 *
 * @throws RangeError when there is no such element, or none is known (beyond curium, number 96)
 */
export function covalentRadius(atomicNumber: number): number {
  return bohrFromAngstrom(entry("covalentRadius", "covalent radius", atomicNumber, 2));
}

function entry(where: string, what: string, atomicNumber: number, column: 1 | 2): number {
  const row = rows[atomicNumber - 1];
  if (row === undefined)
    throw new RangeError(
      `${where}: atomicNumber must be a whole number from 1 to 118, got ${atomicNumber}`,
    );
  if (row[column] === "-")
    throw new RangeError(
      `${where}: atomicNumber must be that of an element with a ${what}, got ${atomicNumber} (${row[0]})`,
    );
  return Number(row[column]);
}
