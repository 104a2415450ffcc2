import ts from "typescript";
import { allNames, parseCell, topLevelNames, walk } from "./cellCode.js";
import { lintMarkdown, type Report } from "./markdownLint.js";
import { type Notebook, sourceOf } from "./notebook.js";

/**
 * What is wrong with a notebook of the course, one sentence each; empty when nothing is.
 *
 * Some rules are about cells that fail in tslab 1.0.22 although TypeScript finds no fault in them:
 * `await (`, `await [` and `for await` outside functions; `export`; `{ a }` for an `a` of an earlier cell
 * ("a is not defined"). And an `a` of an earlier cell that is given a new value keeps the old one for the
 * functions of that cell.
 */
export function lintNotebook(notebook: Notebook): string[] {
  const faults = fileFaults(notebook);
  const earlier = new Set<string>();
  const exercises = new Set<string>();
  const headings: number[] = [];
  for (const [i, cell] of notebook.cells.entries()) {
    const report: Report = (line, fault) => faults.push(`cell ${i + 1}, line ${line}: ${fault}`);
    const text = sourceOf(cell);
    if (cell.outputs?.length || (cell.execution_count ?? null) !== null)
      report(1, "outputs and execution counts are not committed: clear them");
    lintText(text, report);
    if (cell.cell_type === "markdown") lintMarkdown(text, headings, report);
    if (cell.cell_type === "code") lintCode(text, { earlier, exercises }, report);
  }
  const titles = headings.filter((level) => level === 1).length;
  if (titles !== 1) faults.push(`a notebook has one heading of level 1, got ${titles}`);
  return faults;
}

function fileFaults({ nbformat, nbformat_minor, metadata, cells }: Notebook): string[] {
  const faults: string[] = [];
  if (nbformat !== 4 || nbformat_minor < 5)
    faults.push(`the format must be 4.5, whose cells have ids, got ${nbformat}.${nbformat_minor}`);
  const kernel = metadata.kernelspec?.name;
  if (kernel !== "tslab") faults.push(`the kernel must be tslab, got ${kernel}`);
  const ids = cells.map((cell) => cell.id);
  for (const [i, id] of ids.entries())
    if (!id || ids.indexOf(id) !== i)
      faults.push(`cell ${i + 1}: its id must be its own, got ${id}`);
  return faults;
}

function lintText(text: string, report: Report): void {
  for (const [i, line] of text.split("\n").entries()) {
    if (/(^|[\s"'`(])(\/(home|root|tmp|work|Users|mnt)\/|[A-Z]:\\|file:)/.test(line))
      report(i + 1, "no path of a machine: a clone lies elsewhere");
    if (/https?:\/\/[^\s/)]*(registry|npm|pypi|mirror)/i.test(line))
      report(i + 1, "no address of a package registry");
  }
}

const LONGEST_CELL = 30;
const CHARTS = ["show", "lineChart", "scatterChart", "curveFamily", "formulaCurve"];

interface Before {
  /** Names that earlier cells declare. */
  readonly earlier: Set<string>;
  /** Numbers of the exercises so far. */
  readonly exercises: Set<string>;
}

function lintCode(text: string, { earlier, exercises }: Before, report: Report): void {
  const cell = parseCell(text);
  const own = allNames(cell);
  const isEarlier = (node: ts.Node): node is ts.Identifier =>
    ts.isIdentifier(node) && earlier.has(node.text) && !own.has(node.text);
  const at = (node: ts.Node, fault: string): void =>
    report(cell.getLineAndCharacterOfPosition(node.getStart(cell)).line + 1, fault);

  const seen = text
    .replace(/\/\/\/ BEGIN HIDDEN TESTS.*\/\/\/ END HIDDEN TESTS/s, "")
    .replace(/^import [^;]*;$/gm, "");
  const lines = seen.split("\n").filter((line) => line.trim() !== "").length;
  if (lines > LONGEST_CELL) report(1, `a cell has at most ${LONGEST_CELL} lines, got ${lines}`);

  walk(cell, (node) => {
    if (node.kind === ts.SyntaxKind.ExportKeyword || ts.isExportDeclaration(node))
      at(node, "tslab refuses export");
    if (
      ts.isAwaitExpression(node) &&
      !insideFunction(node) &&
      /^await\s*[([]/.test(node.getText(cell))
    )
      at(node, "await ( and await [ fail in tslab: give what is awaited a name first");
    if (ts.isForOfStatement(node) && node.awaitModifier && !insideFunction(node))
      at(node, "for await fails in tslab outside a function");
    if (ts.isShorthandPropertyAssignment(node) && isEarlier(node.name))
      at(
        node,
        `tslab loses ${node.name.text} of an earlier cell: write ${node.name.text}: ${node.name.text}`,
      );
    for (const target of assigned(node))
      if (isEarlier(target))
        at(node, `functions of earlier cells keep the old ${target.text}: use a new name`);
    if (ts.isPropertyAccessExpression(node) && node.getText(cell) === "Math.random")
      at(node, "Math.random differs in every run: use a generator with a seed");
    if (
      ts.isPropertyAssignment(node) &&
      /^(width|height): *["']container["']$/.test(node.getText(cell))
    )
      at(node, 'a chart has a size in pixels: "container" froze the tab');
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [first] = node.arguments;
      if (CHARTS.includes(node.expression.text) && first && lacksDescription(first))
        at(node, "a chart needs a description");
      if (node.expression.text === "todo") lintTodo(first, exercises, (fault) => at(node, fault));
    }
  });
  for (const name of topLevelNames(cell.statements)) earlier.add(name);
}

function insideFunction(node: ts.Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent)
    if (ts.isFunctionLike(outer)) return true;
  return false;
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

const STEPS = [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken];

/** What a node gives a new value to. */
function assigned(node: ts.Node): ts.Node[] {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
    if (ts.isArrayLiteralExpression(node.left)) return [...node.left.elements];
    return [node.left];
  }
  const steps = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
  return steps && STEPS.includes(node.operator) ? [node.operand] : [];
}

/** An object written out, without a description and without a spread that may hold one. */
const lacksDescription = (argument: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(argument) &&
  !argument.properties.some((p) => ts.isSpreadAssignment(p) || p.name?.getText() === "description");

function lintTodo(
  number: ts.Expression | undefined,
  exercises: Set<string>,
  report: (fault: string) => void,
): void {
  const text = number?.getText() ?? "";
  if (!/^["']\d+\.\d+\w?["']$/.test(text)) report('an exercise has a number: todo("3.2")');
  else if (exercises.has(text)) report(`exercise ${text} is there already`);
  exercises.add(text);
}
