import { lstatSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** A student's notebook, or why there is none. */
export interface Submission {
  readonly student: string;
  readonly path: string;
  /** A sentence in place of a notebook. */
  readonly problem?: string;
}

/**
 * The submissions of an assignment: STUDENT/hw1/hw1.ipynb as nbgrader collects them, or notebooks in one
 * flat folder, named after the students; or a single notebook. No link is followed.
 *
 * @throws Error with a sentence when there is nothing, or two notebooks of one student
 */
export function findSubmissions(place: string, assignment: string): Submission[] {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no ${place}.`);
  if (found.isFile()) return [{ student: basename(place, ".ipynb"), path: place }];
  const submissions = readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .flatMap((entry): Submission[] => {
      const path = join(place, entry.name);
      if (entry.isDirectory()) return [inFolder(path, assignment)];
      if (entry.name.endsWith(".ipynb")) return [{ student: basename(entry.name, ".ipynb"), path }];
      return entry.isSymbolicLink()
        ? [{ student: entry.name, path, problem: "This is a link, not a folder." }]
        : [];
    })
    .sort((a, b) => (a.student < b.student ? -1 : 1));
  if (submissions.length === 0) throw new Error(`There is no notebook in ${place}.`);
  const twice = submissions.find(({ student }, i) => student === submissions[i - 1]?.student);
  if (twice) throw new Error(`${place} has a notebook and a folder of ${twice.student}.`);
  return submissions;
}

function inFolder(folder: string, assignment: string): Submission {
  const student = basename(folder);
  const inside = join(folder, assignment);
  const path = join(inside, `${assignment}.ipynb`);
  const isFolder = lstatSync(inside, { throwIfNoEntry: false })?.isDirectory();
  const names = isFolder ? readdirSync(inside) : [];
  if (names.includes(`${assignment}.ipynb`)) return { student, path };
  const others = names.filter((name) => name.endsWith(".ipynb"));
  const instead = others.length > 0 ? ` It has ${others.join(", ")}.` : "";
  const problem = `There is no notebook ${assignment}/${assignment}.ipynb in the folder.${instead}`;
  return { student, path, problem };
}
