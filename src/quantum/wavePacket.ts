import { fourierTransform, waveNumbers } from "../numerics/fourier.js";
import { requirePositive } from "../units/requirePositive.js";
import type { SymmetricPair, TwoStateModel } from "./twoState.js";
import { kick } from "./wavePacketKick.js";
import type { Wave, WaveGrid } from "./wavePacketState.js";

export interface Propagation {
  readonly grid: WaveGrid;
  /** Electron masses. Positive. */
  readonly mass: number;
  /** One surface, hartree at x in bohr; or two coupled diabatic states. */
  readonly potential: ((x: number) => number) | TwoStateModel;
  /** Atomic units of time. Positive. */
  readonly timeStep: number;
}

/** A millionth: the share of |ψ|² that may come to the edge of the grid, in space or in momentum. */
const AT_EDGE = 1e-6;

/**
 * The Schrödinger equation in time, i ∂ψ/∂t = (p²/2M + V) ψ, by the split operator,
 *
 *   ψ(t + Δt) ≈ e^(−iVΔt/2) e^(−ip²Δt/2M) e^(−iVΔt/2) ψ(t)
 *
 * V acts at the points, p² on the plane waves of the grid; on two states the exponential of the 2×2 matrix
 * V is exact. The norm stays what it was to rounding; the error after a given time falls as Δt². Returns
 * a function:
 *
 *   const evolve = splitOperator({ grid, mass, potential: (x) => 0.01 * x ** 2, timeStep: 5 });
 *   const later = evolve(wave, 100); // 100 steps later; `wave` stays as it was
 *
 * Source: M. D. Feit, J. A. Fleck and A. Steiger, J. Comput. Phys. 47, 412 (1982).
 *
 * @throws RangeError for a mass or time step that is not positive and a potential that is not finite on
 *         the grid. The returned function throws RangeError when more than 10⁻⁶ of the packet
 *         - comes within 1/32 of the grid to an edge: it would come back in on the other side;
 *         - has momenta above 15/16 of the largest of the grid, π/h: the spacing is too wide;
 *         - turns its phase by k²Δt/2M > π in a step, unless V is constant: the time step is too long
 */
export function splitOperator(propagation: Propagation): (wave: Wave, steps: number) => Wave {
  requirePositive("splitOperator: mass", propagation.mass, "electron masses");
  requirePositive("splitOperator: timeStep", propagation.timeStep, "atomic units of time");
  const { grid, potential } = propagation;
  const states = typeof potential === "function" ? 1 : 2;
  const matrices = Array.from(grid.points, (x) => matrixAt(potential, x));
  const half = kick(matrices, propagation.timeStep / 2, states);
  const whole = kick(matrices, propagation.timeStep, states);
  const first = matrices[0]!;
  const flat = matrices.every(
    ({ v11, v22, v12 }) => v11 === first.v11 && v22 === first.v22 && v12 === first.v12,
  );
  const drift = drifting(propagation, flat);
  return (start, steps) => {
    requireWave(start, steps, states * grid.points.length);
    const wave: Wave = { re: start.re.slice(), im: start.im.slice() };
    if (steps > 0) half(wave);
    for (let step = 1; step <= steps; step++) {
      drift(wave);
      requireInside(wave, grid);
      // Between two steps the last half of the one and the first of the other are one.
      if (step < steps) whole(wave);
      else half(wave);
    }
    return wave;
  };
}

function matrixAt(potential: Propagation["potential"], x: number): SymmetricPair {
  const one = typeof potential === "function" ? potential(x) : undefined;
  const V =
    one === undefined ? (potential as TwoStateModel).matrix(x) : { v11: one, v22: one, v12: 0 };
  for (const value of [V.v11, V.v22, V.v12])
    if (!Number.isFinite(value))
      throw new RangeError(
        `splitOperator: potential must be a finite number of hartree at ${x} bohr, got ${value}`,
      );
  return V;
}

/** Applies e^(−ip²Δt/2M), and refuses waves that the grid or the time step cannot carry. */
function drifting({ grid, mass, timeStep }: Propagation, flat: boolean): (wave: Wave) => void {
  const n = grid.points.length;
  const { forward, inverse } = fourierTransform(n);
  const k = waveNumbers(n, grid.spacing);
  const cos = k.map((p) => Math.cos((p * p * timeStep) / (2 * mass)));
  const sin = k.map((p) => Math.sin((p * p * timeStep) / (2 * mass)));
  const ofGrid = (15 / 16) * (Math.PI / grid.spacing);
  const ofTime = flat ? Number.POSITIVE_INFINITY : Math.sqrt((2 * mass * Math.PI) / timeStep);
  const limit = Math.min(ofGrid, ofTime);
  const beyond = [...k.keys()].filter((i) => Math.abs(k[i]!) > limit);
  return (wave) => {
    let outside = 0;
    let all = 0;
    for (let at = 0; at < wave.re.length; at += n) {
      const re = wave.re.subarray(at, at + n);
      const im = wave.im.subarray(at, at + n);
      forward(re, im);
      for (const i of beyond) outside += re[i]! ** 2 + im[i]! ** 2;
      for (let i = 0; i < n; i++) {
        const [a, b] = [re[i]!, im[i]!];
        all += a * a + b * b;
        re[i] = a * cos[i]! + b * sin[i]!;
        im[i] = b * cos[i]! - a * sin[i]!;
      }
      inverse(re, im);
    }
    if (outside <= AT_EDGE * all) return;
    const share = `more than a millionth of it lies above ${limit} ħ/bohr`;
    throw new RangeError(
      limit === ofGrid
        ? `splitOperator: the grid must carry the momenta of the packet, but ${share}: ` +
            `make the spacing, ${grid.spacing} bohr, narrower`
        : `splitOperator: timeStep must be short enough for the momenta of the packet, but ${share}, ` +
            `where k²Δt/2M exceeds π, got ${timeStep}`,
    );
  };
}

function requireInside({ re, im }: Wave, { points }: WaveGrid): void {
  const n = points.length;
  const margin = n / 32;
  let all = 0;
  let [left, right] = [0, 0];
  for (let i = 0; i < re.length; i++) {
    const share = re[i]! ** 2 + im[i]! ** 2;
    const j = i % n;
    all += share;
    if (j < margin) left += share;
    else if (j >= n - margin) right += share;
  }
  if (left + right <= AT_EDGE * all) return;
  const [side, end] = left > right ? ["left", points[0]] : ["right", points[n - 1]];
  throw new RangeError(
    `splitOperator: the packet must stay away from the edges of the grid, but comes to the ${side} one, ` +
      `${end} bohr: make the grid wider or the time shorter`,
  );
}

function requireWave({ re, im }: Wave, steps: number, length: number): void {
  if (re.length !== length || im.length !== length)
    throw new RangeError(
      `splitOperator: the wave must have ${length} numbers in re and im, states times points, got ` +
        `${re.length} and ${im.length}`,
    );
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`splitOperator: steps must be a whole number from 0, got ${steps}`);
}
