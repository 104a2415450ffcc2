import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PALETTE } from "../../src/charts/style.js";
import {
  canvasAddress,
  imageAt,
  type Lab,
  runNotebook,
  setTheme,
  startLab,
} from "../support/lab.js";
import { makeNotebook } from "../support/notebook.js";
import { type Image, pixelsOf } from "../support/png.js";

/** One chart a cell: its import and its call. What charts.test.ts moves and hovers is here only looked at. */
const CHARTS: Readonly<Record<string, string>> = {
  lineChart: `{
    x: { title: "M / electron masses", log: true }, y: { title: "error / hartree", log: true },
    curves: [{ name: "first", x: [20, 200, 2000], y: [1e-2, 1e-3, 1e-4] },
             { name: "second", x: [20, 200, 2000], y: [1e-3, 1e-5, 1e-7] }],
    points: [{ name: "computed", x: [20, 200, 2000], y: [2e-2, 1e-3, 9e-5], error: [1e-2, 2e-4, 1e-5] }],
  }`,
  scatterChart: `{
    x: { title: "x / bohr" }, y: { title: "y / bohr" },
    points: ["a", "b", "c", "d", "e", "f"].map((name, k) => ({ name, x: row, y: row.map((v) => v * v + k) })),
  }`,
  curveFamily: `{
    title: "A family", x: { title: "x / bohr" }, y: { title: "E / hartree" },
    slider: { name: "k / (hartree/bohr²)", values: [0.5, 1, 1.5], start: 1 },
    curve: (k: number) => ({ x: row, y: row.map((x) => k * x * x / 2) }),
  }`,
  formulaCurve: `{
    title: "A formula", x: { title: "R / bohr", domain: [0.5, 6] },
    y: { title: "E / hartree", domain: [-0.2, 0.1] },
    formula: "D*(pow(1-exp(-a*(r-1.4)),2)-1)", variable: "r",
    sliders: [{ name: "D", label: "D / hartree", min: 0.05, max: 0.3, step: 0.01, start: 0.17 },
              { name: "a", label: "a / bohr⁻¹", min: 0.5, max: 2, step: 0.1, start: 1 }],
    points: [{ name: "points", x: [1, 1.4, 3], y: [-0.1, -0.17, -0.05] }],
  }`,
  heatMap: `{
    title: "A map", x: { title: "w₁" }, y: { title: "w₂" }, z: { title: "loss / eV²", domain: [0, 6] },
    field: { x: row, y: row, z: (x: number, y: number) => (1 - x) ** 2 + 4 * (y - x * x) ** 2 }, contours: 8,
    paths: [{ name: "descent", x: [-1.5, -1, 0, 0.5, 1], y: [1.8, 1, 0.2, 0.3, 1] }],
    points: [{ name: "minimum", x: [1], y: [1] }],
  }`,
  heatMapFrames: `{
    x: { title: "x₁" }, y: { title: "x₂" }, z: { title: "output", domain: [0, 1], middle: 0.5 },
    slider: { name: "epoch", values: [0, 1, 2, 5, 10], start: 2 }, grid: { x: row, y: row },
    frame: (epoch: number) => (x: number, y: number) => 1 / (1 + Math.exp(-epoch * (x + y))),
    contours: [0.5], points: [{ name: "class 0", x: [-1, -0.5], y: [-1, -0.2] },
                              { name: "class 1", x: [1, 0.5], y: [1, 0.2] }],
  }`,
  lineFrames: `{
    title: "A film", x: { title: "x / bohr" }, y: { title: "E / hartree" },
    slider: { name: "t / fs", values: [0, 0.5, 1, 1.5, 2], start: 0.5 },
    frame: (t: number) => [
      { name: "|ψ|², scaled", x: row, y: row.map((x) => 1 + Math.exp(-9 * (x - Math.cos(t)) ** 2)) }],
    curves: [{ name: "V", x: row, y: row.map((x) => x * x) }],
  }`,
  pathFrames: `{
    x: { title: "w₁" }, y: { title: "w₂" }, z: { title: "loss / eV²", domain: [0, 6] },
    field: { x: row, y: row, z: (x: number, y: number) => x * x + 4 * y * y },
    slider: { name: "learning rate", values: [0.1, 0.2], start: 0.1 },
    path: (rate: number) => ({ x: [1.5, 1.5 - 3 * rate, 0], y: [1, 1 - 8 * rate, 0] }),
  }`,
  parityPlot: `{
    x: { title: "E, DFT / (eV/atom)" }, y: { title: "E, network / (eV/atom)" },
    points: [{ name: "training", x: row, y: row.map((x, i) => x + 0.05 * Math.sin(9 * i)) },
             { name: "test", x: row, y: row.map((x, i) => x + 0.2 * Math.sin(5 * i)) }],
  }`,
  histogram: `{
    x: { title: "error / (meV/atom)" }, density: true,
    samples: [{ name: "training", values: row.map((x) => x ** 3) }, { name: "test", values: row }],
  }`,
  lossCurve: `{
    title: "Learning", y: { title: "loss / eV²" }, markBest: true,
    training: row.map((_, i) => Math.exp(-i / 5)), validation: row.map((_, i) => Math.exp(-i / 6) + i / 1e3),
  }`,
  spectrumChart: `{
    x: { title: "wavenumber / cm⁻¹" }, y: { title: "intensity / (km/mol)" },
    lines: [{ name: "H₂O", x: [1595, 3657, 3756], y: [72, 3, 48] },
            { name: "D₂O", x: [1178, 2671, 2788], y: [38, 2.5, 31] }],
    broadening: { shape: "gaussian", width: 80 },
  }`,
  levelDiagram: `{
    x: { title: "x / bohr" }, y: { title: "E / hartree" },
    curve: { name: "V", x: row, y: row.map((x) => x * x / 2) },
    levels: [{ name: "light", y: [0.5, 1, 1.5] }, { name: "heavy", y: [0.2, 0.6, 1], labels: ["a", "b", "c"] }],
  }`,
  barChart: `{
    x: { title: "time per atom and step / µs", log: true },
    bars: ["Lennard-Jones", "EAM"].flatMap((name, i) =>
      ["this course", "LAMMPS"].map((group, j) => ({ name, group, x: 10 ** (i - 2 * j) }))),
  }`,
  boxChart: `{
    x: { title: "length / m", log: true }, y: { title: "time / s", log: true },
    boxes: [{ name: "DFT molecular dynamics", x: [1e-10, 1e-8], y: [1e-15, 1e-10] },
            { name: "classical molecular dynamics", x: [1e-9, 1e-6], y: [1e-15, 1e-6] }],
  }`,
};
const NAMES = Object.keys(CHARTS);

