import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ChartSpec } from "../../src/charts/chartSpec.js";
import { draw } from "../../src/charts/draw.js";
import { PALETTE } from "../../src/charts/style.js";
import { type Lab, runNotebook, save, setTheme, startLab } from "../support/lab.js";
import { makeNotebook, type Notebook } from "../support/notebook.js";
import { type Image, pixelsOf, readPng } from "../support/png.js";

const IMPORTS = `
import { show } from "mlip/charts/show";
import { lineChart } from "mlip/charts/lineChart";
import { scatterChart } from "mlip/charts/scatterChart";
import { curveFamily } from "mlip/charts/curveFamily";
import { formulaCurve } from "mlip/charts/formulaCurve";
const r = Array.from({ length: 60 }, (_, i) => 0.5 + 0.1 * i);
const morse = (a: number) => r.map((x) => 0.17 * ((1 - Math.exp(-a * (x - 1.4))) ** 2 - 1));
const axes = {
  x: { title: "R / bohr" },
  y: { title: "E / hartree", domain: [-0.2, 0.1] as [number, number] },
};
const points = [{ name: "points", x: r, y: morse(1.1), error: r.map(() => 0.01) }];`;

/** One chart a cell. */
const CHARTS = {
  line: `await show(lineChart({
    ...axes, description: "Two curves.", title: "A line chart", points: points,
    curves: [{ name: "narrow", x: r, y: morse(1.2) }, { name: "wide", x: r, y: morse(0.9) }],
  }));`,
  scatter: `await show(scatterChart({
    ...axes, description: "Points with error bars.", points: points,
  }), { table: true });`,
  family: `await show(curveFamily({
    ...axes, description: "A family of curves.", points: points,
    slider: { name: "a / bohr⁻¹", values: [0.8, 1, 1.2], start: 1 },
    curve: (a) => ({ x: r, y: morse(a) }),
  }));`,
  formula: `await show(formulaCurve({
    ...axes, x: { title: "R / bohr", domain: [0.4, 7] }, description: "A formula.",
    formula: "D*(pow(1-exp(-a*(r-1.4)),2)-1)", variable: "r", name: "Morse", points: points,
    sliders: [
      { name: "D", label: "D / hartree", min: 0.05, max: 0.3, step: 0.01, start: 0.17 },
      { name: "a", label: "a / bohr⁻¹", min: 0.5, max: 2, step: 0.1, start: 0.9 },
    ],
  }));`,
};
const NAMES = Object.keys(CHARTS) as (keyof typeof CHARTS)[];

/** What Lab does with a chart that comes without a picture: the control for the test of saving. */
const WITHOUT_PNG = `(globalThis as any)[Symbol.for("mlip.display")]({ metadata: {}, data: {
  "application/vnd.vegalite.v5+json": {
    data: { values: [{ x: 1, y: 1 }, { x: 2, y: 3 }] }, mark: "line",
    encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
  } } });`;

const VEGA_LITE = "application/vnd.vegalite.v5+json";

const cells = [IMPORTS, ...Object.values(CHARTS)];
const files = {
  "course.ipynb": makeNotebook(cells),
  "unmodified.ipynb": makeNotebook(cells, "tslab-unmodified"),
  "control.ipynb": makeNotebook([WITHOUT_PNG]),
};
const SCREENSHOTS = join(tmpdir(), "mlip-screenshots");

