import { readFileSync } from "node:fs";
import { dataFile } from "../structures/dataTable.js";
import { parseExtendedXyz } from "../structures/parseExtendedXyz.js";
import type { System } from "../structures/system.js";
import { hartreeFromEv } from "../units/convert.js";

/** Butane along one coordinate, all others held: no geometry is relaxed. Index letter: g geometries. */
export interface ButaneScan {
  /** The four carbons are the atoms 0 to 3. */
  readonly systems: readonly System[];
  /** Total energy by MP2 with the 1s electrons of carbon frozen, basis 6-31G*, hartree, shape [g]. */
  readonly mp2: Float64Array;
  /** The same by Hartree-Fock. */
  readonly hartreeFock: Float64Array;
}

/**
 * A rigid scan of `data/butane`, computed with PySCF; that folder's README says how.
 *
 * - "torsion": the dihedral angle C–C–C–C from 180° (trans) down to 0° (cis) by 15°;
 * - "stretch": the bond in the middle from 1.38 Å to 2.03 Å, at trans.
 */
export function loadButaneScan(coordinate: "torsion" | "stretch"): ButaneScan {
  if (coordinate !== "torsion" && coordinate !== "stretch")
    throw new TypeError(
      `loadButaneScan: coordinate must be "torsion" or "stretch", got "${coordinate}"`,
    );
  const frames = parseExtendedXyz(readFileSync(dataFile(`butane/${coordinate}.xyz`), "utf8"));
  return {
    systems: frames.map((frame) => frame.system),
    mp2: Float64Array.from(frames, (frame) => frame.energy!),
    hartreeFock: Float64Array.from(frames, (frame) =>
      hartreeFromEv(frame.info!.energy_hf as number),
    ),
  };
}
