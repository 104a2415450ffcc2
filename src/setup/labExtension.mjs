import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fingerprint, isStamped, stamp, unstamp } from "./fingerprint.mjs";
import { course, root } from "./paths.mjs";

const NAME = "mlip-lab";
const DESCRIPTION =
  "Structures in 3-D and number inputs beside sliders, for the course's notebooks";
const source = join(root, "src/charts/lab");
const library = join(root, "node_modules/3dmol");
const folderIn = (environment) => join(environment, "share/jupyter/labextensions", NAME);

const sources = () =>
  readdirSync(source)
    .sort()
    .map((file) => join(source, file));

const extensionPrint = () =>
  fingerprint({
    texts: [],
    files: [join(root, "package-lock.json"), import.meta.filename, ...sources()],
  });

/**
 * The course's extension of JupyterLab, with 3Dmol in it, where the Lab of .venv looks for extensions. It
 * is installed complete, so that Lab itself need not be built, and names no path: the clone may be moved.
 */
export const labExtension = {
  isCurrent: () => isStamped(folderIn(course.folder), extensionPrint()),
  install: () => installLabExtension(course.folder),
};

/** Writes the extension into an environment, in place of an earlier one. */
export function installLabExtension(environment) {
  const folder = folderIn(environment);
  const print = extensionPrint();
  unstamp(folder);
  rmSync(folder, { recursive: true, force: true });
  // Browsers may keep a file for good: one that has changed must have a new address.
  const place = `static/${print.slice(0, 16)}`;
  mkdirSync(join(folder, place), { recursive: true });
  const files = [...sources(), join(library, "build/3Dmol.es6-min.js"), join(library, "LICENSE")];
  for (const file of files) copyFileSync(file, join(folder, place, basename(file)));
  const { version, license } = JSON.parse(readFileSync(join(root, "src/package.json"), "utf8"));
  const build = {
    load: `${place}/remoteEntry.mjs`,
    extension: "./charts",
    mimeExtension: "./structures",
  };
  const what = { name: NAME, version, license, description: DESCRIPTION };
  const text = JSON.stringify({ ...what, jupyterlab: { _build: build } }, null, 2);
  writeFileSync(join(folder, "package.json"), `${text}\n`);
  stamp(folder, print);
}
