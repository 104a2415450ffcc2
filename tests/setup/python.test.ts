import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { choosePython } from "../../src/setup/python.mjs";

const python = (minor: number, venv = true) => ({
  version: [3, minor, 2],
  path: `/usr/bin/python3.${minor}`,
  venv,
});

test("the first Python from 3.11 to 3.14 is taken, a newer one only if there is no other", () => {
  expect(choosePython([python(9), python(12), python(13)])).toEqual(python(12));
  expect(choosePython([python(15), python(14)])).toEqual(python(14));
  expect(choosePython([python(15)])).toEqual(python(15));
});

test("a Python without venv is passed over, and named if it is the only one", () => {
  expect(choosePython([python(12, false), python(11)])).toEqual(python(11));
  expect(() => choosePython([python(12, false)], { admin: "" })).toThrow(
    "Python's modules venv and ensurepip are missing for /usr/bin/python3.12: install them " +
      "(Debian, Ubuntu: apt install python3.12-venv) and run the same command again.",
  );
});

test("an old Python is refused", () => {
  expect(() => choosePython([python(9)])).toThrow(
    "Python 3.11 or newer is needed, this machine has 3.9.2 (/usr/bin/python3.9): install one " +
      "(Debian, Ubuntu: sudo apt install python3 python3-venv), or set MLIP_PYTHON to its path.",
  );
});

test("a wrong MLIP_PYTHON is named", () => {
  expect(() => choosePython([], { override: "/no/python" })).toThrow(
    "Python 3.11 or newer is needed, MLIP_PYTHON (/no/python) has none: install one",
  );
});

test("npm start without any Python in PATH is one sentence and a failure", () => {
  const clone = mkdtempSync(join(tmpdir(), "mlip-no-python-"));
  const empty = join(clone, "empty");
  mkdirSync(empty);
  const root = resolve(import.meta.dirname, "../..");
  cpSync(join(root, "src/setup"), join(clone, "src/setup"), { recursive: true });
  for (const file of ["requirements.txt", "package-lock.json", "tsconfig.json"])
    cpSync(join(root, file), join(clone, file));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(clone, "src/setup/run.mjs"), "start"],
    { encoding: "utf8", env: { PATH: empty, MLIP_PYTHON: "" } },
  );
  rmSync(clone, { recursive: true });
  expect(stderr).toMatch(/^Python 3\.11 or newer is needed, this machine has none: .*\n$/);
  expect(status).toBe(1);
});
