import type { Potential } from "../potentials/potential.js";
import { cellVolume } from "../structures/cell.js";
import type { Frame } from "../structures/frame.js";
import { NeighbourList } from "../structures/neighbourList.js";
import { requirePositive } from "../units/requirePositive.js";
import { rootWeights } from "./curveTarget.js";
import { type PotentialForm, valuesOf } from "./form.js";
import type { Target } from "./target.js";

/** How far data may be off, one standard deviation each; what is absent is not fitted. */
export interface StructureDeviations {
  /** Of the energy divided by the number of atoms, hartree. */
  readonly energyPerAtom?: number;
  /** Of each component of each force, hartree/bohr. */
  readonly force?: number;
  /** Of each of the six components of the stress, hartree/bohr³. */
  readonly stress?: number;
}

/** Structures of known energy, forces or stress. */
export interface StructureData {
  readonly frames: readonly Frame[];
  readonly deviations: StructureDeviations;
}

/**
 * Residuals of all frames, one frame after the other,
 *
 *   (E − E_ref)/(n σ_E),   (f − f_ref)/σ_f for each component,   (s − s_ref)/σ_s for xx yy zz yz xz xy
 *
 * each times √w of its frame; the stress is s = −virial/volume.
 *
 * @throws RangeError when nothing is to be fitted, a deviation is not positive, a frame lacks what is to
 *         be fitted or has a number that is not finite
 */
export function structureTarget<Name extends string>(
  where: string,
  form: PotentialForm<Name>,
  { frames, deviations }: StructureData,
  weights?: ArrayLike<number>,
): Target {
  const wanted = requireDeviations(where, deviations);
  const named = (f: number): string => nameOf(frames[f]!, f);
  const factors = rootWeights(where, frames.length, named, weights);
  for (const [f, frame] of frames.entries()) requireFrame(where, frame, named(f), wanted);
  const lists = frames.map((): { list?: NeighbourList } => ({}));
  const counts = frames.map((frame) => residualsOf(frame, wanted));
  const firsts: number[] = [];
  let count = 0;
  for (const one of counts) {
    firsts.push(count);
    count += one;
  }
  let started = false;
  return {
    count,
    deviationsKnown: true,
    describe: (i) => named(firsts.filter((first) => first <= i).length - 1),
    residualsInto(out, parameters) {
      try {
        const potential = form.potential(valuesOf(form, parameters));
        for (const [f, frame] of frames.entries())
          residualsInto(out, firsts[f]!, potential, frame, wanted, factors[f]!, lists[f]!);
      } catch (error) {
        // Values that the form refuses: at the start a fault, later a step that is not taken.
        if (!started || !(error instanceof RangeError)) throw error;
        out.fill(Number.NaN);
      }
      started = true;
    },
  };
}

type Wanted = readonly (readonly [kind: keyof StructureDeviations, deviation: number])[];

function requireDeviations(where: string, deviations: StructureDeviations): Wanted {
  const units = { energyPerAtom: "hartree", force: "hartree/bohr", stress: "hartree/bohr³" };
  const wanted = Object.entries(deviations).filter(([, value]) => value !== undefined);
  for (const [kind, value] of wanted) {
    if (!(kind in units))
      throw new RangeError(
        `${where}: deviations must be of energyPerAtom, force or stress, got ${kind}`,
      );
    requirePositive(`${where}: deviation of ${kind}`, value, units[kind as keyof typeof units]);
  }
  if (wanted.length === 0)
    throw new RangeError(
      `${where}: deviations must hold energyPerAtom, force or stress, else nothing is fitted`,
    );
  return wanted as unknown as Wanted;
}

function nameOf({ info }: Frame, f: number): string {
  return `frame ${f}${info?.name === undefined ? "" : ` (${info.name})`}`;
}

const FIELD = { energyPerAtom: "energy", force: "forces", stress: "virial" } as const;

function requireFrame(where: string, frame: Frame, name: string, wanted: Wanted): void {
  for (const [kind] of wanted) {
    const field = FIELD[kind];
    const value = frame[field];
    if (value === undefined)
      throw new RangeError(`${where}: ${name} must have ${field}, they are to be fitted`);
    const numbers = typeof value === "number" ? [value] : value;
    for (const number of numbers)
      if (!Number.isFinite(number))
        throw new RangeError(`${where}: ${field} of ${name} must be finite, got ${number}`);
    if (kind === "stress" && !frame.system.cell)
      throw new RangeError(`${where}: ${name} must have a cell, its stress is to be fitted`);
  }
}

function residualsOf({ system }: Frame, wanted: Wanted): number {
  const sizes = { energyPerAtom: 1, force: system.positions.length, stress: 6 };
  return wanted.reduce((sum, [kind]) => sum + sizes[kind], 0);
}

/** Where the six components of a symmetric matrix stand in it, twice for those beside the diagonal. */
export const SIX: readonly (readonly [number, number])[] = [
  [0, 0],
  [4, 4],
  [8, 8],
  [5, 7],
  [2, 6],
  [1, 3],
];

function residualsInto(
  out: Float64Array,
  first: number,
  potential: Potential,
  frame: Frame,
  wanted: Wanted,
  factor: number,
  cache: { list?: NeighbourList },
): void {
  const { system } = frame;
  const found = potential.energyAndForces(system, listOfFrame(potential, cache));
  let at = first;
  for (const [kind, deviation] of wanted) {
    const scale = factor / deviation;
    if (kind === "energyPerAtom")
      out[at++] = (scale * (found.energy - frame.energy!)) / system.atomicNumbers.length;
    else if (kind === "force")
      for (let i = 0; i < found.forces.length; i++)
        out[at++] = scale * (found.forces[i]! - frame.forces![i]!);
    else {
      const per = -scale / (2 * cellVolume(system.cell!));
      const difference = (i: number): number => found.virial[i]! - frame.virial![i]!;
      for (const [i, j] of SIX) out[at++] = per * (difference(i) + difference(j));
    }
  }
}

/** Structures do not change in a fit, cutoffs may: a list is kept as long as it looks far enough. */
function listOfFrame(
  { cutoff, neighbourKind: kind }: Potential,
  cache: { list?: NeighbourList },
): NeighbourList | undefined {
  if (!kind) return undefined;
  if (!cache.list || cache.list.cutoff < cutoff || cache.list.kind !== kind)
    cache.list = new NeighbourList({ cutoff: cache.list ? 1.05 * cutoff : cutoff, kind });
  return cache.list;
}
