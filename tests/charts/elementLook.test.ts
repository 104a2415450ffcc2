import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { elementLook, looksOf } from "../../src/charts/elementLook.js";
import { covalentRadius, elementSymbols } from "../../src/structures/elements.js";
import { BOHR_IN_ANGSTROM } from "../../src/units/constants.js";

const CURIUM = 96;
const all = Array.from({ length: CURIUM }, (_, i) => i + 1);

test("the colours are Jmol's, as 3Dmol has them", () => {
  const file = join(import.meta.dirname, "../../node_modules/3dmol/src/colors.ts");
  const table = /Jmol: \{\n([^}]*)\}/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  const theirs = new Map(
    [...table.matchAll(/(\w+): 0x(\w{6})/g)].map(([, symbol, colour]) => [
      symbol!,
      `#${colour!.toLowerCase()}`,
    ]),
  );
  expect(theirs.size).toBeGreaterThan(100);
  for (const number of all)
    expect(elementLook(number).colour, elementSymbols[number]).toBe(
      theirs.get(elementSymbols[number]!),
    );
});

/** Contrast of the Web Content Accessibility Guidelines 2, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const linear = [1, 3, 5].map((at) => {
      const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

test("every symbol has a contrast of at least 4.5 to the colour it is written on", () => {
  for (const number of all) {
    const { colour, ink } = elementLook(number);
    expect(contrast(colour, ink), elementSymbols[number]).toBeGreaterThan(4.5);
  }
});

test("the ball's radius is half the covalent one and 0.1 angstrom", () => {
  for (const number of [1, 8, 29])
    expect(elementLook(number).radius).toBeCloseTo(
      0.5 * covalentRadius(number) * BOHR_IN_ANGSTROM + 0.1,
      12,
    );
});

test("looks come by symbol, each element once, in the order of the numbers", () => {
  const looks = looksOf(Uint8Array.of(8, 1, 8, 1));
  expect(Object.keys(looks)).toEqual(["H", "O"]);
  expect(looks.O).toEqual(elementLook(8));
});

test("an element of which no size is known is refused by name", () => {
  expect(() => elementLook(97)).toThrow("with a covalent radius, got 97 (Bk)");
});
