import * as vega from "vega";
import * as vegaLite from "vega-lite";
import { expect, test } from "vitest";
import { lineChart } from "../../src/charts/lineChart.js";
import { prepareForResvg } from "../../src/charts/prepareForResvg.js";

/** The SVG of a chart, after what is done for resvg; draw.test.ts looks at the pictures. */
async function svgOf(spec: vegaLite.TopLevelSpec): Promise<string> {
  const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { logLevel: vega.Error });
  await view.runAsync();
  prepareForResvg(view);
  return view.toSVG();
}

const count = (svg: string, what: RegExp): number => [...svg.matchAll(what)].length;

test("what is there for the mouse alone, like a curve's points, is left out", async () => {
  const x = [1, 2, 3];
  const axes = { x: { title: "x" }, y: { title: "y" } };
  const svg = await svgOf(
    lineChart({ ...axes, description: "d", curves: [{ name: "a", x, y: x }] }),
  );
  expect(count(svg, /aria-roledescription="point"/g)).toBe(0);
  expect(count(svg, /aria-roledescription="line mark"/g)).toBe(1);
});

test("half-transparent things get half-transparent fill and stroke", async () => {
  const bar = { type: "bar", opacity: 0.5, fillOpacity: 0.8, stroke: "red" } as const;
  const svg = await svgOf({
    data: { values: [{ a: 1 }] },
    mark: bar,
    encoding: { y: { field: "a", type: "quantitative" } },
  });
  expect(count(svg, /<path[^>]* fill-opacity="0.4"[^>]* stroke-opacity="0.5"/g)).toBe(1);
  expect(count(svg, / opacity="0.5"/g)).toBe(0);
});

test("what is opaque is left as it is", async () => {
  const svg = await svgOf({
    data: { values: [{ a: 1 }] },
    mark: "bar",
    encoding: { y: { field: "a", type: "quantitative" } },
  });
  expect(count(svg, /<path[^>]*fill="#4c78a8"[^>]*>/g)).toBe(1);
  expect(count(svg, /fill="#4c78a8"[^>]*opacity/g)).toBe(0);
});

test("no coordinate lies further away than 100,000 pixels", async () => {
  const svg = await svgOf({
    data: {
      values: [
        { a: 0, b: 0 },
        { a: 1, b: 1e30 },
      ],
    },
    mark: { type: "line", clip: true },
    encoding: {
      x: { field: "a", type: "quantitative" },
      y: { field: "b", type: "quantitative", scale: { domain: [0, 1] } },
    },
  });
  expect(svg).toContain("L200,-100000");
});
