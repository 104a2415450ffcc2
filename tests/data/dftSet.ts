import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { cellVolume } from "../../src/structures/cell.js";
import type { Frame } from "../../src/structures/frame.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { parseExtendedXyz } from "../../src/structures/parseExtendedXyz.js";
import { BOHR_IN_ANGSTROM, HARTREE_IN_EV } from "../../src/units/constants.js";

const data = resolve(import.meta.dirname, "../../data");

export interface DftSet {
  readonly name: string;
  /** No two atoms are closer, angstrom. */
  readonly nearest: number;
  /** Where the energy of an atom lies, eV. */
  readonly energyPerAtomEv: readonly [lowest: number, highest: number];
  /** No force component is larger, eV/angstrom. */
  readonly largestForceEvPerAngstrom: number;
  /** The crystal of lowest energy, and how many atoms its cube has. */
  readonly groundState: string;
  readonly atomsInCube: number;
}

interface Properties {
  readonly lattice_constant_angstrom: number;
  readonly elastic_gpa: { readonly C11: number; readonly C12: number; readonly C44: number };
  readonly crystals: Readonly<
    Record<
      string,
      {
        readonly volume_angstrom3_per_atom: number;
        readonly energy_ev_per_atom: number;
        readonly bulk_modulus_gpa: number;
      }
    >
  >;
}

const GPA_OF_EV_PER_ANGSTROM3 = 160.2176634;

const told = (frame: Frame, key: string): string => String(frame.info?.[key]);
const perAtom = (frame: Frame): number =>
  (frame.energy! * HARTREE_IN_EV) / frame.system.atomicNumbers.length;

