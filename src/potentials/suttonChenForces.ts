import type { NeighbourList } from "../structures/neighbourList.js";
import { power } from "./power.js";
import type { SuttonChenParameters } from "./suttonChen.js";

/** Energies and forces of a half list: densities first, and then what follows from them. */
export function addSuttonChenInto(
  forces: Float64Array,
  energies: Float64Array,
  list: NeighbourList,
  parameters: SuttonChenParameters,
  cutoff: number,
): void {
  const { epsilon, c } = parameters;
  const { atomCount, atoms } = list;
  const densities = new Float64Array(atoms.length);
  addDensities(densities, list, parameters, cutoff);
  const ofAtoms = new Float64Array(atomCount);
  list.sumImagesInto(ofAtoms, densities);
  const slopes = densities; // F′(ρ), in the place of ρ; an atom by itself has no force to give it to
  for (let s = 0; s < atoms.length; s++) {
    const root = Math.sqrt(ofAtoms[atoms[s]!]!);
    if (s < atomCount) energies[s]! -= epsilon * c * root;
    slopes[s] = root > 0 ? (-0.5 * epsilon * c) / root : 0;
  }
  addPairs(forces, energies, slopes, list, parameters, cutoff);
}

function addDensities(
  densities: Float64Array,
  { atomCount, positions: x, first, neighbours }: NeighbourList,
  { m, a }: SuttonChenParameters,
  cutoff: number,
): void {
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const dx = x[3 * s]! - x[3 * t]!;
      const dy = x[3 * s + 1]! - x[3 * t + 1]!;
      const dz = x[3 * s + 2]! - x[3 * t + 2]!;
      const r2 = dx * dx + dy * dy + dz * dz;
      if (r2 >= cutoff * cutoff) continue;
      const density = power(a / Math.sqrt(r2), m);
      densities[s]! += density;
      densities[t]! += density;
    }
}

function addPairs(
  forces: Float64Array,
  energies: Float64Array,
  slopes: Float64Array,
  { atomCount, positions: x, first, neighbours }: NeighbourList,
  { epsilon, n, m, a }: SuttonChenParameters,
  cutoff: number,
): void {
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const dx = x[3 * s]! - x[3 * t]!;
      const dy = x[3 * s + 1]! - x[3 * t + 1]!;
      const dz = x[3 * s + 2]! - x[3 * t + 2]!;
      const r2 = dx * dx + dy * dy + dz * dz;
      if (r2 >= cutoff * cutoff) continue;
      const ratio = a / Math.sqrt(r2);
      const repulsion = epsilon * power(ratio, n);
      energies[s]! += 0.5 * repulsion;
      energies[t]! += 0.5 * repulsion;
      const push = (n * repulsion + (slopes[s]! + slopes[t]!) * m * power(ratio, m)) / r2;
      forces[3 * s]! += dx * push;
      forces[3 * s + 1]! += dy * push;
      forces[3 * s + 2]! += dz * push;
      forces[3 * t]! -= dx * push;
      forces[3 * t + 1]! -= dy * push;
      forces[3 * t + 2]! -= dz * push;
    }
}
