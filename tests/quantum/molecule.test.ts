import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coulombEnergies, waveFunctionBytes } from "../../src/quantum/molecule.js";
import { expectClose } from "../support/closeTo.js";

/** O, H, H in bohr, and ten electrons at places of no symmetry. */
const nuclei = {
  charges: [8, 1, 1],
  positions: [0, 0, 0, 0, 1.4304, 1.1072, 0, -1.4304, 1.1072],
};
const electrons = {
  positions: Float64Array.from({ length: 30 }, (_, i) => 2 * Math.sin(1.7 * i * i + 0.3)),
};

const distanceOf = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number): number =>
  Math.sqrt([0, 1, 2].reduce((sum, c) => sum + (a[3 * i + c]! - b[3 * j + c]!) ** 2, 0));

describe("the double sums with their ½, as the Hamiltonian is written", () => {
  const { ionIon, electronElectron, electronIon } = coulombEnergies({ nuclei, electrons });
  const { charges, positions: R } = nuclei;
  const r = electrons.positions;
  const ions = [0, 1, 2];
  const all = Array.from({ length: 10 }, (_, j) => j);

  test("Vⁱⁱ = ½ Σ Σ Z Z / |R − R|", () => {
    let sum = 0;
    for (const a of ions)
      for (const b of ions)
        if (b !== a) sum += (charges[a]! * charges[b]!) / (2 * distanceOf(R, a, R, b));
    expect(ionIon).toBeCloseTo(sum, 12);
  });
  test("Vᵉᵉ = ½ Σ Σ 1 / |r − r|", () => {
    let sum = 0;
    for (const j of all) for (const k of all) if (k !== j) sum += 0.5 / distanceOf(r, j, r, k);
    expect(electronElectron).toBeCloseTo(sum, 12);
  });
  test("Vᵉⁱ = −Σ Σ Z / |r − R|, without a ½", () => {
    let sum = 0;
    for (const j of all) for (const a of ions) sum -= charges[a]! / distanceOf(r, j, R, a);
    expect(electronIon).toBeCloseTo(sum, 12);
  });
  test("repulsions are positive, the attraction is negative", () => {
    expect(ionIon).toBeGreaterThan(0);
    expect(electronElectron).toBeGreaterThan(0);
    expect(electronIon).toBeLessThan(0);
  });
});

test("H₂ by hand: protons 1.4 apart, electrons in the middle plane 1 above and 1 below", () => {
  const energies = coulombEnergies({
    nuclei: { charges: [1, 1], positions: [0, 0, -0.7, 0, 0, 0.7] },
    electrons: { positions: [1, 0, 0, -1, 0, 0] },
  });
  const side = Math.sqrt(1.49);
  const got = [energies.ionIon, energies.electronElectron, energies.electronIon];
  expectClose(got, [1 / 1.4, 1 / 2, -4 / side], 1e-15);
});

test("PySCF has the same repulsion of the nuclei of this water: 9.194954722467 hartree", () => {
  // pyscf.gto.M(atom="O 0 0 0; H 0 1.4304 1.1072; H 0 -1.4304 1.1072", unit="Bohr").energy_nuc()
  expect(coulombEnergies({ nuclei, electrons: { positions: [] } }).ionIon).toBeCloseTo(
    9.194954722467376,
    12,
  );
});

test("a single nucleus and a single electron have no repulsion", () => {
  const energies = coulombEnergies({
    nuclei: { charges: [2], positions: [0, 0, 0] },
    electrons: { positions: [0, 0, 4] },
  });
  expect(energies).toEqual({ ionIon: 0, electronElectron: 0, electronIon: -0.5 });
});

test("all lengths times s: all energies over s; shifted: unchanged", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), (s) => {
      const at = (f: (x: number) => number): number[] => {
        const moved = {
          nuclei: { ...nuclei, positions: nuclei.positions.map(f) },
          electrons: { positions: electrons.positions.map(f) },
        };
        return Object.values(coulombEnergies(moved));
      };
      const plain = at((x) => x);
      expectClose(
        at((x) => s * x),
        plain.map((V) => V / s),
        1e-12,
      );
      expectClose(
        at((x) => x + s),
        plain,
        1e-11,
      );
    }),
    { numRuns: 20 },
  );
});