const cells = [
  `import { show } from "mlip/charts/show";
  const row = Array.from({ length: 41 }, (_, i) => (i - 20) / 10);`,
  ...Object.entries(CHARTS).map(
    ([name, chart]) => `import { ${name} } from "mlip/charts/${name}";
    await show(${name}({ description: "A ${name} with numbers.", ...${chart} }));`,
  ),
];

const SCREENSHOTS = join(tmpdir(), "mlip-screenshots");

describe.skipIf(!process.env.MLIP_CHROMIUM)("every builder in Lab", { timeout: 90_000 }, () => {
  let lab: Lab;
  beforeAll(async () => {
    mkdirSync(SCREENSHOTS, { recursive: true });
    lab = await startLab({ "builders.ipynb": JSON.stringify(makeNotebook(cells)) });
    await lab.page.setViewportSize({ width: 1200, height: 9000 });
    await drawn();
  }, 120_000);
  afterAll(() => lab?.stop(), 30_000);

  const chart = (name: string) => lab.page.locator(".vega-embed:visible").nth(NAMES.indexOf(name));
  const imageOf = async (name: string): Promise<Image> =>
    imageAt(await canvasAddress(chart(name).locator("canvas")));

  /** Some rows of pixels, without those of the legend at the right. */
  const rows = ({ width, rgba }: Image, from: number, to: number): Image => ({
    width,
    height: to - from,
    rgba: rgba
      .slice(4 * width * from, 4 * width * to)
      .map((value, i) => (((i / 4) | 0) % width > 360 ? 0 : value)),
  });

  /** Runs all cells and waits until Lab has drawn all charts. */
  async function drawn(): Promise<void> {
    await runNotebook(lab, "builders.ipynb");
    const canvases = lab.page.locator(".vega-embed:visible canvas");
    await vi.waitFor(async () => expect(await canvases.count()).toBe(NAMES.length), 40_000);
    await lab.page.waitForTimeout(300);
  }

  /** The picture is wide, shows letters, and more than those. */
  async function requireDrawn(name: string, theme: "light" | "dark"): Promise<void> {
    const [ground, letters] = theme === "light" ? ["#ffffff", "#000000"] : ["#333333", "#ffffff"];
    await chart(name).screenshot({ path: join(SCREENSHOTS, `${name}-${theme}.png`) });
    const image = await imageOf(name);
    expect(image.width).toBeGreaterThan(100);
    expect(image.height).toBeGreaterThan(100);
    const empty = pixelsOf(image, ground!).count;
    const written = pixelsOf(image, letters!).count;
    expect(written, "letters").toBeGreaterThan(100);
    expect(image.width * image.height - empty - written, "not blank").toBeGreaterThan(3000);
  }

  test.each(NAMES)("%s is drawn", (name) => requireDrawn(name, "light"));

  test("what a screen reader says begins with the description and goes on with numbers", async () => {
    const labels = await lab.page.locator(".vega-embed:visible [aria-roledescription]").all();
    const texts = await Promise.all(labels.map((label) => label.getAttribute("aria-label")));
    for (const [i, name] of NAMES.entries())
      expect(texts[i]).toMatch(new RegExp(`^A ${name} with numbers\\.`));
    expect(texts[NAMES.indexOf("parityPlot")]).toMatch(/training: RMSE 0\.03\d* eV\/atom/);
  });

  test.each([
    ["lineFrames", "2"],
    ["heatMapFrames", "5"],
  ])("%s: the slider moves the picture, and back", async (name, value) => {
    const slider = chart(name).locator("input[type=range]");
    const picture = async (): Promise<string> => {
      await lab.page.waitForTimeout(200);
      return canvasAddress(chart(name).locator("canvas"));
    };
    const start = await slider.inputValue();
    const before = await picture();
    await slider.fill(value);
    expect((await picture()) === before).toBe(false);
    await slider.fill(start);
    expect((await picture()) === before).toBe(true);
  });

  test("parityPlot: a drag along x in one panel moves both, a double click moves them back", async () => {
    const canvas = chart("parityPlot").locator("canvas");
    const { x, y, height } = (await canvas.boundingBox())!;
    /** The leftmost and rightmost blue pixels of the upper panel and of the lower one. */
    const ends = async (): Promise<number[]> => {
      await lab.page.waitForTimeout(200);
      const image = await imageOf("parityPlot");
      const upper = Math.round((0.64 * image.height) | 0);
      return [
        [0, upper],
        [upper, image.height],
      ].flatMap(([from, to]) => {
        const { left, right } = pixelsOf(rows(image, from!, to!), PALETTE[0]!);
        return [left, right];
      });
    };
    const before = await ends();
    await lab.page.mouse.move(x + 150, y + 0.8 * height);
    await lab.page.mouse.down();
    await lab.page.mouse.move(x + 210, y + 0.8 * height, { steps: 5 });
    await lab.page.mouse.up();
    const [upperLeft, , lowerLeft] = await ends();
    expect(upperLeft! - before[0]!).toBeCloseTo(60, -1);
    expect(lowerLeft! - before[2]!).toBeCloseTo(60, -1);
    await canvas.dblclick({ position: { x: 150, y: 100 } });
    expect(await ends()).toEqual(before);
  });

  test("in the dark theme every one is readable", async () => {
    await setTheme(lab, "JupyterLab Dark");
    await drawn();
    for (const name of NAMES) await requireDrawn(name, "dark");
  });

  test("nothing was written to the page's console as an error", () => {
    expect(lab.errors).toEqual([]);
  });
});
