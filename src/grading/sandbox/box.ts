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
import {
  builtFolder,
  courseFolder,
  filesNeeded,
  packageFolder,
  STAND_INS,
} from "./packageFiles.js";

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
  /** Mounts: libraries, for the converter; the whole package and all data, for tests and comparisons. */
  readonly libraries: Readonly<Record<string, string>>;
  readonly wholePackage: Readonly<Record<string, string>>;
  /** Mounts over those of the whole package: `show` does nothing. */
  readonly noCharts: Readonly<Record<string, string>>;
  remove(): void;
}

const PACKAGE = "course/node_modules/mlip";
const DATA = "course/data";

/**
 * Copies what submitted code may see into a folder of its own, readable by everyone: the grader's two
 * programs, the files an assignment allows with the files these need, and its data.
 */
export function makeBox({ uses, data }: Allowed): Box {
  sweep();
  const contents: readonly [to: string, files: Map<string, string>][] = [
    ["programs", filesNeeded(["grading/executor/main"], ".js")],
    ["programs", filesNeeded(["grading/converter/main"], ".js", { libraries: true })],
    [`${PACKAGE}/dist`, filesNeeded(uses, ".js")],
    [`${PACKAGE}/dist`, filesNeeded(uses, ".d.ts")],
    [DATA, new Map(data.map((file) => [file, join(courseFolder, "data", file)]))],
  ];
  const folder = mkdtempSync(join(tmpdir(), `mlip-grade-${process.pid}-`));
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  };
  for (const [to, files] of contents)
    for (const [path, file] of files) {
      mkdirSync(dirname(join(folder, to, path)), { recursive: true });
      cpSync(file, join(folder, to, path));
    }
  write("programs/package.json", { type: "module" });
  write(`${PACKAGE}/package.json`, {
    name: "mlip",
    type: "module",
    exports: Object.fromEntries(uses.map((name) => [`./${name}`, `./dist/${name}.js`])),
    typesVersions: { "*": Object.fromEntries(uses.map((name) => [name, [`dist/${name}`]])) },
  });
  for (const name of ["node_modules", DATA]) mkdirSync(join(folder, name), { recursive: true });
  makeReadable(folder);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  return {
    folder,
    libraries: { node_modules: join(courseFolder, "node_modules") },
    wholePackage: { [PACKAGE]: packageFolder, [DATA]: join(courseFolder, "data") },
    noCharts: Object.fromEntries(
      Object.entries(STAND_INS).map(([file, instead]) => [
        `${PACKAGE}/dist/${file}`,
        join(builtFolder, instead),
      ]),
    ),
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

/** Removes the folders of graders that were killed, if no other grader is about to. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^mlip-grade-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Two that remove one folder get in each other's way; what stays is for the next.
    }
  }
}
