import fc from "fast-check";
import { expect, test } from "vitest";
import { Earliest } from "../../src/dynamics/earliest.js";

test("the first is the one with the smallest time, whatever was set before", () => {
  const changes = fc.array(fc.tuple(fc.nat(6), fc.double({ noNaN: true })), { minLength: 1 });
  fc.assert(
    fc.property(changes, (list) => {
      const earliest = new Earliest(7);
      const times = new Array<number>(7).fill(Number.POSITIVE_INFINITY);
      for (const [i, time] of list) {
        earliest.set(i, time);
        times[i] = time;
        expect(times[earliest.first]).toBe(Math.min(...times));
      }
    }),
    { seed: 1 },
  );
});

test("a shift moves all times and leaves the order", () => {
  const earliest = new Earliest(3);
  earliest.set(0, 5);
  earliest.set(2, 3);
  earliest.shift(2);
  expect(earliest.first).toBe(2);
  expect(Array.from(earliest.times.subarray(0, 3))).toEqual([3, Number.POSITIVE_INFINITY, 1]);
});

test("a single one is the first", () => {
  const earliest = new Earliest(1);
  earliest.set(0, 4);
  expect(earliest.first).toBe(0);
});
