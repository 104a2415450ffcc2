import type { Tape, Traced } from "./reverse.js";

/** Three numbers on a tape, one after the other, of which this is the first. */
export type TracedVector = Traced & { readonly axes: 3 };

/** The point whose coordinates are the variables 3k, 3k + 1 and 3k + 2 of the tape. */
export function point(tape: Tape, k: number): TracedVector {
  tape.variable(3 * k + 2);
  return tape.variable(3 * k) as TracedVector;
}

/** From a to b. */
export function between(tape: Tape, a: TracedVector, b: TracedVector): TracedVector {
  const x = tape.minus(b, a);
  tape.minus(axis(b, 1), axis(a, 1));
  tape.minus(axis(b, 2), axis(a, 2));
  return x as TracedVector;
}

/** |b − a|, for points that are not the same. */
export function distance(tape: Tape, a: TracedVector, b: TracedVector): Traced {
  const x = tape.value(b) - tape.value(a);
  const y = tape.value(axis(b, 1)) - tape.value(axis(a, 1));
  const z = tape.value(axis(b, 2)) - tape.value(axis(a, 2));
  const r = Math.sqrt(x * x + y * y + z * z);
  const node = tape.begin(r);
  tape.from(a, -x / r);
  tape.from(axis(a, 1), -y / r);
  tape.from(axis(a, 2), -z / r);
  tape.from(b, x / r);
  tape.from(axis(b, 1), y / r);
  tape.from(axis(b, 2), z / r);
  return node;
}

/** a·b */
export function dot(tape: Tape, a: TracedVector, b: TracedVector): Traced {
  let product = 0;
  for (let d = 0; d < 3; d++) product += tape.value(axis(a, d)) * tape.value(axis(b, d));
  const node = tape.begin(product);
  for (let d = 0; d < 3; d++) {
    tape.from(axis(a, d), tape.value(axis(b, d)));
    tape.from(axis(b, d), tape.value(axis(a, d)));
  }
  return node;
}

function axis(vector: TracedVector, d: number): Traced {
  return (vector + d) as Traced;
}
