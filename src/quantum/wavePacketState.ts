import { fourierTransform, waveNumbers } from "../numerics/fourier.js";
import { requirePositive } from "../units/requirePositive.js";

/** Evenly spaced points whose last neighbour is the first: what leaves on the right comes in on the left. */
export interface WaveGrid {
  /** Ascending, bohr, shape [g]; g is a power of two. */
  readonly points: Float64Array;
  /** bohr */
  readonly spacing: number;
}

/** A wave function on a grid, on s = 1 or 2 electronic states, bohr^(−1/2). */
export interface Wave {
  /** Real part, shape [s·g]: all points of the first state, then those of the second. */
  readonly re: Float64Array;
  /** Imaginary part, shape [s·g]. */
  readonly im: Float64Array;
}

export interface Packet {
  /** Where |ψ|² is largest, bohr. */
  readonly centre: number;
  /** Mean momentum, ħ/bohr; negative: to the left. */
  readonly momentum: number;
  /** Standard deviation σ of |ψ|², bohr. Positive. */
  readonly width: number;
}

/** Averages over a wave function, divided by its norm. */
export interface Averages {
  /** ∫|ψ|² dx, over all states. */
  readonly norm: number;
  /** ⟨x⟩, bohr, and its standard deviation. */
  readonly position: number;
  readonly positionSpread: number;
  /** ⟨p⟩, ħ/bohr, and its standard deviation. */
  readonly momentum: number;
  readonly momentumSpread: number;
}

/**
 * The grid xⱼ = from + j h for j from 0 to n − 1 with h = (to − from)/n. It carries waves of momentum
 * up to π/h.
 *
 * @throws RangeError when the ends are not finite and in order, or n is not a power of two from 8
 */
export function waveGrid(from: number, to: number, n: number): WaveGrid {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`waveGrid: from must be below to in bohr, got ${from} and ${to}`);
  if (!(n >= 8 && Number.isInteger(Math.log2(n))))
    throw new RangeError(`waveGrid: n must be a power of two from 8, got ${n}`);
  const spacing = (to - from) / n;
  return { points: Float64Array.from({ length: n }, (_, j) => from + j * spacing), spacing };
}

/**
 * Gauss's wave packet on one state,
 *
 *   ψ(x) = (2πσ²)^(−1/4) e^(−(x − x₀)²/4σ² + i k (x − x₀))
 *
 * of norm 1; its momenta have the standard deviation 1/2σ. Left alone it moves with k/M and spreads as
 * σ √(1 + (t/2Mσ²)²).
 *
 * @throws RangeError for a width that is not positive, and where the packet does not fit: 5 standard
 *         deviations of place must lie inside the grid, of momentum within ±π/h
 */
export function gaussianPacket(grid: WaveGrid, { centre, momentum, width }: Packet): Wave {
  requirePositive("gaussianPacket: width", width, "bohr");
  const { points, spacing } = grid;
  const [first, last] = [points[0]!, points.at(-1)!];
  if (!(centre - 5 * width >= first && centre + 5 * width <= last))
    throw new RangeError(
      `gaussianPacket: centre must lie 5 widths inside the grid, from ${first + 5 * width} to ` +
        `${last - 5 * width} bohr, got ${centre}`,
    );
  const most = Math.PI / spacing - 5 / (2 * width);
  if (!(Math.abs(momentum) <= most))
    throw new RangeError(
      `gaussianPacket: momentum must be at most ${most} ħ/bohr on a spacing of ${spacing} bohr, ` +
        `got ${momentum}`,
    );
  const height = (2 * Math.PI * width ** 2) ** -0.25;
  const envelope = points.map((x) => height * Math.exp(-(((x - centre) / width) ** 2) / 4));
  return {
    re: envelope.map((f, j) => f * Math.cos(momentum * (points[j]! - centre))),
    im: envelope.map((f, j) => f * Math.sin(momentum * (points[j]! - centre))),
  };
}

/** ∫|ψₛ|² dx for each state, shape [s]. */
export function populations({ points, spacing }: WaveGrid, wave: Wave): Float64Array {
  return Float64Array.from({ length: wave.re.length / points.length }, (_, s) =>
    density({ points, spacing }, wave, s).reduce((sum, value) => sum + value * spacing, 0),
  );
}

/** |ψₛ|² at the points, 1/bohr, shape [g]. */
export function density({ points }: WaveGrid, { re, im }: Wave, state: number): Float64Array {
  const start = state * points.length;
  return points.map((_, j) => re[start + j]! ** 2 + im[start + j]! ** 2);
}

/** Mean and spread of place and momentum, over all states. */
export function averages(grid: WaveGrid, wave: Wave): Averages {
  const n = grid.points.length;
  const inSpace = new Float64Array(n);
  const inMomentum = new Float64Array(n);
  const transform = fourierTransform(n);
  for (let start = 0; start < wave.re.length; start += n) {
    const re = wave.re.slice(start, start + n);
    const im = wave.im.slice(start, start + n);
    for (let j = 0; j < n; j++) inSpace[j]! += re[j]! ** 2 + im[j]! ** 2;
    transform.forward(re, im);
    for (let j = 0; j < n; j++) inMomentum[j]! += re[j]! ** 2 + im[j]! ** 2;
  }
  const place = meanAndSpread(grid.points, inSpace);
  const speed = meanAndSpread(waveNumbers(n, grid.spacing), inMomentum);
  return {
    norm: place.total * grid.spacing,
    position: place.mean,
    positionSpread: place.spread,
    momentum: speed.mean,
    momentumSpread: speed.spread,
  };
}

function meanAndSpread(values: Float64Array, weights: Float64Array) {
  let total = 0;
  let mean = 0;
  for (let j = 0; j < values.length; j++) {
    total += weights[j]!;
    mean += weights[j]! * values[j]!;
  }
  mean /= total;
  let square = 0;
  for (let j = 0; j < values.length; j++) square += weights[j]! * (values[j]! - mean) ** 2;
  return { total, mean, spread: Math.sqrt(square / total) };
}
