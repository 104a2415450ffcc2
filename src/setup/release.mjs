import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { namesIn, optionOf } from "./arguments.mjs";
import { refusal } from "./explain.mjs";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";

const USAGE = "npm run release -- hw1 [--out DIR], or npm run release -- course --out DIR";

/** What the student edition is made of; nothing that is not named here gets into it. */
const COURSE = {
  files: [
    ...["README.md", "LICENSE", "CITATION.cff", "CHANGELOG.md", "CONTRIBUTING.md", ".npmrc"],
    ...["package-lock.json", "requirements.in", "requirements.txt", "tsconfig.json"],
  ],
  folders: ["data", "src", "notebooks/images"],
};

/** Compiled or cached files: made again where they are needed. */
const MADE = new Set(["dist", "node_modules", "__pycache__", ".ipynb_checkpoints"]);

/** Commands that make sense without tests and solutions. */
const COMMANDS = ["start", "execute", "doctor"];

/** The notebooks of the course, without what is for those who teach. */
const isForStudents = (name) => /\.(ipynb|md)$/.test(name) && name !== "for-instructors.md";

/** Names of the assignments in a folder of homework. */
export const assignmentsIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, `${name}.ipynb`)))
    : [];

/**
 * Writes what students get of an assignment: its notebook without solutions and hidden tests, and the
 * files beside it that are no notebooks.
 */
export function releaseAssignment(from, to, studentEdition) {
  const name = basename(from);
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !path.endsWith(".ipynb") && !MADE.has(basename(path)),
  });
  const notebook = JSON.parse(readFileSync(join(from, `${name}.ipynb`), "utf8"));
  const text = JSON.stringify(studentEdition(notebook), null, 1);
  writeFileSync(join(to, `${name}.ipynb`), `${text}\n`);
}

/** Writes the student edition of the course: no solution, hidden test, stored case or history in it. */
export function releaseCourse(from, to, studentEdition) {
  for (const file of COURSE.files) cpSync(join(from, file), join(to, file));
  for (const folder of COURSE.folders)
    cpSync(join(from, folder), join(to, folder), {
      recursive: true,
      filter: (path) => !MADE.has(basename(path)),
    });
  for (const name of readdirSync(join(from, "notebooks")).filter(isForStudents))
    cpSync(join(from, "notebooks", name), join(to, "notebooks", name));
  const homework = join(from, "notebooks/homework");
  for (const name of assignmentsIn(homework))
    releaseAssignment(join(homework, name), join(to, "notebooks/homework", name), studentEdition);
  const about = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
  const scripts = Object.fromEntries(COMMANDS.map((name) => [name, about.scripts[name]]));
  writeFileSync(join(to, "package.json"), `${JSON.stringify({ ...about, scripts }, null, 2)}\n`);
}

/** Makes room for a new student edition; the history of one that was published stays. */
function makeRoom(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length > 0 && (names.includes("tests") || !existsSync(join(folder, "src/setup"))))
    throw refusal(`${folder} is there already and is no student edition: name another folder.`);
  for (const name of names) if (name !== ".git") rmSync(join(folder, name), { recursive: true });
}

/** Never in place of the notebook it is made from. */
function requireNoSolution(file) {
  if (existsSync(file) && readFileSync(file, "utf8").includes("/// BEGIN SOLUTION"))
    throw refusal(`${file} is there already, with solutions in it: name another folder.`);
}

/** npm run release: what students get, see USAGE. */
export async function main(args) {
  const [name, ...more] = namesIn(args, { flags: [], values: ["--out"] });
  if (name === undefined || more.length > 0) throw refusal(`Release what? ${USAGE}`);
  const given = optionOf(args, ["--out"]);
  const homework = join(root, "notebooks/homework");
  const isCourse = name === "course";
  if (isCourse && !given) throw refusal(`Where to? ${USAGE}`);
  if (!isCourse && !assignmentsIn(homework).includes(name))
    throw refusal(`There is no assignment ${name} in ${homework}.`);
  await ensureInstalled();
  const built = pathToFileURL(join(root, "src/dist/grading/notebook/studentEdition.js"));
  const { studentEdition } = await import(built);
  const out = resolve(given ?? "released");
  try {
    if (isCourse) {
      makeRoom(out);
      releaseCourse(root, out, studentEdition);
    } else {
      requireNoSolution(join(out, name, `${name}.ipynb`));
      releaseAssignment(join(homework, name), join(out, name), studentEdition);
    }
  } catch (error) {
    throw error.name === "Error" && !error.code ? refusal(error.message) : error;
  }
  console.log(isCourse ? `${out}: the student edition` : join(out, name, `${name}.ipynb`));
  return 0;
}
