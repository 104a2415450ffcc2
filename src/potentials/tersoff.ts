import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";
import { addTersoffInto, tersoffWork } from "./tersoffForces.js";
import { type SpeciesTriples, type Triples, triplesOf } from "./triples.js";

/** The letters are those of the papers. */
export interface TersoffParameters {
  /** Repulsion and attraction, hartree. */
  readonly A: number;
  readonly B: number;
  /** How fast they decay, 1/bohr. */
  readonly lambda1: number;
  readonly lambda2: number;
  /** How much a nearer rival counts for more, 1/bohr; 0: rivals at all distances count alike. */
  readonly lambda3: number;
  /** The power in the exponential of λ₃. */
  readonly m: 1 | 3;
  /** How the bond order falls with rivals. */
  readonly beta: number;
  readonly n: number;
  /** Strength, sharpness and place (the cosine) of the dependence on the angle. */
  readonly c: number;
  readonly d: number;
  readonly h: number;
  /** A factor on that dependence, 1 in Tersoff's papers. */
  readonly gamma: number;
  /** Middle and half width of the region in which bonds are cut off, bohr. */
  readonly R: number;
  readonly D: number;
}

/**
 * Tersoff's potential: pairs that repel and attract each other, and each attraction weaker, the more
 * and the better placed the rivals of the bond are,
 *
 *   E = ½ Σᵢ Σ_j≠i f_C(r_ij) (A e^(−λ₁ r_ij) − b_ij B e^(−λ₂ r_ij))
 *   b_ij = (1 + (β ζ_ij)ⁿ)^(−1/2n),   ζ_ij = Σ_k≠i,j f_C(r_ik) g(θ_ijk) e^((λ₃ (r_ij − r_ik))ᵐ)
 *   g(θ) = γ (1 + c²/d² − c²/(d² + (h − cos θ)²))
 *   f_C(r) = 1 up to R − D,  ½ − ½ sin(π/2 (r − R)/D),  0 from R + D
 *
 * A bond without rivals has b = 1. Each atom has half of each of its bonds, with its own b_ij.
 *
 *   tersoff(tersoffSilicon1988)              one kind of atoms, whatever they are
 *   tersoff(tersoffSiliconCarbon1989)        by triples i-j-k: { "Si-Si-Si": …, "Si-Si-C": …, … }
 *
 * For triples, the bond i–j has A, B, λ₁, λ₂, β, n and its f_C from i-j-j; the share of k in ζ_ij has γ,
 * c, d, h, λ₃, m and its f_C from i-j-k. LAMMPS reads its files so.
 *
 * Source: J. Tersoff, Phys. Rev. B 37, 6991 (1988); 39, 5566 (1989).
 *
 * @throws RangeError for parameters out of range and a triple without parameters; from
 *         `energyAndForces` RangeError for an element without parameters, two atoms at one point, an
 *         energy that is not finite, and what else `NeighbourList` refuses
 */
export function tersoff(
  parameters: TersoffParameters | SpeciesTriples<TersoffParameters>,
): Potential {
  const triples = tersoffTriples(parameters);
  const cutoff = Math.max(...triples.sets.map(({ R, D }) => R + D));
  const work = tersoffWork(triples);
  return manyBody("tersoff", "full", cutoff, {
    require: triples.require,
    addInto(forces, energies, { atomicNumbers }, list) {
      if (work.kinds.length < list.atoms.length) work.kinds = new Int32Array(list.atoms.length);
      triples.kindsInto(work.kinds, atomicNumbers, list.atoms);
      addTersoffInto(forces, energies, list, triples, work);
    },
  });
}

/** The parameters of all triples, checked. */
export function tersoffTriples(
  parameters: TersoffParameters | SpeciesTriples<TersoffParameters>,
): Triples<TersoffParameters> {
  const triples = triplesOf("tersoff", parameters, isSet);
  requireSets(triples);
  return triples;
}

function isSet(
  given: TersoffParameters | SpeciesTriples<TersoffParameters>,
): given is TersoffParameters {
  return typeof given.lambda1 === "number";
}

function requireSets({ count, symbols, sets }: Triples<TersoffParameters>): void {
  for (const [at, set] of sets.entries()) {
    const [i, j, k] = [Math.floor(at / count / count), Math.floor(at / count) % count, at % count];
    const of = symbols.length > 0 ? ` of ${[i, j, k].map((kind) => symbols[kind]).join("-")}` : "";
    const where = (name: string): string => `tersoff: ${name}${of}`;
    for (const [name, unit] of NAMES) requireFrom0(where(name), set[name], unit);
    if (!Number.isFinite(set.h))
      throw new RangeError(`${where("h")} must be a finite number, got ${set.h}`);
    if (set.m !== 1 && set.m !== 3)
      throw new RangeError(`${where("m")} must be 1 or 3, got ${set.m}`);
    if (!(set.d > 0)) throw new RangeError(`${where("d")} must be positive, got ${set.d}`);
    if (j === k && !(set.n > 0))
      throw new RangeError(`${where("n")} must be positive, got ${set.n}`);
    if (!(set.R > 0 && set.D <= set.R))
      throw new RangeError(
        `${where("R")} must be positive and at least D = ${set.D} bohr, got ${set.R}`,
      );
  }
}

const NAMES = [
  ["A", "hartree"],
  ["B", "hartree"],
  ["lambda1", "1/bohr"],
  ["lambda2", "1/bohr"],
  ["lambda3", "1/bohr"],
  ["beta", ""],
  ["n", ""],
  ["c", ""],
  ["d", ""],
  ["gamma", ""],
  ["R", "bohr"],
  ["D", "bohr"],
] as const;

function requireFrom0(name: string, value: number, unit: string): void {
  if (!(value >= 0 && Number.isFinite(value)))
    throw new RangeError(`${name} must be a number ${unit && `of ${unit} `}from 0, got ${value}`);
}
