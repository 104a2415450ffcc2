import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ChartSpec } from "../../src/charts/chartSpec.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-chartSpec-"));
symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
afterAll(() => rmSync(folder, { recursive: true }));

/** What tslab's own converter says to cells, one after the other. */
function convert(cells: readonly string[]): string[][] {
  const program = `
    const { createConverter } = require("tslab/dist/converter.js");
    const converter = createConverter({ isJS: false, isBrowser: false });
    let before = "";
    const convert = (cell) => {
      const { diagnostics, declOutput } = converter.convert(before, cell);
      before = declOutput ?? before;
      return diagnostics.map((diagnostic) => diagnostic.messageText);
    };
    console.log(JSON.stringify(${JSON.stringify(cells)}.map(convert)));
    process.exit(0);`;
  return JSON.parse(
    execFileSync(process.execPath, ["-e", program], { cwd: folder, encoding: "utf8" }),
  );
}

const cell = (
  mark: string,
  type: string,
): string => `await show({ description: "A line.", mark: "${mark}",
  data: { values: [{ a: 1 }] }, encoding: { x: { field: "a", type: "${type}" } } });`;

test("in a cell a wrong word in a spec is refused with the right one, and a right spec passes", () => {
  const [imported, wrongMark, wrongType, noDescription, right] = convert([
    'import { show } from "mlip/charts/show";',
    cell("lines", "quantitative"),
    cell("line", "quantitativ"),
    cell("line", "quantitative").replace('description: "A line.", ', ""),
    cell("line", "quantitative"),
  ]);
  expect(imported!).toEqual([]);
  expect(wrongMark!.join()).toContain(`Did you mean '"line"'?`);
  expect(wrongType!.join()).toContain(`Did you mean '"quantitative"'?`);
  expect(noDescription!.join()).toContain("'description'");
  expect(right!).toEqual([]);
});

test("what is right for Vega-Lite is right here, what is wrong is not (checked by tsc)", () => {
  const spec: ChartSpec = {
    description: "A line.",
    mark: "line",
    data: { values: [] },
    encoding: {},
  };
  // @ts-expect-error a chart must say what it shows
  const silent: ChartSpec = { mark: "line", data: { values: [] }, encoding: {} };
  // @ts-expect-error "lines" is no mark
  const wrong: ChartSpec = { ...spec, mark: "lines" };
  expect([spec, silent, wrong]).toHaveLength(3);
});
