import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package mlip (`src` of the course), seen from the sources or from what is built. */
export const packageFolder: string = ((): string => {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder))
    if (existsSync(join(folder, "package.json"))) return folder;
})();

/** The course's folder, with `data` and `node_modules`. */
export const courseFolder: string = dirname(packageFolder);

/** The package after compilation: what notebooks import. */
export const builtFolder: string = join(packageFolder, "dist");

/** Charts are not marked: where submitted code runs, `show` does nothing. */
export const STAND_INS: Readonly<Record<string, string>> = {
  "charts/show.js": "grading/executor/noShow.js",
};

const IMPORT =
  /(?:\bfrom|\bimport|\brequire|\bcreateRequire\([^)]*\))\s*\(?\s*["']([^"']+)["']|\bnew URL\(\s*["'](\.[^"']+\.js)["']/g;

/**
 * Built files that some of them need, themselves included: their paths in `dist`, and the file to take
 * for each.
 *
 * @param extension  ".js" for what runs, ".d.ts" for what the compiler reads
 * @throws Error for a file that does not exist, and, unless `libraries`, for one that needs a library
 */
export function filesNeeded(
  names: readonly string[],
  extension: ".js" | ".d.ts",
  { libraries = false }: { libraries?: boolean } = {},
): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string): void => {
    const path = name + extension;
    if (found.has(path)) return;
    const file = join(builtFolder, STAND_INS[path] ?? path);
    if (!existsSync(file)) throw new Error(`there is no mlip/${name}`);
    found.set(path, file);
    for (const [, from, url] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const target = (from ?? url)!;
      if (target.startsWith("."))
        add(relative(builtFolder, resolve(dirname(file), target)).replace(/\.js$/, ""));
      else if (extension === ".js" && !libraries && !target.startsWith("node:"))
        throw new Error(`mlip/${name} needs the library ${target}, which homework cannot use`);
    }
  };
  for (const name of names) add(name);
  return found;
}
