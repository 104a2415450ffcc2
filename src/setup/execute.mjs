import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { namesIn, numberOf, optionOf } from "./arguments.mjs";
import { refusal } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { course, pythonIn, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { duration } from "./progress.mjs";

const folder = join(root, "notebooks");
const script = join(import.meta.dirname, "execute.py");

/** The paths of the notebooks named, a path or a name in notebooks/; all of the course if none is. */
export function findNotebooks(names, directory = folder) {
  if (names.length === 0) {
    const all = existsSync(directory) ? readdirSync(directory) : [];
    return all
      .filter((name) => name.endsWith(".ipynb"))
      .sort()
      .map((name) => join(directory, name));
  }
  return names.map((name) => {
    const found = [resolve(name), join(directory, name), join(directory, `${name}.ipynb`)].find(
      (path) => path.endsWith(".ipynb") && existsSync(path),
    );
    if (found) return found;
    throw refusal(`There is no notebook ${name}, neither here nor in ${directory}.`);
  });
}

/** Runs one notebook: undefined, or { cell, code, error, trace } of the cell that failed. */
export async function execute(path, { kernel, timeout, save }) {
  const args = [script, path, kernel, String(timeout), save ? "save" : ""];
  const { code, output } = await run(pythonIn(course), args);
  if (code === 0) return undefined;
  const lines = output.trimEnd().split("\n");
  try {
    return JSON.parse(lines.at(-1));
  } catch {
    return { cell: 0, code: "", error: lines.at(-1), trace: output };
  }
}

/** What a person needs to see of a failure. */
export function describe({ cell, code, error, trace }) {
  const indented = (text, mark) => text.trimEnd().replace(/^/gm, `    ${mark}`);
  const where = cell ? `    in code cell ${cell}:` : "    outside the cells:";
  return [where, code && indented(code, "| "), `    ${error}`, trace && indented(trace, "  ")]
    .filter(Boolean)
    .join("\n");
}

/**
 * Runs notebooks in parallel, each in its own process and folder, with a line for each.
 * Resolves to how many passed and failed.
 */
export async function executeAll(paths, { jobs, kernel = "", timeout, save = false }) {
  const waiting = [...paths];
  const count = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const began = performance.now();
      const failure = await execute(path, { kernel, timeout, save });
      count[failure ? "failed" : "passed"] += 1;
      const line = `${basename(path)}  ${duration(performance.now() - began)}`;
      console.log(`  ${failure ? "failed" : "ok    "}  ${line}`);
      if (failure) console.log(describe(failure));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, paths.length) }, worker));
  return count;
}

/**
 * Runs notebooks that strangers saved in the grader's sandbox, and tells which cells say something else now.
 * Resolves to how many have such cells, or cannot be read.
 */
async function compareAll(paths) {
  const built = (name) => import(pathToFileURL(join(root, "src/dist/grading", name)));
  const [{ compareNotebook }, { bubblewrap }, { NoSandbox }] = await Promise.all([
    built("compare/compareNotebook.js"),
    built("sandbox/bubblewrap.js"),
    built("sandbox/sandbox.js"),
  ]);
  let different = 0;
  for (const path of paths) {
    const outcome = await compareNotebook(path, bubblewrap()).catch((error) => {
      throw error instanceof NoSandbox ? refusal(error.message) : error;
    });
    for (const line of describeComparison(basename(path), outcome)) console.log(line);
    if (outcome.problem !== undefined || outcome.differences.length > 0) different++;
  }
  return different;
}

/** A line for the notebook, and one for each cell that differs. */
export function describeComparison(name, { problem, compared, notCompared, differences }) {
  if (problem !== undefined) return [`${name}  ${problem}`];
  const charts = notCompared > 0 ? `; ${notCompared} charts and the like were not compared` : "";
  const same = `${compared - differences.length} of ${compared} cells say the same as saved`;
  return [
    `${name}  ${same}${charts}`,
    ...differences.map(({ cell, how }) => `    code cell ${cell}: ${how}`),
  ];
}

/** npm run execute [-- NOTEBOOK... --save --compare --kernel NAME --jobs N --timeout SECONDS] */
export async function main(args) {
  const values = ["--kernel", "--jobs", "--timeout"];
  const flags = ["--save", "--compare"];
  const names = namesIn(args, { flags, values });
  if (args.includes("--compare")) {
    if (names.length === 0 || args.includes("--save"))
      throw refusal("Compare which notebook? npm run execute -- --compare NOTEBOOK...");
    await ensureInstalled();
    return (await compareAll(findNotebooks(names))) > 0 ? 1 : 0;
  }
  const paths = findNotebooks(names);
  const options = {
    jobs: numberOf(args, "--jobs", 1, availableParallelism()),
    timeout: numberOf(args, "--timeout", 1, 300),
    kernel: optionOf(args, ["--kernel"]) ?? "",
    save: args.includes("--save"),
  };
  await ensureInstalled();
  const { passed, failed } = await executeAll(paths, options);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
