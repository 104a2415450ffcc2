/** In-place transforms of n complex numbers, held as two arrays of shape [n]. */
export interface FourierTransform {
  /** Xₖ = Σⱼ xⱼ e^(−2πi jk/n) */
  readonly forward: (re: Float64Array, im: Float64Array) => void;
  /** xⱼ = (1/n) Σₖ Xₖ e^(+2πi jk/n), so that it undoes `forward`. */
  readonly inverse: (re: Float64Array, im: Float64Array) => void;
}

/**
 * The fast Fourier transform of length n, a power of two: n log₂ n steps instead of n². The sines
 * are made once, so make one transform and use it often. Parseval: Σ |x|² = (1/n) Σ |X|².
 *
 * Source: J. W. Cooley and J. W. Tukey, Math. Comput. 19, 297 (1965).
 *
 * @throws RangeError when n is not a power of two, 1 included
 */
export function fourierTransform(n: number): FourierTransform {
  if (!(Number.isInteger(n) && n >= 1 && Number.isInteger(Math.log2(n))))
    throw new RangeError(`fourierTransform: n must be a power of two, got ${n}`);
  const cosines = Float64Array.from({ length: n / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / n));
  const sines = Float64Array.from({ length: n / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / n));
  const mirrored = new Uint32Array(n); // each index with its bits in reverse order
  for (let i = 1; i < n; i++) mirrored[i] = mirrored[i >> 1]! / 2 + (i % 2) * (n / 2);

  const forward = (re: Float64Array, im: Float64Array): void => {
    for (let i = 0; i < n; i++) {
      const j = mirrored[i]!;
      if (j <= i) continue;
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
    // Two transforms of length `half` become one of twice the length.
    for (let half = 1; half < n; half *= 2) {
      const stride = n / (2 * half);
      for (let start = 0; start < n; start += 2 * half)
        for (let k = 0; k < half; k++) {
          const cosine = cosines[k * stride]!;
          const sine = sines[k * stride]!;
          const even = start + k;
          const odd = even + half;
          const turnedRe = cosine * re[odd]! + sine * im[odd]!;
          const turnedIm = cosine * im[odd]! - sine * re[odd]!;
          re[odd] = re[even]! - turnedRe;
          im[odd] = im[even]! - turnedIm;
          re[even]! += turnedRe;
          im[even]! += turnedIm;
        }
    }
  };
  return {
    forward,
    inverse: (re, im) => {
      forward(im, re); // real and imaginary part exchanged: the sign of i changes
      for (let i = 0; i < n; i++) {
        re[i]! /= n;
        im[i]! /= n;
      }
    },
  };
}

/**
 * The wave numbers that belong to Xₖ for n points `spacing` apart: 2π k / (n spacing) for k from 0
 * to n/2 − 1, then the negative ones from −n/2 to −1, in 1/units of spacing, shape [n].
 */
export function waveNumbers(n: number, spacing: number): Float64Array {
  return Float64Array.from(
    { length: n },
    (_, k) => (2 * Math.PI * (k < n / 2 ? k : k - n)) / (n * spacing),
  );
}
