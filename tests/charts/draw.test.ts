import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { ChartSpec } from "../../src/charts/chartSpec.js";
import { draw } from "../../src/charts/draw.js";
import { chartConfig } from "../../src/charts/style.js";
import { pixelsOf, readPng } from "../support/png.js";

const RED = "#ff0000";

/** A red line through the given points, in axes from 0 to 1. */
const line = (points: readonly (readonly [number, number])[], mark: object = {}): ChartSpec => ({
  description: "A line.",
  config: chartConfig(),
  width: 200,
  height: 100,
  data: { values: points.map(([x, y]) => ({ x, y })) },
  mark: { type: "line", color: RED, strokeWidth: 4, clip: true, ...mark },
  encoding: {
    x: { field: "x", type: "quantitative", scale: { domain: [0, 1] }, axis: null },
    y: { field: "y", type: "quantitative", scale: { domain: [0, 1] }, axis: null },
  },
});
/** With both axes gone, the picture is the plot and Vega's padding of 5 pixels. */
const WHOLE = { width: 210, height: 110 };

test("the picture has two image pixels to one of the chart", async () => {
  const { png, ...size } = await draw(
    line([
      [0, 0.5],
      [1, 0.5],
    ]),
  );
  expect(size).toEqual(WHOLE);
  const image = readPng(png);
  expect(image).toMatchObject({ width: 420, height: 220 });
  expect(pixelsOf(image, RED)).toMatchObject({ left: 10, right: 409, top: 106, bottom: 113 });
});

test("the ground is white, opaque", async () => {
  const { png } = await draw(
    line([
      [0, 0.5],
      [1, 0.5],
    ]),
  );
  expect([...readPng(png).rgba.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});

test("what lies outside the axes is cut off", async () => {
  const { png, ...size } = await draw(
    line([
      [0, -3],
      [1, 4],
    ]),
  );
  expect(size).toEqual(WHOLE);
  const { top, bottom, count } = pixelsOf(readPng(png), RED);
  expect(top).toBeGreaterThanOrEqual(9);
  expect(bottom).toBeLessThanOrEqual(211);
  expect(count).toBeGreaterThan(500);
});

test.each([
  1e3, 1e9, 1e18, 1e300,
])("a line that rises to %d is seen where it leaves the axes", async (far) => {
  const { png } = await draw(
    line([
      [0, 0.5],
      [0.5, 0.5],
      [0.51, far],
    ]),
  );
  const { right, top } = pixelsOf(readPng(png), RED);
  expect(right).toBeGreaterThan(205);
  expect(right).toBeLessThan(220);
  expect(top).toBeLessThan(14);
});

test.each([{}, { opacity: 0.5 }])("a line far outside is left out: %j", async (mark) => {
  const { png } = await draw(
    line(
      [
        [0, -1e4],
        [1, -2e4],
      ],
      mark,
    ),
  );
  expect(pixelsOf(readPng(png), RED).count).toBe(0);
});

test("points far outside are left out, those inside stay", async () => {
  const spec = line(
    [
      [0.5, 0.5],
      [0.5, 500],
    ],
    { type: "circle", opacity: 0.999, size: 400 },
  );
  expect(pixelsOf(readPng((await draw(spec)).png), RED)).toMatchObject({ left: 190, right: 229 });
});

test("a half-transparent line that leaves the axes is drawn up to where it leaves", async () => {
  const { png } = await draw(
    line(
      [
        [0.5, 0],
        [0.5, 10],
      ],
      { opacity: 0.5 },
    ),
  );
  const { top, bottom } = pixelsOf(readPng(png), "#ff7f7f");
  expect(top).toBeLessThan(14);
  expect(bottom).toBe(209);
});

/** A red text that begins at the right edge of the axes and ends where the picture does. */
const text = (words: string): ChartSpec => ({
  ...line([[1, 0.5]]),
  mark: {
    type: "text",
    text: words,
    align: "left",
    fontSize: 20,
    color: RED,
    font: "Liberation Sans",
  },
});

test("letters are drawn in the shipped font, also when another is asked for and installed", async () => {
  const width = async (words: string): Promise<number> => {
    const { left, right } = pixelsOf(readPng((await draw(text(words))).png), RED);
    return right - left;
  };
  // Ten letters more: 10 x 1298/2048 of 20 pixels (DejaVu Sans), twice; Liberation Sans: 1139/2048.
  const wider = (await width("nnnnnnnnnnnn")) - (await width("nn"));
  expect(wider).toBeCloseTo(20 * 20 * (1298 / 2048), -1);
});

test("the picture is as wide as its letters need", async () => {
  const letters = 20 * ((10 * 1298) / 2048);
  expect((await draw(text("nnnnnnnnnn"))).width).toBeCloseTo(WHOLE.width + letters, -0.5);
});

test("tooltips, which no picture shows, are not computed", async () => {
  const spec = line([[0.5, 0.5]], { tooltip: { expr: "datum.x.no.such.column" } });
  await expect(draw(spec)).resolves.toBeDefined();
});

test("nothing is loaded from elsewhere", async () => {
  const spec = { ...line([[0, 0]]), data: { url: "package.json" } };
  await expect(draw(spec)).rejects.toThrow('nothing is loaded from "package.json"');
});

test("the bytes depend neither on language, time zone nor the machine's fonts", async () => {
  const program = `
    const { draw } = await import("./src/dist/charts/draw.js");
    const spec = ${JSON.stringify({ ...line([[0, 0]]), title: "Energy" })};
    process.stdout.write((await draw(spec)).png.toString("base64"));`;
  const elsewhere = {
    LANG: "de_DE.UTF-8",
    TZ: "Asia/Tokyo",
    FONTCONFIG_FILE: "/none",
    HOME: "/none",
  };
  const there = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, ...elsewhere },
    encoding: "utf8",
  });
  expect(there).toBe((await draw({ ...line([[0, 0]]), title: "Energy" })).png.toString("base64"));
});

test("what Vega-Lite would only warn about is refused", async () => {
  const spec = line([[0, 0]]) as { encoding: object };
  const encoding = { ...spec.encoding, z: { field: "x" } };
  await expect(draw({ ...spec, encoding } as never)).rejects.toThrow("z-encoding is dropped");
});

test("a chart without end is refused, with the reason", async () => {
  const wide = line(
    [
      [0.5, 0.5],
      [1e6, 0.5],
    ],
    { type: "point", clip: false },
  );
  await expect(draw(wide)).rejects.toThrow(
    "must be 1 to 5000 pixels wide and high, got 200000007 by 100; marks far outside",
  );
});
