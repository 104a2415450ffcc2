import { describe, expect, test } from "vitest";
import { hardSphere } from "../../src/potentials/hardSphere.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { morse } from "../../src/potentials/morse.js";
import { tailCorrections } from "../../src/potentials/tailCorrections.js";

const u = lennardJones({ epsilon: 1, sigma: 1 });

test.each([
  [800, 10, 3, -198.49],
  [200, 8, 3, -24.23],
  [400, 10, 3, -49.622],
  [30, 8, 3, -0.54517],
  [800, 10, 4, -83.769],
  [30, 8, 4, -0.23008],
])("NIST: %i atoms in a cube of %f, cutoff %f: %f", (atoms, edge, cutoff, tail) => {
  const { energyPerAtom } = tailCorrections(u, { cutoff, density: atoms / edge ** 3 });
  expect((atoms * energyPerAtom) / tail).toBeCloseTo(1, 4);
});

describe("the sentences of the docstring", () => {
  test("Lennard-Jones: (8/3) π ρ ε σ³ ((σ/r_c)⁹/3 − (σ/r_c)³)", () => {
    const term = lennardJones({ epsilon: 2, sigma: 3 });
    const [rho, x] = [0.01, 3 / 8];
    const wanted = (8 / 3) * Math.PI * rho * 2 * 27 * (x ** 9 / 3 - x ** 3);
    const { energyPerAtom } = tailCorrections(term, { cutoff: 8, density: rho });
    expect(energyPerAtom / wanted).toBeCloseTo(1, 12);
  });
  test("its pressure: (16/3) π ρ² ε σ³ ((2/3)(σ/r_c)⁹ − (σ/r_c)³)", () => {
    const wanted = (16 / 3) * Math.PI * 0.64 * ((2 / 3) * 2.5 ** -9 - 2.5 ** -3);
    const { pressure } = tailCorrections(u, { cutoff: 2.5, density: 0.8 });
    expect(pressure / wanted).toBeCloseTo(1, 12);
  });
  test("for every term: P V² = N² dependence of E ∝ 1/V, and the boundary term −(2π/3)ρ² r_c³ u(r_c)", () => {
    const term = morse({ wellDepth: 0.1, bondLength: 3, stiffness: 1 });
    const [cutoff, density] = [7, 0.02];
    const { energyPerAtom, pressure } = tailCorrections(term, { cutoff, density });
    // By parts: −(2π/3)ρ² ∫u′r³ = (2π/3)ρ² r_c³ u(r_c) + ρ (E/N)
    const wanted =
      ((2 * Math.PI) / 3) * density ** 2 * cutoff ** 3 * term.energy(cutoff) +
      density * energyPerAtom;
    expect(pressure / wanted).toBeCloseTo(1, 8);
  });
  test("hard spheres have no tail", () =>
    expect(
      tailCorrections(hardSphere({ diameter: 1 }), { cutoff: 2, density: 1 }).energyPerAtom,
    ).toBe(0));
});

test.each([
  [u, { cutoff: 0, density: 1 }, "cutoff must be a positive number of bohr, got 0"],
  [u, { cutoff: 1, density: -1 }, "density must be a positive number of atoms/bohr³, got -1"],
  [
    { energy: (r: number): number => 1 / r, slope: (r: number): number => -1 / r ** 2 },
    { cutoff: 3, density: 1 },
    /^tailCorrections: the term must fall faster than 1\/r³, got integrals of \S+ and \S+ with 40 and 80 points$/,
  ],
  [
    { energy: (r: number): number => r ** -3, slope: (r: number): number => -3 * r ** -4 },
    { cutoff: 3, density: 1 },
    /^tailCorrections: the term must fall faster than 1\/r³/,
  ],
])("refuses %#", (term, options, message) => {
  expect(() => tailCorrections(term, options)).toThrow(
    typeof message === "string" ? new RangeError(`tailCorrections: ${message}`) : message,
  );
});
