/**
 * How far the outputs p of a model are from the targets y. Index letter: b examples (N of them).
 * `outputs` and `targets` have the shape [b].
 */
export interface Loss {
  /** Its key in `losses`. */
  readonly name: LossName;
  value(outputs: Float64Array, targets: Float64Array): number;
  /** Writes ∂loss/∂p of each output, shape [b]. */
  gradientInto(out: Float64Array, outputs: Float64Array, targets: Float64Array): void;
}

export type LossName = "halfMeanSquare" | "meanSquare" | "crossEntropy";

/**
 * The losses of the course:
 *
 *   halfMeanSquare  (1/2N) Σ (y − p)², the perceptron's; the 2 goes when it is differentiated
 *   meanSquare      (1/N) Σ (y − p)², that of networks; one learning rate moves twice as far on it
 *   crossEntropy    −(1/N) Σ [y ln p + (1 − y) ln(1 − p)] for 0 ≤ y ≤ 1 and 0 < p < 1; least, but
 *                   not 0 unless all targets are 0 or 1, where p = y; for a certain and wrong
 *                   answer it is infinite
 *
 * Source of the last: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.
 */
export const losses: Readonly<Record<LossName, Loss>> = {
  halfMeanSquare: {
    name: "halfMeanSquare",
    value: (outputs, targets) => meanSquare(outputs, targets) / 2,
    gradientInto: (out, outputs, targets) => differencesInto(out, outputs, targets, 1),
  },
  meanSquare: {
    name: "meanSquare",
    value: meanSquare,
    gradientInto: (out, outputs, targets) => differencesInto(out, outputs, targets, 2),
  },
  crossEntropy: {
    name: "crossEntropy",
    value: (outputs, targets) => {
      let sum = 0;
      for (let k = 0; k < targets.length; k++) {
        const [p, y] = [outputs[k]!, targets[k]!];
        // 0 ln 0 is 0, its limit.
        if (y > 0) sum -= y * Math.log(p);
        if (y < 1) sum -= (1 - y) * Math.log1p(-p);
      }
      return sum / targets.length;
    },
    gradientInto: (out, outputs, targets) => {
      for (let k = 0; k < targets.length; k++) {
        const [p, y] = [outputs[k]!, targets[k]!];
        const slope = (y < 1 ? (1 - y) / (1 - p) : 0) - (y > 0 ? y / p : 0);
        out[k] = slope / targets.length;
      }
    },
  },
};

function meanSquare(outputs: Float64Array, targets: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < targets.length; k++) sum += (targets[k]! - outputs[k]!) ** 2;
  return sum / targets.length;
}

/** out ← factor (p − y) / N */
function differencesInto(
  out: Float64Array,
  outputs: Float64Array,
  targets: Float64Array,
  factor: number,
): void {
  for (let k = 0; k < targets.length; k++)
    out[k] = (factor * (outputs[k]! - targets[k]!)) / targets.length;
}
