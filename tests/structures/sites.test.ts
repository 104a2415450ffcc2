import { describe, expect, test } from "vitest";
import { cellHeights, inverseCell, timesMatrix } from "../../src/structures/cell.js";
import { findSites, type Sites } from "../../src/structures/sites.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const strayed = (): System => {
  const system = disordered({ atoms: 150, edge: 20, seed: 1 });
  const away = timesMatrix(
    Float64Array.from({ length: 450 }, (_, i) => (i % 7) - 3),
    system.cell!,
  );
  return { ...system, positions: system.positions.map((x, i) => x + away[i]!) };
};

const placesOf = (system: System, { atoms, shifts }: Sites): Float64Array =>
  shifts.map((shift, k) => system.positions[3 * atoms[Math.floor(k / 3)]! + (k % 3)]! + shift);

describe("the sentences of the docstring", () => {
  const system = strayed();
  const sites = findSites(system, 4, false);
  const fractions = timesMatrix(placesOf(system, sites), inverseCell(system.cell!));

  test("first the n atoms, each once, put back into the cell", () => {
    expect([...sites.atoms.slice(0, 150)].sort((a, b) => a - b)).toEqual([...Array(150).keys()]);
    for (const s of fractions.slice(0, 450)) expect(s >= 0 && s < 1).toBe(true);
  });
  test("the images are all that lie within the reach of the cell", () => {
    const reach = cellHeights(system.cell!).map((height) => 4 / height);
    const range = [-1, 0, 1];
    let count = 0;
    for (const a of range)
      for (const b of range)
        for (const c of range)
          for (let i = 0; i < 150; i++)
            if (
              [a, b, c].every((k, d) => {
                const s = fractions[3 * sites.atoms.indexOf(i) + d]! + k;
                return s > -reach[d]! && s < 1 + reach[d]!;
              })
            )
              count++;
    expect(sites.atoms.length).toBeGreaterThanOrEqual(count);
    const places = new Set(
      Array.from(
        sites.atoms,
        (i, s) => `${i} ${fractions.slice(3 * s, 3 * s + 3).map(Math.floor)}`,
      ),
    );
    expect(places.size).toBe(sites.atoms.length);
  });
  test("shifts are whole numbers of edges", () => {
    const cells = timesMatrix(sites.shifts, inverseCell(system.cell!));
    expectClose(cells, cells.map(Math.round), 1e-12);
  });
  test("bins about half as wide as the reach, or a bit wider", () => {
    const widths = cellHeights(system.cell!).map((height, d) => height / sites.inner[d]!);
    for (const width of widths) expect(width >= 2 && width < 2.6).toBe(true);
    expect([...sites.margin]).toEqual([2, 2, 2]);
  });
  test("each bin holds the sites from its start to its end", () => {
    const [mx, my, mz] = sites.inner.map((count, d) => count + 2 * sites.margin[d]!);
    expect(sites.starts.length).toBe(mx! * my! * mz!);
    let held = 0;
    for (let bin = 0; bin < sites.starts.length; bin++)
      for (let s = sites.starts[bin]!; s < sites.ends[bin]!; s++) {
        const place = [bin % mx!, Math.floor(bin / mx!) % my!, Math.floor(bin / mx! / my!)];
        const wanted = [0, 1, 2].map(
          (d) => Math.floor(fractions[3 * s + d]! * sites.inner[d]!) + sites.margin[d]!,
        );
        expect(place).toEqual(wanted);
        held++;
      }
    expect(held).toBe(sites.atoms.length);
  });
  test("with half, no image before the cell along the third axis", () => {
    const half = findSites(system, 4, true);
    expect(half.atoms.length).toBeLessThan(sites.atoms.length);
    const third = timesMatrix(placesOf(system, half), inverseCell(system.cell!)).filter(
      (_, k) => k % 3 === 2,
    );
    expect(Math.min(...third)).toBeGreaterThanOrEqual(0);
  });
});

test("an atom on the edge of the cell, but for rounding, is in a bin inside the cell", () => {
  for (const x of [-1e-17, 0, 10 - 1e-15, 10, 20]) {
    const system: System = {
      positions: Float64Array.of(x, 5, 5),
      atomicNumbers: Uint8Array.of(18),
      cell: Float64Array.of(10, 0, 0, 0, 10, 0, 0, 0, 10),
    };
    const { starts, ends, inner, margin } = findSites(system, 3, false);
    const bin = starts.findIndex((start, b) => start === 0 && ends[b] === 1);
    const place = bin % (inner[0] + 2 * margin[0]);
    expect(place >= margin[0] && place < margin[0] + inner[0]).toBe(true);
  }
});

test("open space has no images and few bins, however far apart the atoms are", () => {
  const system = {
    positions: Float64Array.of(0, 0, 0, 1e6, 2e6, 3e6),
    atomicNumbers: Uint8Array.of(1, 1),
  };
  const sites = findSites(system, 3, false);
  expect(sites.shifts.every((shift) => shift === 0)).toBe(true);
  expect(sites.starts.length).toBeLessThan(1000);
});
