import { expect, test } from "vitest";
import { chartConfig, DASHES, NEUTRAL, PALETTE, SHAPES } from "../../src/charts/style.js";

type Rgb = readonly [number, number, number];

/** Linear light, 0 to 1, of a colour "#rrggbb" (sRGB, IEC 61966-2-1). */
const light = (colour: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast ratio of the Web Content Accessibility Guidelines 2. */
function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(light(a)), luminance(light(b))].sort((p, q) => p - q);
  return (bright! + 0.05) / (dark! + 0.05);
}

/** Machado, Oliveira, Fernandes, IEEE Trans. Vis. Comput. Graph. 15, 1291 (2009), severity 1. */
const BLINDNESS = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** CIE 1976 L*a*b* of a colour as someone sees it; distances in it are colour differences. */
function seen(colour: string, matrix: readonly number[]): number[] {
  const rgb = light(colour);
  const [r, g, b] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        rgb.reduce((sum, v, i) => sum + matrix[row + i]! * v, 0),
      ),
    ),
  ) as unknown as Rgb;
  const cubeRoot = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = cubeRoot((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = cubeRoot(luminance([r, g, b]));
  const z = cubeRoot((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

test.each([
  "#ffffff",
  "#333333",
])("each colour, and that of guiding lines, has a contrast of at least 3 to %s", (ground) => {
  for (const colour of [...PALETTE, NEUTRAL])
    expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(3);
});

test.each(Object.entries(BLINDNESS))("any two colours differ by at least 15: %s", (_, matrix) => {
  for (const [i, a] of PALETTE.entries())
    for (const b of PALETTE.slice(0, i)) {
      const [p, q] = [seen(a, matrix), seen(b, matrix)];
      expect(Math.hypot(...p.map((v, k) => v - q[k]!)), `${a} ${b}`).toBeGreaterThanOrEqual(15);
    }
});

test("there is a dash pattern and a shape for every colour, all different", () => {
  expect(new Set(DASHES.map(String)).size).toBe(PALETTE.length);
  expect(new Set(SHAPES).size).toBe(PALETTE.length);
});

test("no colour of text, axes or background is set: the theme's stay", () => {
  const { view, axis, title, legend } = chartConfig() as Record<string, object>;
  const keys = [view, axis, title, legend].flatMap((settings) => Object.keys(settings!));
  expect(keys.filter((key) => /color|fill|^stroke$/i.test(key))).toEqual(["gridColor"]);
  expect(chartConfig()).not.toHaveProperty("background");
});

test("a spec's own settings win one by one", () => {
  const merged = chartConfig({ axis: { grid: false }, background: "#eee", font: "serif" });
  expect(merged).toMatchObject({ background: "#eee", font: "serif" });
  expect(merged.axis).toEqual({ ...chartConfig().axis, grid: false });
  expect(chartConfig().axis).not.toHaveProperty("grid");
});
