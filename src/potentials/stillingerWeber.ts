import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import { requirePositive } from "../units/requirePositive.js";
import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";
import { addStillingerWeberInto, stillingerWeberWork } from "./stillingerWeberForces.js";
import { type SpeciesTriples, type Triples, triplesOf } from "./triples.js";

/** The letters are those of the paper. */
export interface StillingerWeberParameters {
  /** Units of energy, hartree, and of length, bohr. Positive. */
  readonly epsilon: number;
  readonly sigma: number;
  /** Where everything ends, in units of σ. Positive. */
  readonly a: number;
  /** How stiff angles are, in units of ε; from 0. */
  readonly lambda: number;
  /** How fast angles fade with distance, in units of σ; from 0. */
  readonly gamma: number;
  /** The cosine of the angle that costs nothing; −1/3 in a tetrahedron. */
  readonly cosTheta0: number;
  /** The pair term: its size in units of ε, its wall and the two powers. */
  readonly A: number;
  readonly B: number;
  readonly p: number;
  readonly q: number;
}

/**
 * Stillinger and Weber's potential: pairs, and a price for each angle that is not the right one,
 *
 *   E = Σ u₂(r_ij) over the pairs + Σᵢ Σ u₃(r_ij, r_ik, θ_jik) over the pairs of neighbours of i
 *   u₂(r) = ε A (B (σ/r)^p − (σ/r)^q) e^(σ/(r − aσ))
 *   u₃ = ε λ (cos θ − cos θ₀)² e^(γσ/(r_ij − aσ)) e^(γσ/(r_ik − aσ))
 *
 * both 0 from r = aσ on, with all their derivatives. Each atom has half of its pairs and the angles at it.
 *
 *   stillingerWeber(stillingerWeberSilicon)   one kind of atoms, whatever they are
 *   stillingerWeber({ "Cd-Te-Te": …, … })     by triples i-j-k, the atom in the middle first
 *
 * For triples, u₂ and γ, σ and a of the leg i–j are those of i-j-j; λ, cos θ₀ and ε of an angle those of
 * i-j-k. LAMMPS reads its files so.
 *
 * Source: F. H. Stillinger and T. A. Weber, Phys. Rev. B 31, 5262 (1985).
 *
 * @throws RangeError for parameters out of range, a triple without parameters, i-j-j and j-i-i with two
 *         different pair terms, i-j-k and i-k-j with two different angles; from `energyAndForces`
 *         RangeError for an element without parameters, two atoms at one point, an energy that is not
 *         finite, and what else `NeighbourList` refuses
 */
export function stillingerWeber(
  parameters: StillingerWeberParameters | SpeciesTriples<StillingerWeberParameters>,
): Potential {
  const triples = stillingerWeberTriples(parameters);
  const work = stillingerWeberWork(triples);
  const cutoff = Math.sqrt(Math.max(...work.squares.flatMap((row) => [...row])));
  return manyBody("stillingerWeber", "full", cutoff, {
    require: triples.require,
    addInto(forces, energies, { atomicNumbers }, list) {
      if (work.kinds.length < list.atoms.length) work.kinds = new Int32Array(list.atoms.length);
      triples.kindsInto(work.kinds, atomicNumbers, list.atoms);
      addStillingerWeberInto(forces, energies, list, triples, work);
    },
  });
}

/**
 * Silicon: A and B are such that a pair by itself has −ε at 2^(1/6) σ, and diamond, without a price for
 * its angles, 5.43095 Å and −4.33660 eV = −2 ε per atom. The paper's ε is 50 kcal/mol; 2.1683 eV is the
 * value that LAMMPS and others have for it.
 */
export const stillingerWeberSilicon: StillingerWeberParameters = {
  epsilon: hartreeFromEv(2.1683),
  sigma: bohrFromAngstrom(2.0951),
  a: 1.8,
  lambda: 21,
  gamma: 1.2,
  cosTheta0: -1 / 3,
  A: 7.049556277,
  B: 0.6022245584,
  p: 4,
  q: 0,
};

/** The parameters of all triples, checked. */
export function stillingerWeberTriples(
  parameters: StillingerWeberParameters | SpeciesTriples<StillingerWeberParameters>,
): Triples<StillingerWeberParameters> {
  const triples = triplesOf("stillingerWeber", parameters, isSet);
  requireSets(triples);
  return triples;
}

function isSet(
  given: StillingerWeberParameters | SpeciesTriples<StillingerWeberParameters>,
): given is StillingerWeberParameters {
  return typeof given.epsilon === "number";
}

const PAIR = ["epsilon", "sigma", "a", "A", "B", "p", "q"] as const;
const ANGLE = ["epsilon", "lambda", "cosTheta0"] as const;

function requireSets({ count, symbols, sets }: Triples<StillingerWeberParameters>): void {
  const name = (...kinds: number[]): string => kinds.map((kind) => symbols[kind]).join("-");
  for (const [at, set] of sets.entries()) {
    const [i, j, k] = [Math.floor(at / count / count), Math.floor(at / count) % count, at % count];
    const of = symbols.length > 0 ? ` of ${name(i, j, k)}` : "";
    requirePositive(`stillingerWeber: epsilon${of}`, set.epsilon, "hartree");
    requirePositive(`stillingerWeber: sigma${of}`, set.sigma, "bohr");
    requirePositive(`stillingerWeber: a${of}`, set.a, "sigma");
    for (const key of ["lambda", "gamma", "A", "B", "p", "q"] as const)
      if (!(set[key] >= 0 && Number.isFinite(set[key])))
        throw new RangeError(
          `stillingerWeber: ${key}${of} must be a number from 0, got ${set[key]}`,
        );
    if (!(Math.abs(set.cosTheta0) <= 1))
      throw new RangeError(
        `stillingerWeber: cosTheta0${of} must be between -1 and 1, got ${set.cosTheta0}`,
      );
    const angle = sets[(i * count + k) * count + j]!;
    requireSame(ANGLE, set, angle, `${name(i, j, k)} and ${name(i, k, j)}`);
    if (j === k)
      requireSame(
        PAIR,
        set,
        sets[(j * count + i) * count + i]!,
        `${name(i, j, j)} and ${name(j, i, i)}`,
      );
  }
}

function requireSame<K extends keyof StillingerWeberParameters>(
  keys: readonly K[],
  one: StillingerWeberParameters,
  other: StillingerWeberParameters,
  names: string,
): void {
  for (const key of keys)
    if (one[key] !== other[key])
      throw new RangeError(
        `stillingerWeber: ${key} must be the same for ${names}, got ${one[key]} and ${other[key]}`,
      );
}
