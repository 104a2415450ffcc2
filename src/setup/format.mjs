import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

const biome = join(root, "node_modules/@biomejs/biome/bin/biome");

/** npm run format: the style of the package's files and of the notebooks' code cells. */
export async function main(args) {
  if (args.length > 0) throw new Error(`format: takes no arguments, got ${args.join(" ")}`);
  await ensureInstalled();
  const { code, output } = await run(process.execPath, [biome, "check", "--write", "."], {});
  console.log(output.trimEnd());
  for (const { path, text } of await badlyFormatted(courseNotebooks())) {
    writeFileSync(path, text);
    console.log(`Formatted ${relative(root, path)}.`);
  }
  return code;
}

/** The paths of all notebooks, homework among them, without the copies that Jupyter keeps. */
export function courseNotebooks() {
  const folder = join(root, "notebooks");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ipynb") && !path.includes(".ipynb_checkpoints"))
    .sort()
    .map((path) => join(folder, path));
}

/**
 * The notebooks whose code cells are not as Biome would write them, as `{ path, text }` with the
 * text of the file mended. A cell that does not parse (one that teaches a mistake) stays as it is.
 */
export async function badlyFormatted(paths) {
  const folder = mkdtempSync(join(tmpdir(), "mlip-format-"));
  try {
    const books = paths.map((path) => ({ path, text: readFileSync(path, "utf8") }));
    const cells = books.map(({ text }) => codeCells(JSON.parse(text)));
    const file = (book, cell) => join(folder, `${book}`, `${cell}.ts`);
    const { formatter } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    writeFileSync(join(folder, "biome.json"), JSON.stringify({ root: true, formatter }));
    cells.forEach((list, b) => {
      mkdirSync(join(folder, `${b}`));
      list.forEach((cell, c) => {
        writeFileSync(file(b, c), sourceOf(cell));
      });
    });
    const args = [biome, "format", "--write", `--config-path=${folder}`, folder];
    await run(process.execPath, args, { cwd: folder });
    return books.flatMap(({ path, text }, b) => {
      const notebook = JSON.parse(text);
      codeCells(notebook).forEach((cell, c) => {
        const formatted = readFileSync(file(b, c), "utf8").trimEnd();
        if (formatted !== sourceOf(cell)) cell.source = formatted.split(/(?<=\n)/);
      });
      const mended = `${JSON.stringify(notebook, null, 1)}\n`;
      return mended === text ? [] : [{ path, text: mended }];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const codeCells = ({ cells }) => cells.filter(({ cell_type }) => cell_type === "code");
const sourceOf = ({ source }) => (typeof source === "string" ? source : source.join(""));
