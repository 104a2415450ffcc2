import { type Random, xoshiro128 } from "../numerics/random.js";

/**
 * The random numbers of one step of a run, from nothing but the run's seed and the number of the step:
 * so a run that goes on from a checkpoint draws the numbers that it would have drawn anyway. No two
 * pairs of seed and step, whole numbers from 0 to 2³² − 1, have the same numbers.
 */
export function stepRandom(seed: number, step: number): Random {
  const a = mix(seed + 0x9e3779b9);
  const b = mix(step ^ mix(seed)); // a and b tell seed and step, which is why no two pairs are alike
  const c = mix(a + b);
  const next = xoshiro128([a, b, c, mix(c + 0x9e3779b9)]);
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

/** Scatters whole numbers of 32 bits, each to one of its own (the end of splitmix32). */
function mix(number: number): number {
  let z = number | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** @throws RangeError for what is not a whole number from 0 to 2³² − 1 */
export function requireSeed(where: string, seed: number): void {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw new RangeError(`${where}: seed must be a whole number from 0 to 4294967295, got ${seed}`);
}
