import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import { eamSpline } from "./eamSpline.js";
import type { MeamParameters } from "./meam.js";
import { embedding, rootValue } from "./meamEmbedding.js";
import { fade } from "./meamScreening.js";

interface ReferenceCrystal {
  /** Z, the number of nearest neighbours. */
  readonly neighbours: number;
  /** (ρ⁽³⁾)² when every bond has b₃ = 1; ρ⁽¹⁾ and ρ⁽²⁾ vanish. */
  readonly third: number;
  /** C of the nearest atoms between second neighbours, see `meamScreening`. */
  readonly hidden: number;
}

export const REFERENCES: Readonly<Record<MeamParameters["reference"], ReferenceCrystal>> = {
  fcc: { neighbours: 12, third: 0, hidden: 1 },
  bcc: { neighbours: 8, third: 0, hidden: 2 },
  diamond: { neighbours: 4, third: 32 / 9, hidden: 0.5 },
};

/** φ as cubics between points that are `step` bohr apart, see `eamSpline`. */
export interface MeamPairTable {
  readonly cubics: Float64Array;
  readonly step: number;
}

/** As many points as LAMMPS takes, up to 1.1 times the cutoff. */
const POINTS = 1000;

export function meamPairTable(set: MeamParameters): MeamPairTable {
  const step = (1.1 * set.cutoff) / POINTS;
  const values = Float64Array.from({ length: POINTS }, (_, m) =>
    m ? pairEnergy(m * step, set) : 0,
  );
  values[0] = 2 * values[1]! - values[2]!; // nuclei do not meet: it only has to be finite and high
  return { cubics: eamSpline(values), step };
}

/**
 * The pair term: what is missing, after the embedding, to the energy of the reference crystal,
 *
 *   ½ Z φ(r) = E_u(r) − F(ρ_ref(r))
 *
 * in hartree. From a* = −1 inwards the repulsion of the nuclei fades in, from −3 on it is all there is.
 */
export function pairEnergy(r: number, set: MeamParameters): number {
  const { neighbours } = REFERENCES[set.reference];
  const scaled = scaledLength(r, set);
  if (scaled <= -3) return nuclearRepulsion(r, set.atomicNumber);
  const embedded = embedding(set.A * set.cohesiveEnergy, referenceDensity(r, set));
  const bond = (2 / neighbours) * (universalEnergy(r, set) - embedded);
  if (scaled >= -1) return bond;
  const share = fade((scaled + 3) / 2);
  return share * bond + (1 - share) * nuclearRepulsion(r, set.atomicNumber);
}

/**
 * The universal equation of state: energy per atom of the reference crystal with bonds of length r,
 *
 *   E_u(r) = −E_c (1 + a*) e^(−a*),   a* = α (r/r_e − 1)
 *
 * in hartree. Source: J. H. Rose, J. R. Smith, F. Guinea, J. Ferrante, Phys. Rev. B 29, 2963 (1984).
 */
export function universalEnergy(r: number, set: MeamParameters): number {
  const scaled = scaledLength(r, set);
  return -set.cohesiveEnergy * (1 + scaled) * Math.exp(-scaled);
}

function scaledLength(r: number, { alpha, bondLength }: MeamParameters): number {
  return alpha * (r / bondLength - 1);
}

/** ρ of each atom of the reference crystal with bonds of length r: 1 at r_e but for the angles. */
function referenceDensity(r: number, set: MeamParameters): number {
  const { neighbours, third } = REFERENCES[set.reference];
  const longer = r / set.bondLength - 1;
  const ratio = Math.exp((set.beta[0] - set.beta[3]) * longer) / neighbours;
  const gamma = set.t[2] * third * ratio * ratio;
  return Math.exp(-set.beta[0] * longer) * rootValue(gamma, set.root);
}

// e² as LAMMPS rounds it: 1.000004 hartree bohr.
const SQUARED_CHARGE = hartreeFromEv(14.3997) * bohrFromAngstrom(1);
const SCREENING_LENGTH = bohrFromAngstrom(0.4685);
const CLOUD = [
  [0.028171, 0.20162],
  [0.28022, 0.4029],
  [0.50986, 0.94229],
  [0.18175, 3.1998],
] as const;

/**
 * Two nuclei, each in its cloud of electrons, hartree. J. F. Ziegler, J. P. Biersack, U. Littmark, The
 * Stopping and Range of Ions in Matter (1985).
 */
function nuclearRepulsion(r: number, atomicNumber: number): number {
  const x = (r * 2 * atomicNumber ** 0.23) / SCREENING_LENGTH;
  const part = CLOUD.reduce((sum, [share, decay]) => sum + share * Math.exp(-decay * x), 0);
  return (SQUARED_CHARGE * atomicNumber ** 2 * part) / r;
}