describe.skipIf(!process.env.MLIP_CHROMIUM)("charts in JupyterLab", { timeout: 60_000 }, () => {
  let lab: Lab;
  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    const texts = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)]);
    lab = await startLab(Object.fromEntries(texts));
    await runNotebook(lab, "course.ipynb");
    await drawn();
  }, 90_000);
  afterAll(() => lab?.stop(), 30_000);

  const chart = (name: keyof typeof CHARTS) =>
    lab.page.locator(".vega-embed:visible").nth(NAMES.indexOf(name));
  const slider = (name: keyof typeof CHARTS) => chart(name).locator("input[type=range]").first();

  /** Waits until Lab has drawn all charts of the notebook in front, and nothing changes any more. */
  async function drawn(count = NAMES.length): Promise<void> {
    const canvases = lab.page.locator(".vega-embed:visible canvas");
    await vi.waitFor(async () => expect(await canvases.count()).toBe(count), { timeout: 20_000 });
    await lab.page.waitForTimeout(300);
  }

  /** A chart's canvas as it is now, as the address of a PNG file: equal when the pixels are. */
  async function canvasOf(name: keyof typeof CHARTS): Promise<string> {
    await lab.page.waitForTimeout(200);
    return chart(name)
      .locator("canvas")
      .evaluate((canvas) => (canvas as unknown as { toDataURL(): string }).toDataURL());
  }
  const image = (address: string): Image =>
    readPng(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));

  const screenshots = async (theme: string): Promise<void> => {
    for (const name of NAMES)
      await chart(name).screenshot({ path: join(SCREENSHOTS, `${name}-${theme}.png`) });
  };

  test.each(NAMES)("%s: Lab draws it itself, wider than 100 pixels", async (name) => {
    const { width } = (await chart(name).locator("canvas").boundingBox())!;
    expect(width).toBeGreaterThan(100);
    expect(pixelsOf(image(await canvasOf(name)), PALETTE[0]!).count).toBeGreaterThan(200);
  });

  test("the description is what a screen reader says", async () => {
    const labels = await lab.page.locator(".vega-embed:visible [aria-roledescription]").all();
    const texts = await Promise.all(labels.map((label) => label.getAttribute("aria-label")));
    expect(texts).toEqual([
      "Two curves.",
      "Points with error bars.",
      "A family of curves.",
      "A formula.",
    ]);
  });

  test("the numbers of a chart shown with table are a table of the page", async () => {
    const heads = lab.page.locator(".jp-RenderedMarkdown:visible th");
    expect(await heads.allInnerTexts()).toEqual([
      "which",
      "R / bohr",
      "E / hartree",
      "± E / hartree",
    ]);
  });

  test.each([
    ["family", "1.2"],
    ["formula", "0.3"],
  ] as const)("%s: the slider moves the curve, and back", async (name, value) => {
    const box = (canvas: string, colour: string) => ({
      ...pixelsOf(image(canvas), colour),
      count: 0,
    });
    const before = await canvasOf(name);
    const start = await slider(name).inputValue();
    await slider(name).fill(value);
    const moved = await canvasOf(name);
    expect(box(moved, PALETTE[0]!), "the curve").not.toEqual(box(before, PALETTE[0]!));
    expect(box(moved, PALETTE[1]!), "the points").toEqual(box(before, PALETTE[1]!));
    await slider(name).fill(start);
    expect((await canvasOf(name)) === before).toBe(true);
  });

  test("the keyboard moves a slider: Page up, Page down, Home, End", async () => {
    const values: string[] = [];
    for (const key of ["End", "PageDown", "Home", "PageUp"]) {
      await slider("formula").press(key);
      values.push(await slider("formula").inputValue());
    }
    const [end, below, home, above] = values.map(Number) as [number, number, number, number];
    expect([home, end]).toEqual([0.05, 0.3]);
    expect(below).toBeLessThan(end);
    expect(above).toBeGreaterThan(home);
    await slider("formula").fill("0.17");
  });

  test("the wheel alone leaves the chart; with Ctrl it zooms, and a double click goes back", async () => {
    const canvas = chart("line").locator("canvas");
    const before = await canvasOf("line");
    await canvas.hover({ position: { x: 300, y: 100 } });
    await lab.page.mouse.wheel(0, 100);
    expect((await canvasOf("line")) === before).toBe(true);
    await canvas.hover({ position: { x: 300, y: 100 } });
    await lab.page.keyboard.down("Control");
    await lab.page.mouse.wheel(0, 100);
    await lab.page.keyboard.up("Control");
    expect((await canvasOf("line")) === before).toBe(false);
    await canvas.dblclick({ position: { x: 300, y: 100 } });
    expect((await canvasOf("line")) === before).toBe(true);
  });

  test("a point says its values and its error under the mouse", async () => {
    await chart("scatter").scrollIntoViewIfNeeded();
    const { left, top, bottom } = pixelsOf(image(await canvasOf("scatter")), PALETTE[0]!);
    const symbol = { x: left + 4, y: (top + bottom) / 2 };
    for (let y = top; y < bottom; y += 4) {
      await chart("scatter")
        .locator("canvas")
        .hover({ position: { x: symbol.x, y } });
      if (await lab.page.locator("#vg-tooltip-element.visible").isVisible()) break;
    }
    const tooltip = await lab.page.locator("#vg-tooltip-element.visible").innerText();
    expect(tooltip.replaceAll(/\s+/g, " ")).toMatch(
      /^which: points R \/ bohr: [\d.]+ E \/ hartree: −?[\d.]+ ± 0\.01$/,
    );
  });

  test("the saved file keeps our picture byte for byte, and does not grow when saved again", async () => {
    const saved = async (name: string): Promise<string> => {
      await save(lab);
      return readFileSync(join(lab.folder, name), "utf8");
    };
    /** Of each chart in a file: is its picture the one that we make of its spec? */
    const areOurs = (text: string): Promise<boolean[]> => {
      const outputs = (JSON.parse(text) as Notebook).cells.flatMap((cell) => cell.outputs ?? []);
      const charts = outputs.flatMap(({ data }) => (data?.[VEGA_LITE] ? [data] : []));
      const isOurs = async (data: (typeof charts)[number]): Promise<boolean> => {
        const { png } = await draw(data[VEGA_LITE] as ChartSpec);
        return png.toString("base64") === String(data["image/png"]).replaceAll("\n", "");
      };
      return Promise.all(charts.map(isOurs));
    };
    const first = await saved("course.ipynb");
    expect(await areOurs(first)).toEqual([true, true, true, true]);
    expect(await saved("course.ipynb")).toBe(first);

    // Without a picture of ours Lab adds one of its own.
    await runNotebook(lab, "control.ipynb");
    await drawn(1);
    const control = await saved("control.ipynb");
    expect(control).toContain("image/png");
    expect(await areOurs(control)).toEqual([false]);
  });

  test("unmodified tslab shows the same charts", async () => {
    await runNotebook(lab, "unmodified.ipynb");
    await drawn();
    const theirs = new Map<string, string>();
    for (const name of NAMES) theirs.set(name, await canvasOf(name));
    await screenshots("light");
    await runNotebook(lab, "course.ipynb");
    await drawn();
    for (const name of NAMES) expect((await canvasOf(name)) === theirs.get(name), name).toBe(true);
  });

  test("in the dark theme curves, points and letters stay readable", async () => {
    await setTheme(lab, "JupyterLab Dark");
    await runNotebook(lab, "course.ipynb");
    await drawn();
    await screenshots("dark");
    for (const name of NAMES) {
      const dark = image(await canvasOf(name));
      expect(pixelsOf(dark, "#333333").count, "ground").toBeGreaterThan(50_000);
      expect(pixelsOf(dark, PALETTE[0]!).count, "curve").toBeGreaterThan(200);
      expect(pixelsOf(dark, "#ffffff").count, "letters").toBeGreaterThan(200);
      expect(pixelsOf(dark, "#000000").count, "black letters").toBeLessThan(20);
    }
  });

  test("nothing was written to the page's console as an error", () => {
    expect(lab.errors).toEqual([]);
  });
});
