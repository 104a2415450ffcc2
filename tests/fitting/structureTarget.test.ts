import { expect, test } from "vitest";
import { lennardJonesForm, pairsInStructures } from "../../src/fitting/pairForms.js";
import { structureTarget } from "../../src/fitting/structureTarget.js";
import { seededRandom } from "../../src/numerics/random.js";
import { cellVolume } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { expectClose } from "../support/closeTo.js";

const form = pairsInStructures(lennardJonesForm, { cutoff: 12 });
const values = Float64Array.of(4e-4, 6.4);
const systems = [1, 2].map((n) =>
  displaced(crystal(n === 1 ? "fcc" : "bcc", { symbols: ["Ar"], latticeConstant: 8 + 2 / n }), {
    deviation: 0.2,
    random: seededRandom(n),
  }),
);
const found = systems.map((system) =>
  form.potential({ epsilon: 4e-4, sigma: 6.4 }).energyAndForces(system),
);
const frames = systems.map((system, f) => {
  const { energy, forces, virial } = found[f]!;
  return {
    system,
    energy: energy - 0.01,
    forces: forces.map((force) => force - 0.02),
    virial: virial.map((entry, i) => entry - 0.1 * (i === 4 || i === 1 || i === 3 ? i : 0)),
  };
});

test("residuals: (E − E_ref)/(n σ_E), (f − f_ref)/σ_f, (s − s_ref)/σ_s with s = −virial/volume, times √w", () => {
  const deviations = { energyPerAtom: 1e-3, force: 1e-2, stress: 1e-4 };
  const target = structureTarget("here", form, { frames, deviations }, [1, 4]);
  expect(target.count).toBe(1 + 12 + 6 + 1 + 6 + 6);
  const out = new Float64Array(target.count);
  target.residualsInto(out, values);
  const expected = systems.flatMap((system, f) => {
    const n = system.atomicNumbers.length;
    const root = f === 0 ? 1 : 2;
    const perVolume = -1 / (cellVolume(system.cell!) * 1e-4);
    const stress = [0, 0.4, 0, 0, 0, 0.2].map((entry) => entry * perVolume); // xy: (0.1 + 0.3)/2
    return [10 / n, ...new Array(3 * n).fill(2), ...stress].map((r) => root * r);
  });
  expectClose(out, expected, 1e-8);
  expect([0, 18, 19].map((i) => target.describe(i))).toEqual(["frame 0", "frame 0", "frame 1"]);
});

test("what has no deviation is not fitted", () => {
  const target = structureTarget("here", form, { frames, deviations: { force: 1 } });
  expect(target.count).toBe(12 + 6);
});

test("values that the form refuses: at the start its error, later NaN", () => {
  const target = structureTarget("here", form, { frames, deviations: { force: 1 } });
  const out = new Float64Array(target.count);
  expect(() => target.residualsInto(out, Float64Array.of(-1, 6))).toThrow(RangeError);
  target.residualsInto(out, values);
  target.residualsInto(out, Float64Array.of(-1, 6));
  expect(out.every(Number.isNaN)).toBe(true);
});
