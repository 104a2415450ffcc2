/**
 * The lines of a force field file, one after the other, as words; what follows a ! is a remark.
 * Whatever is wrong is said with the number of the line.
 */
export class ForceFieldLines {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#lines = text.split(/\r?\n/);
  }

  skip(lines: number): void {
    for (let k = 0; k < lines; k++) this.#take("a remark");
  }

  /** The number that begins a section: how many entries it has. */
  count(what: string, least: number): number {
    const word = this.#words(`the number of ${what}`, 1)[0]!;
    const count = Number(word);
    if (!(Number.isInteger(count) && count >= least))
      this.refuse(`the number of ${what}, a whole number from ${least}`, `"${word}"`);
    return count;
  }

  /** At least this many numbers. */
  numbers(what: string, least: number): number[] {
    return this.#words(what, least)
      .slice(0, least)
      .map((word) => this.#number(what, word));
  }

  /** A word, and at least this many numbers after it. */
  named(what: string, least: number): { readonly name: string; readonly numbers: number[] } {
    const [name, ...rest] = this.#words(what, least + 1);
    return { name: name!, numbers: rest.slice(0, least).map((word) => this.#number(what, word)) };
  }

  /** Types, counted from 1 in the file and from 0 in the result, and at least this many numbers. */
  typed(
    what: string,
    types: number,
    least: number,
    of: { readonly lowest: number; readonly highest: number },
  ): { readonly types: number[]; readonly numbers: number[] } {
    const all = this.numbers(what, types + least);
    const found = all.slice(0, types);
    for (const type of found)
      if (!(Number.isInteger(type) && type >= of.lowest && type <= of.highest))
        this.refuse(`${what} with types from ${of.lowest} to ${of.highest}`, `type ${type}`);
    return { types: found.map((type) => type - 1), numbers: all.slice(types) };
  }

  /** About the line that was read last. */
  refuse(must: string, got: string): never {
    throw new RangeError(`readReaxForceField: line ${this.#next} must have ${must}, got ${got}`);
  }

  #take(what: string): string {
    const line = this.#lines[this.#next++];
    if (line === undefined) this.refuse(what, "the end of the file");
    return line;
  }

  #words(what: string, least: number): string[] {
    const words = this.#take(what).split("!")[0]!.trim().split(/\s+/).filter(Boolean);
    if (words.length < least)
      this.refuse(`${what}: ${least} ${least === 1 ? "entry" : "entries"}`, `${words.length}`);
    return words;
  }

  #number(what: string, word: string): number {
    const value = Number(word);
    if (!Number.isFinite(value)) this.refuse(`${what} in numbers`, `"${word}"`);
    return value;
  }
}
