import { execFileSync } from "node:child_process";
import { afterEach, expect, test } from "vitest";
import type { Bundle } from "../../src/charts/publish.js";
import { STRUCTURE_MIME, showStructure } from "../../src/charts/showStructure.js";
import { structureView } from "../../src/charts/structureView.js";
import type { System } from "../../src/structures/system.js";
import { pixelsOf, readPng } from "../support/png.js";

const HOOK = Symbol.for("mlip.display");
const hooks = globalThis as Record<symbol, unknown>;
afterEach(() => {
  delete hooks[HOOK];
});

const water: System = {
  atomicNumbers: Uint8Array.of(8, 1, 1),
  positions: Float64Array.of(0, 0.2, 0, 1.4, -0.9, 0, -1.4, -0.9, 0),
};
const description = "A water molecule.";

test("one output in three forms: coordinates, a picture, the description", async () => {
  const { data, metadata } = (await showStructure(water, { description }))!;
  expect(Object.keys(data)).toEqual([STRUCTURE_MIME, "image/png", "text/plain"]);
  expect(data[STRUCTURE_MIME]).toEqual(structureView(water, { description }));
  expect(data["text/plain"]).toBe(description);
  expect(metadata).toEqual({ "image/png": { width: 480, height: 360, alt: description } });
});

test("the picture shows red oxygen and a symbol on it, on no ground, two pixels to one", async () => {
  const { data } = (await showStructure(water, { description }))!;
  const image = readPng(Buffer.from(data["image/png"] as string, "base64"));
  expect([image.width, image.height]).toEqual([960, 720]);
  expect([...image.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  expect(pixelsOf(image, "#ff0d0d").count).toBeGreaterThan(1000);
  const letters = pixelsOf({ ...image, rgba: opaque(image.rgba) }, "#000000");
  expect(letters.count).toBeGreaterThan(200);
});

/** Transparent pixels made white: a PNG keeps them as black. */
const opaque = (rgba: Uint8Array): Uint8Array =>
  rgba.map((value, i) => (rgba[i - (i % 4) + 3] === 0 ? 255 : value));

test("the bytes of the picture do not change from run to run", async () => {
  const [one, other] = [
    (await showStructure(water, { description }))!,
    (await showStructure(water, { description }))!,
  ];
  expect(one.data["image/png"] === other.data["image/png"]).toBe(true);
});

test("in a notebook one bundle is shown and nothing returned, so that no value is printed", async () => {
  const shown: Bundle[] = [];
  hooks[HOOK] = (bundle: Bundle) => shown.push(bundle);
  expect(await showStructure([water, water], { description })).toBeUndefined();
  expect(shown.map(({ data }) => Object.keys(data))).toEqual([
    [STRUCTURE_MIME, "image/png", "text/plain"],
  ]);
});

test("what structureView refuses is refused before anything is shown", async () => {
  hooks[HOOK] = () => expect.unreachable();
  await expect(showStructure(water, { description: "" })).rejects.toThrow("a description");
});

test("importing it loads neither vega nor 3Dmol", () => {
  const program = `
    const { createRequire } = await import("node:module");
    await import("./src/dist/charts/showStructure.js");
    const loaded = Object.keys(createRequire(process.cwd() + "/x.js").cache);
    console.log(loaded.filter((file) => /vega|resvg|3dmol/.test(file)).length);`;
  const args = ["--input-type=module", "-e", program];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" }).trim()).toBe("0");
});
