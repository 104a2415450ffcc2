import { cellVolume } from "../structures/cell.js";
import type { Frame } from "../structures/frame.js";
import { massesOf } from "../structures/massesOf.js";

/**
 * The pressure of a frame, hartree/bohr³ (one is 29421 GPa),
 *
 *   p = (2 K + W_xx + W_yy + W_zz) / 3 V
 *
 * with the virial W: what moving atoms carry through a wall, and what atoms push through it. A frame
 * without velocities is one of atoms at rest. Positive: it wants to expand.
 *
 * @throws RangeError for a frame without a virial or without a cell
 */
export function pressure({ system, velocities, virial }: Frame): number {
  if (!system.cell) throw new RangeError("pressure: the system must have a cell, got open space");
  if (!virial) throw new RangeError("pressure: the frame must have a virial, got none");
  const masses = massesOf(system);
  let twiceKinetic = 0;
  if (velocities)
    for (let i = 0; i < velocities.length; i++)
      twiceKinetic += masses[Math.floor(i / 3)]! * velocities[i]! ** 2;
  return (twiceKinetic + virial[0]! + virial[4]! + virial[8]!) / (3 * cellVolume(system.cell));
}
