import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { course, root } from "./paths.mjs";

const NAME = "mlip_papermill";
const VERSION = "1";
const source = join(root, "src/kernel/papermill", `${NAME}.py`);

/** Where the packages of a virtual environment lie. */
function packagesOf(folder) {
  const lib = join(folder, "lib");
  if (!existsSync(lib)) return join(folder, "Lib", "site-packages"); // Windows
  const python = readdirSync(lib).find((name) => name.startsWith("python"));
  return join(lib, python, "site-packages");
}

/**
 * Gives papermill the language of the course: a package of one file, written as an installer would
 * write it, with the entry point by which papermill finds it.
 */
export function registerPapermill() {
  const packages = packagesOf(course.folder);
  const information = `${NAME}-${VERSION}.dist-info`;
  const files = {
    METADATA: `Metadata-Version: 2.1\nName: ${NAME}\nVersion: ${VERSION}\n`,
    INSTALLER: "npm start\n",
    "entry_points.txt": `[papermill.engine]\ntypescript = ${NAME}:Engine\n`,
  };
  const installed = [
    `${NAME}.py`,
    ...[...Object.keys(files), "RECORD"].map((f) => `${information}/${f}`),
  ];
  mkdirSync(join(packages, information), { recursive: true });
  copyFileSync(source, join(packages, `${NAME}.py`));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(packages, information, name), text);
  writeFileSync(join(packages, information, "RECORD"), installed.map((f) => `${f},,\n`).join(""));
}
