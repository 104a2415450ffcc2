import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { letterWidths } from "../../src/charts/letterWidths.js";
import { LETTER } from "../../src/charts/looks.js";

const font = readFileSync("src/charts/fonts/DejaVuSans.ttf");

// Advance widths in units of 1/2048, read from the same file by the Python package fontTools 4.68.
test.each([
  ["R / bohr", 8108],
  ["Å", 1401],
  ["−1.0", 1716 + 1303 + 651 + 1303],
  ["ψ₁", 1351 + 821],
])("the width of %s is that of the font's tables", (text, units) => {
  expect(letterWidths(font)(text)).toBeCloseTo(units / 2048, 12);
});

test("a character the font lacks counts as its empty box", () => {
  expect(letterWidths(font)("\u{10ffff}")).toBeCloseTo(1229 / 2048, 12);
});

test("the font has the letters of physics", () => {
  const box = letterWidths(font)("\u{10ffff}");
  const all = "αβγδεζηθκλμνξπρστφχψωΔΓΛΣΦΨΩÅ−²³⁻¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉′→∂∇∞≈≤≥×·ℏ√∫±∝⟨⟩ℓ";
  const widths = [...all].map(letterWidths(font));
  expect(widths.filter((width) => width === box)).toEqual([]);
});

test("small letters of size 11 are on average a little less than 7 pixels wide", () => {
  for (const words of ["classical molecular dynamics", "coarse-grained", "ground"]) {
    const average = (11 * letterWidths(font)(words)) / words.length;
    expect(average).toBeLessThan(LETTER);
    expect(average).toBeGreaterThan(LETTER - 1.5);
  }
});

test("a file that is no font is refused", () => {
  const file = new Uint8Array(64);
  expect(() => letterWidths(file)).toThrow('letterWidths: the font must have a table "head"');
});
