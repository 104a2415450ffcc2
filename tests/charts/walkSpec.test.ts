import { expect, test } from "vitest";
import { inlineTables, visit } from "../../src/charts/walkSpec.js";

test("every property and list element is seen once with its place, rows of data are not", () => {
  const seen: string[] = [];
  const spec = { a: [{ b: 1 }], data: { values: [{ c: 2 }] }, datasets: { d: [{ e: 3 }] } };
  visit(spec, "spec", (_key, _child, place) => seen.push(place));
  expect(seen).toEqual([
    "spec.a",
    "spec.a[0]",
    "spec.a[0].b",
    "spec.data",
    "spec.data.values",
    "spec.datasets",
  ]);
});

test("tables are each data.values and each data set, at any depth; other values are not", () => {
  const spec = {
    data: { values: [{ a: 1 }] },
    layer: [{ data: { values: [{ b: 1 }] } }, { data: { values: [1, 2] } }],
    datasets: { one: [{ c: 1 }], none: [] },
    encoding: { x: { scale: { domain: [1] }, axis: { values: [{ d: 1 }] } } },
  };
  expect(inlineTables(spec)).toEqual([[{ a: 1 }], [{ b: 1 }], [{ c: 1 }]]);
});
