import { describe, expect, test } from "vitest";
import { softCoulombLevels, softCoulombStates } from "../../src/quantum/softCoulomb.js";
import type { SoftCoulomb } from "../../src/quantum/softCoulombModel.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const hydrogen: SoftCoulomb = {
  nuclei: [{ charge: 1, position: 0 }],
  electrons: 1,
  states: 2,
  nuclearRepulsion: "soft",
};
const molecule = (R: number, change: Partial<SoftCoulomb> = {}): SoftCoulomb => ({
  nuclei: [
    { charge: 1, position: -R / 2 },
    { charge: 1, position: R / 2 },
  ],
  electrons: 1,
  states: 1,
  nuclearRepulsion: "soft",
  ...change,
});

describe("data/soft-coulomb, by finite differences, to 10⁻⁶", () => {
  const table = readDataTable("soft-coulomb/soft_coulomb.csv");
  const rows = Array.from(table.energy!, (energy, row) => {
    const at = (column: string): number => table[column]![row]!;
    const nuclei = [
      { charge: at("chargeA"), position: at("positionA") },
      { charge: at("chargeB"), position: at("positionB") },
    ].filter(({ charge }) => charge > 0);
    const spin = ({ 1: "singlet", 3: "triplet" } as const)[at("multiplicity")];
    return { nuclei, electrons: at("electrons") as 1 | 2, spin, state: at("state"), energy };
  });
  test("27 levels, of one and two electrons", () => {
    expect(rows.length).toBe(27);
    expect(new Set(rows.map(({ spin }) => spin)).size).toBe(3);
  });
  const named = rows.map((row) => [JSON.stringify(row), row] as const);
  test.each(named)("%s", (_name, { nuclei, electrons, spin, state, energy }) => {
    const model = { nuclei, electrons, states: state + 1, nuclearRepulsion: "none" } as const;
    const levels = softCoulombLevels(spin ? { ...model, spin } : model);
    expect(Math.abs(levels[state]! - energy)).toBeLessThan(1e-6);
  });
});

describe("figures of the course", () => {
  test("H: −0.66977714, first excited −0.27489135", () =>
    expectClose(softCoulombLevels(hydrogen), [-0.66977714, -0.27489135], 1e-8));
  test("H₂⁺ with softened nuclei: −0.812335391, lowest at R = 2.18092", () => {
    const energy = (R: number): number => softCoulombLevels(molecule(R))[0]!;
    expect(energy(2.18092)).toBeCloseTo(-0.812335391, 8);
    expect(energy(2.18)).toBeGreaterThan(energy(2.18092));
    expect(energy(2.182)).toBeGreaterThan(energy(2.18092));
  });
});

describe("nuclear repulsion", () => {
  const at = (nuclearRepulsion: SoftCoulomb["nuclearRepulsion"]): number =>
    softCoulombLevels(molecule(2, { nuclearRepulsion }))[0]!;
  test("soft adds 1/√(R² + 1)", () =>
    expect(at("soft") - at("none")).toBeCloseTo(1 / Math.sqrt(5), 13));
  test("bare adds 1/R", () => expect(at("bare") - at("none")).toBeCloseTo(1 / 2, 13));
});

describe("two electrons", () => {
  const pair = molecule(1.6, { electrons: 2 });
  const both = softCoulombStates({ ...pair, states: 3 });

  test("singlets and triplets together, in order of energy", () => {
    const singlets = softCoulombLevels({ ...pair, states: 2, spin: "singlet" });
    const triplet = softCoulombLevels({ ...pair, spin: "triplet" });
    expect(both.spins).toEqual(["singlet", "triplet", "singlet"]);
    expectClose(both.energies, [singlets[0]!, triplet[0]!, singlets[1]!], 2e-7);
  });
  test("ψ(x₁, x₂) = ψ(x₂, x₁) for singlets, the opposite for triplets", () => {
    const n = both.points.length;
    for (const [s, spin] of both.spins.entries()) {
      const psi = both.waveFunctions[s]!;
      for (let i = 0; i < n; i += 7)
        for (let j = 0; j < n; j += 5)
          expect(psi[i * n + j]).toBeCloseTo((spin === "singlet" ? 1 : -1) * psi[j * n + i]!, 14);
    }
  });
  test("states are orthonormal: Σ ψ ψ′ h² is 1 or 0", () => {
    const h = both.points[1]! - both.points[0]!;
    for (const [s, psi] of both.waveFunctions.entries())
      for (const [t, other] of both.waveFunctions.entries()) {
        const overlap = psi.reduce((sum, x, k) => sum + x * other[k]! * h * h, 0);
        expect(overlap).toBeCloseTo(s === t ? 1 : 0, 6);
      }
  });
  test("the density of each state holds two electrons", () => {
    const h = both.points[1]! - both.points[0]!;
    for (const density of both.densities)
      expect(density.reduce((sum, x) => sum + x * h, 0)).toBeCloseTo(2, 12);
  });
  test("far apart, two atoms: singlet and triplet meet at twice −0.66977714 and a little less", () => {
    const [singlet, triplet] = softCoulombLevels(molecule(12, { electrons: 2, states: 2 }));
    expect(triplet! - singlet!).toBeGreaterThan(0);
    expect(triplet! - singlet!).toBeLessThan(1e-6);
    expect(singlet!).toBeCloseTo(2 * -0.66977714, 4);
  });
  test("exchanging the nuclei and mirroring the line change nothing", () => {
    const ions = [
      { charge: 2, position: 0.3 },
      { charge: 1, position: 1.9 },
    ];
    const mirrored = ions.map(({ charge, position }) => ({ charge, position: 5 - position }));
    const energy = (nuclei: SoftCoulomb["nuclei"]): number =>
      softCoulombLevels({ ...pair, nuclei })[0]!;
    expect(energy(mirrored)).toBeCloseTo(energy(ions), 10);
    expect(energy([...ions].reverse())).toBeCloseTo(energy(ions), 10);
  });
});

