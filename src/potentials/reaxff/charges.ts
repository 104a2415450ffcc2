/** The charges of two atoms: k q_i q_j. */
export interface ChargePairs {
  readonly count: number;
  readonly i: Int32Array;
  readonly j: Int32Array;
  /** Hartree/e², shape [count]. */
  readonly strength: Float64Array;
}

/**
 * Charges that make
 *
 *   E = Σ_i (χ_i q_i + ½ J_i q_i²) + Σ_pairs k_ij q_i q_j,   Σ_i q_i = 0
 *
 * smallest: electrons flow until the electronegativities ∂E/∂q_i of all atoms are the same. By conjugate
 * gradients in the space of charges that add up to zero, until they are the same to `TOLERANCE`.
 *
 * Source: A. K. Rappé and W. A. Goddard III, J. Phys. Chem. 95, 3358 (1991).
 *
 * @param chi  electronegativities χ, hartree/e, shape [n]
 * @param hardness  J, hartree/e², shape [n]
 * @throws RangeError when there is no smallest energy, as when atoms are too near each other, and when
 *         the charges have not settled in 10 n + 100 steps
 */
export function equilibratedCharges(
  chi: Float64Array,
  hardness: Float64Array,
  pairs: ChargePairs,
): Float64Array {
  const n = chi.length;
  const charges = new Float64Array(n);
  const residual = withoutMean(chi.map((x) => -x));
  const direction = residual.slice();
  const product = new Float64Array(n);
  let square = dot(residual, residual);
  const enough = TOLERANCE ** 2 * n;
  for (let step = 0; !(square <= enough); step++) {
    if (step === 10 * n + 100)
      throw new RangeError(
        `reaxff: electronegativities must become equal to ${TOLERANCE} hartree/e, ` +
          `got ${Math.sqrt(square / n)} after ${step} steps`,
      );
    multiplyInto(product, hardness, pairs, direction);
    const curvature = dot(direction, product);
    if (!(curvature > 0))
      throw new RangeError(
        "reaxff: charges must have a lowest energy, but it falls without end " +
          "(atoms nearer to each other than their hardness allows)",
      );
    withoutMean(product);
    const length = square / curvature;
    for (let i = 0; i < n; i++) {
      charges[i]! += length * direction[i]!;
      residual[i]! -= length * product[i]!;
    }
    const before = square;
    square = dot(residual, residual);
    for (let i = 0; i < n; i++) direction[i] = residual[i]! + (square / before) * direction[i]!;
  }
  return charges;
}

/** Hartree/e. Charges are then good to a few times it in e, the energy to its square. */
const TOLERANCE = 1e-12;

function multiplyInto(
  out: Float64Array,
  hardness: Float64Array,
  pairs: ChargePairs,
  q: Float64Array,
): void {
  for (let i = 0; i < q.length; i++) out[i] = hardness[i]! * q[i]!;
  const { count, i, j, strength } = pairs;
  for (let p = 0; p < count; p++) {
    const a = i[p]!;
    const b = j[p]!;
    out[a]! += strength[p]! * q[b]!;
    out[b]! += strength[p]! * q[a]!;
  }
}

function withoutMean(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let i = 0; i < values.length; i++) values[i]! -= mean;
  return values;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
