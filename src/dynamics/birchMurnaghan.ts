import { leastSquares } from "../numerics/leastSquares.js";

export interface EquationOfState {
  /** V₀, where the energy is lowest, in the unit of the volumes. */
  readonly volume: number;
  /** E₀, the lowest energy, in the unit of the energies. */
  readonly energy: number;
  /** B₀ = V d²E/dV² there, energy per volume. */
  readonly bulkModulus: number;
  /** B₀′ = dB/dp there, a pure number. */
  readonly pressureDerivative: number;
}

/**
 * The curve of Birch and Murnaghan through energies at some volumes,
 *
 *   E = E₀ + 9/16 V₀ B₀ ((η − 1)³ B₀′ + (η − 1)² (6 − 4 η)),   η = (V₀/V)^(2/3)
 *
 * a cubic in V^(−2/3), with least squares. Takes any unit.
 *
 * Source: F. Birch, Phys. Rev. 71, 809 (1947).
 *
 * @throws RangeError for fewer than four points, lengths that differ, volumes that are not positive, and
 *         energies that have no minimum between the smallest and the largest volume
 */
export function birchMurnaghan(
  volumes: ArrayLike<number>,
  energies: ArrayLike<number>,
): EquationOfState {
  const m = volumes.length;
  if (m < 4 || energies.length !== m)
    throw new RangeError(
      `birchMurnaghan: there must be four points or more, got ${m} volumes and ` +
        `${energies.length} energies`,
    );
  const xs = Float64Array.from(volumes, (V) => V ** (-2 / 3));
  if (!xs.every((x) => x > 0 && Number.isFinite(x)))
    throw new RangeError(
      `birchMurnaghan: volumes must be positive, got ${Array.from(volumes).join(" ")}`,
    );
  if (!Array.from(energies).every(Number.isFinite))
    throw new RangeError(
      `birchMurnaghan: energies must be finite, got ${Array.from(energies).join(" ")}`,
    );
  // y from −1 to 1 and energies from 0 to 1, so that no coefficient is much larger than another.
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  const base = Math.min(...Array.from(energies));
  const span = Math.max(...Array.from(energies)) - base;
  if (!(half > 0 && span > 0)) refuse(volumes);
  const ys = xs.map((x) => (x - middle) / half);
  const { parameters } = leastSquares({
    start: [0, 0, 1, 0],
    residualCount: m,
    residualsInto: (out, [a, b, c, d]) => {
      for (let i = 0; i < m; i++) {
        const y = ys[i]!;
        out[i] = a! + y * (b! + y * (c! + y * d!)) - (energies[i]! - base) / span;
      }
    },
    jacobianInto: (out) => {
      for (let i = 0; i < m; i++) for (let k = 0; k < 4; k++) out[4 * i + k] = ys[i]! ** k;
    },
  });
  const [a, b, c, d] = parameters as unknown as [number, number, number, number];
  // Where b + 2 c y + 3 d y² = 0 and the curvature 2 c + 6 d y = 2 √(c² − 3 b d) is positive.
  const root = Math.sqrt(c * c - 3 * b * d);
  const y = -b / (c + root);
  if (!(Math.abs(y) <= 1 && root > 0)) refuse(volumes);
  const x = middle + half * y;
  const second = (span * 2 * root) / half ** 2; // d²E/dx²
  const third = (span * 6 * d) / half ** 3;
  return {
    volume: x ** (-3 / 2),
    energy: base + span * (a + y * (b + y * (c + y * d))),
    bulkModulus: (4 / 9) * second * x ** (7 / 2),
    pressureDerivative: 4 + (2 * x * third) / (3 * second),
  };
}

function refuse(volumes: ArrayLike<number>): never {
  const all = Array.from(volumes);
  throw new RangeError(
    `birchMurnaghan: the energy must have a minimum between the volumes, got none from ` +
      `${Math.min(...all)} to ${Math.max(...all)}`,
  );
}
