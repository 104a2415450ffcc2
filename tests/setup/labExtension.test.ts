import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parts } from "../../src/setup/install.mjs";
import { installLabExtension, labExtension } from "../../src/setup/labExtension.mjs";
import { root } from "../../src/setup/paths.mjs";

let environment = "";
beforeEach(() => {
  environment = mkdtempSync(join(tmpdir(), "mlip extension "));
});
afterEach(() => rmSync(environment, { recursive: true }));

const installed = () => join(environment, "share/jupyter/labextensions/mlip-lab");
const description = () => JSON.parse(readFileSync(join(installed(), "package.json"), "utf8"));
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("what package.json names is there, with 3Dmol and its licence", () => {
  installLabExtension(environment);
  const { name, version, license, jupyterlab } = description();
  expect([name, version, license]).toEqual(["mlip-lab", "0.1.0", "MIT"]);
  const { load, extension, mimeExtension } = jupyterlab._build;
  const container = readFileSync(join(installed(), load), "utf8");
  for (const plugin of [extension, mimeExtension]) expect(container).toContain(`"${plugin}"`);
  const files = readdirSync(join(installed(), load, ".."));
  expect(files).toEqual(expect.arrayContaining(["3Dmol.es6-min.js", "LICENSE", "style.css"]));
});

test("every module that another one imports is there", () => {
  installLabExtension(environment);
  const folder = join(installed(), description().jupyterlab._build.load, "..");
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  const imported = texts.flatMap((text) => [...text.matchAll(/"\.\/([\w.-]+\.m?js)"/g)]);
  expect(imported.length).toBeGreaterThan(4);
  for (const [, file] of imported) expect(existsSync(join(folder, file!)), file).toBe(true);
});

test("no file names this clone: it may be moved", () => {
  installLabExtension(environment);
  const own = filesIn(installed()).filter((file) => /(\.mjs|\.css|\.json)$/.test(file));
  for (const file of own)
    expect(readFileSync(join(installed(), file), "utf8"), file).not.toContain(root);
});

test("installed again nothing of an earlier version is left; the address changes with the files", () => {
  installLabExtension(environment);
  const files = filesIn(installed());
  mkdirSync(join(installed(), "static/old"));
  writeFileSync(join(installed(), "static/old/remoteEntry.mjs"), "");
  installLabExtension(environment);
  expect(filesIn(installed())).toEqual(files);
  const print = readFileSync(join(installed(), ".mlip-stamp"), "utf8");
  expect(description().jupyterlab._build.load).toBe(`static/${print.slice(0, 16)}/remoteEntry.mjs`);
});

test("the extension is a part of every installation, behind Python and Node, which it needs", () => {
  expect(parts.course.indexOf(labExtension)).toBe(3);
});
