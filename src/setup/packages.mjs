import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint, isStamped, stamp, unstamp } from "./fingerprint.mjs";
import { pythonIn, root } from "./paths.mjs";
import { toolStep } from "./progress.mjs";
import { findPython, probe } from "./python.mjs";

/**
 * Parts of the installation. Each says whether it is as the locks want it, without network, and
 * can be made anew: its folder is emptied first and stamped last.
 */

/** node_modules, from package-lock.json. Every native package uses Node-API, so any Node will do. */
export const nodePackages = {
  isCurrent: () => isStamped(join(root, "node_modules"), nodePrint()),
  async install() {
    empty(join(root, "node_modules"));
    const patience = [
      "--fetch-retries=2",
      "--fetch-retry-mintimeout=1000",
      "--fetch-retry-factor=3",
    ];
    const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", ...patience];
    const { command, before } = npm();
    await toolStep("Node packages", command, [...before, ...args]);
    stamp(join(root, "node_modules"), nodePrint());
  },
};

/** The stamp goes first: interrupted here, the folder counts as unfinished. */
function empty(folder) {
  unstamp(folder);
  rmSync(folder, { recursive: true, force: true });
}

const nodePrint = () =>
  fingerprint({
    texts: [process.platform, process.arch],
    files: [join(root, "package-lock.json")],
  });

/** npm as a script that this Node can run: the one that started us, or the one beside Node. */
function npm() {
  const home = dirname(process.execPath);
  const script = [
    /npm-cli\.js$/.test(process.env.npm_execpath ?? "") ? process.env.npm_execpath : "",
    join(home, "node_modules/npm/bin/npm-cli.js"),
    join(home, "../lib/node_modules/npm/bin/npm-cli.js"),
  ].find((path) => path && existsSync(path));
  return script ? { command: process.execPath, before: [script] } : { command: "npm", before: [] };
}

/** A virtual environment with exactly what its requirements file pins. */
export function pythonPackages(environment) {
  const { folder, requirements } = environment;
  const list = join(root, requirements);
  const print = (python) => fingerprint({ texts: [python.version.slice(0, 2)], files: [list] });
  return {
    isCurrent() {
      const own = probe(pythonIn(environment));
      return own !== undefined && isStamped(folder, print(own));
    },
    async install() {
      const python = findPython();
      empty(folder);
      await toolStep("Python environment", python.path, ["-m", "venv", folder]);
      // Scripts that uv writes find their Python by a relative path: the clone may be moved.
      appendFileSync(join(folder, "pyvenv.cfg"), "relocatable = true\n");
      const own = pythonIn(environment);
      const installer = join(folder, "uv.txt");
      writeFileSync(installer, pinOf("uv", readFileSync(join(root, "requirements.txt"), "utf8")));
      const uv = ["install", "--quiet", "--retries=3", "--require-hashes", "-r", installer];
      await toolStep("Python installer (uv)", own, ["-m", "pip", ...uv]);
      const sync = ["sync", "--python", own, "--require-hashes", "--compile-bytecode", list];
      await toolStep(`Python packages (${requirements})`, own, ["-m", "uv", "pip", ...sync]);
      stamp(folder, print(python));
    },
  };
}

/** The lines of a requirements file that pin one package: its version and hashes. */
export function pinOf(name, requirements) {
  const pin = new RegExp(`^${name}==.*(?:\\n +--hash=.*)*$`, "m").exec(requirements);
  if (!pin) throw new Error(`requirements.txt pins no ${name}`);
  return `${pin[0]}\n`;
}
