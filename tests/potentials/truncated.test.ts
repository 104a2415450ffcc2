import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { hardSphere } from "../../src/potentials/hardSphere.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { type Truncation, truncated } from "../../src/potentials/truncated.js";

const u = lennardJones({ epsilon: 1, sigma: 1 });
const WORDS = ["none", "shift", "forceShift"] as const;
const just = (truncation: Truncation) => {
  const term = truncated(u, 2.5, truncation);
  return { energy: term.energy(2.5 - 1e-9), slope: term.slope(2.5 - 1e-9) };
};

describe("the sentences of the docstring", () => {
  test("none: u(r), which jumps to 0", () => {
    expect(just("none").energy).toBeCloseTo(u.energy(2.5), 8);
    expect(truncated(u, 2.5, "none").energy(1.1)).toBe(u.energy(1.1));
  });
  test("shift: u(r) − u(r_c), whose slope jumps to 0", () => {
    expect(just("shift").energy).toBeCloseTo(0, 8);
    expect(just("shift").slope).toBeCloseTo(u.slope(2.5), 8);
    expect(truncated(u, 2.5, "shift").energy(1.1)).toBe(u.energy(1.1) - u.energy(2.5));
  });
  test("forceShift: u(r) − u(r_c) − (r − r_c) u′(r_c), whose slope ends at 0 too", () => {
    expect(just("forceShift").energy).toBeCloseTo(0, 8);
    expect(just("forceShift").slope).toBeCloseTo(0, 7);
    expect(truncated(u, 2.5, "forceShift").energy(1.1)).toBeCloseTo(
      u.energy(1.1) - u.energy(2.5) + 1.4 * u.slope(2.5),
      14,
    );
  });
  test.each(WORDS)("%s: 0 from r_c on", (truncation) => {
    const term = truncated(u, 2.5, truncation);
    expect([2.5, 3, 1e9].flatMap((r) => [term.energy(r), term.slope(r)])).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });
  test("with none the cutoff may be Infinity: then it is the term", () => {
    const term = truncated(u, Number.POSITIVE_INFINITY, "none");
    expect([term.energy(1.5), term.slope(1.5)]).toEqual([u.energy(1.5), u.slope(1.5)]);
  });
});

test.each(WORDS)("%s: slope is the derivative of energy", (truncation) => {
  const term = truncated(u, 2.5, truncation);
  for (const r of [0.95, 1.12, 2.4])
    expect(term.slope(r)).toBeCloseTo(centralGradient(([x]) => term.energy(x!), [r], 1e-6)[0]!, 6);
});

test.each<[() => unknown, Error]>([
  [
    () => truncated(u, 2.5, "smooth" as Truncation),
    new TypeError('truncated: truncation must be "none", "shift" or "forceShift", got \'smooth\''),
  ],
  [
    () => truncated(u, -1, "none"),
    new RangeError("truncated: cutoff must be a positive number of bohr, got -1"),
  ],
  [
    () => truncated(u, Number.POSITIVE_INFINITY, "shift"),
    new RangeError("truncated: cutoff must be a positive number of bohr, got Infinity"),
  ],
  [
    () => truncated({ energy: hardSphere({ diameter: 3 }).energy, slope: () => 0 }, 2, "shift"),
    new RangeError(
      "truncated: the term must be finite at the cutoff of 2 bohr, got energy Infinity and slope 0",
    ),
  ],
])("refuses %#", (run, error) => expect(run).toThrow(error));
