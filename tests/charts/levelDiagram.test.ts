import { expect, test } from "vitest";
import { type LevelDiagram, levelDiagram } from "../../src/charts/levelDiagram.js";
import { show } from "../../src/charts/show.js";
import { DASHES, PALETTE } from "../../src/charts/style.js";
import { tableOf } from "../../src/charts/table.js";
import { runChart } from "../support/vegaView.js";

const places = [-3, -2, -1, 0, 1, 2, 3];
const curve = { name: "V", x: places, y: places.map((x) => x * x) };
const x = { title: "x / bohr", domain: [-4, 4] as const };
const inWell = (more: Partial<LevelDiagram> = {}): LevelDiagram => ({
  description: "Levels.",
  x,
  y: { title: "E / hartree", domain: [0, 10] },
  curve,
  levels: [{ name: "light", y: [1, 4] }],
  ...more,
});
const inColumns = (more: Partial<LevelDiagram> = {}): LevelDiagram => ({
  description: "Levels.",
  y: { title: "E / hartree" },
  levels: [
    { name: "exact", y: [0, 1] },
    { name: "adiabatic", y: [0.1, 1.2], labels: ["ground", "first"] },
  ],
  ...more,
});

test("a level goes from one turning point to the other, at its height", async () => {
  const { items } = await runChart(levelDiagram(inWell()));
  const levels = items("rule").filter(({ datum }) => datum.name === "light") as unknown as {
    x: number;
    x2: number;
    y: number;
  }[];
  const toX = (pixel: number): number => (pixel - 240) / 60;
  expect(levels.map((l) => [toX(l.x), toX(l.x2), 10 - l.y / 30])).toEqual([
    [-1, 1, 1],
    [-2, 2, 4],
  ]);
});

test("its number, or its label, stands at the right end; of a second set at the left end", async () => {
  const levels = [
    { name: "light", y: [1, 4] },
    { name: "heavy", y: [2.5], labels: ["v = 0"] },
    { name: "third", y: [6] },
  ];
  const { items } = await runChart(levelDiagram(inWell({ levels })));
  const labels = items("text").filter(({ datum }) => datum.label !== undefined && datum.y);
  expect(labels.map(({ text, x: at }) => [text, (at - 240) / 60])).toEqual([
    ["0", 1],
    ["1", 2],
    ["v = 0", -1.5],
  ]);
});

test("a label that would touch the one below it is left out, the level is not", async () => {
  // 30 pixels to a hartree: 12 pixels are 0.4 hartree.
  const levels = [{ name: "light", y: [1, 1.39, 1.41, 1.9] }];
  const { items } = await runChart(levelDiagram(inWell({ levels })));
  const labels = items("text").filter(({ datum }) => datum.name === "light");
  expect(labels.map(({ text }) => text)).toEqual(["0", "2", "3"]);
  expect(items("rule").filter(({ datum }) => datum.name === "light")).toHaveLength(4);
});

test("the curve has the first colour and is solid; sets go on with colours and begin with solid", async () => {
  const levels = [
    { name: "light", y: [1] },
    { name: "heavy", y: [2] },
  ];
  const { items } = await runChart(levelDiagram(inWell({ levels })));
  const [light, heavy] = ["light", "heavy"].map(
    (name) => items("rule").find(({ datum }) => datum.name === name)!,
  );
  expect([light!.stroke, light!.strokeDash]).toEqual([PALETTE[1], DASHES[0]]);
  expect([heavy!.stroke, heavy!.strokeDash]).toEqual([PALETTE[2], DASHES[1]]);
  expect(items("line")[0]!.stroke).toBe(PALETTE[0]);
});

test("without a curve the sets stand side by side under their names", async () => {
  const { items } = await runChart(levelDiagram(inColumns()));
  const ticks = items("rect").filter(({ datum }) => datum.name);
  expect(ticks.map(({ datum }) => [datum.name, datum.label, datum.y])).toEqual([
    ["exact", "0", 0],
    ["exact", "1", 1],
    ["adiabatic", "ground", 0.1],
    ["adiabatic", "first", 1.2],
  ]);
  expect(ticks[0]!.x).toBe(ticks[1]!.x);
  expect(ticks[2]!.x).toBeGreaterThan(ticks[0]!.x + 100);
  const words = items("text").map(({ text }) => text);
  expect(words).toEqual(
    expect.arrayContaining(["exact", "adiabatic", "ground", "first", "0", "1"]),
  );
});

test("their order is the one given", async () => {
  const levels = ["b", "c", "a"].map((name) => ({ name, y: [0, 1] }));
  const { items } = await runChart(levelDiagram(inColumns({ levels })));
  const columns = new Map(items("rect").map(({ datum, x: at }) => [datum.name, at]));
  const places = ["b", "c", "a"].map((name) => columns.get(name)!);
  expect(places).toEqual([...places].sort((p, q) => p - q));
});

test("the description gets number, lowest and highest level of each set", () => {
  expect(levelDiagram(inColumns()).description).toBe(
    "Levels. exact: 2 levels, E / hartree from 0 to 1. adiabatic: 2 levels, E / hartree from 0.1 to 1.2.",
  );
});

test("its table has the levels, in a well with their ends", () => {
  expect(tableOf(levelDiagram(inColumns())).split("\n")[2]).toBe("| exact | 0 | 0 |");
  const [head, , first] = tableOf(levelDiagram(inWell())).split("\n");
  expect(head).toBe("| which | level | E / hartree | x / bohr | x / bohr, outer |");
  expect(first).toBe("| light | 0 | 1 | -1 | 1 |");
});

test.each([inWell(), inColumns()])("it is plain JSON that show takes", async (chart) => {
  const spec = levelDiagram(chart);
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(await show(spec)).toBeDefined();
});

test.each<[Partial<LevelDiagram>, string]>([
  [{ levels: [] }, "levelDiagram: levels must hold at least one set, got none"],
  [
    { levels: [{ name: "light", y: [-1] }] },
    'levelDiagram: "light": levels must not lie below all of "V", whose lowest is 0 (is zero the ' +
      "same for both?), got -1",
  ],
  [
    { levels: [{ name: "light", y: [1, NaN] }] },
    'levelDiagram: "light": y must be finite numbers, got NaN at index 1',
  ],
  [
    { levels: [{ name: "light", y: [1, 2], labels: ["a"] }] },
    'levelDiagram: "light": labels must be as many as y, 2, got 1',
  ],
  [{ levels: [{ name: "V", y: [1] }] }, 'levelDiagram: names must differ, got "V" twice'],
  [
    { curve: { ...curve, y: [1] } },
    'levelDiagram: "V": y must have as many numbers as x, 7, got 1',
  ],
  [
    { y: { title: "E", log: true } },
    "levelDiagram: y must be a linear axis, got a logarithmic one",
  ],
])("%j is refused", (wrong, sentence) => {
  expect(() => levelDiagram(inWell(wrong))).toThrow(sentence);
});

test("a curve without its axis is refused, and an axis without a curve", () => {
  const sentence = "levelDiagram: curve and x must be given together, or neither";
  expect(() => levelDiagram(inColumns({ curve }))).toThrow(new TypeError(sentence));
  expect(() => levelDiagram(inColumns({ x }))).toThrow(new TypeError(sentence));
});
