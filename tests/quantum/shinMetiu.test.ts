import { describe, expect, test } from "vitest";
import { axesOf, kineticEnergies } from "../../src/quantum/electronIon.js";
import { exactLevels } from "../../src/quantum/exactLevels.js";
import {
  SHIN_METIU,
  type ShinMetiuParameters,
  shinMetiu,
  shinMetiuLevels,
} from "../../src/quantum/shinMetiu.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const table = readDataTable("shin-metiu/levels.csv");
const withMass = (ionMass: number): ShinMetiuParameters => ({ ...SHIN_METIU, ionMass });
const levels = (
  ionMass: number,
  approximation: "bornOppenheimer" | "adiabatic" | "exact",
  states = 5,
): Float64Array => shinMetiuLevels(withMass(ionMass), { states, approximation });

describe.each([100, 1836.15])("levels of data/shin-metiu, mass %d", (ionMass) => {
  const rows = [...table.ionMass!.keys()].filter((row) => table.ionMass![row] === ionMass);
  test.each([
    ["exact", 1e-9],
    ["bornOppenheimer", 1e-10],
    ["adiabatic", 1e-9],
  ] as const)("%s", (approximation, tolerance) => {
    expectClose(
      levels(ionMass, approximation),
      rows.map((row) => table[approximation]![row]!),
      tolerance,
    );
  });
});

describe("the course's table", () => {
  test.each([
    [100, -0.26987394, -5.618e-6, 5.56e-7],
    [1836.15, -0.27313572, -3.152e-7, 6.4e-9],
  ])("mass %d: exact %d, errors %d and %d", (ionMass, energy, plain, corrected) => {
    const exact = levels(ionMass, "exact", 1)[0]!;
    expect(exact).toBeCloseTo(energy, 8);
    const error = (approximation: "bornOppenheimer" | "adiabatic"): number =>
      levels(ionMass, approximation, 1)[0]! - exact;
    expect(error("bornOppenheimer").toPrecision(4)).toBe(plain.toPrecision(4));
    expect(Math.abs(error("adiabatic") / corrected - 1)).toBeLessThan(0.002);
  });
  test("from mass 100 to 1836 the errors fall with slopes −0.99 and −1.53", () => {
    const slope = (approximation: "bornOppenheimer" | "adiabatic"): number => {
      const [light, heavy] = [100, 1836.15].map(
        (mass) => levels(mass, approximation, 1)[0]! - levels(mass, "exact", 1)[0]!,
      );
      return Math.log(heavy! / light!) / Math.log(18.3615);
    };
    expect(slope("bornOppenheimer")).toBeCloseTo(-0.99, 2);
    expect(slope("adiabatic")).toBeCloseTo(-1.53, 2);
  });
  test.each([
    [100, 0.088],
    [1836.15, 0.0204],
  ])("mass %d: the ion has %d of the electron's kinetic energy", (ionMass, ratio) => {
    const model = shinMetiu(withMass(ionMass));
    const { ion, electron } = kineticEnergies(model, exactLevels(model, 1).waveFunctions[0]!);
    expect(ion / electron).toBeCloseTo(ratio, 4);
  });
});

test("ground state: Born-Oppenheimer ≤ exact ≤ adiabatic; adiabatic stays above level by level", () => {
  for (const mass of [60, 300, 5000]) {
    const exact = levels(mass, "exact");
    expect(levels(mass, "bornOppenheimer")[0]).toBeLessThan(exact[0]!);
    for (const [i, energy] of levels(mass, "adiabatic").entries())
      expect(energy).toBeGreaterThan(exact[i]!);
  }
});

describe("shinMetiuLevels exact and two-dimensional Lanczos agree to 10⁻⁹ hartree", () => {
  test.each<[string, Partial<ShinMetiuParameters>]>([
    ["a light ion", { ionMass: 50 }],
    ["a heavy ion", { ionMass: 4000 }],
    ["equal fixed ions", { leftRadius: 3.5, rightRadius: 3.5, ionMass: 400 }],
    ["small radii", { movingRadius: 2, leftRadius: 2, rightRadius: 2, ionMass: 100 }],
    ["a longer line", { length: 22, ionMass: 200 }],
  ])("%s", (_name, change) => {
    const parameters = { ...SHIN_METIU, ...change };
    expectClose(
      shinMetiuLevels(parameters, { states: 4, approximation: "exact" }),
      exactLevels(shinMetiu(parameters), 4).energies,
      1e-9,
    );
  });
});

