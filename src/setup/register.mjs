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

/** Pages made of notebooks, by nbconvert or by Lab's menu, follow the template in src/charts/page. */
const EXPORT = {
  HTMLExporter: { template_name: "mlip" },
  // What is not a page keeps its own template; it would inherit that of pages.
  SlidesExporter: { template_name: "reveal" },
  WebPDFExporter: { template_name: "webpdf" },
};

/** Lab runs scripts of its own by Node: without this, those inside .venv would be read as modules. */
const SCRIPTS = { private: true, type: "commonjs" };

const kernel = join(course.folder, "share/jupyter/kernels/tslab");

/** Is the kernel of just this clone and this Node registered? */
export const isRegistered = () =>
  existsSync(join(kernel, "kernel.json")) &&
  readFileSync(join(kernel, "kernel.json"), "utf8") === json(kernelSpec(root, process.execPath));

/** Registers the kernel and what goes with it inside .venv, nowhere else. At every start: it takes no time. */
export function register() {
  copyFiles(join(root, "src/kernel/kernelspec"), kernel);
  write(join(course.folder, "package.json"), json(SCRIPTS));
  registerPapermill();
  registerSettings(course.folder);
  write(join(kernel, "kernel.json"), json(kernelSpec(root, process.execPath)));
}

/** Settings of Lab and of nbconvert, and the template for pages that they name. */
export function registerSettings(environment) {
  const settings = {
    "labconfig/page_config.json": PAGE,
    "jupyter_nbconvert_config.json": EXPORT,
    "jupyter_server_config.json": EXPORT,
  };
  for (const [file, content] of Object.entries(settings))
    write(join(environment, "etc/jupyter", file), json(content));
  const template = join(environment, "share/jupyter/nbconvert/templates/mlip");
  copyFiles(join(root, "src/charts/page"), template);
}

function copyFiles(from, to) {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(to, file));
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Whole or not at all: another start may be reading. */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}
