/** The words of a table file, one after the other, each with the line it came from. */
export class EamNumbers {
  readonly #where: string;
  readonly #lines: readonly string[];
  #line: number;
  #words: string[] = [];
  #next = 0;

  /** @param from  how many lines to leave out */
  constructor(where: string, text: string, from: number) {
    this.#where = where;
    this.#lines = text.split(/\r?\n/);
    this.#line = from;
  }

  /** The next word, on this line or a later one. */
  word(wanted: string): string {
    if (!this.#more())
      throw new RangeError(
        `${this.#where}: after line ${this.#lines.length} there must be ${wanted}, got the end`,
      );
    return this.#words[this.#next++]!;
  }

  /** Goes to the line of the next word, if there is one. */
  #more(): boolean {
    while (this.#next === this.#words.length) {
      if (this.#line >= this.#lines.length) return false;
      this.#words = this.#lines[this.#line++]!.trim().split(/\s+/).filter(Boolean);
      this.#next = 0;
    }
    return true;
  }

  number(wanted: string): number {
    const word = this.word(wanted);
    const value = Number(word.replace(/[dD]/, "e")); // as Fortran writes exponents
    if (!Number.isFinite(value)) this.refuse(wanted, word);
    return value;
  }

  positive(wanted: string): number {
    const value = this.number(wanted);
    if (!(value > 0)) this.refuse(`${wanted}, positive`, String(value));
    return value;
  }

  /** How many of something, from `least`. */
  count(wanted: string, least: number): number {
    const value = this.number(wanted);
    if (!(Number.isInteger(value) && value >= least))
      this.refuse(`${wanted}, a whole number from ${least}`, String(value));
    return value;
  }

  table(wanted: string, length: number, unit: number): Float64Array {
    const table = new Float64Array(length);
    for (let k = 0; k < length; k++)
      table[k] = unit * this.number(`${wanted}, entry ${k + 1} of ${length}`);
    return table;
  }

  /** Refuses what stands after the last table. */
  end(): void {
    if (this.#more()) this.refuse("nothing more", this.#words[this.#next]!);
  }

  refuse(wanted: string, got: string): never {
    throw new RangeError(`${this.#where}: line ${this.#line} must have ${wanted}, got "${got}"`);
  }
}
