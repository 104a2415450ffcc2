import { expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { supercell } from "../../src/structures/supercell.js";

const copper = supercell(crystal("fcc", { symbols: ["Cu"], latticeConstant: 7 }), [8, 8, 8]);

test("every coordinate is moved: mean 0, the standard deviation asked for", () => {
  const shaken = displaced(copper, { deviation: 0.2, random: seededRandom(1) });
  const moves = shaken.positions.map((x, i) => x - copper.positions[i]!);
  const mean = moves.reduce((sum, d) => sum + d, 0) / moves.length;
  const square = moves.reduce((sum, d) => sum + d * d, 0) / moves.length;
  expect(Math.abs(mean)).toBeLessThan((4 * 0.2) / Math.sqrt(moves.length));
  expect(Math.abs(Math.sqrt(square) / 0.2 - 1)).toBeLessThan(4 / Math.sqrt(2 * moves.length));
  expect(moves.every((d) => d !== 0)).toBe(true);
});

test("the same seed gives the same structure, another one another, and the input stays", () => {
  const before = copper.positions.slice();
  const shake = (seed: number): Float64Array =>
    displaced(copper, { deviation: 0.2, random: seededRandom(seed) }).positions;
  expect(shake(1)).toEqual(shake(1));
  expect(shake(1)).not.toEqual(shake(2));
  expect(copper.positions).toEqual(before);
});

test.each([-0.1, Number.NaN])("refuses a deviation of %f", (deviation) => {
  expect(() => displaced(copper, { deviation, random: seededRandom(1) })).toThrow(
    new RangeError(`displaced: deviation must be a number of bohr from 0, got ${deviation}`),
  );
});