/** What holds for a set of DFT frames, all of it computed or only its beginning. */
export function testDftSet(set: DftSet): void {
  const text = (file: string): string => readFileSync(join(data, set.name, file), "utf8");
  const readme = text("README.md");
  const frames = parseExtendedXyz(text(`${set.name}.xyz`));
  const properties: Properties = JSON.parse(text("properties.json"));
  const { crystals } = properties;
  const planned = parseExtendedXyz(text("geometries.xyz"));

  test("the README states how many frames there are", () => {
    expect(readme).toContain(`${frames.length} of ${planned.length} frames`);
  });
  test("each frame is one of geometries.xyz, in the same order, once", () => {
    const names = planned.map((frame) => told(frame, "name"));
    const places = frames.map((frame) => names.indexOf(told(frame, "name")));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    for (const [index, place] of places.entries()) {
      const { positions } = frames[index]!.system;
      const expected = planned[place]!.system.positions;
      for (const [i, x] of positions.entries()) expect(x).toBeCloseTo(expected[i]!, 6);
    }
  });
  test("each frame has energy, forces, stress and says what it is", () => {
    for (const frame of frames) {
      expect(Number.isFinite(frame.energy)).toBe(true);
      expect(frame.forces?.every(Number.isFinite)).toBe(true);
      expect(frame.virial?.every(Number.isFinite)).toBe(true);
      for (const key of ["config_type", "group", "kmesh"])
        expect(told(frame, key)).toMatch(/^[\w.-]+$/);
      expect(told(frame, "split")).toMatch(/^(train|test)$/);
      expect(told(frame, "program")).toMatch(/^Quantum ESPRESSO \d/);
      expect(frame.info?.cpu_seconds).toBeGreaterThan(0);
      expect(frame.info?.cores).toBe(1);
    }
  });
  test("every config_type is explained in the README", () => {
    for (const kind of new Set(frames.map((frame) => told(frame, "config_type"))))
      expect(readme).toMatch(new RegExp(`\`${kind}\``));
  });
  test("forces sum to zero", () => {
    for (const frame of frames)
      for (const axis of [0, 1, 2]) {
        const sum = frame.forces!.filter((_, i) => i % 3 === axis).reduce((a, b) => a + b);
        expect(Math.abs(sum)).toBeLessThan(1e-6);
      }
  });
  test("the stress is symmetric", () => {
    for (const { virial } of frames)
      for (const [i, j] of [
        [1, 3],
        [2, 6],
        [5, 7],
      ] as const)
        expect(Math.abs(virial![i]! - virial![j]!)).toBeLessThan(1e-4);
  });
  test(`no two atoms are closer than ${set.nearest} angstrom`, () => {
    for (const { system } of frames) {
      const list = new NeighbourList({ cutoff: set.nearest / BOHR_IN_ANGSTROM, kind: "half" });
      list.update(system);
      expect(list.first[list.atomCount]).toBe(0);
    }
  });
  test("energies and forces are of the right size", () => {
    const [lowest, highest] = set.energyPerAtomEv;
    const evPerAngstrom = HARTREE_IN_EV / BOHR_IN_ANGSTROM;
    for (const frame of frames) {
      expect(perAtom(frame)).toBeGreaterThan(lowest);
      expect(perAtom(frame)).toBeLessThan(highest);
      for (const force of frame.forces!)
        expect(Math.abs(force) * evPerAngstrom).toBeLessThan(set.largestForceEvPerAngstrom);
    }
  });
  test("the larger the volume of a crystal, the less it wants to grow", () => {
    const kinds = new Set(frames.map((frame) => told(frame, "config_type")));
    for (const kind of [...kinds].filter((name) => name.startsWith("energy-volume"))) {
      const members = frames.filter((frame) => told(frame, "config_type") === kind);
      const rows = members.map((frame) => {
        const volume = cellVolume(frame.system.cell!);
        const [xx, , , , yy, , , , zz] = frame.virial!;
        const n = frame.system.atomicNumbers.length;
        return { volume: volume / n, pressure: (xx! + yy! + zz!) / (3 * volume) };
      });
      rows.sort((a, b) => a.volume - b.volume);
      // Beyond its steepest point a curve E(V) bends down: only what is not torn apart.
      const near = rows.filter(({ pressure }) => pressure > 0);
      for (const [i, row] of near.slice(1).entries())
        expect(row.pressure).toBeLessThan(near[i]!.pressure);
    }
  });
  test("near the lowest energy the curves are the parabolas of properties.json", () => {
    for (const frame of frames) {
      const crystal = crystals[told(frame, "config_type").replace("energy-volume-", "")];
      if (!crystal) continue;
      const n = frame.system.atomicNumbers.length;
      const volume = (cellVolume(frame.system.cell!) * BOHR_IN_ANGSTROM ** 3) / n;
      const { volume_angstrom3_per_atom: lowest, bulk_modulus_gpa: modulus } = crystal;
      const above = perAtom(frame) - crystal.energy_ev_per_atom;
      expect(above).toBeGreaterThan(-5e-4);
      if (Math.abs(volume / lowest - 1) > 0.035) continue;
      const parabola = ((modulus / GPA_OF_EV_PER_ANGSTROM3) * (volume - lowest) ** 2) / lowest / 2;
      expect(Math.abs(above - parabola)).toBeLessThan(1e-3);
    }
  });
  test("the bulk modulus is (C11 + 2 C12) / 3", () => {
    const { C11, C12, C44 } = properties.elastic_gpa;
    const { bulk_modulus_gpa: modulus } = crystals[set.groundState]!;
    expect(Math.abs((C11 + 2 * C12) / 3 - modulus)).toBeLessThan(0.02 * modulus);
    expect(C11).toBeGreaterThan(C12);
    expect(C44).toBeGreaterThan(0);
  });
  test(`${set.groundState} has the lowest energy and the stated lattice constant`, () => {
    const { energy_ev_per_atom: lowest, volume_angstrom3_per_atom: volume } =
      crystals[set.groundState]!;
    for (const { energy_ev_per_atom: energy } of Object.values(crystals))
      expect(energy).toBeGreaterThanOrEqual(lowest);
    const side = (set.atomsInCube * volume) ** (1 / 3);
    expect(side).toBeCloseTo(properties.lattice_constant_angstrom, 3);
  });
  test("relatives are on one side of the split", () => {
    const sides = new Map<string, string>();
    for (const frame of planned) {
      const group = told(frame, "group");
      expect(sides.get(group) ?? told(frame, "split")).toBe(told(frame, "split"));
      sides.set(group, told(frame, "split"));
    }
    const kept = planned.filter((frame) => told(frame, "split") === "test").length;
    expect(kept / planned.length).toBeGreaterThan(0.15);
    expect(kept / planned.length).toBeLessThan(0.25);
  });
}
