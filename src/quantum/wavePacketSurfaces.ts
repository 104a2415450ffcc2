import { adiabaticPair, type TwoStateModel } from "./twoState.js";
import type { Wave, WaveGrid } from "./wavePacketState.js";

/** A packet of one state as a wave of two: on state 0 or 1, with nothing on the other. */
export function onState({ re, im }: Wave, state: 0 | 1): Wave {
  const onTwo = (part: Float64Array): Float64Array => {
    const both = new Float64Array(2 * part.length);
    both.set(part, state * part.length);
    return both;
  };
  return { re: onTwo(re), im: onTwo(im) };
}

/**
 * The components of a diabatic wave on the adiabatic states, lower then upper, at every point:
 * χ_lower = −sin θ ψ₁ + cos θ ψ₂, χ_upper = cos θ ψ₁ + sin θ ψ₂, θ continued without jumps from the left
 * end of the grid. |ψ|² at a point is the same in both.
 */
export function toAdiabatic(grid: WaveGrid, model: TwoStateModel, wave: Wave): Wave {
  return mixed("toAdiabatic", grid, model, wave);
}

/** The way back. The mixing is a reflection, which undoes itself. */
export function toDiabatic(grid: WaveGrid, model: TwoStateModel, wave: Wave): Wave {
  return mixed("toDiabatic", grid, model, wave);
}

function mixed(where: string, { points }: WaveGrid, model: TwoStateModel, wave: Wave): Wave {
  const n = points.length;
  if (wave.re.length !== 2 * n || wave.im.length !== 2 * n)
    throw new RangeError(
      `${where}: the wave must have two states of ${n} points, got ` + `${wave.re.length} numbers`,
    );
  const [re, im] = [new Float64Array(2 * n), new Float64Array(2 * n)];
  let before = 0;
  for (let j = 0; j < n; j++) {
    const { angle } = adiabaticPair(model, points[j]!);
    const theta = j === 0 ? angle : angle - Math.PI * Math.round((angle - before) / Math.PI);
    before = theta;
    const [c, s] = [Math.cos(theta), Math.sin(theta)];
    for (const [out, part] of [
      [re, wave.re],
      [im, wave.im],
    ] as const) {
      out[j] = -s * part[j]! + c * part[n + j]!;
      out[n + j] = c * part[j]! + s * part[n + j]!;
    }
  }
  return { re, im };
}
