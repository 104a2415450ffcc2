import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { Tape, type Traced } from "../../src/numerics/reverse.js";
import { expectClose } from "../support/closeTo.js";

/** Value and gradient of a function of the variables. */
function derivative(
  f: (tape: Tape, x: Traced[]) => Traced,
  x: number[],
  tape: Tape = new Tape(),
): { value: number; gradient: Float64Array } {
  tape.restart(x);
  const y = f(
    tape,
    x.map((_, k) => tape.variable(k)),
  );
  const gradient = new Float64Array(x.length);
  tape.gradientInto(gradient, y);
  return { value: tape.value(y), gradient };
}

test("the example: e^(2·3) has the gradient e⁶ · [3, 2]", () => {
  const { value, gradient } = derivative((t, [x, y]) => t.exp(t.times(x!, y!)), [2, 3]);
  expect(value).toBe(Math.exp(6));
  expect([...gradient]).toEqual([3 * Math.exp(6), 2 * Math.exp(6)]);
});

describe("every operation, against central differences", () => {
  const operations: Record<string, [(t: Tape, x: Traced[]) => Traced, (x: number[]) => number]> = {
    plus: [(t, [x, y]) => t.plus(x!, y!), ([x, y]) => x! + y!],
    minus: [(t, [x, y]) => t.minus(x!, y!), ([x, y]) => x! - y!],
    times: [(t, [x, y]) => t.times(x!, y!), ([x, y]) => x! * y!],
    over: [(t, [x, y]) => t.over(x!, y!), ([x, y]) => x! / y!],
    affine: [(t, [x]) => t.affine(-3, x!, 7), ([x]) => -3 * x! + 7],
    "affine without offset": [(t, [x]) => t.affine(2, x!), ([x]) => 2 * x!],
    sum: [(t, x) => t.sum([...x, x[0]!]), ([x, y]) => 2 * x! + y!],
    power: [(t, [x]) => t.power(x!, 1.7), ([x]) => x! ** 1.7],
    "inverse power": [(t, [x]) => t.power(x!, -2), ([x]) => x! ** -2],
    exp: [(t, [x]) => t.exp(x!), ([x]) => Math.exp(x!)],
    log: [(t, [x]) => t.log(x!), ([x]) => Math.log(x!)],
    tanh: [(t, [x]) => t.tanh(x!), ([x]) => Math.tanh(x!)],
    logistic: [(t, [x]) => t.logistic(x!), ([x]) => 1 / (1 + Math.exp(-x!))],
  };
  test.each(Object.entries(operations))("%s", (_, [traced, plain]) => {
    for (const x of [
      [0.9, 1.9],
      [2.2, -0.7],
    ]) {
      const { value, gradient } = derivative(traced, x);
      expect(value).toBeCloseTo(plain(x), 14);
      expectClose(
        gradient,
        centralGradient((point) => plain([...point]), x, 1e-5),
        1e-9,
      );
    }
  });
});

test("the sum of none is 0, the logistic function goes from 0 to 1 with ½ at 0", () => {
  const tape = new Tape();
  tape.restart([-1000, 0, 1000]);
  expect(tape.value(tape.sum([]))).toBe(0);
  expect([0, 1, 2].map((k) => tape.value(tape.logistic(tape.variable(k))))).toEqual([0, 0.5, 1]);
});

test("powers at 0: x² is flat, x rises by 1", () => {
  expect(derivative((t, [x]) => t.power(x!, 2), [0]).gradient[0]).toBe(0);
  expect(derivative((t, [x]) => t.power(x!, 1), [0]).gradient[0]).toBe(1);
});

test("a number that is used several times collects all of its slopes", () =>
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => {
      // x³ − x² + x, by Horner
      const { gradient } = derivative(
        (t, [a]) => t.times(t.affine(1, t.times(t.affine(1, a!, -1), a!), 1), a!),
        [x],
      );
      expect(gradient[0]).toBeCloseTo(3 * x * x - 2 * x + 1, 12);
    }),
  ));

test("begin and from make a function of one's own", () => {
  const { value, gradient } = derivative(
    (t, [x, y]) => {
      const node = t.begin(Math.hypot(t.value(x!), t.value(y!)));
      t.from(x!, 0.6);
      t.from(y!, 0.8);
      return t.affine(10, node);
    },
    [3, 4],
  );
  expect(value).toBe(50);
  expect([...gradient]).toEqual([6, 8]);
});

test("what the result does not depend on has no derivative", () => {
  expect([...derivative((t, [x]) => t.exp(x!), [1, 5]).gradient]).toEqual([Math.E, 0]);
  expect([...derivative((t) => t.constant(3), [1]).gradient]).toEqual([0]);
  expect([...derivative((_, [x]) => x!, [1, 2]).gradient]).toEqual([1, 0]);
});

test("several results can be read off one tape, one after the other", () => {
  const tape = new Tape();
  tape.restart([2, 5]);
  const [x, y] = [tape.variable(0), tape.variable(1)];
  const [product, ratio] = [tape.times(x, y), tape.over(x, y)];
  const out = new Float64Array(2);
  tape.gradientInto(out, ratio);
  expectClose(out, [0.2, -0.08], 1e-15);
  tape.gradientInto(out, product);
  expect([...out]).toEqual([5, 2]);
});

test("a long tape grows, and restarted it gives the same again", () => {
  const tape = new Tape();
  const long = (t: Tape, [x]: Traced[]): Traced => {
    let y = x!;
    for (let k = 0; k < 5000; k++) y = t.affine(1.0001, y, 1e-3);
    return t.sum([y, x!]);
  };
  const first = derivative(long, [0.5], tape);
  expect(first.gradient[0]).toBeCloseTo(1.0001 ** 5000 + 1, 10);
  const length = tape.length;
  expect(derivative(long, [0.5], tape)).toEqual(first);
  expect(tape.length).toBe(length);
});

test("from the second time on nothing is allocated", () => {
  const tape = new Tape();
  const run = (): void => {
    tape.restart([0.5]);
    let y = tape.variable(0);
    for (let k = 0; k < 5000; k++) y = tape.plus(y, y);
  };
  run();
  const before = process.memoryUsage().arrayBuffers;
  for (let k = 0; k < 200; k++) run();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
});

test("many variables grow the tape too", () => {
  const x = Array.from({ length: 1000 }, (_, k) => k);
  const { value, gradient } = derivative((t, all) => t.sum(all), x);
  expect(value).toBe(499_500);
  expect(gradient.every((slope) => slope === 1)).toBe(true);
});

test.each([2, -1, 0.5])("variable %d of two is refused", (k) => {
  const tape = new Tape();
  tape.restart([1, 2]);
  expect(() => tape.variable(k)).toThrow(
    new RangeError(`Tape: variable must be a whole number below 2, got ${k}`),
  );
});
