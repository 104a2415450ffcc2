import { expect, test } from "vitest";
import { type Axis, requireAxes, requireLinear, titleOf, unitOf } from "../../src/charts/axes.js";
import { lineChart } from "../../src/charts/lineChart.js";
import { runChart } from "../support/vegaView.js";

test.each([
  ["R / bohr", "bohr"],
  ["F / (hartree/bohr)", "hartree/bohr"],
  ["E − E(two atoms) / hartree", "hartree"],
  ["a / bohr⁻¹", "bohr⁻¹"],
  ["epoch", ""],
])("the unit of %s is %s", (title, unit) => {
  expect(unitOf(title)).toBe(unit);
});

test.each([
  ["error", "eV", "error / eV"],
  ["error", "eV/atom", "error / (eV/atom)"],
  ["error", "m s⁻¹", "error / (m s⁻¹)"],
  ["epoch", "", "epoch"],
])("%s with the unit %s makes the title %s, and back", (quantity, unit, title) => {
  expect(titleOf(quantity, unit)).toBe(title);
  expect(unitOf(title)).toBe(unit);
});

const labels = async (domain: readonly [number, number]): Promise<string[]> => {
  const curves = [{ name: "c", x: [1, 2], y: [...domain] }];
  const axes = { x: { title: "x" }, y: { title: "y", domain, log: true } };
  const { items } = await runChart(lineChart({ description: "D.", ...axes, curves }));
  return items("text").flatMap((item) => (item.text && item.x < 0 ? [item.text] : []));
};

test("a logarithmic axis says powers of ten with superscripts", async () => {
  const shown = await labels([1e-12, 1e12]);
  for (const power of ["10⁻¹⁰", "10⁰", "10¹⁰"]) expect(shown).toContain(power);
  expect(await labels([1e100, 1e102])).toEqual(expect.arrayContaining(["10¹⁰⁰", "10¹⁰¹", "10¹⁰²"]));
  expect(await labels([0.1, 100])).toEqual(expect.arrayContaining(["10⁻¹", "10⁰", "10¹", "10²"]));
});

test("within one power of ten it says plain numbers", async () => {
  const shown = await labels([2, 9]);
  expect(shown).toContain("5");
  expect(shown.join("")).not.toMatch(/10/);
});

test("equal ratios are equal lengths on a logarithmic axis", async () => {
  const curves = [{ name: "c", x: [1, 10, 100], y: [1, 2, 4] }];
  const axes = { x: { title: "x", log: true }, y: { title: "y", log: true } };
  const { items } = await runChart(lineChart({ description: "D.", ...axes, curves }));
  const [a, b, c] = items("line") as unknown as { x: number; y: number }[];
  expect(b!.x - a!.x).toBeCloseTo(c!.x - b!.x, 9);
  expect(b!.y - a!.y).toBeCloseTo(c!.y - b!.y, 9);
});

test.each<[Axis, string]>([
  [{ title: " " }, 'chart: x.title must be a text like "R / bohr", got '],
  [{ title: "x", domain: [2, 1] }, "chart: x.domain must be [smaller, larger], got [2, 1]"],
  [
    { title: "x", domain: [0, 1], log: true },
    "chart: x.domain must be positive on a logarithmic axis, got [0, 1]",
  ],
])("%j is refused", (x, sentence) => {
  expect(() => requireAxes("chart", { x })).toThrow(sentence);
});

test("a builder that cannot be logarithmic says so", () => {
  const x = { title: "x" };
  expect(() => requireLinear("chart", { x, y: { ...x, log: true } })).toThrow(
    new RangeError("chart: y must be a linear axis, got a logarithmic one"),
  );
  expect(() => requireLinear("chart", { x, y: { ...x, log: false } })).not.toThrow();
});
