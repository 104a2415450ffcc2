import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { vi } from "vitest";
import { installLabExtension } from "../../src/setup/labExtension.mjs";
import { course, pythonIn, root } from "../../src/setup/paths.mjs";
import { kernelSpec, registerSettings } from "../../src/setup/register.mjs";
import { PLAIN_TSLAB } from "./kernelspec.js";
import { type Image, readPng } from "./png.js";

/** JupyterLab with a folder of its own, and a browser on it. */
export interface Lab {
  readonly folder: string;
  readonly page: Page;
  /** What the page wrote to its console as errors, and the exceptions nothing caught. */
  readonly errors: string[];
  /** Addresses that the page asked for outside of Lab; none of those requests left the browser. */
  readonly outside: string[];
  /** Runs a module of Python, such as nbconvert, in the folder and with the settings of this Lab. */
  runModule(...args: string[]): void;
  /** Ends the browser, Lab and its kernels, and removes the folder. */
  stop(): Promise<void>;
}

/** Two kernels, by name: the course's, and tslab as it comes. */
const KERNELS = {
  tslab: kernelSpec(root, process.execPath),
  "tslab-unmodified": PLAIN_TSLAB,
};

export interface LabOptions {
  /** The path under which Lab answers. Default: "/". */
  readonly baseUrl?: string;
  /** What is added to files of Jupyter's configuration, by their names. */
  readonly config?: Readonly<Record<string, string>>;
}

/**
 * Starts Lab, with the course's extension, on a new folder that holds the given files and finds the
 * course's package, and opens it in Chromium. Nothing of the user's own Jupyter is seen or changed.
 */
export async function startLab(
  files: Readonly<Record<string, string>>,
  { baseUrl = "/", config = {} }: LabOptions = {},
): Promise<Lab> {
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
    for (const [name, text] of Object.entries(config))
      write(join(folder, "own/config", name), text);
    for (const [name, spec] of Object.entries(KERNELS))
      write(join(folder, "own/share/jupyter/kernels", name, "kernel.json"), JSON.stringify(spec));
    installLabExtension(join(folder, "own"));
    registerSettings(join(folder, "own"));
    for (const [name, text] of Object.entries(config))
      appendFileSync(join(folder, "own/etc/jupyter", name), text);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");

    const port = await freePort();
    const server = startServer(folder, port, baseUrl);
    ends.push(() => endOf(server));
    const origin = `http://127.0.0.1:${port}`;
    await answering(`${origin}${baseUrl}api/status?token=${TOKEN}`, server);

    const browser = await openBrowser();
    ends.push(() => browser.close());
    const page = await browser.newPage({ viewport: VIEWPORT });
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    const outside: string[] = [];
    const isOutside = ({ protocol, origin: asked }: URL): boolean =>
      protocol.startsWith("http") && asked !== origin;
    await page.route(isOutside, (route) => {
      outside.push(route.request().url());
      return route.abort();
    });
    await page.goto(`${origin}${baseUrl}lab?token=${TOKEN}`);
    await page.waitForFunction("window.jupyterapp");
    await page.evaluate(() => jupyterapp.restored);
    const runModule = (...args: string[]): void => {
      const options = { cwd: notebooks, env: jupyterOf(folder), stdio: "pipe" } as const;
      execFileSync(python(), ["-m", ...args], options);
    };
    return { folder: notebooks, page, errors, outside, runModule, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** High enough to hold every cell: Lab takes those out of sight out of the page. */
const VIEWPORT = { width: 1200, height: 4000 };

const TOKEN = "of-this-test-only";

function startServer(folder: string, port: number, baseUrl: string): ChildProcess {
  const args = [
    ...["-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1", "--allow-root"],
    `--ServerApp.port=${port}`,
    "--ServerApp.port_retries=0",
    `--ServerApp.base_url=${baseUrl}`,
    `--IdentityProvider.token=${TOKEN}`,
    `--ServerApp.root_dir=${join(folder, "notebooks")}`,
    "--LabApp.expose_app_in_browser=True",
  ];
  // The guard ends Lab when this process dies, however that happens.
  return spawn(process.execPath, [join(root, "src/setup/guard.mjs"), python(), ...args], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: jupyterOf(folder),
  });
}

function python(): string {
  const path = process.env.MLIP_LAB_PYTHON ?? pythonIn(course);
  if (!existsSync(path)) throw new Error(`no JupyterLab at ${path}: run npm start or npm test`);
  return path;
}

/** Variables by which Jupyter finds what this test has set up, and leaves alone what the user has. */
function jupyterOf(folder: string): NodeJS.ProcessEnv {
  const own = (name: string): string => join(folder, "own", name);
  return {
    ...process.env,
    JUPYTER_PATH: own("share/jupyter"),
    JUPYTER_CONFIG_PATH: own("etc/jupyter"),
    JUPYTER_CONFIG_DIR: own("config"),
    JUPYTER_DATA_DIR: own("data"),
    JUPYTER_RUNTIME_DIR: own("runtime"),
    JUPYTERLAB_SETTINGS_DIR: own("settings"),
    JUPYTERLAB_WORKSPACES_DIR: own("workspaces"),
  };
}

/** Closing its standard input tells the guard to end Lab, which ends its kernels. */
async function endOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = new Promise((resolve) => server.once("close", resolve));
  server.stdin!.end();
  await closed;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 180_000; ; ) {
    const ok = await fetch(url)
      .then((response) => response.ok)
      .catch(() => false);
    if (ok) return;
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error("JupyterLab did not start within three minutes");
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
      // Without a graphics card WebGL is computed, which Chromium wants to be asked for.
      "--enable-unsafe-swiftshader",
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

/** Opens a notebook of the folder and waits for its kernel. */
export async function openNotebook({ page }: Lab, name: string): Promise<void> {
  await page.evaluate(async (path) => {
    await jupyterapp.commands.execute("docmanager:open", { path });
    const { context, sessionContext } = jupyterapp.shell.currentWidget;
    await context.ready;
    await sessionContext.ready;
  }, name);
}

/** Opens a notebook and runs all its cells to the end. */
export async function runNotebook(lab: Lab, name: string): Promise<void> {
  await openNotebook(lab, name);
  await command(lab, "notebook:run-all-cells");
}

/** Runs one of Lab's own commands in the notebook in front, to its end. */
export const command = ({ page }: Lab, name: string): Promise<unknown> =>
  page.evaluate((id) => jupyterapp.commands.execute(id), name);

/** What a canvas shows, as the address of a PNG file: equal when the pixels are. */
export const canvasAddress = (canvas: Locator): Promise<string> =>
  canvas.evaluate((node) => (node as unknown as { toDataURL(): string }).toDataURL());

/** The picture at an address that holds it. */
export const imageAt = (address: string): Image =>
  readPng(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));

/** Waits until a check passes: a busy machine may take its time. */
export const eventually = <T>(check: () => Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 60_000, interval: 50 });

/** Saves the notebook in front. */
export const save = ({ page }: Lab): Promise<unknown> =>
  page.evaluate(() => jupyterapp.commands.execute("docmanager:save"));

export const setTheme = ({ page }: Lab, theme: "JupyterLab Light" | "JupyterLab Dark") =>
  page.evaluate(
    (name) => jupyterapp.commands.execute("apputils:change-theme", { theme: name }),
    theme,
  );
