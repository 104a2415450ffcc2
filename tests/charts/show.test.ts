import { execFileSync } from "node:child_process";
import { afterEach, expect, test, vi } from "vitest";
import type { ChartSpec } from "../../src/charts/chartSpec.js";
import { heatMap } from "../../src/charts/heatMap.js";
import { histogram } from "../../src/charts/histogram.js";
import { lineChart } from "../../src/charts/lineChart.js";
import { parityPlot } from "../../src/charts/parityPlot.js";
import type { Bundle } from "../../src/charts/publish.js";
import { scatterChart } from "../../src/charts/scatterChart.js";
import { show } from "../../src/charts/show.js";
import { FONT } from "../../src/charts/style.js";
import { readPng } from "../support/png.js";

const BUILDERS = (
  "lineChart scatterChart curveFamily formulaCurve lineFrames heatMap heatMapFrames parityPlot " +
  "histogram lossCurve spectrumChart levelDiagram barChart boxChart"
).split(" ");

const HOOK = Symbol.for("mlip.display");
const hooks = globalThis as Record<symbol, unknown>;
afterEach(() => {
  delete hooks[HOOK];
});

const spec: ChartSpec = {
  description: "A line that rises.",
  data: {
    values: [
      { r: 1, e: 2 },
      { r: 2, e: 3 },
    ],
  },
  mark: "line",
  encoding: {
    x: { field: "r", type: "quantitative", title: "r / bohr" },
    y: { field: "e", type: "quantitative", title: "e / hartree" },
  },
};

const LAB = "application/vnd.vegalite.v5+json";

test("outside a notebook the bundle is returned: the spec, a picture and the description", async () => {
  const bundle = (await show(spec))!;
  expect(Object.keys(bundle.data)).toEqual([LAB, "image/png", "text/plain"]);
  expect(bundle.data["text/plain"]).toBe("A line that rises.");
  const png = Buffer.from(bundle.data["image/png"] as string, "base64");
  const { width, height } = readPng(png);
  expect(bundle.metadata).toEqual({
    "image/png": { width: width / 2, height: height / 2, alt: "A line that rises." },
  });
});

test("the spec goes out as an object with Vega-Lite 5's schema and the course's look", async () => {
  const sent = (await show(spec))!.data[LAB] as ChartSpec;
  expect(sent).toMatchObject({
    ...spec,
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    config: { font: FONT, view: { continuousWidth: 480, continuousHeight: 300 } },
  });
});

test("a spec's own size and settings win", async () => {
  const own = { ...spec, width: 200, config: { font: "serif", axis: { grid: false } } };
  const sent = (await show(own))!.data[LAB] as ChartSpec;
  expect(sent).toMatchObject({
    width: 200,
    config: { font: "serif", axis: { grid: false, titleFontSize: 12 } },
  });
});

test("the spec that was given is left as it is", async () => {
  const before = JSON.stringify(spec);
  const deepFreeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  };
  deepFreeze(spec);
  await show(spec);
  expect(JSON.stringify(spec)).toBe(before);
});

test("in a notebook one bundle is shown and nothing returned, so that no value is printed", async () => {
  const shown: Bundle[] = [];
  hooks[HOOK] = (bundle: Bundle) => shown.push(bundle);
  expect(await show(spec)).toBeUndefined();
  expect(shown.map((bundle) => Object.keys(bundle.data))).toEqual([
    [LAB, "image/png", "text/plain"],
  ]);
});

test("with table the numbers follow, in the text and as a table of its own", async () => {
  const shown: Bundle[] = [];
  hooks[HOOK] = (bundle: Bundle) => shown.push(bundle);
  await show(spec, { table: true });
  const table = "| r / bohr | e / hartree |\n| --- | --- |\n| 1 | 2 |\n| 2 | 3 |";
  expect(shown).toHaveLength(2);
  expect(shown[0]!.data["text/plain"]).toBe(`A line that rises.\n\n${table}`);
  expect(shown[1]!.data).toEqual({ "text/markdown": table, "text/plain": table });
});

