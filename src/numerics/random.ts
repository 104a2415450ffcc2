/** Uniform numbers in [0, 1). Everything random in this package takes one of these. */
export type Random = () => number;

/**
 * Repeatable random numbers: the same seed gives the same numbers on every machine. The generator
 * is xoshiro128** with its 128 bits of state filled from the seed by splitmix32; a number takes
 * two outputs and has 53 random bits.
 *
 * Source: D. Blackman and S. Vigna, ACM Trans. Math. Softw. 47, 36 (2021). Not for secrets.
 *
 * @param seed  a whole number from 0 to 2³² − 1
 * @throws RangeError for any other seed
 */
export function seededRandom(seed: number): Random {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32))
    throw new RangeError(
      `seededRandom: seed must be a whole number from 0 to 4294967295, got ${seed}`,
    );
  let counter = seed;
  const fill = (): number => {
    counter = (counter + 0x9e3779b9) | 0;
    let z = counter;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const next = xoshiro128([fill(), fill(), fill(), fill()]);
  return () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

/** The bare generator: 32-bit whole numbers from a state of four, which must not all be zero. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/**
 * Numbers with the normal distribution of mean 0 and variance 1 (Box and Muller's pairs; one of
 * each pair is used, so that the numbers depend on nothing but the calls of `random`).
 */
export function normal(random: Random): () => number {
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  };
}
