import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Lines of code, without comments and empty lines, behind the core notebooks: the files of the package that they import, and
 * all that those import. What a student of the core path could be asked to read.
 */
export function coreLines(root) {
  const files = new Set();
  const visit = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, target] of text.matchAll(/\bfrom "(\.[^"]+)\.js"/g))
      visit(join(dirname(file), `${target}.ts`));
  };
  for (const name of readdirSync(join(root, "notebooks")).filter((n) => n.endsWith(".ipynb"))) {
    const text = readFileSync(join(root, "notebooks", name), "utf8");
    if (!text.includes("| Path | core |")) continue;
    for (const [, file] of text.matchAll(/\bfrom \\"mlip\/([\w/]+)\\"/g))
      visit(join(root, "src", `${file}.ts`));
  }
  return [...files]
    .map((file) => codeLines(readFileSync(file, "utf8")))
    .reduce((sum, lines) => sum + lines, 0);
}

const codeLines = (text) =>
  text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/?\*)/.test(line)).length;
