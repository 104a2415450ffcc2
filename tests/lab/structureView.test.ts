import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  canvasAddress,
  command,
  eventually,
  imageAt,
  type Lab,
  runNotebook,
  save,
  setTheme,
  startLab,
} from "../support/lab.js";
import { makeNotebook, type Notebook } from "../support/notebook.js";
import { type Image, pixelsOf, readPng } from "../support/png.js";

const IMPORTS = `
import { showStructure } from "mlip/charts/showStructure";
const bohr = (angstrom: number) => angstrom / 0.529177210544;
const water = {
  atomicNumbers: Uint8Array.of(8, 1, 1),
  positions: Float64Array.of(0, 0.117, 0, 0.757, -0.469, 0, -0.757, -0.469, 0).map(bohr),
};
const stretched = (factor: number) =>
  ({ ...water, positions: water.positions.map((x, i) => (i < 3 ? x : factor * x)) });
const crystal = {
  atomicNumbers: Uint8Array.of(14),
  positions: Float64Array.of(1, 2, 3).map(bohr),
  cell: Float64Array.of(5, 0, 0, 0, 5, 0, 0, 0, 5).map(bohr),
};`;

/** One view a cell. */
const VIEWS = {
  water: `await showStructure(water, { description: "A water molecule." });`,
  frames: `await showStructure([1, 1.1, 1.2, 1.3].map(stretched), {
    description: "Water is stretched.", captions: ["0 fs", "1 fs", "2 fs", "3 fs"] });`,
  crystal: `await showStructure(crystal, { description: "An atom in a cell." });`,
};
const NAMES = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

const files = {
  "views.ipynb": makeNotebook([IMPORTS, ...Object.values(VIEWS)]),
};

