import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The core notebook with most code behind it: the files of the package that it imports and all that
 * those import, which is what its student could be asked to read; in lines without comments and
 * empty ones.
 */
export function largestCore(root) {
  const core = readdirSync(join(root, "notebooks"))
    .filter((name) => name.endsWith(".ipynb"))
    .map((notebook) => ({
      notebook,
      text: readFileSync(join(root, "notebooks", notebook), "utf8"),
    }))
    .filter(({ text }) => text.includes("| Path | core |"))
    .map(({ notebook, text }) => ({ notebook, lines: linesBehind(root, text) }));
  return core.reduce((most, each) => (each.lines > most.lines ? each : most));
}

function linesBehind(root, notebook) {
  const files = new Set();
  const visit = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, target] of text.matchAll(/\bfrom "(\.[^"]+)\.js"/g))
      visit(join(dirname(file), `${target}.ts`));
  };
  for (const [, file] of notebook.matchAll(/\bfrom \\"mlip\/([\w/]+)\\"/g))
    visit(join(root, "src", `${file}.ts`));
  return [...files].reduce((sum, file) => sum + codeLines(readFileSync(file, "utf8")), 0);
}

const codeLines = (text) =>
  text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/?\*)/.test(line)).length;
