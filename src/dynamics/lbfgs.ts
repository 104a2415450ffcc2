import { addScaledInto, dot } from "../numerics/vectors.js";

/** Index letter: d coordinates. */
export interface Descent {
  /** Where to begin, shape [d]. */
  readonly start: Float64Array;
  /** A function and its gradient, shape [d], in a fresh array. */
  readonly at: (point: Float64Array) => { readonly value: number; readonly gradient: Float64Array };
  /** Done when no component of the gradient is larger than this. */
  readonly gradientTolerance: number;
  /** No coordinate moves farther than this in one step. */
  readonly longestStep: number;
  /** Most calls of `at`. */
  readonly maxEvaluations: number;
}

export interface Bottom {
  /** The lowest point found, shape [d], and what `at` gave there. */
  readonly point: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly evaluations: number;
  /** Whether the gradient is as small as was asked for. */
  readonly converged: boolean;
}

/** The last steps s and by how much the gradient changed in them, y: what it knows of the curvature. */
interface Memory {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly inverse: number; // 1/(s · y)
}
const REMEMBERED = 20;

/**
 * Downhill to the nearest minimum with the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno:
 * each step is that of Newton's method for a curvature guessed from the steps before. A step that does
 * not lead down is halved; when not even 2⁻³⁰ of it does, the function jumps or the gradient is not its own,
 * and it stops where it is.
 *
 * Source: D. C. Liu, J. Nocedal, Math. Program. 45, 503 (1989).
 */
export function lbfgs(descent: Descent): Bottom {
  const { start, at, gradientTolerance, longestStep, maxEvaluations } = descent;
  const memory: Memory[] = [];
  let point = start;
  let { value, gradient } = at(point);
  let evaluations = 1;
  const done = (): boolean => largest(gradient) <= gradientTolerance;

  while (!done() && evaluations < maxEvaluations) {
    const step = newtonStep(gradient, memory);
    const promise = dot(step, gradient);
    const size = largest(step);
    let length = Math.min(1, longestStep / size);
    if (memory.length === 0) length = longestStep / (10 * size); // nothing is known of the scale
    let found: ReturnType<typeof at> | undefined;
    let next = point;
    for (let halved = 0; halved < 30 && evaluations < maxEvaluations; halved++) {
      next = point.slice();
      addScaledInto(next, length, step);
      found = at(next);
      evaluations++;
      // Close to the bottom the value is all rounding; the gradient still tells the way.
      const rounding = 1e-13 * Math.abs(value);
      if (found.value <= value + 1e-4 * length * promise + rounding) break;
      found = undefined;
      length /= 2;
    }
    if (!found) break;
    const y = found.gradient.map((g, i) => g - gradient[i]!);
    const s = step.map((x) => length * x);
    const curvature = dot(s, y);
    if (curvature > 1e-10 * Math.sqrt(dot(s, s) * dot(y, y)))
      memory.push({ s, y, inverse: 1 / curvature });
    if (memory.length > REMEMBERED) memory.shift();
    point = next;
    ({ value, gradient } = found);
  }
  return { point, value, gradient, evaluations, converged: done() };
}

/** −H g, with H from the memory by the two loops of Liu and Nocedal. */
function newtonStep(gradient: Float64Array, memory: readonly Memory[]): Float64Array {
  const step = gradient.map((g) => -g);
  const last = memory[memory.length - 1];
  if (!last) return step;
  const shares = new Float64Array(memory.length);
  for (let k = memory.length - 1; k >= 0; k--) {
    const { s, y, inverse } = memory[k]!;
    shares[k] = inverse * dot(s, step);
    addScaledInto(step, -shares[k]!, y);
  }
  const scale = 1 / (last.inverse * dot(last.y, last.y));
  for (let i = 0; i < step.length; i++) step[i]! *= scale;
  for (const [k, { s, y, inverse }] of memory.entries())
    addScaledInto(step, shares[k]! - inverse * dot(y, step), s);
  return step;
}

function largest(vector: Float64Array): number {
  let size = 0;
  for (let i = 0; i < vector.length; i++) size = Math.max(size, Math.abs(vector[i]!));
  return size;
}
