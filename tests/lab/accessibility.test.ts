import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../src/setup/paths.mjs";
import { eventually, type Lab, runNotebook, save, setTheme, startLab } from "../support/lab.js";
import { makeNotebook, type Notebook } from "../support/notebook.js";

/** Notebook 05 as it is, and a view in three dimensions behind it. */
const NAME = "05-potential-energy-surface.ipynb";
const notebook = JSON.parse(readFileSync(join(root, "notebooks", NAME), "utf8")) as Notebook;
const VIEW = `
import { showStructure } from "mlip/charts/showStructure";
const apart = (R: number) => ({ atomicNumbers: Uint8Array.of(1, 1), positions: Float64Array.of(0, 0, 0, R, 0, 0) });
await showStructure([1.4, 1.8].map(apart), { description: "H2 is pulled apart." });`;
const text = JSON.stringify({
  ...notebook,
  cells: [...notebook.cells, { ...makeNotebook([VIEW]).cells[0]!, id: "view" }],
});

/**
 * What axe finds in a notebook that is none of ours, by rule and element, as long as JupyterLab 4.6 has it:
 * the text boxes that code is written in (CodeMirror) have no names, and the list of cells calls itself a
 * feed, whose children would have to be articles.
 */
const OF_LAB = [
  "aria-input-field-name: .cm-content",
  "aria-required-children: .jp-WindowedPanel-viewport",
];

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** A fault as axe tells of it. */
interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary: string;
  }[];
}

/** The serious and critical faults in a part of a page: rule, element, and what is wrong. */
async function faultsIn(page: Page, part: string): Promise<string[]> {
  await page.evaluate(axe);
  const run = `axe.run({ include: ${JSON.stringify([part])} })`;
  const { violations } = (await page.evaluate(run)) as { violations: Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
    );
}

const isOfLab = (fault: string): boolean =>
  OF_LAB.some((known) => {
    const [rule, element] = known.split(": ") as [string, string];
    return fault.startsWith(`${rule}: `) && fault.split("\n")[0]!.includes(element);
  });

describe.skipIf(!process.env.MLIP_CHROMIUM)("axe-core on notebook 05", { timeout: 120_000 }, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ [NAME]: text });
    await runNotebook(lab, NAME);
    await lab.page.locator(".mlip-structure").scrollIntoViewIfNeeded();
    await eventually(async () => {
      expect(await lab.page.locator(".mlip-structure canvas").count()).toBe(1);
      expect(await lab.page.locator(".vega-embed canvas").count()).toBeGreaterThan(5);
      expect(await lab.page.locator(".mlip-number").count()).toBeGreaterThan(1);
    });
  }, 240_000);
  afterAll(() => lab?.stop(), 60_000);

  test.each([
    "JupyterLab Light",
    "JupyterLab Dark",
  ] as const)("%s: no serious fault but those of Lab itself", async (theme) => {
    await setTheme(lab, theme);
    await lab.page.waitForTimeout(500);
    const faults = await faultsIn(lab.page, ".jp-Notebook");
    expect(faults.filter((fault) => !isOfLab(fault))).toEqual([]);
    expect(faults.some(isOfLab), "axe has looked").toBe(true);
  });

  test("a page made by nbconvert has no serious fault, and each picture its description", async () => {
    await save(lab);
    lab.runModule("nbconvert", "--to", "html", NAME);
    const file = join(lab.folder, NAME.replace(".ipynb", ".html"));
    const page = await lab.page.context().browser()!.newPage();
    await page.route(/^http/, (route) => route.abort());
    await page.goto(pathToFileURL(file).href);
    expect(await faultsIn(page, "body")).toEqual([]);

    const pictures = await page.locator(".jp-OutputArea img").all();
    const said = await Promise.all(pictures.map((picture) => picture.getAttribute("alt")));
    const saved = JSON.parse(readFileSync(join(lab.folder, NAME), "utf8")) as Notebook;
    const outputs = saved.cells.flatMap(({ outputs = [] }) => outputs);
    const charts = outputs.filter(({ data }) => data?.["image/png"]);
    const meant = charts.map(({ data }) => [data!["text/plain"]].flat().join("").split("\n\n|")[0]);
    expect(said.length).toBeGreaterThan(5);
    expect(said).toEqual(meant);
    await page.close();
  });

  test("so has a page made by Lab's menu", async () => {
    const page = await lab.page.evaluate(async (name) => {
      const response = await fetch(`/nbconvert/html/${name}`);
      return response.text();
    }, NAME);
    expect(page).toContain('alt="H2 is pulled apart."');
  });

  test("nothing was asked for outside of Lab, and no error written", () => {
    expect(lab.outside).toEqual([]);
    expect(lab.errors).toEqual([]);
  });
});