test("finer and wider grids change the ten lowest levels by less than 10⁻⁹ hartree, mass 50", () => {
  const model = shinMetiu(withMass(50));
  const finer = {
    ...model,
    electronGrid: { from: -32, to: 32, points: 80 },
    ionGrid: { from: -9.2, to: 9.2, points: 50 },
  };
  expectClose(exactLevels(model, 10).energies, exactLevels(finer, 10).energies, 1e-9);
});

describe("the potential", () => {
  const model = shinMetiu(SHIN_METIU);
  test("−w(0; a) = −2/(√π a) where the electron is at an ion, −1/r far from all", () => {
    const ions = 1 / 9.5 + 1 / 9.5;
    const expected = ions - 2 / (Math.sqrt(Math.PI) * 5) - 2 * 0.10526315789473684;
    expect(model.potential(0, 0)).toBeCloseTo(expected, 2); // erf(9.5/a) is not quite 1
    expect(model.potential(1e4, 0) - ions).toBeCloseTo(-3e-4, 8);
  });
  test("smooth through r = R", () => {
    expect(model.potential(1 + 1e-9, 1)).toBeCloseTo(model.potential(1, 1), 10);
  });
  test("left and right change places with the radii", () => {
    const mirrored = shinMetiu({ ...SHIN_METIU, leftRadius: 3.1, rightRadius: 4 });
    expect(mirrored.potential(-3, 2)).toBeCloseTo(model.potential(3, -2), 14);
  });
  test.each([
    [0.3, 0.3],
    [0.3, 0.301],
    [0.3, 0.26],
    [-8, 2.6],
    [9, -7.5],
  ])("ionSlope is ∂V/∂R at r = %d, R = %d", (r, R) => {
    const difference = (model.potential(r, R + 1e-5) - model.potential(r, R - 1e-5)) / 2e-5;
    expect(model.ionSlope(r, R)).toBeCloseTo(difference, 9);
  });
  test("UNI-xMD's set, proton mass; grids between the fixed ions and 20 bohr beyond them", () => {
    expect(SHIN_METIU).toEqual({
      length: 19,
      movingRadius: 5,
      leftRadius: 4,
      rightRadius: 3.1,
      ionMass: 1836.15,
    });
    const { ion, electron } = axesOf(model);
    expect(model.ionGrid.to).toBe(9);
    expect(model.electronGrid.to).toBe(29.5);
    expect([ion.points.length, electron.points.length]).toEqual([86, 63]);
  });
});

describe("refusals", () => {
  const request = { states: 1, approximation: "exact" } as const;
  test.each([
    ["length", "bohr"],
    ["movingRadius", "bohr"],
    ["leftRadius", "bohr"],
    ["rightRadius", "bohr"],
    ["ionMass", "electron masses"],
  ])("%s must be positive", (name, unit) => {
    for (const value of [0, -1, Number.NaN])
      expect(() => shinMetiuLevels({ ...SHIN_METIU, [name]: value }, request)).toThrow(
        new RangeError(`shinMetiu: ${name} must be a positive number of ${unit}, got ${value}`),
      );
  });
  test("an ion so light that it reaches the fixed ones", () => {
    for (const approximation of ["exact", "bornOppenheimer", "adiabatic"] as const)
      expect(() => levels(3, approximation, 2)).toThrow(
        /^(bornHuangLevels|surfaceLevels): level \d must have died away at -?9 bohr, an end of ionGrid/,
      );
  });
  test("more states than grid points", () => {
    expect(() => levels(100, "bornOppenheimer", 258)).toThrow(
      new RangeError(
        "surfaceLevels: states must be a whole number from 1 to 257 (points of ionGrid), got 258",
      ),
    );
    expect(() => levels(100, "exact", 505)).toThrow(
      new RangeError(
        "bornHuangLevels: states must be a whole number from 1 to 504 (points of ionGrid times " +
          "surfaces), got 505",
      ),
    );
  });
  test("an unknown approximation", () => {
    expect(() => levels(100, "diabatic" as "exact")).toThrow(
      new RangeError(
        'shinMetiuLevels: approximation must be "bornOppenheimer", "adiabatic" or "exact", got ' +
          '"diabatic"',
      ),
    );
  });
  test("fixed ions too close together to leave room", () => {
    expect(() => shinMetiuLevels({ ...SHIN_METIU, length: 0.9 }, request)).toThrow(RangeError);
  });
});
