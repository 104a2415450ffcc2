/** A number on a tape: its place there, as what was computed from it remembers it. */
export type Traced = number & { readonly traced: true };

/**
 * Reverse-mode differentiation. While an expression is computed the tape notes, for each number y, which
 * numbers a it came from, and the slope ∂y/∂a there. Read backwards, the chain rule
 *
 *   ∂E/∂a = Σ over all y that came from a of ∂E/∂y · ∂y/∂a
 *
 * gives the derivatives with respect to all variables at once, for a few times the cost of E itself,
 * however many variables there are.
 *
 *   const tape = new Tape();
 *   tape.restart([2, 3]);                            // variables 0 and 1
 *   const product = tape.times(tape.variable(0), tape.variable(1));
 *   tape.gradientInto(out, tape.exp(product));       // out = e⁶ · [3, 2]
 *
 * Memory is kept when the tape is restarted: from the second time on nothing is allocated. What a tape
 * gave out before it was restarted has no meaning afterwards.
 *
 * A sum over many, or a function whose slopes are known by heart, is one number: `begin(value)`, then
 * `from(parent, slope)` for each that it came from.
 *
 * Source: S. Linnainmaa, BIT 16, 146 (1976).
 */
export class Tape {
  /** How many numbers are on it. */
  length = 0;
  #variables = 0;
  #values: Float64Array = new Float64Array(64);
  #adjoints: Float64Array = new Float64Array(64);
  /** Where the links of each number end; those of the next begin there. */
  #end: Int32Array = new Int32Array(64);
  #links = 0;
  #parents: Int32Array = new Int32Array(128);
  #slopes: Float64Array = new Float64Array(128);

  /** Wipes the tape and begins it anew with these variables. */
  restart(variables: ArrayLike<number>): void {
    this.length = 0;
    this.#links = 0;
    for (let k = 0; k < variables.length; k++) this.begin(variables[k]!);
    this.#variables = variables.length;
  }

  /**
   * The variable with this index.
   *
   * @throws RangeError when there is none
   */
  variable(k: number): Traced {
    if (!(Number.isInteger(k) && k >= 0 && k < this.#variables))
      throw new RangeError(
        `Tape: variable must be a whole number below ${this.#variables}, got ${k}`,
      );
    return k as Traced;
  }

  value(a: Traced): number {
    return this.#values[a]!;
  }

  /** Writes ∂y/∂(variable k) to out[k], for as many variables as `out` has room for. */
  gradientInto(out: Float64Array, y: Traced): void {
    const [adjoints, end, parents, slopes] = [
      this.#adjoints,
      this.#end,
      this.#parents,
      this.#slopes,
    ];
    adjoints.fill(0, 0, this.length);
    adjoints[y] = 1;
    for (let i: number = y; i >= this.#variables; i--) {
      const adjoint = adjoints[i]!;
      if (adjoint === 0) continue;
      for (let link = end[i - 1] ?? 0; link < end[i]!; link++)
        adjoints[parents[link]!]! += adjoint * slopes[link]!;
    }
    out.set(adjoints.subarray(0, Math.min(out.length, this.#variables)));
  }

  /** A number of its own. With `from`, the result of a function. */
  begin(value: number): Traced {
    const i = this.length++;
    if (i === this.#values.length) {
      this.#values = grown(this.#values, new Float64Array(2 * i));
      this.#adjoints = new Float64Array(2 * i);
      this.#end = grown(this.#end, new Int32Array(2 * i));
    }
    this.#values[i] = value;
    this.#end[i] = this.#links;
    return i as Traced;
  }

  /** The number begun last came from `parent` too, and this is its slope there. */
  from(parent: Traced, slope: number): void {
    const link = this.#links++;
    if (link === this.#parents.length) {
      this.#parents = grown(this.#parents, new Int32Array(2 * link));
      this.#slopes = grown(this.#slopes, new Float64Array(2 * link));
    }
    this.#parents[link] = parent;
    this.#slopes[link] = slope;
    this.#end[this.length - 1] = link + 1;
  }

  constant(value: number): Traced {
    return this.begin(value);
  }

  plus(a: Traced, b: Traced): Traced {
    return this.#of2(this.value(a) + this.value(b), a, 1, b, 1);
  }

  minus(a: Traced, b: Traced): Traced {
    return this.#of2(this.value(a) - this.value(b), a, 1, b, -1);
  }

  times(a: Traced, b: Traced): Traced {
    return this.#of2(this.value(a) * this.value(b), a, this.value(b), b, this.value(a));
  }

  over(a: Traced, b: Traced): Traced {
    const ratio = this.value(a) / this.value(b);
    return this.#of2(ratio, a, 1 / this.value(b), b, -ratio / this.value(b));
  }

  /** factor · a + offset */
  affine(factor: number, a: Traced, offset = 0): Traced {
    return this.#of1(factor * this.value(a) + offset, a, factor);
  }

  /** The sum of all of them; of none it is 0. */
  sum(terms: readonly Traced[]): Traced {
    let total = 0;
    for (const term of terms) total += this.value(term);
    const y = this.begin(total);
    for (const term of terms) this.from(term, 1);
    return y;
  }

  /** a^exponent, for a ≥ 0, or any a with a whole exponent. */
  power(a: Traced, exponent: number): Traced {
    const x = this.value(a);
    const y = x ** exponent;
    return this.#of1(y, a, x === 0 ? exponent * x ** (exponent - 1) : (exponent * y) / x);
  }

  exp(a: Traced): Traced {
    const y = Math.exp(this.value(a));
    return this.#of1(y, a, y);
  }

  /** The natural logarithm, for a > 0. */
  log(a: Traced): Traced {
    return this.#of1(Math.log(this.value(a)), a, 1 / this.value(a));
  }

  tanh(a: Traced): Traced {
    const y = Math.tanh(this.value(a));
    return this.#of1(y, a, 1 - y * y);
  }

  /** 1 / (1 + e^(−a)): from 0 to 1, ½ at 0. */
  logistic(a: Traced): Traced {
    const y = 1 / (1 + Math.exp(-this.value(a)));
    return this.#of1(y, a, y * (1 - y));
  }

  #of1(value: number, a: Traced, slope: number): Traced {
    const y = this.begin(value);
    this.from(a, slope);
    return y;
  }

  #of2(value: number, a: Traced, slopeA: number, b: Traced, slopeB: number): Traced {
    const y = this.begin(value);
    this.from(a, slopeA);
    this.from(b, slopeB);
    return y;
  }
}

function grown<A extends Float64Array | Int32Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
