import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  canvasAddress,
  command,
  eventually,
  type Lab,
  openNotebook,
  runNotebook,
  startLab,
} from "../support/lab.js";
import { makeNotebook } from "../support/notebook.js";

const STOP = [
  `import { withProgress } from "mlip/course/progress"; let done = 0;`,
  `await withProgress(1e9, () => { done++; }, { label: "training" });`,
  `console.log("not reached");`,
];

const SHOW = [
  `import { showLatex } from "mlip/course/showLatex";
  showLatex("\\\\frac{\\\\mathrm{d}u}{\\\\mathrm{d}r} = 2 D a");`,
  `import { show } from "mlip/charts/show";
  import { curveFamily } from "mlip/charts/curveFamily";
  const r = [1, 2, 3, 4];
  await show(curveFamily({
    description: "A family of curves.", x: { title: "R / bohr" }, y: { title: "E / hartree" },
    slider: { name: "a / bohr⁻¹", values: [0.8, 1, 1.2], start: 1 },
    curve: (a) => ({ x: r, y: r.map((x) => Math.exp(-a * x)) }),
  }));`,
];

const files = {
  "stop.ipynb": JSON.stringify(makeNotebook(STOP)),
  "show.ipynb": JSON.stringify(makeNotebook(SHOW)),
};

describe.skipIf(!process.env.MLIP_CHROMIUM)(
  "the course in JupyterLab",
  { timeout: 120_000 },
  () => {
    let lab: Lab;
    beforeAll(async () => {
      lab = await startLab(files);
    }, 240_000);
    afterAll(() => lab?.stop(), 60_000);

    const output = (cell: number) =>
      lab.page.locator(".jp-Notebook:visible .jp-Cell").nth(cell).locator(".jp-OutputArea");

    test("Lab's stop button ends a loop with a progress bar; the bar stays, the next cell does not run", async () => {
      await openNotebook(lab, "stop.ipynb");
      const ended = command(lab, "notebook:run-all-cells");
      const bar = /training █*░+ \d+ %, \d+ of 1000000000/;
      await eventually(async () => expect(await output(1).innerText()).toMatch(bar));
      await lab.page.getByRole("button", { name: "Interrupt the kernel" }).click();
      await ended;
      await eventually(async () =>
        expect(await output(1).innerText()).toContain("Interrupted: cell [2]"),
      );
      expect(await output(1).innerText()).toMatch(bar);
      expect(await output(1).innerText()).toContain("variables are kept");
      expect(await output(2).innerText()).toBe("");
    });

    test("showLatex is typeset, without a library from outside", async () => {
      await runNotebook(lab, "show.ipynb");
      const formula = output(0).locator("mjx-container");
      await eventually(async () => expect(await formula.count()).toBe(1));
      expect(await output(0).innerText()).not.toContain("frac");
    });

    test("a slider and its number input move a chart of frames", async () => {
      const chart = output(1).locator("canvas");
      const picture = async (): Promise<string> => {
        await lab.page.waitForTimeout(200);
        return canvasAddress(chart);
      };
      const slider = output(1).locator("input[type=range]");
      const number = output(1).getByRole("spinbutton");
      await eventually(async () => expect(await number.count()).toBe(1));
      const pictures = [await picture()];
      await slider.focus();
      await slider.press("End");
      pictures.push(await picture());
      await number.fill((await slider.getAttribute("min"))!);
      pictures.push(await picture());
      expect(new Set(pictures).size).toBe(3);
      expect(await number.inputValue()).toBe(await slider.inputValue());
    });

    test("nothing was asked for outside of Lab, and no error written", () => {
      expect(lab.outside).toEqual([]);
      expect(lab.errors).toEqual([]);
    });
  },
);
