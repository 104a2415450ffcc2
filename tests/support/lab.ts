import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { course, pythonIn, root } from "../../src/setup/paths.mjs";
import { kernelSpec } from "../../src/setup/register.mjs";
import { PLAIN_TSLAB } from "./kernelspec.js";

/** JupyterLab with a folder of its own, and a browser on it. */
export interface Lab {
  readonly folder: string;
  readonly page: Page;
  /** What the page wrote to its console as errors, and the exceptions nothing caught. */
  readonly errors: string[];
  /** Ends the browser, Lab and its kernels, and removes the folder. */
  stop(): Promise<void>;
}

/** Two kernels, by name: the course's, and tslab as it comes. */
const KERNELS = {
  tslab: kernelSpec(root, process.execPath),
  "tslab-unmodified": PLAIN_TSLAB,
};

/**
 * Starts Lab on a new folder that holds the given files and finds the course's package, and opens it in
 * Chromium. Nothing of the user's own Jupyter is seen or changed.
 */
export async function startLab(files: Readonly<Record<string, string>>): Promise<Lab> {
  const folder = mkdtempSync(join(tmpdir(), "mlip lab ü "));
  const ends: (() => Promise<unknown>)[] = [
    async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  ];
  const stop = async (): Promise<void> => {
    for (const end of ends.reverse().splice(0)) await end();
  };
  try {
    const notebooks = join(folder, "notebooks");
    for (const [name, text] of Object.entries(files)) write(join(notebooks, name), text);
    for (const [name, spec] of Object.entries(KERNELS))
      write(join(folder, "jupyter/kernels", name, "kernel.json"), JSON.stringify(spec));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");

    const port = await freePort();
    const server = startServer(folder, port);
    ends.push(() => endOf(server));
    const url = `http://127.0.0.1:${port}`;
    await answering(`${url}/api/status?token=${TOKEN}`, server);

    const browser = await openBrowser();
    ends.push(() => browser.close());
    const page = await browser.newPage({ viewport: VIEWPORT });
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${url}/lab?token=${TOKEN}`);
    await page.waitForFunction("window.jupyterapp");
    await page.evaluate(() => jupyterapp.restored);
    return { folder: notebooks, page, errors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** High enough to hold every cell: Lab takes those out of sight out of the page. */
const VIEWPORT = { width: 1200, height: 4000 };

const TOKEN = "of-this-test-only";

function startServer(folder: string, port: number): ChildProcess {
  const python = process.env.MLIP_LAB_PYTHON ?? pythonIn(course);
  if (!existsSync(python)) throw new Error(`no JupyterLab at ${python}: run npm start or npm test`);
  const args = [
    ...["-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1", "--allow-root"],
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    `--IdentityProvider.token=${TOKEN}`,
    `--ServerApp.root_dir=${join(folder, "notebooks")}`,
    "--LabApp.expose_app_in_browser=True",
  ];
  const own = (name: string): string => join(folder, "jupyter", name);
  // The guard ends Lab when this process dies, however that happens.
  return spawn(process.execPath, [join(root, "src/setup/guard.mjs"), python, ...args], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: {
      ...process.env,
      JUPYTER_PATH: join(folder, "jupyter"),
      JUPYTER_CONFIG_DIR: own("config"),
      JUPYTER_DATA_DIR: own("data"),
      JUPYTER_RUNTIME_DIR: own("runtime"),
      JUPYTERLAB_SETTINGS_DIR: own("settings"),
      JUPYTERLAB_WORKSPACES_DIR: own("workspaces"),
    },
  });
}

/** Closing its standard input tells the guard to end Lab, which ends its kernels. */
async function endOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = new Promise((resolve) => server.once("close", resolve));
  server.stdin!.end();
  await closed;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; ) {
    const ok = await fetch(url)
      .then((response) => response.ok)
      .catch(() => false);
    if (ok) return;
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error("JupyterLab did not start within a minute");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.MLIP_CHROMIUM!,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** The parts of Lab, as it runs in the page, that the tests use. */
declare const jupyterapp: {
  readonly restored: Promise<void>;
  readonly commands: { execute(command: string, args?: object): Promise<unknown> };
  readonly shell: {
    readonly currentWidget: {
      readonly sessionContext: { readonly ready: Promise<void> };
      readonly context: { readonly ready: Promise<void> };
    };
  };
};

/** Opens a notebook of the folder, waits for its kernel and runs all its cells to the end. */
export async function runNotebook({ page }: Lab, name: string): Promise<void> {
  await page.evaluate(async (path) => {
    await jupyterapp.commands.execute("docmanager:open", { path });
    const { context, sessionContext } = jupyterapp.shell.currentWidget;
    await context.ready;
    await sessionContext.ready;
    await jupyterapp.commands.execute("notebook:run-all-cells");
  }, name);
}

/** Saves the notebook in front. */
export const save = ({ page }: Lab): Promise<unknown> =>
  page.evaluate(() => jupyterapp.commands.execute("docmanager:save"));

export const setTheme = ({ page }: Lab, theme: "JupyterLab Light" | "JupyterLab Dark") =>
  page.evaluate(
    (name) => jupyterapp.commands.execute("apputils:change-theme", { theme: name }),
    theme,
  );
