import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { elementSymbols } from "../../src/structures/elements.js";
import { formatExtendedXyz } from "../../src/structures/formatExtendedXyz.js";
import type { Frame } from "../../src/structures/frame.js";
import { massesOf } from "../../src/structures/massesOf.js";
import { parseExtendedXyz } from "../../src/structures/parseExtendedXyz.js";
import { ATOMIC_TIME_IN_FS } from "../../src/units/constants.js";
import { angstromFromBohr, evFromHartree, uFromElectronMass } from "../../src/units/convert.js";
import { expectClose } from "../support/closeTo.js";

const potential = pairPotential(lennardJones({ epsilon: 1e-3, sigma: 5 }), { cutoff: 14 });
const open = { positions: Float64Array.of(0, 0, 0, 6, 1, 0), atomicNumbers: Uint8Array.of(18, 36) };
const solid = displaced(crystal("hcp", { symbols: ["Ar"], latticeConstant: 7 }), {
  deviation: 0.3,
  random: seededRandom(1),
});
const { energy, forces, virial } = potential.energyAndForces(solid);
const frames: Frame[] = [
  {
    system: { ...solid, charges: Float64Array.of(0.25, -0.25), types: Uint8Array.of(0, 1) },
    energy,
    forces,
    virial,
    velocities: Float64Array.of(1e-4, -2e-4, 0, 0, 3e-5, 1e-4),
    info: { step: 12, label: 'a "quoted" word', done: false, weights: [1, 2.5] },
    columns: { name: ["left", "right"], spin: Float64Array.of(1, 0.5, 0, -1) },
  },
  { system: open, ...potential.energyAndForces(open) },
];
const text = formatExtendedXyz(frames);

test("what is written is read again", () => {
  const [first, second] = parseExtendedXyz(text);
  expectClose(first!.system.positions, solid.positions, 1e-14);
  expectClose(first!.system.cell!, solid.cell!, 1e-14);
  expectClose(first!.system.masses!, massesOf(solid), 1e-14);
  expect(first!.system.charges).toEqual(frames[0]!.system.charges);
  expect(first!.system.types).toEqual(frames[0]!.system.types);
  expectClose([first!.energy!], [energy], 1e-14);
  expectClose(first!.forces!, forces, 1e-15);
  expectClose(first!.virial!, virial, 1e-15);
  expectClose(first!.velocities!, frames[0]!.velocities!, 1e-17);
  expect([first!.info, first!.columns]).toEqual([frames[0]!.info, frames[0]!.columns]);
  expect(second!.system.cell).toBeUndefined();
  expectClose(second!.virial!, frames[1]!.virial!, 1e-15);
});

describe("what ASE reads in it", () => {
  const file = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");
  const ase = JSON.parse(file("ase.reference.json")).ours;
  test("is this file", () => expect(text).toBe(file("ours.reference.xyz")));
  test.each([0, 1])("frame %i, in angstrom, eV, u and ASE's unit of time", (k) => {
    const { system, energy, forces, virial, velocities } = frames[k]!;
    const told = ase[k];
    const angstrom = (x: number): number => angstromFromBohr(x);
    expect(told.symbols).toEqual(Array.from(system.atomicNumbers, (z) => elementSymbols[z]));
    expectClose(told.positions, system.positions.map(angstrom), 1e-14);
    expectClose([told.energy], [evFromHartree(energy!)], 1e-14);
    expectClose(
      told.forces,
      forces!.map((f) => evFromHartree(f) / angstromFromBohr(1)),
      1e-14,
    );
    if (k === 1) return;
    expectClose(told.cell, system.cell!.map(angstrom), 1e-14);
    expectClose(told.masses, massesOf(system).map(uFromElectronMass), 1e-14);
    expect(told.charges).toEqual([...system.charges!]);
    // The virial is minus the volume times ASE's stress.
    expectClose(
      told.stress.map((s: number) => -told.volume * s),
      virial!.map(evFromHartree),
      1e-13,
    );
    const aseTimeFs = 10.180505671156725; // ase.units.fs ** -1, from CODATA 2014
    const perAseTime = (v: number): number => (angstromFromBohr(v) / ATOMIC_TIME_IN_FS) * aseTimeFs;
    expectClose(told.velocities, velocities!.map(perAseTime), 1e-9);
  });
});

test.each<[string, Partial<Frame>, string]>([
  ["energy", { energy: Number.NaN }, "energy must be finite numbers, got NaN"],
  [
    "forces",
    { forces: Float64Array.of(1, 2, 3, 4, 5, Number.POSITIVE_INFINITY) },
    "forces must be finite numbers, got Infinity",
  ],
  [
    "columns",
    { columns: { spin: Float64Array.of(1, 2, 3) } },
    "spin must have a number of entries for each of 2 atoms, got 3",
  ],
  [
    "a word with a space",
    { columns: { name: ["a", "b c"] } },
    'name must be words without spaces, got "b c"',
  ],
  [
    "a system",
    { system: { ...open, positions: Float64Array.of(1, 2, 3) } },
    "positions must have 6 entries for 2 atoms, got 3",
  ],
])("refuses %s", (_, change, message) => {
  expect(() => formatExtendedXyz([{ system: open, ...change }])).toThrow(
    new RangeError(`formatExtendedXyz: ${message}`),
  );
});
