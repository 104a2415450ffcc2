import ts from "typescript";

/** A cell's code as a syntax tree; positions count from its first letter. */
export function parseCell(code: string): ts.SourceFile {
  // With an export it is a module, in which await may stand outside functions.
  return ts.createSourceFile("cell.ts", `${code}\nexport {};`, ts.ScriptTarget.ES2022, true);
}

/** Calls back for every node below one, in the order of the text. */
export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    if (ts.isSourceFile(node) && child === node.statements.at(-1)) return; // ours
    see(child);
    walk(child, see);
  });
}

/** The names that statements of a cell declare: variables, functions, classes, types, imports. */
export function topLevelNames(statements: readonly ts.Statement[]): Set<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations) addNames(name, names);
    if (ts.isImportDeclaration(statement)) walk(statement, (node) => addImported(node, names));
    else if ("name" in statement) addNames(statement.name as ts.Node | undefined, names);
  }
  return names;
}

/** All names a cell declares, at any depth. */
export function allNames(cell: ts.SourceFile): Set<string> {
  const names = topLevelNames(cell.statements);
  walk(cell, (node) => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node)) addNames(node.name, names);
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) addNames(node.name, names);
  });
  return names;
}

/** A name, or the names inside a pattern like { a, b: [c] }. */
function addNames(name: ts.Node | undefined, names: Set<string>): void {
  if (!name) return;
  if (ts.isIdentifier(name)) names.add(name.text);
  else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name))
    for (const element of name.elements)
      if (ts.isBindingElement(element)) addNames(element.name, names);
}

function addImported(node: ts.Node, names: Set<string>): void {
  if (ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node))
    addNames(node.name, names);
}
