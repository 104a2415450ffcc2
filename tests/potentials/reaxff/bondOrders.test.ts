import { describe, expect, test } from "vitest";
import { Tape } from "../../../src/numerics/reverse.js";
import { correctedOrder, rawAtom, rawOrder } from "../../../src/potentials/reaxff/bondOrders.js";
import { bohrFromAngstrom } from "../../../src/units/convert.js";
import { forceField } from "../../support/reaxReference.js";

const [C, H] = [0, 1];
const { pairs, elements, general } = forceField;

/** Orders of one pair at a distance, when each atom has this much order in other bonds. */
function orders(
  i: number,
  j: number,
  angstrom: number,
  others = 0,
): { raw: number; order: number; pi: number } {
  const tape = new Tape();
  tape.restart([bohrFromAngstrom(angstrom), others]);
  const raw = rawOrder(tape, pairs[3 * i + j]!, tape.variable(0), general.orderCutoff);
  const all = [raw.total, tape.variable(1)];
  const [a, b] = [i, j].map((type) => rawAtom(tape, forceField, elements[type]!, all));
  const corrected = correctedOrder(tape, forceField, raw, a!, b!);
  return {
    raw: tape.value(raw.total),
    order: tape.value(corrected.order),
    pi: corrected.pi ? tape.value(corrected.pi) : 0,
  };
}

test("a σ bond of length zero has the order one", () =>
  expect(orders(H, H, 1e-9).raw).toBeCloseTo(1, 14));

test("H-H: 1.001 e^(−0.0593 (r/0.7853)^4.8358) − 0.001", () => {
  for (const r of [0.5, 0.74, 1.2])
    expect(orders(H, H, r).raw).toBeCloseTo(
      1.001 * Math.exp(-0.0593 * (r / 0.7853) ** 4.8358) - 0.001,
      14,
    );
});

test("the order falls with the distance", () => {
  for (const j of [C, H]) {
    const falling = [0.9, 1.2, 1.5, 1.8].map((r) => orders(C, j, r).order);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
  }
});

describe("too many bonds", () => {
  test("over-coordination takes from C-C, from its π part twice", () => {
    const [free, crowded] = [orders(C, C, 1.4), orders(C, C, 1.4, 4)];
    expect(crowded.order).toBeLessThan(free.order);
    expect(crowded.pi / free.pi).toBeLessThan(crowded.order / free.order);
  });
  test("a second neighbour of a carbon that has its bonds keeps nothing", () =>
    expect(orders(C, H, 2.1, 4).order).toBeLessThan(1e-3 * orders(C, H, 2.1).raw));
  test("a correction that is switched off is not made", () => {
    const tape = new Tape();
    tape.restart([bohrFromAngstrom(1.1)]);
    const pair = {
      ...pairs[3 * C + C]!,
      correctOverCoordination: false,
      correct13: false,
    };
    const raw = rawOrder(tape, pair, tape.variable(0), general.orderCutoff);
    const atom = rawAtom(tape, forceField, elements[C]!, [raw.total]);
    expect(correctedOrder(tape, forceField, raw, atom, atom).order).toBe(raw.total);
  });
});