describe("refusals", () => {
  const one = { positions: [1, 1, 1] };
  test.each<[string, Parameters<typeof coulombEnergies>[0], string]>([
    [
      "two nuclei at one point",
      { nuclei: { charges: [1, 2], positions: [0, 0, 1, 0, 0, 1] }, electrons: one },
      "nucleus 0 and nucleus 1 must be at different points, got both at 0, 0, 1 bohr",
    ],
    [
      "two electrons at one point",
      { nuclei, electrons: { positions: [3, 1, 1, 0, 0, 1, 3, 1, 1] } },
      "electron 0 and electron 2 must be at different points, got both at 3, 1, 1 bohr",
    ],
    [
      "an electron on a nucleus",
      { nuclei, electrons: { positions: [1, 1, 1, 0, 0, 0] } },
      "electron 1 and nucleus 0 must be at different points, got both at 0, 0, 0 bohr",
    ],
    [
      "a charge of zero",
      { nuclei: { charges: [0], positions: [0, 0, 0] }, electrons: one },
      "nuclei.charges[0] must be a positive number of e, got 0",
    ],
    [
      "a coordinate that is not a number",
      { nuclei, electrons: { positions: [1, Number.NaN, 1] } },
      "electrons.positions[1] must be a finite number of bohr, got NaN",
    ],
    [
      "two coordinates",
      { nuclei, electrons: { positions: [1, 2] } },
      "electrons.positions must hold three numbers for each particle (3), got 2",
    ],
    [
      "fewer positions than charges",
      { nuclei: { charges: [1, 1], positions: [0, 0, 0] }, electrons: one },
      "nuclei.positions must hold three numbers for each particle (6), got 3",
    ],
  ])("%s", (_name, molecule, message) => {
    expect(() => coulombEnergies(molecule)).toThrow(new RangeError(`coulombEnergies: ${message}`));
  });
});

describe("waveFunctionBytes", () => {
  test("100 points per axis: 16 MB, 16 TB, 16 million TB", () => {
    const bytes = [1, 2, 3].map((particles) =>
      waveFunctionBytes({ particles, pointsPerAxis: 100 }),
    );
    expectClose(bytes, [16e6, 16e12, 16e18], 1e-15);
  });
  test("on a line, with real numbers of 8 bytes", () =>
    expect(
      waveFunctionBytes({ particles: 2, pointsPerAxis: 256, dimensions: 1, bytesPerNumber: 8 }),
    ).toBe(8 * 256 ** 2));
  test("one electron more: 10⁶ times as much on 100 points", () =>
    expect(
      waveFunctionBytes({ particles: 11, pointsPerAxis: 100 }) /
        waveFunctionBytes({ particles: 10, pointsPerAxis: 100 }),
    ).toBeCloseTo(1e6, 6));
  test.each([
    [{ particles: 51, pointsPerAxis: 100 }, 1.6e307],
    [{ particles: 1, pointsPerAxis: 1 }, 16],
  ])("%o", (grid, bytes) => expect(waveFunctionBytes(grid) / bytes).toBeCloseTo(1, 12));
  test.each([
    [
      { particles: 60, pointsPerAxis: 100 },
      "the result must be below 1.8e308 bytes, got about 1e361.2",
    ],
    [{ particles: 0, pointsPerAxis: 100 }, "particles must be a positive whole number, got 0"],
    [{ particles: 1.5, pointsPerAxis: 100 }, "particles must be a positive whole number, got 1.5"],
    [{ particles: 1, pointsPerAxis: -3 }, "pointsPerAxis must be a positive whole number, got -3"],
    [
      { particles: 1, pointsPerAxis: 3, dimensions: 0 },
      "dimensions must be a positive whole number, got 0",
    ],
    [
      { particles: 1, pointsPerAxis: 3, bytesPerNumber: 0 },
      "bytesPerNumber must be a positive number of bytes, got 0",
    ],
  ])("refuses %o", (grid, message) => {
    expect(() => waveFunctionBytes(grid)).toThrow(new RangeError(`waveFunctionBytes: ${message}`));
  });
});
