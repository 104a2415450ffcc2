import { expect, test } from "vitest";
import { cornersOf, structureView } from "../../src/charts/structureView.js";
import type { System } from "../../src/structures/system.js";
import { BOHR_IN_ANGSTROM } from "../../src/units/constants.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";

const system = (numbers: number[], angstrom: number[], cell?: number[]): System => ({
  atomicNumbers: Uint8Array.from(numbers),
  positions: Float64Array.from(angstrom, bohrFromAngstrom),
  ...(cell && { cell: Float64Array.from(cell, bohrFromAngstrom) }),
});
const h2 = (angstrom: number): System => system([1, 1], [0, 0, 0, 0, 0, angstrom]);
const water = system([8, 1, 1], [0, 0, 0.117, 0, 0.757, -0.469, 0, -0.757, -0.469]);
const description = "Some atoms.";

test("a molecule: symbols, coordinates in angstrom to 0.001, close atoms joined", () => {
  const view = structureView(water, { description });
  expect(view.description).toBe(description);
  expect(view.elements).toEqual(["O", "H", "H"]);
  expect(Object.keys(view.looks)).toEqual(["H", "O"]);
  expect(view.frames).toEqual([
    {
      positions: [0, 0, 0.117, 0, 0.757, -0.469, 0, -0.757, -0.469],
      bonds: [
        [0, 1],
        [0, 2],
      ],
    },
  ]);
});

test("positions are given in bohr", () => {
  const view = structureView(
    { atomicNumbers: Uint8Array.of(1), positions: Float64Array.of(1, 0, -1) },
    { description },
  );
  expect(view.frames[0]!.positions[0]).toBeCloseTo(BOHR_IN_ANGSTROM, 3);
});

test("a cell goes out as its three edges, its corners are their sums", () => {
  const cell = [5, 0, 0, 1, 4, 0, 0, 2, 3];
  const view = structureView(system([14], [0, 0, 0], cell), { description });
  expect(view.frames[0]!.cell).toEqual(cell);
  expect(cornersOf(cell)).toEqual([
    [0, 0, 0],
    [5, 0, 0],
    [1, 4, 0],
    [6, 4, 0],
    [0, 2, 3],
    [5, 2, 3],
    [1, 6, 3],
    [6, 6, 3],
  ]);
});

test("a trajectory: a frame to a system, bonds only where they differ from the frame before", () => {
  const view = structureView([0.7, 0.8, 1.5, 0.7].map(h2), {
    description,
    captions: ["a", "b", "c", "d"],
  });
  expect(view.frames.map(({ caption }) => caption)).toEqual(["a", "b", "c", "d"]);
  expect(view.frames.map(({ bonds }) => bonds)).toEqual([[[0, 1]], undefined, [], [[0, 1]]]);
  expect(view.frames[2]!.positions).toEqual([0, 0, 0, 0, 0, 1.5]);
});

test("bonds that are given take the place of those found, in all frames", () => {
  const view = structureView([water, water], { description, bonds: [[1, 2]] });
  expect(view.frames.map(({ bonds }) => bonds)).toEqual([[[1, 2]], undefined]);
  expect(structureView(water, { description, bonds: [] }).frames[0]!.bonds).toEqual([]);
});

test("the camera sees the atoms of all frames, and the cell", () => {
  const { halfHeight } = structureView(h2(0.7), { description }).camera;
  const far = structureView([h2(0.7), h2(12)], { description }).camera;
  expect(far.halfHeight).toBeGreaterThan(halfHeight);
  expect(far.centre).toEqual([0, 0, 6]);
  const boxed = structureView(system([14], [0, 0, 0], [9, 0, 0, 0, 9, 0, 0, 0, 9]), {
    description,
  });
  expect(boxed.camera.centre).toEqual([4.5, 4.5, 4.5]);
});

