import { spawnSync } from "node:child_process";
import { refusal } from "./explain.mjs";
import { toolEnvironment } from "./paths.mjs";

/** Versions for which every pinned package has a wheel; a newer one is tried if there is no other. */
const OLDEST = [3, 11];
const NEWEST = [3, 14];

const PROBE = `
import importlib.util, json, sys
print(json.dumps({"version": list(sys.version_info[:3]), "path": sys.executable,
  "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))}))`;

/** What a Python says about itself, or undefined if the command does not run. */
export function probe(command, args = []) {
  const { stdout, status } = spawnSync(command, [...args, "-c", PROBE], {
    encoding: "utf8",
    env: toolEnvironment(),
    timeout: 30_000,
    windowsHide: true,
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

/** Orders [major, minor, ...] versions. */
const isBefore = ([a, b], [c, d]) => a < c || (a === c && b < d);

/** The best of the Pythons found, or an error with the sentence that says what to install. */
export function choosePython(found, { override = "", admin = "sudo " } = {}) {
  const where = override ? `MLIP_PYTHON (${override})` : "this machine";
  const recent = found.filter(({ version }) => !isBefore(version, OLDEST));
  const usable = recent.filter(({ venv }) => venv);
  const tested = usable.find(({ version }) => !isBefore(NEWEST, version));
  if (usable.length > 0) return tested ?? usable[0];
  if (recent.length > 0) {
    const { path, version } = recent[0];
    throw refusal(
      `Python's modules venv and ensurepip are missing for ${path}: install them ` +
        `(Debian, Ubuntu: ${admin}apt install python${version[0]}.${version[1]}-venv) and run the same command again.`,
    );
  }
  const old = found.map(({ version, path }) => `${version.join(".")} (${path})`);
  throw refusal(
    `Python 3.11 or newer is needed, ${where} has ${old[0] ?? "none"}: install one (Debian, Ubuntu: ` +
      `${admin}apt install python3 python3-venv), or set MLIP_PYTHON to its path.`,
  );
}

/** Looks for Python under its usual names; MLIP_PYTHON, a path, is used instead if it is set. */
export function findPython(override = process.env.MLIP_PYTHON ?? "") {
  const names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
  const commands = override ? [[override]] : [...names.map((name) => [name]), ["py", "-3"]];
  const found = [];
  for (const [command, ...args] of commands) {
    const python = probe(command, args);
    if (python) found.push(python);
    if (python?.venv && !isBefore(python.version, OLDEST) && !isBefore(NEWEST, python.version))
      break;
  }
  const admin = process.getuid?.() === 0 ? "" : "sudo ";
  return choosePython(found, { override, admin });
}
