import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "18.1": {
    right: `
      function stepBroadcast(w: Float64Array, alpha: number): ArrayLike<number> {
        const z = times(inputs, 2, w.subarray(1)).map((sum) => sum + w[0]);
        const delta = deltaOf(z);
        const sums = times(transposed(inputs, 2), N, delta);
        const bias = delta.reduce((sum, d) => sum + d, 0);
        return [w[0] + (alpha / N) * bias, w[1] + (alpha / N) * sums[0], w[2] + (alpha / N) * sums[1]];
      }`,
    wrong: [
      {
        code: `
          function stepBroadcast(w: Float64Array, alpha: number): ArrayLike<number> {
            const delta = deltaOf(times(inputs, 2, w.subarray(1))); // bias forgotten
            const sums = times(transposed(inputs, 2), N, delta);
            const bias = delta.reduce((sum, d) => sum + d, 0);
            return [w[0] + (alpha / N) * bias, w[1] + (alpha / N) * sums[0], w[2] + (alpha / N) * sums[1]];
          }`,
        says: "your function",
      },
      {
        code: `
          function stepBroadcast(w: Float64Array, alpha: number): ArrayLike<number> {
            const z = times(inputs, 2, w.subarray(1)).map((sum) => sum + w[0]);
            const sums = times(transposed(inputs, 2), N, deltaOf(z));
            return [w[1] + (alpha / N) * sums[0], w[2] + (alpha / N) * sums[1]];
          }`,
        says: "returned 2 numbers; there must be 3",
      },
      {
        code: `
          function stepBroadcast(w: Float64Array, alpha: number): ArrayLike<number> {
            const z = times(inputs, 2, w.subarray(1)).map((sum) => sum + w[0]);
            const delta = deltaOf(z);
            const sums = times(inputs, N, delta); // not transposed
            const bias = delta.reduce((sum, d) => sum + d, 0);
            return [w[0] + (alpha / N) * bias, w[1] + (alpha / N) * sums[0], w[2] + (alpha / N) * sums[1]];
          }`,
        says: "your function",
      },
    ],
  },
  "18.2": {
    right: `
      function makeBatches(n: number, size: number, random: () => number): number[][] {
        const order = Array.from({ length: n }, (_, k) => k);
        for (let i = n - 1; i > 0; i--) {
          const j = Math.floor(random() * (i + 1));
          [order[i], order[j]] = [order[j], order[i]];
        }
        const batches: number[][] = [];
        for (let from = 0; from < n; from += size) batches.push(order.slice(from, from + size));
        return batches;
      }`,
    wrong: [
      {
        code: `
          function makeBatches(n: number, size: number, random: () => number): number[][] {
            return Array.from({ length: Math.ceil(n / size) }, (_, part) =>
              Array.from({ length: Math.min(size, n - part * size) }, () => Math.floor(n * random())), // with repeats
            );
          }`,
        says: "a number is missing or occurs twice",
      },
      {
        code: `
          function makeBatches(n: number, size: number, random: () => number): number[][] {
            const batches: number[][] = [];
            for (let from = 0; from < n; from += size)
              batches.push(Array.from({ length: Math.min(size, n - from) }, (_, i) => from + i));
            return batches; // in order
          }`,
        says: "the order is not random",
      },
      {
        code: `
          function makeBatches(n: number, size: number, random: () => number): number[][] {
            const keys = Array.from({ length: n }, random);
            const order = Array.from({ length: n }, (_, k) => k).sort((a, b) => keys[a] - keys[b]);
            const batches: number[][] = [];
            for (let from = 0; from + size <= n; from += size) batches.push(order.slice(from, from + size));
            return batches; // the rest is lost
          }`,
        says: "batches",
      },
    ],
  },
};