test("up to 30 atoms carry their symbols", () => {
  const row = (count: number): System =>
    system(
      Array(count).fill(18),
      Array.from({ length: 3 * count }, (_, i) => i),
    );
  expect(structureView(row(30), { description }).labelled).toBe(true);
  expect(structureView(row(31), { description }).labelled).toBe(false);
});

test("the view is plain JSON, and the systems are left as they are", () => {
  const frames = [water, water];
  const before = JSON.stringify(frames);
  const view = structureView(frames, { description, captions: ["a", "b"] });
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  expect(JSON.stringify(frames)).toBe(before);
});

test("200,000 positions make about 4 MB of text", () => {
  const count = 5000;
  const gas = system(
    Array(count).fill(18),
    Array.from({ length: 3 * count }, (_, i) => 4.321 * (i % 97)),
  );
  const { frames } = structureView([gas, gas], { description, bonds: [] });
  const bytes = JSON.stringify(frames).length * 20;
  expect(bytes).toBeGreaterThan(3e6);
  expect(bytes).toBeLessThan(5e6);
});

const refusals: [string, () => unknown, string][] = [
  [
    "no description",
    () => structureView(water, {} as never),
    "structureView: there must be a description, a sentence that says what is seen",
  ],
  [
    "no options",
    () => structureView(water, undefined as never),
    "structureView: there must be a description, a sentence that says what is seen",
  ],
  [
    "an unknown option",
    () => structureView(water, { description, title: "x" } as never),
    'structureView: options must be description, captions or bonds, got "title"',
  ],
  [
    "no atom",
    () => structureView([], { description }),
    "structureView: there must be at least one atom",
  ],
  [
    "frames of other atoms",
    () => structureView([h2(1), system([1, 2], [0, 0, 0, 1, 1, 1])], { description }),
    "structureView: all frames must be of the same atoms, not so frame 1",
  ],
  [
    "too few coordinates",
    () => structureView(system([1, 1], [0, 0, 0]), { description }),
    "structureView: positions of frame 0 must be 6 numbers, got 3",
  ],
  [
    "a NaN",
    () => structureView([h2(1), h2(Number.NaN)], { description }),
    "structureView: positions of frame 1 must be numbers of bohr, got NaN",
  ],
  [
    "a cell of six numbers",
    () => structureView(system([1], [0, 0, 0], [1, 2, 3, 4, 5, 6]), { description }),
    "structureView: cell of frame 0 must be 9 numbers, got 6",
  ],
  [
    "captions for other frames",
    () => structureView([h2(1), h2(2)], { description, captions: ["a"] }),
    "structureView: there must be one caption to a frame, got 1 for 2",
  ],
  [
    "a bond to an atom that is not there",
    () => structureView(h2(1), { description, bonds: [[0, 2]] }),
    "structureView: a bond must be two of the atoms 0 to 1, got 0 and 2",
  ],
  [
    "a bond of an atom with itself",
    () => structureView(h2(1), { description, bonds: [[1, 1]] }),
    "structureView: a bond must be two of the atoms 0 to 1, got 1 and 1",
  ],
  [
    "too many atoms",
    () => structureView(system(Array(5001).fill(1), Array(15003).fill(0)), { description }),
    "structureView: there must be at most 5000 atoms, and 200000 in all frames together, got 1 frames of 5001; " +
      "show every tenth frame, for example",
  ],
  [
    "too many in all frames",
    () => structureView(Array(100_001).fill(h2(1)), { description }),
    "structureView: there must be at most 5000 atoms, and 200000 in all frames together, got 100001 frames of 2; " +
      "show every tenth frame, for example",
  ],
  [
    "an element without a size",
    () => structureView(system([100], [0, 0, 0]), { description }),
    "covalentRadius: atomicNumber must be that of an element with a covalent radius, got 100 (Fm)",
  ],
];
test.each(refusals)("%s is refused", (_what, act, sentence) => {
  expect(act).toThrow(sentence);
});
