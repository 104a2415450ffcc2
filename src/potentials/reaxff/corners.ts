import type { Tape, Traced } from "../../numerics/reverse.js";
import { dot, type TracedVector } from "../../numerics/reverseVectors.js";
import { ANGLE_CUTOFF } from "./angles.js";
import type { ReaxRay } from "./molecule.js";

/** cos of the angle between two vectors with these lengths. */
export function cosineBetween(
  tape: Tape,
  a: { readonly vector: TracedVector; readonly length: Traced },
  b: { readonly vector: TracedVector; readonly length: Traced },
  sign = 1,
): Traced {
  const cosine = tape.over(dot(tape, a.vector, b.vector), tape.times(a.length, b.length));
  return sign === 1 ? cosine : tape.affine(-1, cosine);
}

/** Finds the angle between each two bonds of an atom that are strong enough to have one. */
export function addCorners(tape: Tape, rays: readonly ReaxRay[]): void {
  const strong = rays.filter(({ bond }) => tape.value(bond.order) > ANGLE_CUTOFF);
  for (const [k, a] of strong.entries())
    for (const b of strong.slice(k + 1)) {
      const [first, second] = [a, b].map(({ bond }) => ({
        vector: bond.vector,
        length: bond.distance,
      }));
      const cosine = cosineBetween(tape, first!, second!, a.sign * b.sign);
      const rest = 1 - tape.value(cosine) ** 2;
      const straight = rest < 1e-14;
      const sine = straight
        ? tape.constant(0)
        : tape.power(tape.affine(-1, tape.times(cosine, cosine), 1), 0.5);
      a.corners.push({ other: b, cosine, sine, straight });
      b.corners.push({ other: a, cosine, sine, straight });
    }
}
