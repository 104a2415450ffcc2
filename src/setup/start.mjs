import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { course, pythonIn, root } from "./paths.mjs";
import { addresses, requestedPort, requireFree } from "./ports.mjs";
import { exitOf, startGuarded } from "./processes.mjs";

const notebooks = join(root, "notebooks");

/** The course's first page: 00-start-here, or what comes first as long as that is not there. */
export function firstPage(names) {
  const pages = names.filter((name) => name.endsWith(".ipynb")).sort();
  return pages.includes("00-start-here.ipynb") ? "00-start-here.ipynb" : (pages[0] ?? "");
}

/** Lab's arguments: the course's own, each unless the user gave that one, then the user's. */
export function labArguments(given, { folder, page, asRoot }) {
  const own = [
    `--ServerApp.root_dir=${folder}`,
    `--LabApp.default_url=/lab${page && `/tree/${encodeURIComponent(page)}`}`,
    "--MultiKernelManager.default_kernel_name=tslab",
  ];
  const names = new Set(given.map((argument) => argument.split("=")[0]));
  if (names.has("--notebook-dir")) names.add("--ServerApp.root_dir");
  if (requestedPort(given) !== undefined) own.push("--ServerApp.port_retries=0");
  if (asRoot) own.push("--allow-root");
  return [...own.filter((argument) => !names.has(argument.split("=")[0])), ...given];
}

/** npm start [-- LAB'S FLAGS...]: installs what is missing, then JupyterLab until it is stopped. */
export async function main(args) {
  const port = requestedPort(args);
  if (port !== undefined) await requireFree(port, addresses(args));
  await ensureInstalled();
  const asRoot = process.getuid?.() === 0;
  if (asRoot) console.log("Running as root: JupyterLab is started with --allow-root.");
  const page = existsSync(notebooks) ? firstPage(readdirSync(notebooks)) : "";
  const lab = labArguments(args, { folder: notebooks, page, asRoot });
  console.log("Starting JupyterLab; stop it with Ctrl-C.");
  const child = startGuarded(pythonIn(course), ["-m", "jupyterlab", ...lab], {
    stdio: ["pipe", "inherit", "inherit"],
    whenInterrupted: {
      sentence: "JupyterLab and its kernels have stopped.",
      code: 0,
      patience: 10_000,
    },
  });
  return await exitOf(child);
}
