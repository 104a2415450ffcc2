import { cellVolume, timesMatrix } from "./cell.js";
import type { System } from "./system.js";

/**
 * The system with its space deformed: x → x F for the atoms and the edges of the cell alike. F = 1 + ε
 * with a small ε is a strain: ε_xx stretches along x, ε_xy shears.
 *
 * @param deformation  F, shape [c·c], by rows
 * @throws RangeError for a deformation of another length than 9, or with determinant 0
 */
export function deformed(system: System, deformation: ArrayLike<number>): System {
  const F = Float64Array.from(deformation);
  if (F.length !== 9 || !(cellVolume(F) > 0))
    throw new RangeError(
      `deformed: deformation must be nine numbers with a determinant, got ${F.join(" ")}`,
    );
  const positions = timesMatrix(system.positions, F);
  return { ...system, positions, ...(system.cell && { cell: timesMatrix(system.cell, F) }) };
}
