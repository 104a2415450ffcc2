import { expect, test } from "vitest";
import { checkSpec } from "../../src/charts/checkSpec.js";

const encoding = { x: { field: "r" }, y: { field: "energy" } };
const rows = [
  { r: 1, energy: 2 },
  { r: 2, energy: 3 },
];
const good = { description: "A line.", data: { values: rows }, mark: "line", encoding };

test("a chart that says what it shows and carries its numbers passes", () => {
  expect(() => checkSpec(good)).not.toThrow();
});

test.each([[undefined], [""], ["  "], [7]])("description %j is refused", (description) => {
  expect(() => checkSpec({ ...good, description })).toThrow(
    "show: a chart must have a description, a sentence that says what it shows, got",
  );
});

test("settings of all marks together, config.mark, are no mark", () => {
  expect(() => checkSpec({ ...good, config: { mark: { opacity: 0.5 } } })).not.toThrow();
});

test("no spec at all is refused", () => {
  expect(() => checkSpec(undefined as never)).toThrow("show: a chart must have a description");
});

test.each([NaN, Infinity, -Infinity])("the place of a %d is named", (energy) => {
  const values = [...rows, { r: 3, energy }];
  expect(() => checkSpec({ ...good, data: { values } })).toThrow(
    new RangeError(`show: spec.data.values[2].energy must be a finite number, got ${energy}`),
  );
});

test("a hole in a row is refused, a setting left out is not", () => {
  const values = [{ r: 1, energy: undefined }];
  expect(() => checkSpec({ ...good, data: { values } })).toThrow(
    "show: spec.data.values[0].energy must be plain JSON (numbers, texts, lists, objects), got undefined",
  );
  const { data, ...rest } = good;
  expect(() =>
    checkSpec({ ...rest, data: { name: "a" }, datasets: { a: [{ r: undefined, energy: 1 }] } }),
  ).toThrow("show: spec.datasets.a[0].r must be plain JSON");
  expect(() => checkSpec({ ...good, title: undefined })).not.toThrow();
});

test("what is no JSON is refused, a typed array with the way out", () => {
  expect(() => checkSpec({ ...good, data: { values: new Float64Array(2) } })).toThrow(
    new TypeError(
      "show: spec.data.values must be plain JSON (numbers, texts, lists, objects), got Float64Array; " +
        "Array.from(...) makes a list of it",
    ),
  );
  expect(() => checkSpec({ ...good, title: () => "no" })).toThrow("got function");
  expect(() => checkSpec({ ...good, title: new Map() })).toThrow("got Map");
  expect(() => checkSpec({ ...good, title: 1n })).toThrow("got bigint");
});

test('width: "container" is refused at any depth', () => {
  expect(() => checkSpec({ ...good, width: "container" })).toThrow(
    new RangeError('show: spec.width must be a number of pixels, got "container"'),
  );
  expect(() => checkSpec({ ...good, hconcat: [{ height: "container" }] })).toThrow(
    'show: spec.hconcat[0].height must be a number of pixels, got "container"',
  );
});

test("numbers from elsewhere are refused", () => {
  expect(() => checkSpec({ ...good, data: { url: "a.csv" } })).toThrow(
    'show: a chart must carry its numbers in data.values, got spec.data.url "a.csv"',
  );
});

test.each(["lines", { type: "lines" }])("an unknown mark is refused: %j", (mark) => {
  expect(() => checkSpec({ ...good, mark })).toThrow(
    "show: spec.mark must be one of arc, area, bar, boxplot, circle, errorband, errorbar, geoshape, " +
      'image, line, point, rect, rule, square, text, tick, trail, got "lines"',
  );
  expect(() => checkSpec({ ...good, layer: [{ mark }] })).toThrow(
    "show: spec.layer[0].mark must be",
  );
});

test("an unknown type of a field is refused, one left out is not", () => {
  const wrong = { x: { field: "r", type: "quantitativ" } };
  expect(() => checkSpec({ ...good, encoding: wrong })).toThrow(
    "show: spec.encoding.x.type must be one of quantitative, temporal, ordinal, nominal, geojson, " +
      'got "quantitativ"',
  );
  const inList = { tooltip: [{ field: "r" }, { field: "r", type: "number" }] };
  expect(() => checkSpec({ ...good, encoding: inList })).toThrow("spec.encoding.tooltip[1].type");
});

test("a field no row has is refused, with the columns there are", () => {
  const encoding = { x: { field: "r" }, y: { field: "eenrgy" } };
  expect(() => checkSpec({ ...good, encoding })).toThrow(
    new RangeError(
      'show: spec.encoding.y.field must name a column of the data (r, energy), got "eenrgy"',
    ),
  );
});

test.each([
  ["a transform's result", { transform: [{ calculate: "1", as: "new" }] }],
  ["one of several", { transform: [{ fold: ["r"], as: ["which", "new"] }] }],
  ["a pivot's column", { transform: [{ pivot: "r", value: "energy" }] }],
  ["a sequence", { data: { sequence: { start: 0, stop: 1, as: "new" } } }],
  ["a named data set", { datasets: { a: [{ new: 1 }] }, data: { name: "a" } }],
  ["a text of values", { data: { values: "new\n1", format: { type: "csv" } } }],
])("a field may come from %s", (_, more) => {
  const encoding = { x: { field: "new" } };
  expect(() => checkSpec({ ...good, encoding })).toThrow('got "new"');
  expect(() => checkSpec({ ...good, ...more, encoding })).not.toThrow();
});

test("a field of a part of a column is known by the column", () => {
  const deep = { ...good, data: { values: [{ a: { b: 1 } }] } };
  expect(() => checkSpec({ ...deep, encoding: { x: { field: "a.b" } } })).not.toThrow();
  expect(() => checkSpec({ ...deep, encoding: { x: { field: "a['b']" } } })).not.toThrow();
  expect(() => checkSpec({ ...deep, encoding: { x: { field: "c.b" } } })).toThrow('got "c.b"');
});
