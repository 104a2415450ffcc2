import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { compiler } from "./build.mjs";
import { countOne, countPytest, countVitest } from "./counts.mjs";
import { executeAll, findNotebooks } from "./execute.mjs";
import { course, pythonIn, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { step } from "./progress.mjs";

const tool = (path) => join(root, "node_modules", path);

/** Runs one program as a step, counts what it found, and shows all its output if anything failed. */
async function check(title, command, args, { env, count = (code) => countOne(code) } = {}) {
  let output = "";
  const found = await step(
    title,
    async () => {
      const ended = await run(command, args, { env: { NO_COLOR: "1", ...env } });
      output = ended.output;
      return count(ended.code);
    },
    ({ passed, failed }) => `  ${passed} passed, ${failed} failed`,
  );
  if (found.failed > 0) console.log(output);
  return found;
}

/** Types and lint: each is one test. */
export const staticChecks = [
  () => check("Types of src", process.execPath, [compiler, "-p", ".", "--noEmit"]),
  () => check("Types of tests", process.execPath, [compiler, "-p", "tests"]),
  () =>
    check("Lint", process.execPath, [tool("@biomejs/biome/bin/biome"), "ci", "--colors=off", "."]),
];

/** A test runner that writes a report: the file's text, or "" when it came to none. */
async function withReport(name, work) {
  const folder = mkdtempSync(join(tmpdir(), "mlip-test-"));
  const file = join(folder, name);
  try {
    return await work(file, () => (existsSync(file) ? readFileSync(file, "utf8") : ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** vitest over tests/, without the files that match one of the patterns `without`. */
export const unitTests = (without, env) =>
  withReport("vitest.json", (file, report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const excluded = without.map((pattern) => `--exclude=${pattern}`);
    const args = [tool("vitest/vitest.mjs"), "run", ...reporters, ...excluded];
    const count = (code) => countVitest(report(), code);
    return check("Unit tests (vitest)", process.execPath, args, { env, count });
  });

/** The kernel's protocol, driven from Python. */
export const kernelTests = (env) =>
  withReport("pytest.xml", (file, report) => {
    const args = ["-m", "pytest", "-p", "no:cacheprovider", `--junitxml=${file}`, "tests/kernel"];
    const count = (code) => countPytest(report(), code);
    return check("Kernel tests (pytest)", pythonIn(course), args, { env, count });
  });

/** Every notebook of the course, executed: each is one test. */
export async function notebookTests() {
  console.log("  Notebooks");
  const paths = findNotebooks([]);
  if (paths.length === 0) {
    console.log("  failed  there is none");
    return countOne(1);
  }
  const options = { jobs: availableParallelism(), timeout: 300 };
  return { skipped: [], ...(await executeAll(paths, options)) };
}
