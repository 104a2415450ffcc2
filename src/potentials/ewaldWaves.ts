import { cellVolume, inverseCell } from "../structures/cell.js";
import type { System } from "../structures/system.js";
import type { EnergyAndForces } from "./potential.js";

/**
 * Adds the waves of an Ewald sum to forces, virial and atomic energies. With S = Σ_j q_j e^(i k·x_j)
 * and E_k = (2π/V) e^(−k²/4α²) |S|² / k², a wave gives atom i the energy
 * (2π/V) e^(−k²/4α²)/k² q_i Re(S* e^(i k·x_i)) and the virial E_k (1 − 2 k⊗k (1/k² + 1/4α²)).
 *
 * @param reach  the largest k, 1/bohr
 */
export function addWaves(
  { forces, virial, atomicEnergies }: EnergyAndForces,
  { positions, charges, cell }: System,
  alpha: number,
  reach: number,
): void {
  const n = charges!.length;
  const volume = cellVolume(cell!);
  const cosines = new Float64Array(n);
  const sines = new Float64Array(n);
  for (const [kx, ky, kz] of halfOfWaves(cell!, reach)) {
    const k2 = kx * kx + ky * ky + kz * kz;
    // Twice, as k and −k are one wave.
    const weight = (4 * Math.PI * Math.exp(-k2 / (4 * alpha * alpha))) / (k2 * volume);
    let real = 0;
    let imaginary = 0;
    for (let i = 0; i < n; i++) {
      const phase =
        kx * positions[3 * i]! + ky * positions[3 * i + 1]! + kz * positions[3 * i + 2]!;
      cosines[i] = charges![i]! * Math.cos(phase);
      sines[i] = charges![i]! * Math.sin(phase);
      real += cosines[i]!;
      imaginary += sines[i]!;
    }
    for (let i = 0; i < n; i++) {
      atomicEnergies[i]! += weight * (real * cosines[i]! + imaginary * sines[i]!);
      const push = 2 * weight * (real * sines[i]! - imaginary * cosines[i]!);
      forces[3 * i]! += push * kx;
      forces[3 * i + 1]! += push * ky;
      forces[3 * i + 2]! += push * kz;
    }
    const energy = weight * (real * real + imaginary * imaginary);
    const stretch = 2 * (1 / k2 + 1 / (4 * alpha * alpha));
    const k = [kx, ky, kz];
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++)
        virial[3 * a + b]! += energy * ((a === b ? 1 : 0) - stretch * k[a]! * k[b]!);
  }
}

/** Wave vectors of the cell up to a length, one of each pair k and −k, without 0. */
function halfOfWaves(cell: Float64Array, reach: number): [number, number, number][] {
  const inverse = inverseCell(cell); // its columns times 2π are the steps between wave vectors
  const [na, nb, nc] = [0, 3, 6].map((row) =>
    Math.floor((reach * Math.hypot(...cell.subarray(row, row + 3))) / (2 * Math.PI)),
  ) as [number, number, number];
  const waves: [number, number, number][] = [];
  for (let a = 0; a <= na; a++)
    for (let b = a === 0 ? 0 : -nb; b <= nb; b++)
      for (let c = a === 0 && b === 0 ? 1 : -nc; c <= nc; c++) {
        const k = [0, 3, 6].map(
          (row) =>
            2 * Math.PI * (a * inverse[row]! + b * inverse[row + 1]! + c * inverse[row + 2]!),
        ) as [number, number, number];
        if (Math.hypot(...k) <= reach) waves.push(k);
      }
  return waves;
}
