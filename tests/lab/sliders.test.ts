import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canvasAddress, eventually, type Lab, runNotebook, startLab } from "../support/lab.js";
import { makeNotebook } from "../support/notebook.js";

const CHART = `
import { show } from "mlip/charts/show";
import { formulaCurve } from "mlip/charts/formulaCurve";
await show(formulaCurve({
  x: { title: "R / bohr", domain: [0.4, 7] }, y: { title: "E / hartree", domain: [-0.2, 0.1] },
  description: "A formula.", formula: "D*(pow(1-exp(-a*(r-1.4)),2)-1)", variable: "r", name: "Morse",
  sliders: [
    { name: "D", label: "D / hartree", min: 0.05, max: 0.3, step: 0.01, start: 0.17 },
    { name: "a", label: "a / bohr⁻¹", min: 0.5, max: 2, step: 0.1, start: 0.9 },
  ],
}));`;

const files = { "sliders.ipynb": JSON.stringify(makeNotebook(["// before", CHART, "// after"])) };

describe.skipIf(!process.env.MLIP_CHROMIUM)("sliders in JupyterLab", { timeout: 120_000 }, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(files);
    await runNotebook(lab, "sliders.ipynb");
    await drawn();
  }, 240_000);
  afterAll(() => lab?.stop(), 60_000);

  const slider = (name: string) => lab.page.locator(`.vega-bind input[type=range][name=${name}]`);
  const number = (name: string) => lab.page.getByRole("spinbutton", { name });
  const chart = async (): Promise<string> => {
    await lab.page.waitForTimeout(100);
    return canvasAddress(lab.page.locator(".vega-embed canvas"));
  };
  const drawn = (): Promise<void> =>
    eventually(async () => expect(await lab.page.locator(".mlip-number").count()).toBe(2));
  const activeCell = () =>
    lab.page.locator(".jp-Cell").evaluateAll((cells) => {
      const classes = (cells as { className: string }[]).map(({ className }) => className);
      return [classes.findIndex((name) => name.includes("jp-mod-active")), classes.length];
    });

  test("each slider has a number input of its name, with its limits and step", async () => {
    for (const [name, limits] of [
      ["D / hartree", ["0.05", "0.3", "0.01", "0.17"]],
      ["a / bohr⁻¹", ["0.5", "2", "0.1", "0.9"]],
    ] as const) {
      const input = number(name);
      const found = await Promise.all(["min", "max", "step"].map((key) => input.getAttribute(key)));
      expect([...found, await input.inputValue()]).toEqual(limits);
    }
  });

  test("a typed number moves the slider and the curve, and back", async () => {
    const before = await chart();
    await number("D / hartree").fill("0.25");
    expect(await slider("D").inputValue()).toBe("0.25");
    expect((await chart()) === before).toBe(false);
    await number("D / hartree").fill("0.17");
    expect((await chart()) === before).toBe(true);
  });

  test("the slider moves the number", async () => {
    await slider("a").fill("1.4");
    expect(await number("a / bohr").inputValue()).toBe("1.4");
  });

  test("what Vega itself sets moves the number", async () => {
    // As Vega does it when a parameter changes: the value, and the text behind the slider.
    await slider("a").evaluate((node) => {
      const range = node as unknown as {
        value: string;
        nextElementSibling: { textContent: string };
      };
      range.value = "0.9";
      range.nextElementSibling.textContent = "0.9";
    });
    await eventually(async () => expect(await number("a / bohr").inputValue()).toBe("0.9"));
  });

  test.each(["0.4", "", "-1"])("the number '%s', out of reach, changes nothing", async (typed) => {
    const before = await chart();
    await number("D / hartree").fill(typed);
    expect(await slider("D").inputValue()).toBe("0.17");
    expect((await chart()) === before).toBe(true);
    await number("D / hartree").blur();
    expect(await number("D / hartree").inputValue()).toBe("0.17");
  });

  test("a number between two steps is taken as the slider takes it", async () => {
    await number("D / hartree").fill("0.203");
    await number("D / hartree").press("Tab");
    expect(await number("D / hartree").inputValue()).toBe("0.2");
    expect(await slider("D").inputValue()).toBe("0.2");
  });

  test.each([
    ["slider", "ArrowRight", 0.18],
    ["slider", "ArrowLeft", 0.16],
    ["slider", "ArrowUp", 0.18],
    ["slider", "ArrowDown", 0.16],
    ["number", "ArrowUp", 0.18],
    ["number", "ArrowDown", 0.16],
  ])("%s: %s reaches the input, not Lab", async (which, key, wanted) => {
    await number("D / hartree").fill("0.17");
    const cells = await activeCell();
    const input = which === "slider" ? slider("D") : number("D / hartree");
    await input.focus();
    await input.press(key);
    expect(Number(await slider("D").inputValue())).toBe(wanted);
    expect(Number(await number("D / hartree").inputValue())).toBe(wanted);
    expect(await activeCell()).toEqual(cells);
  });

  test("keys that change cells in Lab's command mode do not, while a slider has the focus", async () => {
    const cells = await activeCell();
    await slider("D").focus();
    for (const key of ["d", "d", "a", "b", "x", "m"]) await lab.page.keyboard.press(key);
    expect(await activeCell()).toEqual(cells);
  });

  test("run again, the chart has one number input to a slider", async () => {
    await runNotebook(lab, "sliders.ipynb");
    await drawn();
    expect(await lab.page.locator(".vega-bind input").count()).toBe(4);
  });

  test("nothing was asked for outside of Lab, and no error written", () => {
    expect(lab.outside).toEqual([]);
    expect(lab.errors).toEqual([]);
  });
});
