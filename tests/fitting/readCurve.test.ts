import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CurveColumns, parseCurve, readCurve } from "../../src/fitting/readCurve.js";
import { BOHR_IN_ANGSTROM, HARTREE_IN_EV } from "../../src/units/constants.js";
import { expectClose } from "../support/closeTo.js";

const columns: CurveColumns = {
  distance: { column: "R", unit: "angstrom" },
  energy: { column: "E", unit: "eV" },
};
const expected = {
  distances: [1, 2].map((r) => r / BOHR_IN_ANGSTROM),
  energies: [0.5, -0.25].map((E) => E / HARTREE_IN_EV),
};

describe("tables", () => {
  test.each([
    ["commas", "R,E\n1,0.5\n2,-0.25\n"],
    [
      "semicolons, remarks, blank lines, another column",
      "# mine\nn; R; E\n\n1; 1; 0.5\n2; 2; -2.5e-1",
    ],
    ["blanks, tabs", "R   E\n1\t0.5\n 2  -0.25"],
    ["another order of the lines", "E,R\n-0.25,2\n0.5,1\n"],
    ["quotes, line ends and the mark of Windows", '\uFEFF"R","E"\r\n1,0.5\r\n2,-0.25\r\n'],
  ])("%s", (_, text) => {
    const curve = parseCurve(text, columns);
    expectClose(curve.distances, expected.distances, 1e-12);
    expectClose(curve.energies, expected.energies, 1e-12);
  });
  test("units of choice", () => {
    const curve = parseCurve("R E\n100 1\n200 2\n", {
      distance: { column: "R", unit: "pm" },
      energy: { column: "E", unit: "kcal/mol" },
    });
    expect(curve.distances[0]! * BOHR_IN_ANGSTROM).toBeCloseTo(1, 12);
    expect(curve.energies[0]! * 627.5094740631).toBeCloseTo(1, 9);
  });
  test("readCurve reads a file", () => {
    const folder = mkdtempSync(join(tmpdir(), "mlip-curve-"));
    try {
      writeFileSync(join(folder, "mine.csv"), "R,E\n1,0.5\n2,-0.25\n");
      expect(readCurve(join(folder, "mine.csv"), columns).distances.length).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("refusals", () => {
  test.each<[string, string]>([
    ["", "the table must have a line with names of columns"],
    ["1,2\n3,4\n", 'line 1 must name the columns, got numbers: "1,2"'],
    ["r,E\n1,2\n2,3", "distance: the column must be one of r, E, got R"],
    ["R,E\n1,2\n", "there must be at least 2 points, got 1"],
    ["# x\nR,E\n1,2\n2\n", "line 4 must have 2 entries (R, E), got 1"],
    ["R,E\n1,2\n2,n/a\n", 'line 3: E must be a finite number, got "n/a"'],
    ["R,E\n1,2\n2,\n", 'line 3: E must be a finite number, got ""'],
    ["R,E\n1,2\n2,Infinity\n", 'line 3: E must be a finite number, got "Infinity"'],
    ["R;E\n1;2\n2,5;3\n", 'line 3: R must be a finite number, got "2,5"; write a decimal point'],
    ["R,E\n1,2\n1,3\n", "lines 2 and 3: each distance must come once"],
    ["R,E\n1,2\n0,3\n", "line 3: a distance must be positive, got 0 bohr"],
  ])("%j", (text, message) => {
    expect(() => parseCurve(text, columns)).toThrow(new RangeError(`parseCurve: ${message}`));
  });
  test("no unit: a question, with the numbers", () => {
    const energy = { column: "E" } as CurveColumns["energy"];
    expect(() => parseCurve("R,E\n1,-3\n2,5\n", { ...columns, energy })).toThrow(
      new TypeError(
        "parseCurve: energy: in which unit is column E? Its numbers go from -3 to 5; " +
          'say unit: "eV", "hartree" or "cm^-1", ...',
      ),
    );
    const distance = { column: "R", unit: "" };
    expect(() => parseCurve("R,E\n1,-3\n2,5\n", { ...columns, distance })).toThrow(
      'distance: in which unit is column R? Its numbers go from 1 to 2; say unit: "angstrom" or "bohr"',
    );
  });
  test("a unit of something else", () => {
    expect(() =>
      parseCurve("R,E\n1,2\n2,3\n", { ...columns, energy: { column: "E", unit: "angstrom" } }),
    ).toThrow(TypeError);
  });
});
