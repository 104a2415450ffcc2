import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../src/setup/paths.mjs";
import { command, eventually, type Lab, runNotebook, setTheme, startLab } from "../support/lab.js";
import { makeNotebook } from "../support/notebook.js";

// The pictures of README. To take them anew:
//   MLIP_PICTURES=1 MLIP_CHROMIUM=$(command -v chromium) npx vitest run tests/lab/readmePictures.test.ts
const FOLDER = join(root, "notebooks/images");

const CHART = "05-potential-energy-surface.ipynb";
const CRYSTAL = makeNotebook([
  `# A crystal, to be turned with the mouse`,
  `import { showStructure } from "mlip/charts/showStructure";
import { atomicNumberOf } from "mlip/structures/elements";

const edge = 10.68; // bohr, of the cube that repeats in gallium arsenide
const corners = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]];
const pair = ["Ga", "As"].map(atomicNumberOf);

const atomicNumbers: number[] = [];
const positions: number[] = [];
for (const cube of [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1, (i >> 1) & 1, i >> 2]))
  for (const corner of corners)
    for (const [which, shift] of [0, 1 / 4].entries()) {
      atomicNumbers.push(pair[which]);
      positions.push(...cube.map((n, axis) => edge * (n + corner[axis] / 2 + shift)));
    }`,
  `await showStructure(
  {
    atomicNumbers: Uint8Array.from(atomicNumbers),
    positions: Float64Array.from(positions),
    cell: Float64Array.of(2 * edge, 0, 0, 0, 2 * edge, 0, 0, 0, 2 * edge),
  },
  { description: "64 atoms of gallium arsenide: each has four neighbours of the other kind." },
);`,
]);

/** Lab as a student sees it, with the cell that contains a text at the top. */
async function take({ page }: Lab, name: string, text: string, height: number): Promise<void> {
  await page.setViewportSize({ width: 1200, height });
  const top = page.locator(".jp-Notebook:visible .jp-Cell", { hasText: text }).first();
  // More than once: cells above grow as they come into sight.
  for (let times = 0; times < 4; times++) {
    await top.evaluate((node) => (node as unknown as { scrollIntoView(): void }).scrollIntoView());
    await page.waitForTimeout(500);
  }
  await page.screenshot({ path: join(FOLDER, name) });
}

if (process.env.MLIP_PICTURES)
  test("the pictures are taken anew", { timeout: 600_000 }, async () => {
    const chart = readFileSync(join(root, "notebooks", CHART), "utf8");
    const lab = await startLab({ [CHART]: chart, "crystal.ipynb": JSON.stringify(CRYSTAL) });
    const { page } = lab;
    try {
      await command(lab, "application:toggle-left-area");
      await runNotebook(lab, CHART);
      await take(lab, "lab-chart.png", "formulaCurve({", 980);
      await setTheme(lab, "JupyterLab Dark");
      await runNotebook(lab, "crystal.ipynb");
      await eventually(async () =>
        expect(await page.locator(".mlip-structure canvas").count()).toBe(1),
      );
      await take(lab, "lab-structure.png", "await showStructure(", 780);
    } finally {
      await lab.stop();
    }
  });

test("each picture of the course is a PNG of less than 300 kB", () => {
  const pictures = readdirSync(FOLDER);
  expect(pictures).toEqual(expect.arrayContaining(["lab-chart.png", "lab-structure.png"]));
  for (const picture of pictures) {
    expect(picture).toMatch(/\.png$/);
    expect(statSync(join(FOLDER, picture)).size, picture).toBeLessThan(300_000);
  }
});
