import { Tape, type Traced } from "./reverse.js";

/** A function written in the steps of a tape: `(tape, [x, y]) => tape.times(x, tape.exp(y))`. */
export type TracedFunction = (tape: Tape, x: readonly Traced[]) => Traced;

/**
 * The value of a function and all its derivatives, exact to rounding.
 *
 * @param x  point, shape [d]
 * @returns  gradient ∂f/∂x, shape [d]
 */
export function reverseGradient(
  f: TracedFunction,
  x: ArrayLike<number>,
): { readonly value: number; readonly gradient: Float64Array } {
  const tape = new Tape();
  const y = f(tape, begin(tape, x));
  const gradient = new Float64Array(x.length);
  tape.gradientInto(gradient, y);
  return { value: tape.value(y), gradient };
}

/**
 * What `leastSquares` asks for, from residuals that are written once, on a tape: the derivatives cost
 * one reading of the tape for each residual. Index letters: m residuals, p parameters.
 *
 * @param residuals  m numbers for p parameters; always the same m
 */
export function reverseResiduals(
  residuals: (tape: Tape, parameters: readonly Traced[]) => readonly Traced[],
): {
  /** Writes the residuals, shape [m]. */
  readonly residualsInto: (out: Float64Array, parameters: Float64Array) => void;
  /** Writes ∂residualᵢ/∂parameterⱼ into out[i·p + j]. */
  readonly jacobianInto: (out: Float64Array, parameters: Float64Array) => void;
} {
  const tape = new Tape();
  return {
    residualsInto(out, parameters) {
      residuals(tape, begin(tape, parameters)).forEach((y, i) => {
        out[i] = tape.value(y);
      });
    },
    jacobianInto(out, parameters) {
      const p = parameters.length;
      residuals(tape, begin(tape, parameters)).forEach((y, i) => {
        tape.gradientInto(out.subarray(i * p, (i + 1) * p), y);
      });
    },
  };
}

function begin(tape: Tape, x: ArrayLike<number>): readonly Traced[] {
  tape.restart(x);
  return Array.from({ length: x.length }, (_, k) => tape.variable(k));
}
