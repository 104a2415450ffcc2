/** The program that converts cells to JavaScript; it runs in a sandbox, too, but never runs a cell. */
import { readFileSync } from "node:fs";
import { createCompiler } from "../../kernel/compiler.js";
import { compileError } from "../../kernel/errors.js";
import { tell } from "../executor/lines.js";
import type { Converted, FromConverter, ToConverter } from "./messages.js";

const compiler = createCompiler();
/** Sequences share their beginnings: the same cell after the same declarations is converted once. */
const known = new Map<string, { converted: Converted; declarations: string }>();
const say = (message: FromConverter): void => tell(message);

function convert(
  declarations: string,
  source: string,
): { converted: Converted; declarations: string } {
  say({ type: "at", source });
  const failed = (problem: string): { converted: Converted; declarations: string } => ({
    converted: { problem },
    declarations,
  });
  try {
    compiler.declare(declarations);
    const compiled = compiler.compile(source);
    if ("diagnostics" in compiled) {
      const { evalue } = compileError("", source, compiled.diagnostics);
      const line = compiled.diagnostics[0]!.start.line + 1;
      return failed(`line ${line}: ${evalue}`);
    }
    const { code, topLevelAwait, resultName, sideOutputs } = compiled.code;
    if (sideOutputs.length > 0) return failed("it imports a module that is not the course's");
    return { converted: { code, topLevelAwait, resultName }, declarations: compiled.declarations };
  } catch (error) {
    return failed(`the compiler cannot read it: ${(error as Error).message}`);
  }
}

const { sequences }: ToConverter = JSON.parse(readFileSync(0, "utf8"));
const converted = sequences.map((cells) => {
  let declarations = "";
  return cells.map((source) => {
    const key = JSON.stringify([declarations, source]);
    const result = known.get(key) ?? convert(declarations, source);
    known.set(key, result);
    declarations = result.declarations;
    return result.converted;
  });
});
say({ type: "converted", sequences: converted });
process.exit(0);