describe("one electron", () => {
  const { waveFunctions, densities, points, spins } = softCoulombStates({ ...hydrogen, states: 4 });
  const h = points[1]! - points[0]!;
  test("∫ ψ² = 1, ψ² is the density, and state n has n nodes", () => {
    for (const [n, psi] of waveFunctions.entries()) {
      expect(psi.reduce((sum, x) => sum + x * x * h, 0)).toBeCloseTo(1, 12);
      expectClose(
        densities[n]!,
        psi.map((x) => x * x),
        1e-15,
      );
      const largest = Math.max(...psi.map(Math.abs));
      const inside = psi.filter((x) => Math.abs(x) > 1e-3 * largest);
      expect(inside.filter((x, i) => i > 0 && x * inside[i - 1]! < 0).length).toBe(n);
    }
    expect(spins).toEqual(["doublet", "doublet", "doublet", "doublet"]);
  });
  test("all lengths times s, all charges over s: energies over s²", () => {
    const levels = softCoulombLevels({
      ...hydrogen,
      nuclei: [{ charge: 2, position: 3 }],
      softening: 0.5,
    });
    expectClose(levels, [4 * -0.66977714, 4 * -0.27489135], 1e-7);
  });
});

describe("the grid", () => {
  const error = (points: number): number => {
    const grid = { from: -20, to: 20, points };
    return Math.abs(softCoulombLevels({ ...hydrogen, states: 1, grid })[0]! + 0.669777138);
  };
  test("its error falls faster than any power: by 25 and more from spacing 0.5 to 0.4", () =>
    expect(error(79) / error(99)).toBeGreaterThan(20));
  test("by default it grows with the number of states, up to 1000 points", () => {
    expect(softCoulombStates({ ...hydrogen, states: 1 }).points.length).toBeLessThan(100);
    expect(softCoulombStates({ ...hydrogen, states: 8 }).points.length).toBeGreaterThan(300);
    expect(() => softCoulombLevels({ ...hydrogen, states: 60 })).toThrow(
      /^softCoulomb: state \d+ must/,
    );
  });
  test("a grid of one's own is used as it is", () => {
    const grid = { from: -15, to: 17, points: 99 };
    const { points } = softCoulombStates({ ...hydrogen, states: 1, grid });
    expect([points.length, points[0]]).toEqual([99, expect.closeTo(-14.68, 10)]);
  });
});

describe("refusals", () => {
  test.each<[string, Partial<SoftCoulomb>, string]>([
    ["no nucleus", { nuclei: [] }, "nuclei must hold at least one, got none"],
    [
      "a charge of zero",
      { nuclei: [{ charge: 0, position: 0 }] },
      "nuclei[0].charge must be a positive number of e, got 0",
    ],
    [
      "a position that is not a number",
      { nuclei: [{ charge: 1, position: Number.NaN }] },
      "nuclei[0].position must be a finite number of bohr, got NaN",
    ],
    [
      "two nuclei at one point",
      {
        nuclei: [
          { charge: 1, position: 2 },
          { charge: 1, position: 2 },
        ],
      },
      "nuclei 0 and 1 must be at different points, got both at 2 bohr",
    ],
    ["three electrons", { electrons: 3 as 2 }, "electrons must be 1 or 2, got 3"],
    ["no states", { states: 0 }, "states must be a whole number from 1, got 0"],
    [
      "an unknown repulsion",
      { nuclearRepulsion: "hard" as "soft" },
      'nuclearRepulsion must be "soft", "bare" or "none", got "hard"',
    ],
    [
      "a spin of one electron",
      { spin: "triplet" },
      'spin must be "singlet" or "triplet", of two electrons, got "triplet"',
    ],
    ["no softening", { softening: 0 }, "softening must be a positive number of bohr, got 0"],
    [
      "more states than points",
      { states: 60, grid: { from: -10, to: 10, points: 50 } },
      "states must be at most 50, as many as the grid has points, got 60",
    ],
    [
      "more states than pairs",
      { electrons: 2, spin: "triplet", states: 50, grid: { from: -2, to: 2, points: 10 } },
      "states must be at most 45, as many as the grid has pairs of points, got 50",
    ],
    [
      "a coarse grid",
      { grid: { from: -12, to: 12, points: 39 } },
      "grid must have a spacing of at most half the softening, 0.5 bohr, got 0.6",
    ],
    [
      "a grid whose end the wave function touches",
      { grid: { from: -6, to: 6, points: 59 } },
      "state 0 must have died away at the ends of the grid, -5.80 and 5.80 bohr, but reaches one: " +
        "the grid is too short, or fewer than 2 states are bound",
    ],
  ])("%s", (_name, change, message) => {
    expect(() => softCoulombLevels({ ...hydrogen, ...change })).toThrow(
      new RangeError(`softCoulomb: ${message}`),
    );
  });
  test("a second electron's triplet on hydrogen is not bound", () => {
    const anion = { ...hydrogen, electrons: 2, states: 1, spin: "triplet" } as const;
    expect(() => softCoulombLevels(anion)).toThrow(/or fewer than 1 states are bound$/);
  });
});
