import { expect, test } from "vitest";
import { lammpsInput } from "../../src/exchange/lammpsInput.js";
import { lammpsBuckingham, lammpsLennardJones } from "../../src/exchange/lammpsNative.js";
import { lammpsTable } from "../../src/exchange/lammpsTable.js";
import { stillingerWeberFile } from "../../src/exchange/stillingerWeberFile.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { stillingerWeberSilicon } from "../../src/potentials/stillingerWeber.js";
import { crystal } from "../../src/structures/crystal.js";
import { atomicTimeFromFs, bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";

const argon = crystal("fcc", { symbols: ["Ar"], latticeConstant: bohrFromAngstrom(5.26) });
const set = { epsilon: hartreeFromEv(0.0103), sigma: bohrFromAngstrom(3.4) };
const pair = lammpsLennardJones(set, { cutoff: bohrFromAngstrom(8.5), truncation: "shift" });
const rounded = (text: string): string =>
  text.replaceAll(/\d+\.\d{6,}/g, (number) => String(Number(Number(number).toPrecision(10))));

test("the whole input of a run, line by line", () => {
  const files = lammpsInput({
    name: "argon",
    system: argon,
    pair,
    steps: 200,
    every: 10,
    timeStep: atomicTimeFromFs(10),
  });
  expect(Object.keys(files)).toEqual(["in.argon", "argon.data"]);
  expect(rounded(files["in.argon"]!)).toBe(`# written by mlip; a run of LAMMPS
units metal
atom_style atomic
boundary p p p
box tilt large
read_data argon.data

# cut off at 8.5 angstrom, the energy shifted to 0 there, so the force jumps
pair_style lj/cut 8.5
pair_modify shift yes
pair_coeff 1 1 0.0103 3.4 # Ar-Ar

thermo_style custom step temp pe ke etotal press pxx pyy pzz pxy pxz pyz
thermo_modify norm no format float %.15g
thermo 10
dump atoms all custom 10 argon.dump id type element xu yu zu vx vy vz fx fy fz
dump_modify atoms sort id format float %.16g element Ar
timestep 0.01
fix verlet all nve
run 200
`);
});

test("a table is a file of its own that the input names", () => {
  const table = lammpsTable(lennardJones(set), { cutoff: 16, points: 20 });
  const files = lammpsInput({ name: "a-1", system: argon, pair: table });
  expect(Object.keys(files)).toEqual(["in.a-1", "a-1.data", "a-1.table"]);
  expect(files["in.a-1"]).toMatch(
    /^pair_style table spline 20\npair_coeff 1 1 a-1\.table ALL 8\.46\d+ # Ar-Ar$/m,
  );
  expect(files["in.a-1"]).toMatch(/^run 0$/m);
});

test("charges act through hybrid/overlay: Ewald sums in a cell, directly in open space", () => {
  const salt = crystal("rocksalt", { symbols: ["Na", "Cl"], latticeConstant: 10 });
  const system = {
    ...salt,
    charges: Float64Array.from(salt.atomicNumbers, (z) => (z === 11 ? 1 : -1)),
  };
  const buck = lammpsBuckingham({ wall: 40, range: 0.6, dispersion: 10 }, { cutoff: 12 });
  const job = { name: "salt", system, pair: buck, coulomb: { cutoff: 20, accuracy: 1e-5 } };
  const inCell = lammpsInput(job)["in.salt"]!;
  expect(inCell).toMatch(/^atom_style charge$/m);
  expect(inCell).toMatch(/^pair_style hybrid\/overlay buck 6\.35\d+ coul\/long 10\.58\d+$/m);
  expect(inCell).toMatch(/^pair_coeff 1 2 buck .* # Na-Cl$/m);
  expect(inCell).toMatch(
    /^pair_coeff \* \* coul\/long\npair_modify table 0\nkspace_style ewald 0\.00001$/m,
  );
  const { cell: _, ...open } = system;
  const inOpen = lammpsInput({ ...job, system: open })["in.salt"]!;
  expect(inOpen).toMatch(/^boundary s s s$/m);
  expect(inOpen).toMatch(/coul\/cut 10\.58\d+$/m);
  expect(inOpen).not.toMatch(/kspace|box tilt/);
  expect(() => lammpsInput({ ...job, system: open, coulomb: { cutoff: 8 } })).toThrow(
    /^lammpsInput: coulomb\.cutoff must be as long as the 8\.66\d+ bohr across the atoms, got 8$/,
  );
});

test("jobs that make no sense are refused", () => {
  const job = { name: "x", system: argon, pair };
  expect(() => lammpsInput({ ...job, name: "../x" })).toThrow(
    'lammpsInput: name must be letters, digits, - and _, got "../x"',
  );
  expect(() => lammpsInput({ ...job, steps: 5 })).toThrow(
    "lammpsInput: timeStep must be a positive number of atomic units of time, got NaN",
  );
  expect(() => lammpsInput({ ...job, steps: 1.5 })).toThrow("steps must be a whole number from 0");
  expect(() => lammpsInput({ ...job, every: 0 })).toThrow("every must be a whole number from 1");
  expect(() => lammpsInput({ ...job, coulomb: { cutoff: 5 } })).toThrow(
    "lammpsInput: the system must have charges for coulomb, got none",
  );
  const charged = { ...argon, charges: new Float64Array(4) };
  expect(() =>
    lammpsInput({ ...job, system: charged, coulomb: { cutoff: 5, accuracy: 2 } }),
  ).toThrow("lammpsInput: coulomb.accuracy must be between 0 and 1, got 2");
});

test("a many-body potential brings its own lines and files, and acts without charges", () => {
  const system = crystal("diamond", { symbols: ["Si"], latticeConstant: 10.26 });
  const pair = stillingerWeberFile(stillingerWeberSilicon);
  const files = lammpsInput({ name: "si", system, pair });
  expect(Object.keys(files)).toEqual(["in.si", "si.data", "si.sw"]);
  expect(files["in.si"]).toContain("pair_style sw\npair_coeff * * si.sw X\n");
  expect(() => lammpsInput({ name: "si", system, pair, coulomb: { cutoff: 10 } })).toThrow(
    "lammpsInput: coulomb must be left out with a many-body potential",
  );
});
