import { expect, test, vi } from "vitest";
import type { ChartSpec } from "../../src/charts/chartSpec.js";
import { checkChart, judgeChart, type WantedChart } from "../../src/course/checkChart.js";
import { todo } from "../../src/course/todo.js";

const wanted: WantedChart = {
  mark: ["point", "circle"],
  x: { field: "mass", unit: "u", values: [1.008, 14.003] },
  y: { field: "k", unit: "hartree/bohr²", values: [0.369, 1.474] },
};
const x = { field: "mass", type: "quantitative", title: "mass / u" } as const;
const y = { field: "k", type: "quantitative", title: "k / (hartree/bohr²)" } as const;
const values = [
  { name: "H2", mass: 1.008, k: 0.369 },
  { name: "N2", mass: 14.003, k: 1.474 },
];
const right: ChartSpec = {
  description: "Stiffness of two bonds against the mass of an atom.",
  data: { values },
  mark: "point",
  encoding: { x, y },
};
type Answer = () => ChartSpec;
const chart =
  (more: object): Answer =>
  () =>
    ({ ...right, ...more }) as ChartSpec;
const RIGHT = "2 rows, the mark, both axes with their titles, and a description";

test.each<[string, Answer, string, string]>([
  ["the answer", () => right, "right", RIGHT],
  ["a mark with settings", chart({ mark: { type: "circle", size: 90 } }), "right", RIGHT],
  ["rows in another order", chart({ data: { values: [...values].reverse() } }), "right", RIGHT],
  ["the untouched stub", () => todo("0.4"), "missing", "exercise 0.4 is not answered yet"],
  [
    "a forgotten return",
    (() => {}) as never,
    "wrong",
    "your function returned nothing (undefined); is a return missing?",
  ],
  [
    "a text instead of an object",
    (() => JSON.stringify(right)) as never,
    "wrong",
    "your function returned a value of type string; it must be a chart, an object in braces",
  ],
  [
    "null",
    (() => null) as never,
    "wrong",
    "your function returned null; it must be a chart, an object in braces",
  ],
  [
    "an async function",
    (async () => right) as never,
    "wrong",
    'your function returned a promise; write it without the word "async"',
  ],
  [
    "a crash",
    () => {
      throw new Error("boom");
    },
    "wrong",
    "your function stopped with Error: boom",
  ],
  [
    "no description",
    chart({ description: undefined }),
    "wrong",
    "a chart must have a description, a sentence that says what it shows, got undefined",
  ],
  [
    "NaN data",
    chart({ data: { values: [values[0], { mass: 1, k: Number.NaN }] } }),
    "wrong",
    "spec.data.values[1].k must be a finite number, got NaN",
  ],
  [
    "a mark that does not exist",
    chart({ mark: "points" }),
    "wrong",
    "spec.mark must be one of arc, area, bar",
  ],
  [
    "another mark",
    chart({ mark: "bar" }),
    "wrong",
    'the mark is "bar"; asked is "point" or "circle"',
  ],
  [
    "no mark",
    () => {
      const { mark: _, ...rest } = right as { mark: string };
      return rest as unknown as ChartSpec;
    },
    "wrong",
    'the chart has no mark; asked is "point" or "circle"',
  ],
  [
    "a column that does not exist",
    chart({ encoding: { x: { ...x, field: "m" }, y } }),
    "wrong",
    'spec.encoding.x.field must name a column of the data (name, mass, k), got "m"',
  ],
  [
    "another column",
    chart({ encoding: { x: { ...x, field: "name" }, y } }),
    "wrong",
    'encoding.x.field is "name"; asked is "mass"',
  ],
  [
    "x and y swapped",
    chart({ encoding: { x: y, y: x } }),
    "wrong",
    'x and y are swapped: "mass" belongs on x, "k" on y',
  ],
  ["no y", chart({ encoding: { x } }), "wrong", 'encoding.y must say its field, the column "k"'],
  [
    "no encoding",
    chart({ encoding: undefined }),
    "wrong",
    'encoding.x must say its field, the column "mass"',
  ],
  [
    "a type left out",
    chart({ encoding: { x, y: { field: "k", title: y.title } } }),
    "wrong",
    'encoding.y.type must be "quantitative", because it is a number',
  ],
  [
    "no title",
    chart({ encoding: { x: { ...x, title: undefined }, y } }),
    "wrong",
    'encoding.x has no title; it is the quantity and its unit, "... / u"',
  ],
  [
    "a title without the unit",
    chart({ encoding: { x: { ...x, title: "mass" }, y } }),
    "wrong",
    'encoding.x.title is "mass"; it must end with its unit, "... / u"',
  ],
  [
    "a title with another unit",
    chart({ encoding: { x, y: { ...y, title: "k / (N/m)" } } }),
    "wrong",
    'encoding.y.title is "k / (N/m)"; it must end with its unit, "... / (hartree/bohr²)"',
  ],
  [
    "rows forgotten",
    chart({ data: { values: values.slice(1) } }),
    "wrong",
    "data.values has 1 row; there must be 2",
  ],
  [
    "right in the first row only",
    chart({ data: { values: [values[0], { ...values[1], k: 2.948 }] } }),
    "wrong",
    'a row has 2.948 as "k"; there must be 1.474',
  ],
  [
    "numbers as text",
    chart({ data: { values: values.map((row) => ({ ...row, mass: String(row.mass) })) } }),
    "wrong",
    'a row has "1.008" as "mass"; there must be 1.008',
  ],
])("%s is judged", (_name, answer, status, message) => {
  const verdict = judgeChart(answer, wanted);
  expect(verdict.status).toBe(status);
  expect(verdict.message).toContain(message);
  expect(verdict.message.startsWith(message)).toBe(true);
});

test("a quantity without a unit must have none in its title", () => {
  const epochs = { ...wanted, x: { ...wanted.x, unit: "" } };
  const titled = (title: string): Answer => chart({ encoding: { x: { ...x, title }, y } });
  expect(judgeChart(titled("epoch"), epochs).status).toBe("right");
  expect(judgeChart(titled("epoch / u"), epochs).message).toBe(
    'encoding.x.title is "epoch / u"; it must have no unit',
  );
});

test("values may differ by 10⁻⁶ of the largest", () => {
  const off = (by: number): Answer =>
    chart({ data: { values: values.map((row) => ({ ...row, k: row.k + by })) } });
  expect(judgeChart(off(1.4e-6), wanted).status).toBe("right");
  expect(judgeChart(off(1.6e-6), wanted).status).toBe("wrong");
});

test.each([
  [[], [], "got 0 and 0"],
  [[1], [1, 2], "got 1 and 2"],
])("an author's mistake stops: %j and %j", (xs, ys, end) => {
  const mistaken = { ...wanted, x: { ...wanted.x, values: xs }, y: { ...wanted.y, values: ys } };
  expect(() => judgeChart(() => right, mistaken)).toThrow(
    new RangeError(`checkChart: x and y must have as many values, at least one, ${end}`),
  );
});

test("checkChart prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkChart(() => todo("0.4"), wanted)).toBeUndefined();
  expect(checkChart(() => right, wanted)).toBeUndefined();
  expect(log.mock.calls).toEqual([
    ["… missing: exercise 0.4 is not answered yet"],
    [`✔ right: ${RIGHT}`],
  ]);
  log.mockRestore();
});
