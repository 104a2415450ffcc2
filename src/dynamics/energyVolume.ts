import type { Potential } from "../potentials/potential.js";
import { cellVolume } from "../structures/cell.js";
import { deformed } from "../structures/deformed.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";

/** Index letter: v volumes. */
export interface EnergyVolume {
  /** Per atom, bohr³, shape [v]. */
  readonly volumes: Float64Array;
  /** Per atom, hartree, shape [v]. */
  readonly energies: Float64Array;
}

export interface EnergyVolumeOptions {
  /** Smallest volume, as a part of the system's own. Default 0.94. */
  readonly from?: number;
  /** Largest volume, as a part of the system's own. Default 1.06. */
  readonly to?: number;
  /** How many volumes. Default 13. */
  readonly points?: number;
}

/**
 * The energy of a crystal as it is blown up and pressed together evenly, its atoms moving with the cell;
 * `birchMurnaghan` finds the volume, energy and bulk modulus at rest in it.
 *
 * @throws RangeError for a system in open space, a range of volumes that is empty, fewer than two points
 */
export function energyVolume(
  system: System,
  potential: Potential,
  { from = 0.94, to = 1.06, points = 13 }: EnergyVolumeOptions = {},
): EnergyVolume {
  requireSystem("energyVolume", system);
  if (!system.cell)
    throw new RangeError("energyVolume: the system must have a cell, got open space");
  if (!(from > 0 && to > from && Number.isFinite(to)))
    throw new RangeError(
      `energyVolume: from and to must be volumes with 0 < from < to, got ${from} and ${to}`,
    );
  if (!(Number.isInteger(points) && points >= 2))
    throw new RangeError(`energyVolume: points must be a whole number from 2, got ${points}`);
  const n = system.atomicNumbers.length;
  const own = cellVolume(system.cell) / n;
  const volumes = Float64Array.from(
    { length: points },
    (_, k) => own * (from + (k * (to - from)) / (points - 1)),
  );
  const energies = volumes.map((volume) => {
    const s = Math.cbrt(volume / own);
    return potential.energyAndForces(deformed(system, [s, 0, 0, 0, s, 0, 0, 0, s])).energy / n;
  });
  return { volumes, energies };
}
