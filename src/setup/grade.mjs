import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { namesIn, numberOf, optionOf } from "./arguments.mjs";
import { refusal } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { root, state } from "./paths.mjs";
import { duration } from "./progress.mjs";

const USAGE =
  "npm run grade -- hw1 SUBMITTED [--student NAME] [--out DIR] [--jobs N] [--secret FILE] [--unsafe-no-sandbox]";

/** The instructor's notebook: hw1 of the course, or a path. */
function assignmentNamed(name) {
  const course = join(root, "notebooks/homework", name, `${name}.ipynb`);
  const found = [course, resolve(name)].find((path) => path.endsWith(".ipynb") && existsSync(path));
  if (found) return found;
  throw refusal(`There is no assignment ${name}: neither ${course} nor a notebook of that path.`);
}

/** The text of the class's secret, made when it is needed first. */
function classSecret(file) {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
    console.log(`Made the secret that hidden inputs are drawn from: ${file} (keep it to yourself)`);
  }
  return readFileSync(file, "utf8").trim();
}

/** npm run grade -- hw1 SUBMITTED: marks every notebook of a folder, see USAGE. */
export async function main(args) {
  const values = ["--student", "--out", "--jobs", "--secret"];
  const names = namesIn(args, { flags: ["--unsafe-no-sandbox"], values });
  if (names.length !== 2) throw refusal(`Which assignment, and which folder? ${USAGE}`);
  const assignmentPath = assignmentNamed(names[0]);
  const jobs = numberOf(args, "--jobs", 1, availableParallelism());
  const out = resolve(optionOf(args, ["--out"]) ?? join("graded", names[0]));
  const secretFile = optionOf(args, ["--secret"]) ?? join(homedir(), ".config/mlip/class-secret");
  await ensureInstalled();
  const built = (name) => import(pathToFileURL(join(root, "src/dist/grading", name)));
  const [{ grade }, { NoSandbox }] = [await built("grade.js"), await built("sandbox/sandbox.js")];
  const began = performance.now();
  try {
    const failed = await grade({
      assignmentPath,
      submissions: resolve(names[1]),
      student: optionOf(args, ["--student"]),
      out,
      jobs,
      secret: classSecret(resolve(secretFile)),
      memory: join(state, "grading"),
      unsafe: args.includes("--unsafe-no-sandbox"),
      say: console.log,
    });
    console.log(`Took ${duration(performance.now() - began)}.`);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof NoSandbox)
      throw refusal(
        `${error.message} (--unsafe-no-sandbox marks without one: read the README first.)`,
      );
    throw error.name === "Error" ? refusal(error.message) : error;
  }
}
