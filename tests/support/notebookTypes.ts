import { basename, join, resolve } from "node:path";
import ts from "typescript";
import { parseCell, topLevelNames } from "./cellCode.js";
import { type Notebook, sourceOf } from "./notebook.js";

/** A line of a cell; both are counted from 1, cells with the Markdown ones. */
interface Line {
  readonly text: string;
  readonly cell: number;
  readonly line: number;
}

/**
 * A notebook's code cells, one after the other, as the lines of one module. Imports go to the top, where
 * TypeScript wants them; in their cell they leave blanks. A cell that declares a name again, as tslab
 * allows, opens a block in which it and all later cells lie.
 */
export function cellsModule(notebook: Notebook): Line[] {
  const imports: Line[] = [];
  const body: Line[] = [];
  const imported = new Set<string>();
  let declared = new Set<string>();
  let blocks = 1;
  for (const [i, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== "code") continue;
    const code = sourceOf(cell);
    const own = new Set<string>();
    let rest = code;
    for (const statement of parseCell(code).statements) {
      const names = [...topLevelNames([statement])];
      if (!ts.isImportDeclaration(statement)) {
        for (const name of names) own.add(name);
        continue;
      }
      const [start, end] = [statement.getStart(), statement.end];
      const text = code.slice(start, end);
      rest = rest.slice(0, start) + text.replace(/[^\n]/g, " ") + rest.slice(end);
      if (names.length > 0 && names.every((name) => imported.has(name))) continue;
      const first = code.slice(0, start).split("\n").length;
      imports.push(...linesOf(text, i + 1, first));
      for (const name of names) imported.add(name);
    }
    if ([...own].some((name) => declared.has(name))) {
      body.push(added("{"));
      blocks++;
      declared = new Set();
    }
    for (const name of [...own, ...imported]) declared.add(name);
    body.push(...linesOf(rest, i + 1, 1), added(";"));
  }
  return [...imports, added("{"), ...body, added(`${"}".repeat(blocks)} export {};`)];
}

const added = (text: string): Line => ({ text, cell: 0, line: 0 });

const linesOf = (text: string, cell: number, first: number): Line[] =>
  text.split("\n").map((line, i) => ({ text: line, cell, line: first + i }));

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Checks notebooks with TypeScript's `--strict` against the built package, all in one program.
 *
 * @param notebooks by path; a path says where imports are looked up, no file need be there
 * @returns one sentence for each error: the notebook, the cell, the line and what TypeScript says
 */
export function typeErrors(notebooks: ReadonlyMap<string, Notebook>): string[] {
  const modules = new Map(
    [...notebooks].map(([path, notebook]) => [`${path}.ts`, cellsModule(notebook)]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules/@types")],
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const disk = { fileExists: host.fileExists, readFile: host.readFile };
  const textOf = (path: string): string | undefined =>
    modules
      .get(path)
      ?.map((line) => line.text)
      .join("\n");
  host.fileExists = (path) => modules.has(path) || disk.fileExists(path);
  host.readFile = (path) => textOf(path) ?? disk.readFile(path);
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([path, lines]) => {
    const file = program.getSourceFile(path)!;
    return ts.getPreEmitDiagnostics(program, file).map((diagnostic) => {
      const place = ts.getLineAndCharacterOfPosition(file, diagnostic.start ?? 0);
      const { cell, line } = lines[place.line]!;
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
      return `${basename(path, ".ts")}, cell ${cell}, line ${line}: ${message}`;
    });
  });
}
