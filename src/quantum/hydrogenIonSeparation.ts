import { lowestEigenpairs } from "../numerics/tridiagonal.js";

/** Nodes of the three factors of a state of H₂⁺, in ξ, in η and around the axis. Whole, from 0. */
export interface SpheroidalNumbers {
  readonly nXi: number;
  readonly nEta: number;
  readonly m: number;
}

/** One separated solution. Index letters: k radial and l angular coefficients. */
export interface Separated {
  /** c = R/ν, where the energy of the electron is −2/ν². */
  readonly c: number;
  /** Energy of the electron, without the repulsion of the nuclei, hartree. */
  readonly electronic: number;
  /**
   * X(ξ) = (ξ² − 1)^(m/2) e^(−c(ξ−1)) Σ radial[k] L_k^(m)(2c(ξ − 1)), shape [k]; not normalised.
   */
  readonly radial: Float64Array;
  /**
   * Y(η) = Σ angular[i] P_l^m(η) with normalised Legendre functions, l = m + p, m + p + 2, …, where
   * p is the parity of nEta; shape [l]; its squares add up to 1.
   */
  readonly angular: Float64Array;
}

/**
 * The Schrödinger equation of one electron near two protons, separated in prolate spheroidal
 * coordinates ξ = (r₁ + r₂)/R, η = (r₁ − r₂)/R:
 *
 *   [(ξ² − 1) X′]′ + [2Rξ − c²ξ² − m²/(ξ² − 1)] X = μ X
 *   [(1 − η²) Y′]′ + [c²η² − m²/(1 − η²)] Y = −μ Y
 *
 * Legendre functions make the second equation a symmetric tridiagonal matrix, whose eigenvalue is
 * μ. Laguerre functions in 2c(ξ − 1) make the first a tridiagonal one, whose determinant at that μ
 * is zero for the right c. Along ν = R/c = √(2/|E|), which grows by about 1 from one state to the
 * next, the zeros are counted: nXi of them lie below the wanted one.
 *
 * Source: the separation, Ø. Burrau (1927); matrices in this spirit, D. R. Bates, K. Ledsham and
 * A. L. Stewart, Philos. Trans. R. Soc. A 246, 215 (1953).
 */
export function separate(distance: number, numbers: SpheroidalNumbers): Separated {
  const { nXi, nEta, m } = numbers;
  const shell = nXi + nEta + m + 1; // of the united atom
  const size = 40 + Math.ceil((30 * shell) / distance); // the coefficients fall as e^(−4√(ck))
  const determinant = (nu: number): number => {
    const c = distance / nu;
    return radialDeterminant(size, radialRows(distance, c, m), angularPair(c, nEta, m).mu);
  };
  const step = 0.1;
  const farthest = 2 * shell + 2; // beyond ν of the separated atoms
  let zeros = 0;
  let low = 1 - step / 2; // no electron is bound more tightly than in He⁺, where ν = 1
  let below = determinant(low);
  while (low < farthest) {
    const high = low + step;
    const above = determinant(high);
    if (below < 0 !== above < 0 && zeros++ === nXi) {
      const c = distance / rootBetween(determinant, low, high);
      const { mu, vector } = angularPair(c, nEta, m);
      const radial = radialCoefficients(size, radialRows(distance, c, m), mu);
      return { c, electronic: -2 * (c / distance) ** 2, radial, angular: vector };
    }
    low = high;
    below = above;
  }
  throw new Error(`hydrogenIon: a state ${JSON.stringify(numbers)} must exist at ${distance} bohr`);
}

/** ∫ P_l η P_(l−1) dη for normalised Legendre functions of order m. */
export const legendreHop = (l: number, m: number): number =>
  Math.sqrt((l * l - m * m) / (4 * l * l - 1));

function angularPair(c: number, nEta: number, m: number): { mu: number; vector: Float64Array } {
  const size = 20 + nEta + Math.ceil(c);
  const l = (i: number): number => m + (nEta % 2) + 2 * i;
  const diagonal = Float64Array.from({ length: size }, (_, i) => {
    const square = legendreHop(l(i) + 1, m) ** 2 + legendreHop(l(i), m) ** 2;
    return l(i) * (l(i) + 1) - c * c * square;
  });
  const offDiagonal = Float64Array.from(
    { length: size - 1 },
    (_, i) => -c * c * legendreHop(l(i) + 1, m) * legendreHop(l(i) + 2, m),
  );
  const index = nEta >> 1;
  const { values, vectors } = lowestEigenpairs({ diagonal, offDiagonal }, index + 1);
  return { mu: values[index]!, vector: vectors[index]! };
}

/** below(k) · radial[k−1] + (on(k) − μ) · radial[k] + above(k) · radial[k+1] = 0 */
interface RadialRows {
  readonly below: (k: number) => number;
  readonly on: (k: number) => number;
  readonly above: (k: number) => number;
  /** About the size of on(k), growing smoothly with c. */
  readonly scale: (k: number) => number;
}

/** The first equation between Laguerre functions. */
function radialRows(distance: number, c: number, m: number): RadialRows {
  const sigma = distance / c - m - 1;
  const first = m * (m + 1) - c * c + 2 * c * sigma;
  return {
    below: (k) => k * (k - 1 - sigma),
    on: (k) => first + (m + 1 - 4 * c) * k + (sigma - k) * (2 * k + m + 1),
    above: (k) => (k + 1 + m) * (k - sigma - m),
    scale: (k) => (k + 1) * (k + 1 + 4 * c),
  };
}

/** The determinant of `size` rows, each divided by its scale so that it stays a number. */
function radialDeterminant(
  size: number,
  { below, on, above, scale }: RadialRows,
  mu: number,
): number {
  let [before, last] = [0, 1];
  for (let k = 0; k < size; k++) {
    const product = k > 0 ? (below(k) * above(k - 1)) / scale(k - 1) : 0;
    [before, last] = [last, ((on(k) - mu) * last - product * before) / scale(k)];
  }
  return last;
}

/** From the last coefficient down to the first: upwards the growing solution would take over. */
function radialCoefficients(
  size: number,
  { below, on, above }: RadialRows,
  mu: number,
): Float64Array {
  const radial = new Float64Array(size);
  radial[size - 1] = 1e-200;
  for (let k = size - 1; k > 0; k--) {
    const next = k + 1 < size ? above(k) * radial[k + 1]! : 0;
    radial[k - 1] = -((on(k) - mu) * radial[k]! + next) / below(k);
  }
  const largest = radial.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return radial.map((coefficient) => coefficient / largest);
}

/** Ridders' method: f must differ in sign at the two ends. To the last digit of x. */
function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let [fLow, fHigh] = [f(low), f(high)];
  let root = Number.NaN;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    const fMiddle = f(middle);
    const ratio = fMiddle / Math.sqrt(fMiddle ** 2 - fLow * fHigh);
    const next = middle + (middle - low) * (fLow < 0 ? -1 : 1) * ratio;
    const fNext = f(next);
    if (fNext === 0 || Math.abs(next - root) <= 2 * Number.EPSILON * next) return next;
    root = next;
    const [inner, fInner] = next < middle ? [next, fNext] : [middle, fMiddle];
    const [outer, fOuter] = next < middle ? [middle, fMiddle] : [next, fNext];
    if (fInner < 0 !== fLow < 0) [high, fHigh] = [inner, fInner];
    else if (fOuter < 0 !== fLow < 0) [low, fLow, high, fHigh] = [inner, fInner, outer, fOuter];
    else [low, fLow] = [outer, fOuter];
  }
  return root;
}
