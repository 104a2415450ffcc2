/** The parts of a ReaxFF energy, hartree. */
export interface ReaxComponents {
  /** Bonds, with the stabilisation of the triple bond of C and O. */
  readonly bonds: number;
  /** Lone pairs that are broken up, with the correction for C₂. */
  readonly lonePairs: number;
  /** More bond order than the valence. */
  readonly overCoordination: number;
  /** Less of it. */
  readonly underCoordination: number;
  /** Angles, the penalty for two double bonds at one atom (allene), and three-body conjugation. */
  readonly angles: number;
  readonly anglePenalty: number;
  readonly angleConjugation: number;
  /** Torsions, and four-body conjugation. */
  readonly torsions: number;
  readonly torsionConjugation: number;
  readonly hydrogenBonds: number;
  readonly vanDerWaals: number;
  /** Of the charges with each other. */
  readonly coulomb: number;
  /** What it costs the atoms to have charges. */
  readonly polarisation: number;
}

export const reaxComponentNames: readonly (keyof ReaxComponents)[] = [
  "bonds",
  "lonePairs",
  "overCoordination",
  "underCoordination",
  "angles",
  "anglePenalty",
  "angleConjugation",
  "torsions",
  "torsionConjugation",
  "hydrogenBonds",
  "vanDerWaals",
  "coulomb",
  "polarisation",
];
