import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";

/**
 * Eigenvalues, rising, of XᵀX/N, where X is the matrix of the inputs with a column of ones before
 * them, shape [1 + d]. For the identity as activation this matrix is the curvature (Hessian) of the
 * loss (1/2N) Σ (y − p)²; its eigenvalues are the curvatures along the axes of the elliptic valley.
 *
 * @param inputs    shape [b·d]
 * @param features  d
 * @throws RangeError when the shape does not match, or a number is not finite
 */
export function valleyCurvatures(inputs: ArrayLike<number>, features: number): Float64Array {
  const examples = inputs.length / features;
  if (!(Number.isInteger(examples) && examples > 0))
    throw new RangeError(
      `valleyCurvatures: inputs must hold ${features} features for each example, got ${inputs.length} numbers`,
    );
  const size = 1 + features;
  const at = (k: number, i: number): number => (i === 0 ? 1 : inputs[k * features + i - 1]!);
  const curvature = new Float64Array(size * size);
  for (let k = 0; k < examples; k++)
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) curvature[i * size + j]! += (at(k, i) * at(k, j)) / examples;
  return symmetricEigenpairs(curvature, size).values;
}

/**
 * The learning rate 2/λ, with λ the largest curvature of the valley. For the identity as activation
 * gradient descent with a smaller rate goes down to the minimum from everywhere, and with a larger
 * one it leaves it faster and faster from almost everywhere: a step multiplies the distance along
 * each axis of the valley by 1 − rate · curvature.
 *
 * Source: Y. LeCun, L. Bottou, G. B. Orr and K.-R. Müller, Efficient BackProp (1998), section 5.
 */
export function largestStableRate(inputs: ArrayLike<number>, features: number): number {
  return 2 / valleyCurvatures(inputs, features).at(-1)!;
}
