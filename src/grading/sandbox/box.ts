import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isAlive } from "./alive.js";
import { courseFolder, filesNeeded, packageFolder } from "./packageFiles.js";

/** What an assignment lets its solvers use. */
export interface Allowed {
  /** Files of the package, as in "units/constants". */
  readonly uses: readonly string[];
  /** Files of the course's data folder, as in "h2/h2_curve_ccpvqz.csv". */
  readonly data: readonly string[];
}

/** The folder that programs in the sandbox see. */
export interface Box {
  readonly folder: string;
  /** Mounts for the converter: the libraries it is made of, and, for an author's tests, the whole package. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly wholePackage: Readonly<Record<string, string>>;
  remove(): void;
}

const PACKAGE = "course/node_modules/mlip";

/**
 * Copies what submitted code may see into a folder of its own, readable by everyone: the grader's two
 * programs, the files an assignment allows with the files these need, and its data.
 */
export function makeBox({ uses, data }: Allowed): Box {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `mlip-grade-${process.pid}-`));
  const copy = (files: Map<string, string>, to: string): void => {
    for (const [path, file] of files) {
      mkdirSync(dirname(join(folder, to, path)), { recursive: true });
      cpSync(file, join(folder, to, path));
    }
  };
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  };
  copy(filesNeeded(["grading/executor/main"], ".js"), "programs");
  copy(filesNeeded(["grading/converter/main"], ".js", { libraries: true }), "programs");
  write("programs/package.json", { type: "module" });
  copy(filesNeeded(uses, ".js"), `${PACKAGE}/dist`);
  copy(filesNeeded(uses, ".d.ts"), `${PACKAGE}/dist`);
  write(`${PACKAGE}/package.json`, {
    name: "mlip",
    type: "module",
    exports: Object.fromEntries(uses.map((name) => [`./${name}`, `./dist/${name}.js`])),
    typesVersions: { "*": Object.fromEntries(uses.map((name) => [name, [`dist/${name}`]])) },
  });
  copy(new Map(data.map((file) => [file, join(courseFolder, "data", file)])), "course/data");
  mkdirSync(join(folder, "node_modules"));
  makeReadable(folder);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  return {
    folder,
    libraries: { node_modules: join(courseFolder, "node_modules") },
    wholePackage: { [PACKAGE]: packageFolder },
    remove() {
      process.off("exit", remove);
      remove();
    },
  };
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else chmodSync(path, 0o644);
  }
}

/** Removes the folders of graders that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^mlip-grade-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
