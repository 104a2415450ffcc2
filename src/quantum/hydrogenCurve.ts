import { readDataTable } from "../structures/dataTable.js";

/**
 * Born-Oppenheimer energies of two hydrogen nuclei at fixed distances, repulsion of the nuclei
 * included. Basis set cc-pVQZ. Index letter: g distances. All energies in hartree.
 */
export interface HydrogenCurve {
  /** Distance of the nuclei in bohr, ascending from 0.4 to 10, shape [g]. */
  readonly distances: Float64Array;
  /** Restricted Hartree-Fock: both electrons in one orbital. */
  readonly rhf: Float64Array;
  /** Unrestricted Hartree-Fock: an orbital for each electron. Equals `rhf` up to 2.30 bohr. */
  readonly uhf: Float64Array;
  /** Full configuration interaction, exact in this basis: singlet ground state. */
  readonly fci: Float64Array;
  /** The same for the first excited singlet. */
  readonly excitedSinglet: Float64Array;
  /** The same for the lowest triplet, which does not bind. */
  readonly triplet: Float64Array;
}

/** One hydrogen atom in the same basis, hartree; without a basis it is −1/2. */
export const HYDROGEN_ATOM_ENERGY: number = -0.499945569;

/** The curves of `data/h2`, computed with PySCF; that folder's README says how. */
export function loadHydrogenCurve(): HydrogenCurve {
  const table = readDataTable("h2/h2_curve_ccpvqz.csv");
  return {
    distances: table.R!,
    rhf: table.E_RHF!,
    uhf: table.E_UHF!,
    fci: table.E_FCI_S0!,
    excitedSinglet: table.E_FCI_S1!,
    triplet: table.E_FCI_T0!,
  };
}
