import { expect, test } from "vitest";
import { METAL } from "../../src/exchange/lammpsUnits.js";

test("atomic units in angstrom, eV, ps, u and what follows from them", () => {
  expect(METAL.length).toBeCloseTo(0.529177210544, 12);
  expect(METAL.energy).toBeCloseTo(27.211386245981, 12);
  expect(METAL.time).toBeCloseTo(2.4188843265864e-5, 17);
  expect(METAL.mass * 1836.152673426).toBeCloseTo(1.0072764665789, 10); // the proton, CODATA 2022
  expect(METAL.force).toBeCloseTo(51.4220675112, 9); // 1 hartree/bohr in eV/Å
  expect(METAL.velocity / (METAL.length / METAL.time)).toBeCloseTo(1, 14);
});

test("LAMMPS's e²/4πε₀, 14.399645 eV Å, is 3 parts in 10⁸ less than CODATA's", () => {
  const codata = METAL.energy * METAL.length;
  expect((14.399645 / codata - 1) * 1e8).toBeCloseTo(-3, 0);
});
