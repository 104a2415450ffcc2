import { describe, expect, test } from "vitest";
import { tullyTransmission } from "../../src/quantum/surfaceHopping.js";
import { TULLY_MASS, type TullyName, tullyModel } from "../../src/quantum/tully.js";
import { type Propagation, splitOperator } from "../../src/quantum/wavePacket.js";
import {
  averages,
  density,
  gaussianPacket,
  type Packet,
  populations,
  type Wave,
  waveGrid,
} from "../../src/quantum/wavePacketState.js";
import { onState, toAdiabatic, toDiabatic } from "../../src/quantum/wavePacketSurfaces.js";

const distance = (a: Wave, b: Wave, spacing: number): number =>
  Math.sqrt(
    a.re.reduce((sum, re, j) => sum + (re - b.re[j]!) ** 2 + (a.im[j]! - b.im[j]!) ** 2, 0) *
      spacing,
  );

describe("free", () => {
  const grid = waveGrid(-20, 20, 256);
  const start = gaussianPacket(grid, { centre: -3, momentum: 2, width: 1 });
  test.each([
    0.5, 3,
  ])("moves with k/M and spreads as σ √(1 + (t/2Mσ²)²); any step is exact: %d", (timeStep) => {
    const evolve = splitOperator({ grid, mass: 1, potential: () => 0, timeStep });
    const { position, positionSpread, momentum, momentumSpread, norm } = averages(
      grid,
      evolve(start, 3 / timeStep),
    );
    expect(position).toBeCloseTo(-3 + 2 * 3, 10);
    expect(positionSpread).toBeCloseTo(Math.sqrt(1 + 1.5 ** 2), 10);
    expect(momentum).toBeCloseTo(2, 12);
    expect(momentumSpread).toBeCloseTo(0.5, 12);
    expect(norm).toBeCloseTo(1, 12);
  });
  test("a constant potential turns the phase alone: by −Vt", () => {
    const [none, some] = [0, 0.3].map((V) =>
      splitOperator({ grid, mass: 1, potential: () => V, timeStep: 0.5 })(start, 4),
    );
    const j = 128;
    const angle = (w: Wave): number => Math.atan2(w.im[j]!, w.re[j]!);
    expect(Math.cos(angle(some!) - angle(none!))).toBeCloseTo(Math.cos(-0.3 * 2), 10);
    expect(Math.sin(angle(some!) - angle(none!))).toBeCloseTo(Math.sin(-0.3 * 2), 10);
  });
});

describe("a coherent state in a harmonic well", () => {
  const [mass, omega] = [2, 0.5];
  const grid = waveGrid(-12, 12, 128);
  const packet = { centre: 3, momentum: 0.4, width: Math.sqrt(1 / (2 * mass * omega)) };
  const start = gaussianPacket(grid, packet);
  const evolved = (time: number, timeStep: number): Wave =>
    splitOperator({
      grid,
      mass,
      potential: (x) => (mass * omega ** 2 * x ** 2) / 2,
      timeStep,
    })(start, Math.round(time / timeStep));

  test("follows the classical path and keeps its width", () => {
    for (const time of [1, 4, 9]) {
      const found = averages(grid, evolved(time, 0.01));
      const [c, s] = [Math.cos(omega * time), Math.sin(omega * time)];
      expect(found.position).toBeCloseTo(3 * c + (0.4 / (mass * omega)) * s, 4);
      expect(found.momentum).toBeCloseTo(0.4 * c - mass * omega * 3 * s, 4);
      expect(found.positionSpread).toBeCloseTo(packet.width, 4);
    }
  });
  test("the error after a given time falls as Δt²", () => {
    const error = (timeStep: number): number =>
      distance(evolved(8, timeStep), evolved(8, 0.005), grid.spacing);
    expect(Math.log2(error(0.2) / error(0.1))).toBeCloseTo(2, 1);
    expect(Math.log2(error(0.1) / error(0.05))).toBeCloseTo(2, 1);
  });
  test("the norm is kept to rounding over 2000 steps; the start stays as it was", () => {
    const before = start.re.slice();
    expect(Math.abs(averages(grid, evolved(200, 0.1)).norm - 1)).toBeLessThan(1e-11);
    expect(start.re).toEqual(before);
  });
  test("the ground state stays, its phase turns with ω/2", () => {
    const ground = gaussianPacket(grid, { ...packet, centre: 0, momentum: 0 });
    const evolve = splitOperator({
      grid,
      mass,
      potential: (x) => (mass * omega ** 2 * x ** 2) / 2,
      timeStep: 0.01,
    });
    const later = evolve(ground, 300);
    expect(Math.atan2(later.im[64]!, later.re[64]!)).toBeCloseTo((-omega / 2) * 3, 4);
  });
  test("no step gives the wave back, and 7 + 5 steps are 12", () => {
    const evolve = splitOperator({ grid, mass, potential: (x) => x ** 2 / 4, timeStep: 0.1 });
    expect(evolve(start, 0)).toEqual(start);
    expect(distance(evolve(evolve(start, 7), 5), evolve(start, 12), grid.spacing)).toBeLessThan(
      1e-12,
    );
  });
});