/** Left, right, upper and lower edge of what is neither white nor transparent. */
function extentOf({ width, rgba }: Image): number[] {
  const box = [Infinity, -Infinity, Infinity, -Infinity] as [number, number, number, number];
  for (let i = 0; i < rgba.length; i += 4) {
    const isGround = rgba[i + 3]! < 128 || Math.min(...rgba.subarray(i, i + 3)) > 250;
    if (isGround) continue;
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.max(box[1], x);
    box[2] = Math.min(box[2], y);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The page keeps a list of the WebGL contexts that it opens. */
declare const OffscreenCanvas: { prototype: { getContext(kind: string): Context | null } };
interface Context {
  isContextLost(): boolean;
}
declare const contexts: Context[];
const recordContexts = (): void => {
  const { prototype } = OffscreenCanvas;
  const { getContext } = prototype;
  (globalThis as unknown as { contexts: Context[] }).contexts = [];
  prototype.getContext = function (...args) {
    const context = getContext.apply(this, args);
    if (context) contexts.push(context);
    return context;
  };
};

describe.skipIf(!process.env.MLIP_CHROMIUM)("3-D views in JupyterLab", { timeout: 120_000 }, () => {
  let lab: Lab;
  beforeAll(async () => {
    const texts = Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)]);
    lab = await startLab(Object.fromEntries(texts), { baseUrl: "/course/" });
    await lab.page.evaluate(recordContexts);
    await runNotebook(lab, "views.ipynb");
    await drawn(NAMES.length);
  }, 240_000);
  afterAll(() => lab?.stop(), 60_000);

  const view = (name: keyof typeof VIEWS) =>
    lab.page.locator(".mlip-structure:visible").nth(NAMES.indexOf(name));
  const canvas = (name: keyof typeof VIEWS) => view(name).locator("canvas");
  const button = (name: keyof typeof VIEWS, title: string) =>
    view(name).getByRole("button", { name: title });

  async function drawn(count: number): Promise<void> {
    const canvases = lab.page.locator(".mlip-structure:visible canvas");
    await eventually(async () => expect(await canvases.count()).toBe(count));
    await lab.page.waitForTimeout(300);
  }

  async function picture(name: keyof typeof VIEWS): Promise<string> {
    await lab.page.waitForTimeout(100);
    return canvasAddress(canvas(name));
  }

  test("offline, under a base URL: nothing is asked for outside of Lab, the library from /course/", async () => {
    expect(lab.outside).toEqual([]);
    const loaded = await lab.page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
    );
    const place = /^\/course\/lab\/extensions\/mlip-lab\/static\/[0-9a-f]{16}\/3Dmol/;
    expect(loaded.filter((path) => /3Dmol/.test(path))).toEqual([expect.stringMatching(place)]);
  });

  test("a view shows what its still picture shows, at the same place", async () => {
    await save(lab);
    const { cells } = JSON.parse(readFileSync(join(lab.folder, "views.ipynb"), "utf8")) as Notebook;
    for (const name of ["water", "frames"] as const) {
      const { data } = cells[1 + NAMES.indexOf(name)]!.outputs![0]!;
      expect(Object.keys(data!).sort()).toEqual([
        "application/vnd.mlip.structure+json",
        "image/png",
        "text/plain",
      ]);
      const still = extentOf(readPng(Buffer.from(String(data!["image/png"]), "base64")));
      const seen = extentOf(imageAt(await picture(name)));
      // Both have two pixels to one of the page.
      expect(Math.max(...still.map((edge, i) => Math.abs(edge - seen[i]!)))).toBeLessThan(6);
    }
  });

  test("the description is what a screen reader says", async () => {
    for (const [name, text] of [
      ["water", "A water molecule."],
      ["crystal", "An atom in a cell."],
    ] as const)
      expect(await view(name).getByRole("img", { name: text }).count()).toBe(1);
  });

  test("a crystal is shown with the edges of its cell", async () => {
    const edges = pixelsOf(imageAt(await picture("crystal")), "#808080");
    expect(edges.count).toBeGreaterThan(300);
    expect(edges.right - edges.left).toBeGreaterThan(600);
    expect(edges.bottom - edges.top).toBeGreaterThan(600);
  });

  test("buttons turn and zoom, Reset goes back", async () => {
    const before = await picture("water");
    for (const title of ["Turn left", "Turn up", "Zoom in", "Zoom out"]) {
      await button("water", title).click();
      expect((await picture("water")) === before, title).toBe(false);
      await button("water", "Back to the first view").click();
      expect(
        (await picture("water")) === before,
        `;
back;
from;
$;
{
  title;
}
`,
      ).toBe(true);
    }
  });

  test("the mouse turns; the wheel alone leaves the view, with Ctrl it zooms", async () => {
    const before = await picture("water");
    const { x, y } = (await canvas("water").boundingBox())!;
    const { mouse, keyboard } = lab.page;
    await mouse.move(x + 240, y + 180);
    await mouse.wheel(0, 100);
    expect((await picture("water")) === before, "wheel").toBe(true);
    await keyboard.down("Control");
    await mouse.wheel(0, 100);
    await keyboard.up("Control");
    expect((await picture("water")) === before, "wheel with Ctrl").toBe(false);
    await button("water", "Back to the first view").click();
    await mouse.move(x + 240, y + 180);
    await mouse.down();
    await mouse.move(x + 300, y + 200);
    await mouse.up();
    expect((await picture("water")) === before, "drag").toBe(false);
    await button("water", "Back to the first view").click();
    expect((await picture("water")) === before).toBe(true);
  });

  test("a trajectory: slider, number input and Play go through the frames together", async () => {
    const slider = view("frames").locator("input[type=range]");
    const number = view("frames").getByRole("spinbutton", { name: "Frame" });
    const state = async () => [
      await slider.inputValue(),
      await number.inputValue(),
      await view("frames").locator(".mlip-frames span").innerText(),
    ];
    expect(await state()).toEqual(["1", "1", "of 4: 0 fs"]);
    const first = await picture("frames");
    await number.fill("4");
    expect(await state()).toEqual(["4", "4", "of 4: 3 fs"]);
    expect((await picture("frames")) === first).toBe(false);
    await slider.focus();
    await slider.press("ArrowLeft");
    expect(await state()).toEqual(["3", "3", "of 4: 2 fs"]);
    await number.fill("9");
    expect((await state())[0], "a frame that is not there").toBe("3");
    await number.blur();
    expect(await state()).toEqual(["3", "3", "of 4: 2 fs"]);

    await number.fill("1");
    expect((await picture("frames")) === first, "the first frame again").toBe(true);
    await button("frames", "Play").click();
    const seen = new Set<string>();
    await eventually(async () => {
      seen.add(await slider.inputValue());
      expect(seen.size).toBe(4);
    });
    await button("frames", "Pause").click();
    const [held] = await state();
    await lab.page.waitForTimeout(300);
    expect((await state())[0]).toBe(held);
  });

  test("the ground of an open view follows the theme", async () => {
    const ground = (image: Image) => [...image.rgba.slice(0, 4)];
    expect(ground(imageAt(await picture("water")))).toEqual([255, 255, 255, 255]);
    await setTheme(lab, "JupyterLab Dark");
    await lab.page.waitForTimeout(300);
    expect(ground(imageAt(await picture("water")))).toEqual([17, 17, 17, 255]);
    await setTheme(lab, "JupyterLab Light");
    await lab.page.waitForTimeout(300);
    expect(ground(imageAt(await picture("water")))).toEqual([255, 255, 255, 255]);
  });

  const alive = () =>
    lab.page.evaluate(() => contexts.filter((context) => !context.isContextLost()).length);

  test("all views share one WebGL context; when the outputs are cleared they give it back", async () => {
    expect(await alive()).toBe(1);
    await command(lab, "notebook:clear-all-cell-outputs");
    await eventually(async () => expect(await alive()).toBe(0));
  });

  test("without WebGL the still picture stays, with one sentence", async () => {
    await lab.page.evaluate(() => {
      OffscreenCanvas.prototype.getContext = () => null;
    });
    await runNotebook(lab, "views.ipynb");
    const sentences = lab.page.locator(".mlip-structure:visible p");
    await eventually(async () =>
      expect(await sentences.allInnerTexts()).toEqual(
        Array(3).fill("This browser draws nothing in 3-D (WebGL is off): here is a picture."),
      ),
    );
    for (const name of NAMES) {
      expect(await view(name).locator("img").count()).toBe(1);
      expect(await view(name).getByRole("button").count()).toBe(0);
      expect(await canvas(name).count()).toBe(0);
    }
    expect(await view("water").locator("img").getAttribute("alt")).toBe("A water molecule.");
  });

  test("nothing was written to the page's console as an error", () => {
    expect(lab.errors).toEqual([]);
  });
});
