import fc from "fast-check";
import { expect, test } from "vitest";
import { kick } from "../../src/quantum/wavePacketKick.js";
import { expectClose } from "../support/closeTo.js";

const energy = fc.double({ min: -2, max: 2, noNaN: true });
const start = () => ({ re: Float64Array.of(0.6, 0.3), im: Float64Array.of(-0.2, 0.5) });

test("one state: e^(−iVτ)", () => {
  const wave = start();
  const matrices = [0.4, -1].map((v11) => ({ v11, v22: v11, v12: 0 }));
  kick(matrices, 2, 1)(wave);
  expect(wave.re[0]).toBeCloseTo(0.6 * Math.cos(0.8) - 0.2 * Math.sin(0.8), 14);
  expect(wave.im[1]).toBeCloseTo(0.5 * Math.cos(-2) - 0.3 * Math.sin(-2), 14);
});
test("two states: the sum of (−iVτ)ⁿ/n!", () => {
  fc.assert(
    fc.property(energy, energy, energy, (v11, v22, v12) => {
      const time = 0.7;
      const wave = start();
      kick([{ v11, v22, v12 }], time, 2)(wave);
      const { re, im } = start();
      let term = { re: [...re], im: [...im] };
      for (let n = 1; n < 40; n++) {
        const times = (c: readonly number[]): number[] => [
          (v11 * c[0]! + v12 * c[1]!) * (time / n),
          (v12 * c[0]! + v22 * c[1]!) * (time / n),
        ];
        term = { re: times(term.im), im: times(term.re).map((value) => -value) };
        for (const i of [0, 1]) {
          re[i]! += term.re[i]!;
          im[i]! += term.im[i]!;
        }
      }
      expectClose(wave.re, re, 1e-13);
      expectClose(wave.im, im, 1e-13);
    }),
  );
});
test("equal energies without coupling turn the phase only", () => {
  const wave = start();
  kick([{ v11: 0.4, v22: 0.4, v12: 0 }], 2, 2)(wave);
  expect(wave.re[1]).toBeCloseTo(0.3 * Math.cos(0.8) + 0.5 * Math.sin(0.8), 14);
});