describe("two coupled states", () => {
  test("without coupling each goes its own way", () => {
    const grid = waveGrid(-12, 12, 128);
    const one = (x: number): number => 0.1 * x ** 2;
    const model = {
      matrix: (x: number) => ({ v11: one(x), v22: 0.4 - one(x) / 2, v12: 0 }),
      slope: (x: number) => ({ v11: 0.2 * x, v22: -0.1 * x, v12: 0 }),
    };
    const start = gaussianPacket(grid, { centre: 1, momentum: 0, width: 1 });
    const both = splitOperator({ grid, mass: 2, potential: model, timeStep: 0.05 });
    const alone = splitOperator({ grid, mass: 2, potential: one, timeStep: 0.05 });
    const later = both(onState(start, 0), 60);
    expect(distance(later, onState(alone(start, 60), 0), grid.spacing)).toBeLessThan(1e-13);
  });
  test("at one place: Rabi's oscillation, sin²(V₁₂ t)", () => {
    const grid = waveGrid(-8, 8, 64);
    const model = {
      matrix: () => ({ v11: 0.2, v22: 0.2, v12: 0.05 }),
      slope: () => ({ v11: 0, v22: 0, v12: 0 }),
    };
    const start = onState(gaussianPacket(grid, { centre: 0, momentum: 0, width: 1 }), 0);
    const later = splitOperator({ grid, mass: 2000, potential: model, timeStep: 5 })(start, 4);
    expect(populations(grid, later)[1]).toBeCloseTo(Math.sin(0.05 * 20) ** 2, 12);
  });

  /** Where a packet ends, and the exact transmission averaged over its momenta: the two must be one. */
  const compare = (
    model: TullyName,
    packet: Packet,
    [from, to, n]: readonly number[],
    time: number,
  ) => {
    const V = tullyModel(model);
    const grid = waveGrid(from!, to!, n!);
    const start = toDiabatic(grid, V, onState(gaussianPacket(grid, packet), 0));
    const ends = (timeStep: number): number[] => {
      const evolve = splitOperator({ grid, mass: TULLY_MASS, potential: V, timeStep });
      const end = toAdiabatic(grid, V, evolve(start, Math.round(time / timeStep)));
      const share = (state: number, right: boolean): number =>
        density(grid, end, state).reduce(
          (sum, value, j) => sum + (grid.points[j]! > 0 === right ? value * grid.spacing : 0),
          0,
        );
      return [share(0, true), share(1, true), share(0, false), share(1, false)];
    };
    // The error of the step, which falls as Δt², extrapolated away.
    const [coarse, fine] = [ends(8), ends(4)];
    const packets = fine.map((p, i) => p + (p - coarse[i]!) / 3);
    const exact = [0, 0, 0, 0];
    let weights = 0;
    for (let z = -5; z <= 5; z += 0.25) {
      const momentum = packet.momentum + z / (2 * packet.width);
      const { transmitted, reflected } = tullyTransmission({ model, momentum });
      const weight = Math.exp((-z * z) / 2);
      weights += weight;
      for (const [i, p] of [...transmitted, ...reflected].entries()) exact[i]! += weight * p;
    }
    return { packets, exact: exact.map((p) => p / weights) };
  };
  test.each<[TullyName, Packet, readonly number[], number]>([
    ["simpleAvoidedCrossing", { centre: -12, momentum: 15, width: 1 }, [-30, 34, 1024], 3600],
    ["dualAvoidedCrossing", { centre: -14, momentum: 18, width: 1.5 }, [-32, 32, 1024], 3400],
    ["extendedCoupling", { centre: -20, momentum: 15, width: 1.5 }, [-52, 76, 2048], 5200],
  ])(
    "a packet through %s ends as the exact transmission averaged over its momenta, to 2·10⁻⁵",
    (model, packet, grid, time) => {
      const { packets, exact } = compare(model, packet, grid, time);
      for (const [i, p] of packets.entries()) expect(Math.abs(p - exact[i]!)).toBeLessThan(2e-5);
    },
    60_000,
  );
});

