import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freeGigabytes } from "./explain.mjs";
import { parts } from "./install.mjs";
import { course, peers, pythonIn, root } from "./paths.mjs";
import { addresses, obstacle } from "./ports.mjs";
import { findPython } from "./python.mjs";
import { isRegistered } from "./register.mjs";
import { chromiumCommand, findChromium, findProgram } from "./systemPrograms.mjs";

/** First line of what a program prints, or "" if it does not run. */
function says(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", timeout: 60_000 });
  return status === 0 ? stdout.trim().split("\n")[0] : "";
}

/** A finding: what was looked at, whether it is well, and what to know or to do. */
const well = (name, text) => ({ name, mark: "ok", text });
const lacks = (name, text) => ({ name, mark: "LACKS", text });
const could = (name, text) => ({ name, mark: "without", text });

function python() {
  try {
    const { version, path } = findPython();
    return well("Python", `${version.join(".")} (${path})`);
  } catch (error) {
    return lacks("Python", error.message);
  }
}

function disk() {
  const installed = existsSync(course.folder);
  const free = freeGigabytes(root);
  const text = `${free.toFixed(1)} GB free here, ${freeGigabytes(homedir()).toFixed(1)} GB in your home`;
  return installed || free > 1.5 ? well("Disk", text) : lacks("Disk", `${text}; 1.5 GB are needed`);
}

function writable() {
  try {
    accessSync(root, constants.W_OK);
    return well("Folder", `${root} (${root.length} characters)`);
  } catch {
    return lacks("Folder", `${root} may not be written by you`);
  }
}

/** What the next start has to do. None of it is an illness. */
function installation() {
  const names = ["Python packages", "Node packages", "src compiled", "Lab extension"];
  const missing = names.filter((_, i) => {
    try {
      return !parts.course[i].isCurrent();
    } catch {
      return true;
    }
  });
  if (missing.length > 0)
    return [could("Installation", `npm start will make: ${missing.join(", ")}`)];
  const tslab = JSON.parse(readFileSync(join(root, "node_modules/tslab/package.json"), "utf8"));
  return [
    well("Installation", "complete"),
    well("JupyterLab", says(pythonIn(course), ["-m", "jupyterlab", "--version"])),
    well("tslab", tslab.version),
    isRegistered()
      ? well("Kernel", "registered in .venv")
      : could("Kernel", "npm start will register it for this folder and this Node"),
    existsSync(peers.folder)
      ? well("Peers", "installed")
      : could("Peers", "npm run bench and npm run reference will install them"),
  ];
}

async function port() {
  const codes = await Promise.all(addresses([]).map((host) => obstacle(8888, host)));
  return codes.includes("EADDRINUSE")
    ? well("Port", "8888 is in use, JupyterLab will take the next free one")
    : well("Port", "8888 is free");
}

function browser() {
  const path = findChromium();
  if (!path) return could("Chromium", `browser tests; install it: ${chromiumCommand}`);
  return well("Chromium", `${says(path, ["--version"])} (${path})`);
}

/** What grading strangers' notebooks needs, tried as the grader does; starting the course needs none of it. */
async function sandbox() {
  if (process.platform !== "linux") return [could("Sandbox", "grading: it exists on Linux only")];
  const bwrap = findProgram("bwrap");
  if (!bwrap)
    return [could("Sandbox", "grading; install bubblewrap: sudo apt-get install -y bubblewrap")];
  const built = join(root, "src/dist/grading/sandbox");
  if (!existsSync(built))
    return [could("Sandbox", `${says(bwrap, ["--version"])}; it is tried when src is compiled`)];
  const load = (name) => import(pathToFileURL(join(built, name)));
  const [{ bubblewrap }, { findCgroups }] = [await load("bubblewrap.js"), await load("cgroups.js")];
  const groups = findCgroups();
  const caps = groups
    ? well("Memory caps", `of all processes of a submission together (cgroup v${groups.version})`)
    : could("Memory caps", "of a whole submission (no cgroup can be made): each process has one");
  try {
    bubblewrap(groups);
    return [well("Sandbox", `${says(bwrap, ["--version"])} makes one, as user nobody`), caps];
  } catch (error) {
    return [
      could(
        "Sandbox",
        `grading: ${error.message.split("\n")[0].replace(" npm run doctor says what to do.", "")} ${remedy()}`,
      ),
      caps,
    ];
  }
}

/** What allows sandboxes on systems that forbid them. */
function remedy() {
  const restricted = "kernel.apparmor_restrict_unprivileged_userns";
  const file = `/proc/sys/${restricted.replace(".", "/")}`;
  const forbids = existsSync(file) && readFileSync(file, "utf8").trim() === "1";
  const setting = forbids ? `${restricted}=0` : "user.max_user_namespaces=10000";
  return `If user namespaces are forbidden, allow them: sudo sysctl -w ${setting}`;
}

/** npm run doctor: a line for each thing; fails only if `npm start` would. */
export async function main() {
  const npm = process.env.npm_config_user_agent ?? "";
  const findings = [
    well("Node", `${process.version} (${process.execPath})`),
    well("npm", /npm\/(\S+)/.exec(npm)?.[1] ?? "not the one that started this"),
    python(),
    writable(),
    disk(),
    ...installation(),
    await port(),
    browser(),
    ...(await sandbox()),
  ];
  for (const { name, mark, text } of findings)
    console.log(`${name.padEnd(14)}${mark.padEnd(9)}${text}`);
  const ill = findings.filter(({ mark }) => mark === "LACKS").map(({ name }) => name);
  console.log(
    ill.length > 0 ? `npm start lacks: ${ill.join(", ")}` : "npm start has what it needs.",
  );
  return ill.length > 0 ? 1 : 0;
}
