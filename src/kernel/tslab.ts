/**
 * tslab's converter, over a compiler with three changes made before tslab loads it: emitted code
 * carries a source map, so that an error can name the cell's own line; names in braces mean what they
 * should when an earlier cell has them; and files of packages are not watched (tslab would poll hundreds of them all day).
 */
import { createRequire } from "node:module";
import { sep } from "node:path";
import type typescript from "@tslab/typescript-for-tslab";
import { composeLineMap } from "./lineMap.js";
import type { LineMap } from "./messages.js";

const require = createRequire(import.meta.url);
const path = createRequire(require.resolve("tslab/dist/converter.js")).resolve(
  "@tslab/typescript-for-tslab",
);
const real: typeof typescript = require(path);

/** The map of the code that tslab's converter produced last, by that code. */
const maps = new Map<string, LineMap>();

/** Forgets the map when it hands it out: code is looked up once, right after its conversion. */
export function takeLineMap(code: string): LineMap {
  const map = maps.get(code) ?? [];
  maps.clear();
  return map;
}

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

// Step 1 of tslab: TypeScript to modern JavaScript.
const createWatchCompilerHost = ((files: string[], options: object, ...rest: never[]) =>
  (real.createWatchCompilerHost as (...args: unknown[]) => unknown)(
    files,
    { ...options, inlineSourceMap: true, types: ["node"] },
    ...rest,
  )) as typeof real.createWatchCompilerHost;

// Step 2 of tslab: ES modules to CommonJS.
const transpileModule: typeof real.transpileModule = (input, options) => {
  const first = INLINE_MAP.exec(input)?.[1];
  if (first === undefined) return real.transpileModule(input, options);
  const output = real.transpileModule(input.replace(INLINE_MAP, "\n"), {
    ...options,
    compilerOptions: { ...options.compilerOptions, sourceMap: true },
  });
  const code = output.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  maps.set(code, composeLineMap(Buffer.from(first, "base64").toString(), output.sourceMapText!));
  return { ...output, outputText: code };
};

let program: typescript.Program | undefined;
const createWatchProgram = ((host: typescript.WatchCompilerHost<typescript.BuilderProgram>) => {
  const { afterProgramCreate } = host;
  host.afterProgramCreate = (builder) => {
    program = builder.getProgram();
    afterProgramCreate?.(builder);
  };
  return real.createWatchProgram(host as never);
}) as typeof real.createWatchProgram;

/** The file in which tslab keeps what earlier cells have declared. */
const EARLIER_CELLS = /(^|[\\/])__prev__\.d\.ts$/;

/**
 * tslab writes `exports.a` for an `a` of an earlier cell, but overlooks the short form `{ a }`, and takes
 * the label in `{ a: b }` for a variable where the type that has such a property is of an earlier cell.
 */
const visitEachChild = ((
  node: typescript.Node,
  visit: (child: typescript.Node) => typescript.Node,
  ...rest: never[]
) => {
  if (real.isShorthandPropertyAssignment(node) && !node.objectAssignmentInitializer)
    return isOfEarlierCell(node) ? spelledOut(node) : node;
  const label = labelIn(node);
  return (real.visitEachChild as (...args: unknown[]) => unknown)(
    node,
    (child: typescript.Node) => (child === label ? child : visit(child)),
    ...rest,
  );
}) as typeof real.visitEachChild;

function isOfEarlierCell(node: typescript.ShorthandPropertyAssignment): boolean {
  const symbol = program
    ?.getTypeChecker()
    .getShorthandAssignmentValueSymbol(real.getOriginalNode(node));
  const files = symbol?.declarations?.map((declared) => declared.getSourceFile().fileName) ?? [];
  return files.some((file) => EARLIER_CELLS.test(file));
}

function spelledOut(node: typescript.ShorthandPropertyAssignment): typescript.PropertyAssignment {
  const { factory } = real;
  const exports = factory.createIdentifier("exports");
  const value = factory.createPropertyAccessExpression(exports, node.name.text);
  return factory.createPropertyAssignment(node.name.text, value);
}

/** The name of a property that `const { a: b } = …` or `{ a: b }` mentions. */
function labelIn(node: typescript.Node): typescript.Node | undefined {
  let label: typescript.Node | undefined;
  if (real.isBindingElement(node)) label = node.propertyName;
  else if (real.isPropertyAssignment(node)) label = node.name;
  return label && !real.isComputedPropertyName(label) ? label : undefined;
}

const watchFile = real.sys.watchFile!.bind(real.sys);
const ofPackage = (file: string): boolean =>
  /[\\/]node_modules[\\/]|\.d\.ts$/.test(file.replaceAll("/", sep));
real.sys.watchFile = (file, ...rest) =>
  ofPackage(file) ? { close: () => {} } : watchFile(file, ...rest);

require.cache[path]!.exports = {
  ...real,
  createWatchCompilerHost,
  createWatchProgram,
  transpileModule,
  visitEachChild,
};

export const ts: typeof typescript = real;

const converter: typeof import("tslab/dist/converter.js") = require("tslab/dist/converter.js");
const inspect: typeof import("tslab/dist/inspect.js") = require("tslab/dist/inspect.js");
const metadata: typeof import("tslab/dist/metadata.js") = require("tslab/dist/metadata.js");
export const createConverter: typeof converter.createConverter = converter.createConverter;
export const isCompleteCode: typeof converter.isCompleteCode = converter.isCompleteCode;
export const printQuickInfo: typeof inspect.printQuickInfo = inspect.printQuickInfo;
export const getCodeMetadata: typeof metadata.getCodeMetadata = metadata.getCodeMetadata;
