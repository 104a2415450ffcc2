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

/** Only the student edition (npm run release -- course) comes without tests. */
const forStudents = !existsSync(join(root, "tests"));

/** Pages of nbgrader for instructors. */
const TEACHING = ["formgrader", "course-list", "create-assignment"];

/** What is off in Lab: its question whether to fetch news, and for students the instructors' pages. */
const page = (students) => ({
  disabledExtensions: {
    "@jupyterlab/apputils-extension:announcements": true,
    ...Object.fromEntries(TEACHING.map((name) => [`@jupyter/nbgrader:${name}`, students])),
  },
});

/** Pages made of notebooks, by nbconvert or by Lab's menu, follow the template in src/charts/page. */
const EXPORT = {
  HTMLExporter: { template_name: "mlip" },
  // What is not a page keeps its own template; it would inherit that of pages.
  SlidesExporter: { template_name: "reveal" },
  WebPDFExporter: { template_name: "webpdf" },
};

/** Solutions of homework stay out of the list of files in an instructor's Lab, as what is hidden by default. */
const HIDDEN = ["__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~", "homework"];
const server = (students) =>
  students ? EXPORT : { ...EXPORT, ContentsManager: { hide_globs: HIDDEN } };

/** nbgrader as src/grading/nbgrader sets it up. */
const NBGRADER = `import sys
sys.path.insert(0, ${JSON.stringify(join(root, "src/grading/nbgrader"))})
from mlip_nbgrader import configure
configure(get_config(), ${JSON.stringify(process.execPath)})
`;

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

/** Settings of Lab, nbconvert and nbgrader, and the template for pages that they name. */
export function registerSettings(environment, students = forStudents) {
  const settings = {
    "labconfig/page_config.json": json(page(students)),
    "jupyter_nbconvert_config.json": json(EXPORT),
    "jupyter_server_config.json": json(server(students)),
    "nbgrader_config.py": NBGRADER,
  };
  for (const [file, text] of Object.entries(settings))
    write(join(environment, "etc/jupyter", file), text);
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
