import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { registerPapermill } from "./papermill.mjs";
import { course, root } from "./paths.mjs";

/** What Jupyter reads about the kernel. It names this clone and this Node, so it is made here. */
export const kernelSpec = (folder, node) => ({
  argv: [node, join(folder, "src/dist/kernel/launch.js"), "{connection_file}"],
  display_name: "TypeScript (tslab, course)",
  language: "typescript",
  interrupt_mode: "message",
  metadata: { debugger: false },
});

/** Lab asks whether to fetch news and looks for updates, unless this extension is off. */
const PAGE = { disabledExtensions: { "@jupyterlab/apputils-extension:announcements": true } };

/** Lab runs scripts of its own by Node: without this, those inside .venv would be read as modules. */
const SCRIPTS = { private: true, type: "commonjs" };

const kernel = join(course.folder, "share/jupyter/kernels/tslab");
const page = join(course.folder, "etc/jupyter/labconfig/page_config.json");

/** Is the kernel of just this clone and this Node registered? */
export const isRegistered = () =>
  existsSync(join(kernel, "kernel.json")) &&
  readFileSync(join(kernel, "kernel.json"), "utf8") === json(kernelSpec(root, process.execPath));

/** Registers the kernel inside .venv, nowhere else. At every start: it takes no time. */
export function register() {
  const logos = join(root, "src/kernel/kernelspec");
  mkdirSync(kernel, { recursive: true });
  for (const file of existsSync(logos) ? readdirSync(logos) : [])
    copyFileSync(join(logos, file), join(kernel, file));
  write(page, json(PAGE));
  write(join(course.folder, "package.json"), json(SCRIPTS));
  registerPapermill();
  write(join(kernel, "kernel.json"), json(kernelSpec(root, process.execPath)));
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Whole or not at all: another start may be reading. */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}
