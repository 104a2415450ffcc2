import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { dot } from "../numerics/vectors.js";

const MOST = 8;

/**
 * Direct inversion in the iterative subspace (DIIS): of the last eight inputs, each with the error
 * that it left, the combination Σ cᵢ inputᵢ with Σ cᵢ = 1 whose error Σ cᵢ errorᵢ is smallest.
 * Without it Hartree-Fock needs thousands of rounds near the Coulson-Fischer point. Call the result
 * once a round.
 *
 * Source: P. Pulay, Chem. Phys. Lett. 73, 393 (1980).
 */
export function diis(): (input: Float64Array, error: Float64Array) => Float64Array {
  const history: { input: Float64Array; error: Float64Array; length: number }[] = [];
  return (input, error) => {
    history.push({ input, error, length: Math.sqrt(dot(error, error)) || Number.MIN_VALUE });
    if (history.length > MOST) history.shift();
    const n = history.length;
    // With errors of length 1, so that small ones are not lost beside large ones.
    const overlaps = Float64Array.from({ length: n * n }, (_, ij) => {
      const [i, j] = [history[Math.floor(ij / n)]!, history[ij % n]!];
      return dot(i.error, j.error) / (i.length * j.length);
    });
    const { values, vectors } = symmetricEigenpairs(overlaps, n);
    const weights = new Float64Array(n);
    for (const [k, value] of values.entries()) {
      const share = history.reduce((sum, { length }, i) => sum + vectors[k]![i]! / length, 0);
      const size = Math.max(value, 1e-14); // errors that depend on each other can cancel
      for (const [i, { length }] of history.entries())
        weights[i]! += (vectors[k]![i]! * share) / (size * length);
    }
    const sum = weights.reduce((a, b) => a + b, 0);
    return input.map((_, x) =>
      history.reduce((mixed, past, i) => mixed + (weights[i]! / sum) * past.input[x]!, 0),
    );
  };
}
