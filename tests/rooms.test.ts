import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** Left to right: a room may import only itself and rooms to its left. */
const ROOMS = [
  "setup",
  "units",
  "numerics",
  "structures",
  "potentials",
  "dynamics",
  "quantum",
  "fitting",
  "learning",
  "descriptors",
  "neural",
  "exchange",
  "charts",
  "course",
  "kernel",
  "grading",
];

/** Each third-party library has one home; Node's own modules may be used anywhere. */
const HOMES: Record<string, string[]> = {
  "@jridgewell/trace-mapping": ["kernel"],
  "@resvg/resvg-js": ["charts"],
  "@tensorflow/tfjs": ["learning"],
  mathjs: ["units", "potentials/fromFormula.ts", "potentials/formula"],
  tslab: ["kernel"],
  "@tslab/typescript-for-tslab": ["kernel"],
  vega: ["charts"],
  "vega-lite": ["charts"],
  zeromq: ["kernel"],
};

const src = resolve(import.meta.dirname, "../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith("dist/"));

const IMPORT =
  /^\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\b(?:import|require)\(\s*["']([^"']+)["']/gm;

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), "utf8").matchAll(IMPORT)].map(
    ([, from, bare, called]) => (from ?? bare ?? called)!,
  );

test("imports are found in all their forms", () => {
  expect(importsOf("kernel/wire.ts")).toEqual(["node:crypto"]);
  expect(importsOf("kernel/session.ts")).toContain("./compiler.js");
  expect(importsOf("charts/draw.ts")).toContain("vega");
});

test("there are files to check", () => expect(files.length).toBeGreaterThan(10));

test.each(files)("%s imports only leftwards", (file) => {
  const room = (path: string): number => ROOMS.indexOf(path.split("/")[0]!);
  expect(room(file), `${file} lives in no known room`).toBeGreaterThanOrEqual(0);
  for (const target of importsOf(file).filter((t) => t.startsWith("."))) {
    const imported = relative(src, resolve(src, dirname(file), target)).replaceAll("\\", "/");
    expect(room(imported), `${file} -> ${imported}`).toBeLessThanOrEqual(room(file));
    expect(room(imported), `${file} -> ${imported}`).toBeGreaterThanOrEqual(0);
  }
});

test.each(files)("%s uses a library only in the library's home", (file) => {
  for (const target of importsOf(file).filter((t) => !/^(\.|node:)/.test(t))) {
    const library = Object.keys(HOMES).find((l) => target === l || target.startsWith(`${l}/`));
    expect(library, `${file} imports ${target}, which has no home yet`).toBeDefined();
    expect(
      HOMES[library!]!.some((home) => file === home || file.startsWith(`${home}/`)),
      `${file} imports ${target}, whose home is ${HOMES[library!]}`,
    ).toBe(true);
  }
});
