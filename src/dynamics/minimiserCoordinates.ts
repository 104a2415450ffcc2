import type { EnergyAndForces } from "../potentials/potential.js";
import { cellVolume, inverseCell, timesMatrix } from "../structures/cell.js";
import { deformed } from "../structures/deformed.js";
import type { System } from "../structures/system.js";

/** What the minimiser moves, and what the potential has to do with it. */
export interface Coordinates {
  readonly start: Float64Array;
  systemAt(point: Float64Array): System;
  slope(
    point: Float64Array,
    found: EnergyAndForces,
  ): { readonly value: number; readonly gradient: Float64Array };
}

/** The atoms' positions. */
export function fixedCell(system: System): Coordinates {
  return {
    start: system.positions,
    systemAt: (positions) => ({ ...system, positions }),
    slope: (_, { energy, forces }) => ({ value: energy, gradient: forces.map((f) => -f) }),
  };
}

/**
 * The atoms' positions before a deformation x → x F of atoms and cell, then the nine entries of S, with
 * F = 1 + S/ℓ. What is minimised is E + p V, with the outer pressure p in hartree/bohr³.
 *
 * Only the symmetric part of S has a force, (W − p V) F⁻¹/ℓ, so a cell that starts at S = 0 does not turn. The
 * length ℓ = √n (V/n)^(1/3) makes S about as stiff as the place of an atom.
 */
export function freeCell(system: System, pressure: number): Coordinates {
  const d = system.positions.length;
  const volume = cellVolume(system.cell!);
  const n = d / 3;
  const length = Math.sqrt(n) * Math.cbrt(volume / n);
  const deformation = (point: Float64Array): Float64Array =>
    point.subarray(d).map((s, k) => s / length + Number(k % 4 === 0));
  return {
    start: Float64Array.of(...system.positions, ...new Float64Array(9)),
    systemAt(point) {
      return deformed({ ...system, positions: point.slice(0, d) }, deformation(point));
    },
    slope(point, { energy, forces, virial }) {
      const F = deformation(point);
      const now = volume * cellVolume(F);
      const push = virial.map((w, k) => w - (k % 4 === 0 ? pressure * now : 0));
      const onCell = timesMatrix(push, inverseCell(F)); // F is symmetric
      const onAtoms = timesMatrix(forces, F);
      const gradient = new Float64Array(d + 9);
      for (let i = 0; i < d; i++) gradient[i] = -onAtoms[i]!;
      for (let k = 0; k < 9; k++) {
        const mirrored = 3 * (k % 3) + Math.floor(k / 3);
        gradient[d + k] = -(onCell[k]! + onCell[mirrored]!) / (2 * length);
      }
      return { value: energy + pressure * now, gradient };
    },
  };
}