test("an unknown option is refused", async () => {
  await expect(show(spec, { tables: true } as never)).rejects.toThrow(
    new TypeError('show: the only option is "table", got "tables"'),
  );
});

test.each([
  [{ description: "" }, "show: a chart must have a description"],
  [{ mark: "lines" }, "show: spec.mark must be one of"],
  [
    { encoding: { x: { field: "r", type: "quantitativ" } } },
    "show: spec.encoding.x.type must be one of quantitative",
  ],
  [
    { transform: [{ calculate: "datum.r +", as: "s" }] },
    "show: Vega-Lite cannot draw this chart: Unexpected end of input",
  ],
  [
    { transform: [{ calculate: "strength * datum.r", as: "s" }] },
    'show: Vega-Lite cannot draw this chart: Unrecognized signal name: "strength"',
  ],
  [
    { transform: [{ filter: "datum.r > 9" }] },
    'show: Vega-Lite cannot draw this chart: no row of the data has a number in "r"',
  ],
  [{ mark: undefined }, "show: spec.mark must be one of"],
  [
    { encoding: { z: { field: "r" } } },
    "show: Vega-Lite cannot draw this chart: z-encoding is dropped",
  ],
])("%j is refused in one sentence", async (more, sentence) => {
  const error = await show({ ...spec, ...more } as never).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toContain(sentence);
  expect((error as Error).message.length).toBeLessThan(300);
});

test("nothing is written to the console or to standard error", async () => {
  const spies = (["log", "info", "warn", "error"] as const).map((name) => vi.spyOn(console, name));
  const write = vi.spyOn(process.stderr, "write");
  await show(spec);
  await show({ ...spec, encoding: { x: { field: "nothing" } } }).catch(() => {});
  for (const spy of [...spies, write]) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

const axes = { description: "D.", x: { title: "x" }, y: { title: "y" } };
const row = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i / 500);
const waves = (n: number) => [{ name: "waves", x: row(n), y: row(n).map((x) => Math.sin(x * x)) }];

test.each<[string, () => ChartSpec]>([
  ["line chart", () => lineChart({ ...axes, curves: waves(10_000) })],
  ["scatter chart", () => scatterChart({ ...axes, points: waves(10_000) })],
  ["parity plot", () => parityPlot({ ...axes, points: waves(10_000) })],
  [
    "histogram",
    () => histogram({ ...axes, samples: [{ name: "waves", values: waves(10_000)[0]!.y }] }),
  ],
  [
    "heat map",
    () => {
      const field = { x: row(100), y: row(100), z: (x: number, y: number) => Math.sin(50 * x * y) };
      return heatMap({ ...axes, z: { title: "z" }, field, contours: 8 });
    },
  ],
])("a %s of 10,000 points shows in under a second", async (_, chart) => {
  const time = async (make: () => ChartSpec): Promise<number> => {
    const start = performance.now();
    await show(make());
    return performance.now() - start;
  };
  const shortest = async (make: () => ChartSpec): Promise<number> =>
    Math.min(await time(make), await time(make), await time(make));
  // What a chart of two points takes (0.15 s on an idle machine) tells how busy this one is.
  const small = await shortest(() => lineChart({ ...axes, curves: waves(2) }));
  expect(await shortest(chart)).toBeLessThan(6 * small);
});

test("importing show and the builders loads neither vega nor vega-lite", () => {
  const program = `
    const { createRequire } = await import("node:module");
    for (const file of ${JSON.stringify(["show", ...BUILDERS])})
      await import("./src/dist/charts/" + file + ".js");
    const loaded = Object.keys(createRequire(process.cwd() + "/x.js").cache);
    console.log(loaded.filter((file) => /vega|resvg/.test(file)).length);`;
  const args = ["--input-type=module", "-e", program];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" }).trim()).toBe("0");
});
