import { describe, expect, test } from "vitest";
import { fourierTransform, waveNumbers } from "../../src/numerics/fourier.js";
import { seededRandom } from "../../src/numerics/random.js";
import { dot } from "../../src/numerics/vectors.js";
import { expectClose } from "../support/closeTo.js";

/** Xₖ = Σⱼ xⱼ e^(−2πi jk/n), as it is written. */
function directSum(re: Float64Array, im: Float64Array): { re: Float64Array; im: Float64Array } {
  const n = re.length;
  const sum = (of: (angle: number, j: number) => number): Float64Array =>
    Float64Array.from({ length: n }, (_, k) => {
      let total = 0;
      for (let j = 0; j < n; j++) total += of((-2 * Math.PI * ((j * k) % n)) / n, j);
      return total;
    });
  return {
    re: sum((angle, j) => re[j]! * Math.cos(angle) - im[j]! * Math.sin(angle)),
    im: sum((angle, j) => re[j]! * Math.sin(angle) + im[j]! * Math.cos(angle)),
  };
}

describe.each([1, 2, 4, 8, 64, 512])("%d numbers", (n) => {
  const random = seededRandom(n);
  const re = Float64Array.from({ length: n }, () => random() - 0.5);
  const im = Float64Array.from({ length: n }, () => random() - 0.5);
  const { forward, inverse } = fourierTransform(n);
  const [outRe, outIm] = [re.slice(), im.slice()];
  forward(outRe, outIm);

  test("forward is the direct sum", () => {
    const wanted = directSum(re, im);
    expectClose(outRe, wanted.re, 1e-13 * n ** 0.5);
    expectClose(outIm, wanted.im, 1e-13 * n ** 0.5);
  });
  test("inverse undoes forward", () => {
    const [backRe, backIm] = [outRe.slice(), outIm.slice()];
    inverse(backRe, backIm);
    expectClose(backRe, re, 1e-14);
    expectClose(backIm, im, 1e-14);
  });
  test("Parseval: Σ |x|² = (1/n) Σ |X|²", () => {
    const before = dot(re, re) + dot(im, im);
    expect((dot(outRe, outRe) + dot(outIm, outIm)) / n).toBeCloseTo(before, 12);
  });
});

test("four numbers by hand: 1, 2, 3, 4 → 10, −2 + 2i, −2, −2 − 2i", () => {
  const re = Float64Array.of(1, 2, 3, 4);
  const im = new Float64Array(4);
  fourierTransform(4).forward(re, im);
  expectClose(re, [10, -2, -2, -2], 1e-15);
  expectClose(im, [0, 2, 0, -2], 1e-15);
});

describe("waveNumbers", () => {
  test("0, 1, then −2, −1 times 2π / (n spacing)", () =>
    expectClose(waveNumbers(4, Math.PI / 2), [0, 1, -2, -1], 1e-15));
  test("the derivative of e^(sin x) by i k X is cos(x) e^(sin x)", () => {
    const n = 64;
    const x = Float64Array.from({ length: n }, (_, j) => (2 * Math.PI * j) / n);
    const re = x.map((at) => Math.exp(Math.sin(at)));
    const im = new Float64Array(n);
    const { forward, inverse } = fourierTransform(n);
    forward(re, im);
    const k = waveNumbers(n, x[1]!);
    const turned = re.map((entry, i) => (i === n / 2 ? 0 : k[i]! * entry));
    const minus = im.map((entry, i) => (i === n / 2 ? 0 : -k[i]! * entry));
    inverse(minus, turned);
    expectClose(
      minus,
      x.map((at) => Math.cos(at) * Math.exp(Math.sin(at))),
      1e-12,
    );
  });
});

test.each([0, 3, 12, -4, 2.5, Number.NaN])("refuses a length of %d", (n) => {
  expect(() => fourierTransform(n)).toThrow(
    new RangeError(`fourierTransform: n must be a power of two, got ${n}`),
  );
});
