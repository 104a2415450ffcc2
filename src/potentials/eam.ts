import { atomicNumberOf, elementSymbols } from "../structures/elements.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { addEamInto, type EamSplines, eamWork, makeRoom } from "./eamForces.js";
import { eamSpline } from "./eamSpline.js";
import { type EamTables, pairIndex } from "./eamTables.js";
import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";

/**
 * The embedded-atom method: each atom is put into the electrons of its neighbours,
 *
 *   E = Σᵢ F(ρᵢ) + Σ φ(r_ij) over the pairs i < j,   ρᵢ = Σ ρ_j(r_ij) over the neighbours j of i
 *
 * with all three functions from tables. Where F bends upwards, a neighbour more gains less than the one
 * before, as in a metal; copper's does up to nearly twice the density in the crystal. An atom has its F and
 * half of its pairs.
 *
 * Between the points of a table are LAMMPS's cubics, see `eamSpline`; beyond the largest density F goes
 * on along its last slope. Energies and forces agree with LAMMPS's `eam` and `eam/alloy`.
 *
 * Source: M. S. Daw and M. I. Baskes, Phys. Rev. B 29, 6443 (1984).
 *
 * @throws RangeError for tables that do not fit together; from `energyAndForces` RangeError for an
 *         element without tables, two atoms at one point, and what else `NeighbourList` refuses
 */
export function eam(tables: EamTables): Potential {
  requireTables(tables);
  const { elements, pairs, densityStep, distanceStep, cutoff } = tables;
  const count = elements.length;
  const points = elements[0]!.density.length;
  const intervals = points - 1;
  const splines: EamSplines = {
    ...{ cutoff, distanceStep, densityStep, count, intervals },
    embedding: elements.map(({ embedding }) => eamSpline(embedding)),
    pairs: new Float64Array(8 * count * count * intervals),
  };
  const densities = elements.map(({ density }) => eamSpline(density));
  const shared = pairs.map((pair) => eamSpline(pair));
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++)
      for (let m = 0; m < intervals; m++) {
        const at = 8 * ((a * count + b) * intervals + m);
        splines.pairs.set(densities[b]!.subarray(4 * m, 4 * m + 4), at);
        splines.pairs.set(shared[pairIndex(a, b)]!.subarray(4 * m, 4 * m + 4), at + 4);
      }
  const kinds = new Int32Array(128).fill(-1);
  for (const [a, { symbol }] of elements.entries()) kinds[atomicNumberOf(symbol)] = a;
  const work = eamWork();
  return manyBody("eam", "half", cutoff, {
    require: (system) => requireElements(system, kinds, tables),
    addInto(forces, energies, { atomicNumbers }, list) {
      makeRoom(work, list);
      for (let s = 0; count > 1 && s < list.atoms.length; s++)
        work.kinds[s] = kinds[atomicNumbers[list.atoms[s]!]!]!;
      addEamInto(forces, energies, list, splines, work);
    },
  });
}

function requireElements(
  { atomicNumbers }: System,
  kinds: Int32Array,
  { elements }: EamTables,
): void {
  const strange = atomicNumbers.find((number) => kinds[number] === -1);
  if (strange !== undefined)
    throw new RangeError(
      `eam: there must be tables for ${elementSymbols[strange] ?? strange}, ` +
        `got ${elements.map(({ symbol }) => symbol).join(", ")}`,
    );
}

function requireTables({ elements, pairs, densityStep, distanceStep, cutoff }: EamTables): void {
  requirePositive("eam: densityStep", densityStep, "units of density");
  requirePositive("eam: distanceStep", distanceStep, "bohr");
  requirePositive("eam: cutoff", cutoff, "bohr");
  const first = elements[0];
  if (!first) throw new RangeError("eam: there must be tables for an element, got none");
  const [points, densities] = [first.density.length, first.embedding.length];
  const wanted = (elements.length * (elements.length + 1)) / 2;
  if (pairs.length !== wanted)
    throw new RangeError(
      `eam: pairs must have ${wanted} tables for ${elements.length} elements, got ${pairs.length}`,
    );
  for (const { symbol, embedding, density } of elements) {
    requireTable(`embedding of ${symbol}`, embedding, densities);
    requireTable(`density of ${symbol}`, density, points);
  }
  for (const [k, pair] of pairs.entries()) requireTable(`pairs[${k}]`, pair, points);
  if (cutoff > points * distanceStep)
    throw new RangeError(
      `eam: the cutoff must be within the tables, up to ${points * distanceStep} bohr, got ${cutoff}`,
    );
}

function requireTable(name: string, table: Float64Array, length: number): void {
  if (table.length !== length || length < 5)
    throw new RangeError(
      `eam: ${name} must have ${Math.max(5, length)} entries, got ${table.length}`,
    );
  const bad = table.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(`eam: ${name} must be finite numbers, got ${table[bad]} at entry ${bad}`);
}
