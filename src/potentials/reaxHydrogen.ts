import { Tape, type Traced } from "../numerics/reverse.js";
import { distance, point } from "../numerics/reverseVectors.js";
import type { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import { angstromFromBohr, bohrFromAngstrom } from "../units/convert.js";
import { hartreeFromKcalPerMol } from "../units/kcalPerMol.js";
import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";
import { taper, taperSlope } from "./reaxff/taper.js";

/**
 * ReaxFF on one page: what `reaxff` is for hydrogen, with the numbers of Chenoweth 2008 in its own units,
 * angstrom and kcal/mol. For atoms i and j at the distance r
 *
 *   BO′ = 1.001 e^(−0.0593 (r/0.7853)^4.8358) − 0.001             a bond order from the distance
 *   BO  = BO′ g_i g_j,  g = 1/(1 + e^(−3.3517 (1.9771 BO′² − Δ′) + 0.7571)),  Δ′ = Σ BO′ − 1
 *                                                                 and less of it where atoms crowd
 *   E_bond = −156.0973 BO e^(−0.1377 (1 − BO^2.9907))
 *   E_over = Σ_j 0.824 · 156.0973 BO · d/(d + 1)/(1 + e^(−15.7683 d)),   d ≈ Σ BO − 1
 *   E_vdW  = T(r) 0.0419 (e^(9.3557 (1 − f/3.1808)) − 2 e^(½ 9.3557 (1 − f/3.1808)))
 *
 * An atom that has one whole bond gets little from a second: E_over takes it back. That is why H₃ falls
 * apart into H₂ and H. Forces are read off a tape, without a derivative of all this by hand.
 *
 * Left out: the angle H-H-H, 0.17 kcal/mol in linear H₃ and 19 kcal/mol in a bent one; for H₂, and for
 * molecules of it that are not in contact, this is all of ReaxFF.
 *
 * Source: K. Chenoweth, A. C. T. van Duin and W. A. Goddard III, J. Phys. Chem. A 112, 1040 (2008).
 *
 * @throws from `energyAndForces` RangeError for atoms that are not hydrogen
 */
export function reaxHydrogen(): Potential {
  const tape = new Tape();
  return manyBody("reaxHydrogen", "half", bohrFromAngstrom(CUTOFF_ANGSTROM), {
    require: requireHydrogen,
    addInto(forces, energies, _system, list) {
      tape.restart(list.positions.map(angstromFromBohr));
      const terms: Traced[] = [];
      addTerms(tape, list.atomCount, pairsOnTape(tape, list), (energyKcal, i, j = i) => {
        terms.push(energyKcal);
        const half = hartreeFromKcalPerMol(tape.value(energyKcal)) / 2;
        energies[i]! += half;
        energies[j]! += half;
      });
      const gradientKcal = new Float64Array(list.positions.length);
      tape.gradientInto(gradientKcal, tape.sum(terms));
      const unit = hartreeFromKcalPerMol(1) / bohrFromAngstrom(1);
      for (const [k, slope] of gradientKcal.entries()) forces[k]! -= slope * unit;
    },
  });
}

const CUTOFF_ANGSTROM = 10;

/** Two atoms and their distance, angstrom. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly r: Traced;
}

/** All terms of the energy, kcal/mol, each for its atom or atoms. */
function addTerms(
  tape: Tape,
  n: number,
  pairs: readonly Pair[],
  add: (energyKcal: Traced, i: number, j?: number) => void,
): void {
  for (const { i, j, r } of pairs) add(vanDerWaals(tape, r), i, j);

  const near = pairs
    .map(({ i, j, r }) => ({ i, j, raw: rawOrder(tape, r) }))
    .filter(({ raw }) => tape.value(raw) > 0);
  const crowd = sumsByAtom(tape, n, near, ({ raw }) => raw);

  const bonds = near
    .map(({ i, j, raw }) => {
      const both = tape.times(gate(tape, raw, crowd[i]!), gate(tape, raw, crowd[j]!));
      return { i, j, order: tape.times(raw, both) };
    })
    .filter(({ order }) => tape.value(order) >= 1e-10);
  for (const { i, j, order } of bonds) add(bondEnergy(tape, order), i, j);

  const sums = sumsByAtom(tape, n, bonds, ({ order }) => order);
  for (const [i, sum] of sums.entries()) add(overCoordination(tape, sum), i);
}

function rawOrder(tape: Tape, r: Traced): Traced {
  const stretch = tape.power(tape.affine(1 / 0.7853, r), 4.8358);
  return tape.affine(1.001, tape.exp(tape.affine(-0.0593, stretch)), -0.001);
}

function gate(tape: Tape, raw: Traced, crowd: Traced): Traced {
  const excess = tape.affine(1, crowd, -1);
  const margin = tape.minus(tape.affine(1.9771, tape.times(raw, raw)), excess);
  return tape.logistic(tape.affine(3.3517, margin, -0.7571));
}

function bondEnergy(tape: Tape, order: Traced): Traced {
  const strength = tape.exp(tape.affine(0.1377, tape.power(order, 2.9907), -0.1377));
  return tape.affine(-156.0973, tape.times(order, strength));
}

/** Only the bond orders' sum matters. Of lone pairs, which hydrogen has none of, the formula has a trace. */
function overCoordination(tape: Tape, sum: Traced): Traced {
  const electrons = tape.affine(1, sum, 1);
  const trace = tape.exp(tape.affine(-6.0891, tape.times(electrons, electrons)));
  const d = tape.plus(tape.affine(1, sum, -1), tape.affine(1 / 51, trace));
  const part = tape.times(
    tape.over(d, tape.affine(1, d, 1 + 1e-8)),
    tape.logistic(tape.affine(15.7683, d)),
  );
  return tape.affine(0.824 * 156.0973, tape.times(sum, part));
}

function vanDerWaals(tape: Tape, r: Traced): Traced {
  const f = tape.power(tape.affine(1, tape.power(r, 1.5591), 5.0518 ** -1.5591), 1 / 1.5591);
  const half = tape.exp(tape.affine(-9.3557 / 2 / 3.1808, f, 9.3557 / 2));
  const well = tape.affine(0.0419, tape.times(half, tape.affine(1, half, -2)));
  const x = tape.value(r);
  const T = tape.begin(taper(x, CUTOFF_ANGSTROM));
  tape.from(r, taperSlope(x, CUTOFF_ANGSTROM));
  return tape.times(T, well);
}

/** What each atom's bonds have together. */
function sumsByAtom<Bond extends { readonly i: number; readonly j: number }>(
  tape: Tape,
  n: number,
  bonds: readonly Bond[],
  of: (bond: Bond) => Traced,
): Traced[] {
  const parts: Traced[][] = Array.from({ length: n }, () => []);
  for (const bond of bonds) for (const atom of [bond.i, bond.j]) parts[atom]!.push(of(bond));
  return parts.map((own) => tape.sum(own));
}

function pairsOnTape(tape: Tape, list: NeighbourList): Pair[] {
  const home = new Int32Array(list.atomCount);
  for (let s = 0; s < list.atomCount; s++) home[list.atoms[s]!] = s;
  const pairs: Pair[] = [];
  for (let i = 0; i < list.atomCount; i++)
    for (let p = list.first[i]!; p < list.first[i + 1]!; p++) {
      const site = list.neighbours[p]!;
      const r = distance(tape, point(tape, i), point(tape, site));
      if (tape.value(r) <= CUTOFF_ANGSTROM) pairs.push({ i, j: home[list.atoms[site]!]!, r });
    }
  return pairs;
}

function requireHydrogen({ atomicNumbers }: System): void {
  const other = atomicNumbers.findIndex((number) => number !== 1);
  if (other >= 0)
    throw new RangeError(
      `reaxHydrogen: atoms must be hydrogen, got number ${atomicNumbers[other]} (atom ${other})`,
    );
}
