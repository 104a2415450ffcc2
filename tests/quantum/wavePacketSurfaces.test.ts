import { expect, test } from "vitest";
import { tullyModel } from "../../src/quantum/tully.js";
import { adiabaticPair, type TwoStateModel } from "../../src/quantum/twoState.js";
import {
  density,
  gaussianPacket,
  populations,
  type Wave,
  waveGrid,
} from "../../src/quantum/wavePacketState.js";
import { onState, toAdiabatic, toDiabatic } from "../../src/quantum/wavePacketSurfaces.js";
import { expectClose } from "../support/closeTo.js";

const grid = waveGrid(-16, 16, 256);
const I = tullyModel("simpleAvoidedCrossing");
const packet = (centre: number): Wave => gaussianPacket(grid, { centre, momentum: 3, width: 1 });

test("on one state, with nothing on the other", () => {
  for (const state of [0, 1] as const) {
    const both = onState(packet(0), state);
    expect(both.re.length).toBe(512);
    expectClose(density(grid, both, state), density(grid, packet(0), 0), 1e-15);
    expect(Math.max(...density(grid, both, state === 0 ? 1 : 0))).toBe(0);
  }
});
test("far left of model I the lower state is the first diabatic one, far right the second", () => {
  expectClose(populations(grid, toDiabatic(grid, I, onState(packet(-9), 0))), [1, 0], 1e-11);
  expectClose(populations(grid, toDiabatic(grid, I, onState(packet(9), 0))), [0, 1], 1e-11);
});
test("the components: χ_lower = −sin θ ψ₁ + cos θ ψ₂, χ_upper = cos θ ψ₁ + sin θ ψ₂", () => {
  const wave = onState(packet(0), 0);
  const adiabatic = toAdiabatic(grid, I, wave);
  for (const j of [100, 128, 135]) {
    const { angle } = adiabaticPair(I, grid.points[j]!);
    expect(adiabatic.re[j]).toBeCloseTo(-Math.sin(angle) * wave.re[j]!, 14);
    expect(adiabatic.im[256 + j]).toBeCloseTo(Math.cos(angle) * wave.im[j]!, 14);
  }
});
test("there and back is the same; |ψ|² at each point is the same in both", () => {
  const wave = onState(packet(0.5), 1);
  const adiabatic = toAdiabatic(grid, I, wave);
  const back = toDiabatic(grid, I, adiabatic);
  expectClose(back.re, wave.re, 1e-14);
  expectClose(back.im, wave.im, 1e-14);
  const total = (w: Wave): Float64Array =>
    density(grid, w, 0).map((value, j) => value + density(grid, w, 1)[j]!);
  expectClose(total(adiabatic), total(wave), 1e-14);
});
test("θ is continued without jumps where V₁₂ changes sign: a smooth wave stays smooth", () => {
  const turning: TwoStateModel = {
    matrix: (x) => ({ v11: -1, v22: 1, v12: 0.1 * x }),
    slope: () => ({ v11: 0, v22: 0, v12: 0.1 }),
  };
  const { re } = toDiabatic(
    grid,
    turning,
    onState(gaussianPacket(grid, { centre: 0, momentum: 0, width: 1 }), 0),
  );
  for (let j = 1; j < 256; j++) expect(Math.abs(re[j]! - re[j - 1]!)).toBeLessThan(0.06);
});
test("a wave of one state is refused", () => {
  expect(() => toAdiabatic(grid, I, packet(0))).toThrow(
    new RangeError("toAdiabatic: the wave must have two states of 256 points, got 256 numbers"),
  );
  expect(() => toDiabatic(grid, I, packet(0))).toThrow(
    /^toDiabatic: the wave must have two states/,
  );
});
