import { describe, expect, test } from "vitest";
import { readReaxForceField } from "../../src/potentials/readReaxForceField.js";
import { angstromFromBohr, evFromHartree } from "../../src/units/convert.js";
import { kcalPerMolFromHartree } from "../../src/units/kcalPerMol.js";
import { forceField, forceFieldText } from "../support/reaxReference.js";

const [C, H, O] = [0, 1, 2];
const pair = (i: number, j: number): (typeof forceField.pairs)[number] =>
  forceField.pairs[3 * i + j]!;

describe("numbers of the file, in the units of this package", () => {
  test("the elements are C, H and O", () => expect(forceField.symbols).toEqual(["C", "H", "O"]));
  test("general numbers", () => {
    const { pBoc1, pVal6, pCoa3, orderCutoff, taperRadius, kC2, pTrip1 } = forceField.general;
    expect([pBoc1, pVal6, pCoa3]).toEqual([50, 33.8667, 2.6962]);
    expect(orderCutoff).toBeCloseTo(0.001, 15);
    expect(angstromFromBohr(taperRadius)).toBeCloseTo(10, 12);
    expect(kcalPerMolFromHartree(kC2)).toBeCloseTo(70, 10);
    expect(kcalPerMolFromHartree(pTrip1)).toBeCloseTo(-70.1292, 10);
  });
  test("oxygen", () => {
    const oxygen = forceField.elements[O]!;
    expect(oxygen).toMatchObject({
      valence: 2,
      outerElectrons: 6,
      angleValence: 4,
      hydrogenBondRole: 2,
      pOvun2: -3.6141,
      innerWall: false,
    });
    expect(evFromHartree(oxygen.electronegativity)).toBeCloseTo(8.5, 12);
    expect(evFromHartree(oxygen.hardness)).toBeCloseTo(2 * 8.9989, 12);
  });
  test("a pair is the same both ways round", () => expect(pair(C, O)).toEqual(pair(O, C)));
  test("like pairs have the element's radius, unlike ones their own or a mean", () => {
    expect(angstromFromBohr(pair(H, H).sigma!.r0)).toBeCloseTo(0.7853, 12);
    expect(angstromFromBohr(pair(C, H).sigma!.r0)).toBeCloseTo(1.1203, 12);
    expect(angstromFromBohr(pair(C, H).diameter)).toBeCloseTo(2.8, 12);
    expect(pair(C, O).alpha).toBe(9.8442);
    expect(pair(H, H).alpha).toBe(9.3557);
    expect(kcalPerMolFromHartree(pair(H, H).depth)).toBeCloseTo(0.0419, 12);
  });
  test("what is not positive in an unlike pair says nothing: the mean holds", () => {
    const changed = readReaxForceField(forceFieldText.replace("1.1342", "-1.0000"));
    const mean = (1.1359 + 1.0863) / 2;
    expect(angstromFromBohr(changed.pairs[3 * C + O]!.pi!.r0)).toBeCloseTo(mean, 12);
  });
  test("hydrogen has no π bonds, C-O has both, O-H has no correction for over-coordination", () => {
    expect([pair(H, H).pi, pair(C, H).pi, pair(C, H).doublePi]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(angstromFromBohr(pair(C, O).pi!.r0)).toBeCloseTo(1.1342, 12);
    expect([pair(C, O).tripleBond, pair(C, C).carbons, pair(C, C).tripleBond]).toEqual([
      true,
      true,
      false,
    ]);
    expect([pair(O, H), pair(H, H), pair(C, C)].map((p) => p.correctOverCoordination)).toEqual([
      false,
      false,
      true,
    ]);
  });
  test("a bond ends where its order is the cutoff", () => {
    const { sigma, reach } = pair(H, H);
    expect(1.001 * Math.exp(sigma!.p * (reach / sigma!.r0) ** sigma!.q)).toBeCloseTo(0.001, 12);
    expect(angstromFromBohr(reach)).toBeCloseTo(2.099, 2);
  });
  test("angles, torsions and hydrogen bonds by their types, both ways round", () => {
    const angle = (i: number, j: number, k: number): number[] =>
      forceField.angles[(3 * i + j) * 3 + k]!.map(({ theta00 }) => theta00);
    expect(angle(H, C, C)).toEqual([65.2527]);
    expect(angle(C, C, H)).toEqual([65.2527]);
    expect(angle(C, H, H)).toEqual([]); // no strength
    const torsion = (i: number, j: number, k: number, l: number): number | undefined =>
      forceField.torsions[((3 * i + j) * 3 + k) * 3 + l]?.pTor1;
    expect([torsion(C, C, O, H), torsion(H, O, C, C)]).toEqual([-8.0821, -8.0821]);
    expect(torsion(H, C, C, H)).toBe(-5.0019);
    // 0 2 3 0: any two atoms around H-O; 0 1 1 0 stands back behind torsions of their own.
    expect([torsion(O, H, O, C), torsion(C, O, H, H)]).toEqual([-2.5415, -2.5415]);
    expect(torsion(O, C, C, O)).toBe(-5.0913);
    const bond = forceField.hydrogenBonds[(3 * O + H) * 3 + O]!;
    expect(angstromFromBohr(bond.r0)).toBeCloseTo(1.9682, 12);
    expect(forceField.hydrogenBonds.filter(Boolean)).toHaveLength(1);
  });
});

test("Windows line ends, and more numbers at the end of a line, change nothing", () => {
  expect(readReaxForceField(forceFieldText.replaceAll("\n", "\r\n"))).toEqual(forceField);
  expect(readReaxForceField(`${forceFieldText.trimEnd()} 7 7\n`)).toEqual(forceField);
});

test("a torsion of its own goes before a general one, wherever it stands", () => {
  const lines = forceFieldText.split("\n");
  const general = lines.findIndex((line) => line.startsWith("  0  1  1  0"));
  const own = lines.findIndex((line) => line.startsWith("  1  1  1  1 "));
  [lines[general], lines[own]] = [lines[own]!, lines[general]!];
  expect(readReaxForceField(lines.join("\n"))).toEqual(forceField);
});

describe("refuses, with the number of the line", () => {
  const lines = forceFieldText.split("\n");
  /** The file with line `number` (counted from 1) changed. */
  const changed = (number: number, change: (line: string) => string): string =>
    lines.map((line, k) => (k === number - 1 ? change(line) : line)).join("\n");
  const lineOf = (begin: string): number =>
    lines.findIndex((line) => line.trimStart().replace(/\s+/g, " ").startsWith(begin)) + 1;
  const refused = (text: string, message: string): void =>
    expect(() => readReaxForceField(text)).toThrow(
      new RangeError(`readReaxForceField: ${message}`),
    );

  test("an empty text", () =>
    refused("", "line 2 must have the number of general numbers, got the end of the file"));
  test("a file that ends too early", () =>
    refused(
      lines.slice(0, 60).join("\n"),
      "line 61 must have a bond: 10 entries, got the end of the file".replace(
        "a bond: 10 entries",
        "the second line of a bond",
      ),
    ));
  test("a word where a number must be", () =>
    refused(
      changed(3, () => "fifty ! p(boc1)"),
      'line 3 must have a general number in numbers, got "fifty"',
    ));
  test("too few general numbers", () =>
    refused(
      changed(2, () => "38"),
      'line 2 must have the number of general numbers, a whole number from 39, got "38"',
    ));
  test("an element with an entry missing", () => {
    const line = lineOf("O 1.2477");
    refused(
      changed(line, (text) => text.replace("6.0000", "")),
      `line ${line} must have an element: 9 entries, got 8`,
    );
  });
  test("a type that is not there", () => {
    const line = lineOf("1 3 2 71.5018");
    refused(
      changed(line, (text) => text.replace("  1  3  2", "  1  3  4")),
      `line ${line} must have an angle with types from 1 to 3, got type 4`,
    );
  });
  test("a torsion around nothing", () => {
    const line = lineOf("0 1 2 0");
    refused(
      changed(line, (text) => text.replace("  0  1  2  0", "  0  0  2  0")),
      `line ${line} must have a torsion around two elements, got 0 in the middle`,
    );
  });
  test("a pair of elements without a bond", () => {
    const line = lineOf("2 3 180.4373");
    refused(
      changed(line, (text) => text.replace("  2  3", "  3  3")),
      `line ${line + 1} must have the last of the bonds, of which there must be one for each pair ` +
        "of elements, got none for H and O",
    );
  });
  test("a bond order that grows with the distance", () => {
    const line = lineOf("2 3 180.4373") + 1;
    refused(
      changed(line, (text) => text.replace("-0.0657", "0.0657")),
      `line ${line} must have a bond order that falls with the distance, p_bo1 < 0 and p_bo2 > 0, ` +
        "got 0.0657, 5.0451",
    );
  });
  test.each([
    [14, "1.0", "the lower radius of the taper, which must be 0, got 1"],
    [15, "0", "the upper radius of the taper, a positive number of angstrom, got 0"],
    [32, "-1", "the cutoff of bond orders, a positive number, got -1"],
    [40, "2", "no triple-bond energy for all elements, which is not built here, got 2"],
  ])("general number of line %d = %s", (line, value, message) =>
    refused(
      changed(line, () => value),
      `line ${line} must have ${message}`,
    ));
});
