/**
 * Which of n times is the earliest, kept up to date while single times change: a tournament, in which the
 * winner of each match is the earlier of two. A change replays the log₂ n matches above it.
 */
export class Earliest {
  /** Infinity at the start, shape [n]; to be changed by `set`. */
  readonly times: Float64Array;
  /** Winner of each match, shape [2m]; match k is between the winners of 2k and 2k + 1, the final is 1. */
  readonly #winners: Int32Array;
  readonly #leaves: number;

  constructor(n: number) {
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(2, n)));
    this.times = new Float64Array(this.#leaves).fill(Number.POSITIVE_INFINITY);
    this.#winners = new Int32Array(2 * this.#leaves);
    for (let i = 0; i < this.#leaves; i++) this.#winners[this.#leaves + i] = i;
    for (let k = this.#leaves - 1; k > 0; k--) this.#winners[k] = this.#winners[2 * k]!;
  }

  /** The number of the earliest. */
  get first(): number {
    return this.#winners[1]!;
  }

  set(i: number, time: number): void {
    const winners = this.#winners;
    const times = this.times;
    times[i] = time;
    for (let k = (this.#leaves + i) >> 1; k > 0; k >>= 1) {
      const a = winners[2 * k]!;
      const b = winners[2 * k + 1]!;
      winners[k] = times[a]! <= times[b]! ? a : b;
    }
  }

  /** Counts all times from a later moment. */
  shift(by: number): void {
    for (let i = 0; i < this.times.length; i++) this.times[i]! -= by;
  }
}
