import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { birchMurnaghan } from "../../src/dynamics/birchMurnaghan.js";
import { energyVolume } from "../../src/dynamics/energyVolume.js";
import { minimise } from "../../src/dynamics/minimise.js";
import { morse } from "../../src/potentials/morse.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";
import { expectClose } from "../support/closeTo.js";

// Girifalco and Weizer's copper (Phys. Rev. 114, 687 (1959)).
const A = bohrFromAngstrom(1);
const term = morse({
  wellDepth: hartreeFromEv(0.3429),
  bondLength: 2.866 * A,
  stiffness: 1.3588 / A,
});
const copper = pairPotential(term, { cutoff: 7 * A });
const fcc = (a: number) => crystal("fcc", { symbols: ["Cu"], latticeConstant: a * A });

describe("Morse copper", () => {
  const { curves } = JSON.parse(readFileSync(dataFile("lammps/lammps_ev_curves.json"), "utf8")) as {
    curves: Record<string, { a: number[]; E: number[] }>;
  };
  const lammps = curves["Cu Morse GW fcc"]!;
  test("the curve is LAMMPS's", () => {
    const [a0, middle, a1] = [0, 15, 30].map((k) => lammps.a[k]!);
    const { volumes, energies } = energyVolume(fcc(middle!), copper, {
      from: (a0! / middle!) ** 3,
      to: (a1! / middle!) ** 3,
      points: 2,
    });
    const { energies: between } = energyVolume(fcc(middle!), copper, {
      from: 0.5,
      to: 1,
      points: 2,
    });
    expectClose(
      volumes.map((V) => Math.cbrt(4 * V) / A),
      [a0!, a1!],
      1e-12,
    );
    expectClose(
      [energies[0]!, between[1]!, energies[1]!].map((E) => E / hartreeFromEv(1)),
      [0, 15, 30].map((k) => lammps.E[k]!),
      1e-8,
    );
  });
  test("its minimum is where minimise with a free cell finds it, E₀ and V₀ per atom", () => {
    // Without jumps where shells of neighbours cross the cutoff.
    const potential = pairPotential(term, { cutoff: 10 * A, truncation: "forceShift" });
    const { volumes, energies } = energyVolume(fcc(3.6), potential, { from: 0.98, to: 1.02 });
    const fit = birchMurnaghan(volumes, energies);
    const rest = minimise({ system: fcc(3.7), potential, cell: "free", forceTolerance: 1e-8 });
    expect(Math.cbrt(4 * fit.volume) / rest.system.cell![0]!).toBeCloseTo(1, 5);
    expect((4 * fit.energy) / rest.energy).toBeCloseTo(1, 6);
    expect(volumes.length).toBe(13);
  });
});
test("atoms move with the cell: from and to are parts of the system's own volume", () => {
  const { volumes } = energyVolume(fcc(3.6), copper, { points: 3 });
  expectClose(
    volumes.map((V) => V / ((3.6 * A) ** 3 / 4)),
    [0.94, 1, 1.06],
    1e-12,
  );
});
test("refuses open space, an empty range and a single point", () => {
  const { cell, ...open } = fcc(3.6);
  const refused = (system: typeof open, options: object) => () =>
    energyVolume(system, copper, options);
  expect(refused(open, {})).toThrow(
    new RangeError("energyVolume: the system must have a cell, got open space"),
  );
  expect(refused(fcc(3.6), { from: 1.1 })).toThrow(
    new RangeError(
      "energyVolume: from and to must be volumes with 0 < from < to, got 1.1 and 1.06",
    ),
  );
  expect(refused(fcc(3.6), { points: 1 })).toThrow(
    new RangeError("energyVolume: points must be a whole number from 2, got 1"),
  );
});
