import { describe, expect, test } from "vitest";
import {
  averages,
  density,
  gaussianPacket,
  populations,
  type Wave,
  waveGrid,
} from "../../src/quantum/wavePacketState.js";

const grid = waveGrid(-20, 20, 256);
const packet = gaussianPacket(grid, { centre: 1.3, momentum: -4, width: 0.7 });

test("the grid: n points, from + j h with h = (to − from)/n", () => {
  expect(grid.points.length).toBe(256);
  expect(grid.spacing).toBe(40 / 256);
  expect([grid.points[0], grid.points[255]]).toEqual([-20, 20 - 40 / 256]);
});
test("a packet has norm 1, its centre, momentum and width, and momenta spread by 1/2σ", () => {
  const found = averages(grid, packet);
  expect(found.norm).toBeCloseTo(1, 12);
  expect(found.position).toBeCloseTo(1.3, 12);
  expect(found.positionSpread).toBeCloseTo(0.7, 12);
  expect(found.momentum).toBeCloseTo(-4, 12);
  expect(found.momentumSpread).toBeCloseTo(1 / (2 * 0.7), 12);
});
test("its formula, and its density, at a point", () => {
  const j = 140;
  const x = grid.points[j]!;
  const size = (2 * Math.PI * 0.49) ** -0.25 * Math.exp(-((x - 1.3) ** 2) / (4 * 0.49));
  expect(packet.re[j]).toBeCloseTo(size * Math.cos(-4 * (x - 1.3)), 14);
  expect(packet.im[j]).toBeCloseTo(size * Math.sin(-4 * (x - 1.3)), 14);
  expect(density(grid, packet, 0)[j]).toBeCloseTo(size ** 2, 14);
});
test("populations state by state; averages are over all states and divided by the norm", () => {
  const other = gaussianPacket(grid, { centre: -5, momentum: 2, width: 1 });
  const join = (a: Float64Array, b: Float64Array): Float64Array =>
    Float64Array.of(...a.map((f) => Math.sqrt(3) * f), ...b);
  const both: Wave = { re: join(packet.re, other.re), im: join(packet.im, other.im) };
  const [first, second] = populations(grid, both);
  expect(first).toBeCloseTo(3, 12);
  expect(second).toBeCloseTo(1, 12);
  const found = averages(grid, both);
  expect(found.norm).toBeCloseTo(4, 12);
  expect(found.position).toBeCloseTo((3 * 1.3 - 5) / 4, 12);
  expect(found.momentum).toBeCloseTo((3 * -4 + 2) / 4, 12);
  expect(density(grid, both, 1)).toEqual(density(grid, other, 0));
});

describe("refusals", () => {
  test.each([
    [[1, 1, 64], "from must be below to in bohr, got 1 and 1"],
    [[0, Number.NaN, 64], "from must be below to in bohr, got 0 and NaN"],
    [[0, 1, 100], "n must be a power of two from 8, got 100"],
    [[0, 1, 4], "n must be a power of two from 8, got 4"],
  ] as const)("a grid of %j", ([from, to, n], message) => {
    expect(() => waveGrid(from, to, n)).toThrow(new RangeError(`waveGrid: ${message}`));
  });
  test.each([
    [{ width: 0 }, "width must be a positive number of bohr, got 0"],
    [{ width: -1 }, "width must be a positive number of bohr, got -1"],
    [{ centre: 16 }, "centre must lie 5 widths inside the grid, from -15 to 14.84375 bohr, got 16"],
    [
      { centre: Number.NaN },
      "centre must lie 5 widths inside the grid, from -15 to 14.84375 bohr, got NaN",
    ],
    [
      { momentum: -18 },
      "momentum must be at most 17.606192982974676 ħ/bohr on a spacing of 0.15625 bohr, got -18",
    ],
  ])("a packet with %j", (wrong, message) => {
    const good = { centre: 0, momentum: 2, width: 1 };
    expect(() => gaussianPacket(grid, { ...good, ...wrong })).toThrow(
      new RangeError(`gaussianPacket: ${message}`),
    );
  });
});
