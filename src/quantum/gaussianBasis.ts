/** An s function around a nucleus: Σ coefficients[k] times the normalised e^(−exponents[k] r²). */
export interface GaussianShell {
  /** 1/bohr². Positive. */
  readonly exponents: readonly number[];
  readonly coefficients: readonly number[];
}

/** The shells that an atom brings, by its nuclear charge. */
export type GaussianBasis = Readonly<Record<number, readonly GaussianShell[]>>;

/**
 * One function for each atom, three Gaussians that imitate a Slater function e^(−ζr), ζ = 1.24 for
 * H and 1.69 for He; numbers as in the Basis Set Exchange.
 *
 * Source: W. J. Hehre, R. F. Stewart and J. A. Pople, J. Chem. Phys. 51, 2657 (1969).
 */
export const STO_3G: GaussianBasis = {
  1: [
    {
      exponents: [3.42525091, 0.62391373, 0.1688554],
      coefficients: [0.15432897, 0.53532814, 0.44463454],
    },
  ],
  2: [
    {
      exponents: [6.36242139, 1.158923, 0.31364979],
      coefficients: [0.15432897, 0.53532814, 0.44463454],
    },
  ],
};

/**
 * Three s functions for each atom, one of three Gaussians and two single ones; numbers as in the
 * Basis Set Exchange.
 *
 * Source: R. Krishnan, J. S. Binkley, R. Seeger and J. A. Pople, J. Chem. Phys. 72, 650 (1980).
 */
export const SIX_311G: GaussianBasis = {
  1: [
    {
      exponents: [33.865, 5.09479, 1.15879],
      coefficients: [0.0254938, 0.190373, 0.852161],
    },
    { exponents: [0.32584], coefficients: [1] },
    { exponents: [0.102741], coefficients: [1] },
  ],
  2: [
    {
      exponents: [98.1243, 14.7689, 3.31883],
      coefficients: [0.0287452, 0.208061, 0.837635],
    },
    { exponents: [0.874047], coefficients: [1] },
    { exponents: [0.244564], coefficients: [1] },
  ],
};
