/**
 * Complex matrices of two rows, for the inner loop of scattering.ts: real and imaginary part of the
 * entries 11, 12, 21, 22, shape [8].
 */
export type ComplexPair = Float64Array;

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const ONE: Complex = { re: 1, im: 0 };

export function diagonal(first: Complex, second: Complex): ComplexPair {
  return Float64Array.of(first.re, first.im, 0, 0, 0, 0, second.re, second.im);
}

/** The matrix whose columns are the adiabatic states at a mixing angle: (−sin θ, cos θ), (cos θ, sin θ). */
export function statesAt(angle: number): ComplexPair {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(-s, 0, c, 0, c, 0, s, 0);
}

/** a + factor · b */
export function sum(a: ComplexPair, b: ComplexPair, factor = 1): ComplexPair {
  return a.map((entry, i) => entry + factor * b[i]!);
}

export function product(...factors: readonly ComplexPair[]): ComplexPair {
  return factors.reduce((a, b) => {
    const out = new Float64Array(8);
    productInto(out, a, b);
    return out;
  });
}

/** a b; out may be a, not b. */
export function productInto(out: ComplexPair, a: ComplexPair, b: ComplexPair): void {
  for (let row = 0; row < 8; row += 4) {
    const xr = a[row]!;
    const xi = a[row + 1]!;
    const yr = a[row + 2]!;
    const yi = a[row + 3]!;
    for (let column = 0; column < 4; column += 2) {
      const ur = b[column]!;
      const ui = b[column + 1]!;
      const wr = b[column + 4]!;
      const wi = b[column + 5]!;
      out[row + column] = xr * ur - xi * ui + yr * wr - yi * wi;
      out[row + column + 1] = xr * ui + xi * ur + yr * wi + yi * wr;
    }
  }
}

export function inverse(a: ComplexPair): ComplexPair {
  const out = new Float64Array(8);
  inverseInto(out, a);
  return out;
}

/** a⁻¹; out must not be a. */
export function inverseInto(out: ComplexPair, a: ComplexPair): void {
  const re = a[0]! * a[6]! - a[1]! * a[7]! - a[2]! * a[4]! + a[3]! * a[5]!;
  const im = a[0]! * a[7]! + a[1]! * a[6]! - a[2]! * a[5]! - a[3]! * a[4]!;
  const size = re * re + im * im;
  // entry times 1/determinant, (er + i ei)(re − i im) / size
  for (let i = 0; i < 8; i += 2) {
    const from = i === 0 ? 6 : i === 6 ? 0 : i;
    const sign = from === i ? -1 / size : 1 / size;
    out[i] = sign * (a[from]! * re + a[from + 1]! * im);
    out[i + 1] = sign * (a[from + 1]! * re - a[from]! * im);
  }
}
