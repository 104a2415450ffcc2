/** tslab's converter with its state: what the cells so far have declared. */
import type typescript from "@tslab/typescript-for-tslab";
import type { Converter, Diagnostic } from "tslab/dist/converter.js";
import type { RunCell } from "./messages.js";
import {
  createConverter,
  getCodeMetadata,
  isCompleteCode,
  printQuickInfo,
  takeLineMap,
  ts,
} from "./tslab.js";

export type { Diagnostic };

/** Code ready to run, with the declarations that hold from then on; or why it cannot run. */
export type Compiled =
  | { readonly code: Omit<RunCell, "type" | "cell" | "label">; readonly declarations: string }
  | { readonly diagnostics: readonly Diagnostic[] };

export interface Compiler {
  compile(source: string): Compiled;
  /** Takes the declarations of a cell that has run. */
  declare(declarations: string): void;
  /** Forgets all cells. */
  reset(): void;
  /** Names that fit at an offset (UTF-16), and the range they replace. */
  complete(source: string, offset: number): { matches: string[]; start: number; end: number };
  /** Signature and documentation of the name at an offset (UTF-16). */
  inspect(source: string, offset: number): string | undefined;
}

const NOTHING = { code: "", map: [], topLevelAwait: false, sideOutputs: [], resultName: undefined };

export function createCompiler(): Compiler {
  let converter: Converter = createConverter();
  let declared = "";
  let sideFilesEmitted = false;

  return {
    compile(source) {
      const { module, mode, ...meta } = getCodeMetadata(source);
      if (module !== undefined) {
        const diagnostics = converter.addModule(module, source, meta);
        return diagnostics.length > 0 ? { diagnostics } : { code: NOTHING, declarations: declared };
      }
      const converted = converter.convert(declared, source);
      if (converted.sideOutputs) sideFilesEmitted = true;
      if (converted.diagnostics.length > 0)
        return { diagnostics: inCell(converted.diagnostics, source) };
      const { output = "", lastExpressionVar } = converted;
      return {
        code: {
          code: output,
          map: takeLineMap(output),
          topLevelAwait: converted.hasToplevelAwait || awaitsAtTop(source),
          sideOutputs: converted.sideOutputs ?? [],
          resultName: endsWithAssignment(source) ? undefined : lastExpressionVar,
        },
        declarations: converted.declOutput ?? "",
      };
    },

    declare(declarations) {
      declared = declarations;
    },

    reset() {
      declared = "";
      // The converter hands out each file beside the notebook once; a new process needs it again.
      if (sideFilesEmitted) {
        converter.close();
        converter = createConverter();
        sideFilesEmitted = false;
      }
    },

    complete(source, offset) {
      const { candidates, start, end } = converter.complete(declared, source, offset);
      return { matches: [...new Set(candidates)], start, end };
    },

    inspect(source, offset) {
      const info = converter.inspect(declared, source, offset);
      return info ? printQuickInfo(info) : undefined;
    },
  };
}

/**
 * Whether a cell awaits outside its functions. tslab overlooks `await (`, `await [` and `for await`,
 * which it takes for a call, an index and nothing; inside an async function they are what they seem.
 */
function awaitsAtTop(source: string): boolean {
  // Only in a module is `await` a keyword at the top.
  const module = `${source}\nexport {};`;
  const visit = (node: typescript.Node): boolean =>
    ts.isAwaitExpression(node) ||
    (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
    (!ts.isFunctionLike(node) && (ts.forEachChild(node, visit) ?? false));
  return visit(ts.createSourceFile("cell.ts", module, ts.ScriptTarget.Latest));
}

/** Without what is said of the line that tslab adds below the cell, unless it is all there is. */
function inCell(diagnostics: readonly Diagnostic[], source: string): readonly Diagnostic[] {
  const own = diagnostics.filter((d) => d.fileName || d.start.offset < source.length);
  return own.length > 0 ? own : diagnostics;
}

/** Whether code is a whole cell; if not, the indent of its next line. */
export function completeness(source: string): { status: string; indent?: string } {
  const { completed, indent } = isCompleteCode(source);
  return completed ? { status: "complete" } : { status: "incomplete", indent: indent ?? "" };
}

/** `x = 3` as the last statement shows no result; `(x = 3)` does. */
function endsWithAssignment(source: string): boolean {
  const last = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest).statements.at(-1);
  if (!last || !ts.isExpressionStatement(last) || !ts.isBinaryExpression(last.expression))
    return false;
  const operator = last.expression.operatorToken.kind;
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}
