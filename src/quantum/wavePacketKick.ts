import type { SymmetricPair } from "./twoState.js";
import type { Wave } from "./wavePacketState.js";

/**
 * Applies e^(−iVτ) to a wave in place, at every point of its grid,
 *
 *   e^(−iVτ) = e^(−iMτ) (cos ωτ − i (Δ σ_z + V₁₂ σ_x) sin(ωτ)/ω)
 *
 * with mean M, half difference Δ of V₁₁ and V₂₂ and ω = √(Δ² + V₁₂²).
 *
 * @param matrices  V at each point, hartree, shape [g]; with one state only V₁₁ counts
 * @param time      τ, atomic units of time
 * @param states    1 or 2
 */
export function kick(
  matrices: readonly SymmetricPair[],
  time: number,
  states: number,
): (wave: Wave) => void {
  const n = matrices.length;
  // The entries 11, 22 and 12 of the exponential, which is symmetric.
  const [re11, im11] = [new Float64Array(n), new Float64Array(n)];
  const [re22, im22] = [new Float64Array(n), new Float64Array(n)];
  const [re12, im12] = [new Float64Array(n), new Float64Array(n)];
  for (const [j, { v11, v22, v12 }] of matrices.entries()) {
    const mean = (v11 + v22) / 2;
    const half = (v11 - v22) / 2;
    const omega = Math.hypot(half, v12);
    const cosine = Math.cos(omega * time);
    const ratio = omega > 0 ? Math.sin(omega * time) / omega : time;
    const [c, s] = [Math.cos(mean * time), Math.sin(mean * time)];
    re11[j] = c * cosine - s * half * ratio;
    im11[j] = -s * cosine - c * half * ratio;
    re22[j] = c * cosine + s * half * ratio;
    im22[j] = -s * cosine + c * half * ratio;
    re12[j] = -s * v12 * ratio;
    im12[j] = -c * v12 * ratio;
  }
  if (states === 1)
    return ({ re, im }) => {
      for (let j = 0; j < n; j++) {
        const [a, b] = [re[j]!, im[j]!];
        re[j] = re11[j]! * a - im11[j]! * b;
        im[j] = re11[j]! * b + im11[j]! * a;
      }
    };
  return ({ re, im }) => {
    for (let j = 0; j < n; j++) {
      const [a, b] = [re[j]!, im[j]!];
      const [c, d] = [re[n + j]!, im[n + j]!];
      re[j] = re11[j]! * a - im11[j]! * b + re12[j]! * c - im12[j]! * d;
      im[j] = re11[j]! * b + im11[j]! * a + re12[j]! * d + im12[j]! * c;
      re[n + j] = re22[j]! * c - im22[j]! * d + re12[j]! * a - im12[j]! * b;
      im[n + j] = re22[j]! * d + im22[j]! * c + re12[j]! * b + im12[j]! * a;
    }
  };
}
