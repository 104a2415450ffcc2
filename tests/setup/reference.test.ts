import { expect, test } from "vitest";
import { compareTexts, toleranceIn } from "../../src/setup/reference.mjs";

test("the largest difference of each column", () => {
  const committed = "# R, E, all\nR,E\n0.5,-1.0\n1.0,-1.5\n";
  expect(compareTexts("# R, E, all\nR,E\n0.5,-1.25\n1.0,-1.5\n", committed)).toEqual([0, 0.25]);
  expect(compareTexts("# R, E, all\nR,E\n0.50,-1.0\n1e0,-1.5", committed)).toEqual([0, 0]);
});

test("a number after an equals sign is a number of its own", () => {
  expect(compareTexts("H energy=-1.5\n", "H energy=-1.0\n")).toEqual([0, 0, 0.5]);
});

test("another shape or another word is refused, with its line", () => {
  expect(() => compareTexts("a b\n", "a b\nc\n")).toThrow("1 lines were made, 2 are committed.");
  expect(() => compareTexts("1 2\n", "1 2 3\n")).toThrow("line 1 has another number of columns.");
  expect(() => compareTexts("1\nbohr\n", "1\nangstrom\n")).toThrow(
    'line 2: made "bohr", committed "angstrom".',
  );
  expect(() => compareTexts("# eV\n", "# hartree\n")).toThrow('made "eV", committed "hartree"');
  expect(() => compareTexts("nan\n", "1\n")).toThrow('line 1: made "nan", committed "1".');
});

test("a script declares what difference it allows", () => {
  expect(toleranceIn("import numpy\nTOLERANCE = 1e-8  # hartree\n")).toBe(1e-8);
  expect(() => toleranceIn("import numpy\n")).toThrow(
    "make.py must have a line like TOLERANCE = 1e-8.",
  );
});