describe("refusals", () => {
  const grid = waveGrid(-16, 16, 128);
  const good: Propagation = { grid, mass: 1, potential: (x) => 0.01 * x ** 2, timeStep: 0.1 };
  const start = gaussianPacket(grid, { centre: 0, momentum: 3, width: 1 });
  test.each<[Partial<Propagation>, string]>([
    [{ mass: 0 }, "mass must be a positive number of electron masses, got 0"],
    [{ timeStep: -1 }, "timeStep must be a positive number of atomic units of time, got -1"],
    [
      { potential: (x) => 1 / x },
      "potential must be a finite number of hartree at 0 bohr, got Infinity",
    ],
  ])("%j", (wrong, message) => {
    expect(() => splitOperator({ ...good, ...wrong })).toThrow(
      new RangeError(`splitOperator: ${message}`),
    );
  });
  test("a packet that comes to an edge, left or right", () => {
    const free = splitOperator({ ...good, potential: () => 0 });
    expect(() => free(start, 100)).toThrow(
      new RangeError(
        "splitOperator: the packet must stay away from the edges of the grid, but comes to the right one, " +
          "15.75 bohr: make the grid wider or the time shorter",
      ),
    );
    const back = gaussianPacket(grid, { centre: 0, momentum: -3, width: 1 });
    expect(() => free(back, 100)).toThrow(/comes to the left one, -16 bohr/);
  });
  test("it is noticed on the way, not only at the end: a packet that would be round the grid by then", () => {
    const free = splitOperator({ ...good, potential: () => 0 });
    expect(() => free(start, 107)).toThrow(/comes to the right one/);
  });
  test("a packet that becomes too fast for the spacing", () => {
    const cliff = splitOperator({
      ...good,
      potential: (x) => 400 / (1 + Math.exp(4 * x)),
      timeStep: 0.001,
    });
    expect(() => cliff(start, 1000)).toThrow(
      new RangeError(
        "splitOperator: the grid must carry the momenta of the packet, but more than a millionth of it lies " +
          "above 11.780972450961723 ħ/bohr: make the spacing, 0.25 bohr, narrower",
      ),
    );
  });
  test("a step in which the fastest waves turn by more than π; a constant potential needs no short step", () => {
    const timeStep = 0.3; // k²Δt/2M = π at k = 4.58
    expect(() => splitOperator({ ...good, timeStep })(start, 3)).toThrow(
      new RangeError(
        "splitOperator: timeStep must be short enough for the momenta of the packet, but more than " +
          "a millionth of it lies above 4.576456164318845 ħ/bohr, where k²Δt/2M exceeds π, got 0.3",
      ),
    );
    splitOperator({ ...good, timeStep, potential: () => 1 })(start, 3);
    splitOperator({ ...good, timeStep: 0.15 })(start, 3);
  });
  test("a wave of another grid or number of states, and steps that are no number", () => {
    const evolve = splitOperator(good);
    expect(() => evolve(onState(start, 0), 1)).toThrow(
      new RangeError(
        "splitOperator: the wave must have 128 numbers in re and im, states times points, got 256 and 256",
      ),
    );
    for (const steps of [-1, 1.5, Number.NaN])
      expect(() => evolve(start, steps)).toThrow(
        new RangeError(`splitOperator: steps must be a whole number from 0, got ${steps}`),
      );
  });
});
