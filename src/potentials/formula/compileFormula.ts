import type { MathNode, OperatorNode } from "mathjs";
import { contentOf, functionName, isConstant, isFunction, isSymbol } from "./nodes.js";

/** The functions a formula may call, and how JavaScript calls them. */
export const FUNCTIONS: Readonly<Record<string, (x: string) => string>> = {
  exp: (x) => `Math.exp(${x})`,
  log: (x) => `Math.log(${x})`,
  sqrt: (x) => `Math.sqrt(${x})`,
  sin: (x) => `Math.sin(${x})`,
  cos: (x) => `Math.cos(${x})`,
  tan: (x) => `Math.tan(${x})`,
  sec: (x) => `(1 / Math.cos(${x}))`,
  sinh: (x) => `Math.sinh(${x})`,
  cosh: (x) => `Math.cosh(${x})`,
  tanh: (x) => `Math.tanh(${x})`,
  sech: (x) => `(1 / Math.cosh(${x}))`,
  atan: (x) => `Math.atan(${x})`,
};

/**
 * A plain function of r; Lennard-Jones takes about twice the time of hand-written code. Its text holds
 * nothing but numbers, the names r, p0, p1, ..., wholePower and functions of Math.
 */
export function compileFormula(tree: MathNode, values: readonly number[]): (r: number) => number {
  const names = values.map((_, i) => `p${i}`);
  const source = `"use strict"; return (r) => ${code(tree)};`;
  return new Function("wholePower", ...names, source)(wholePower, ...values);
}

function code(node: MathNode): string {
  if (isConstant(node)) return `(${Number(node.value)})`;
  if (isSymbol(node)) return node.name === "pi" ? "Math.PI" : node.name;
  if (isFunction(node)) return FUNCTIONS[functionName(node)]!(code(node.args[0]!));
  if (node.type === "ParenthesisNode") return code(contentOf(node));
  const { op, args } = node as OperatorNode;
  const [left, right] = args.map(code);
  if (right === undefined) return `(${op}${left})`;
  if (op !== "^") return `(${left} ${op} ${right})`;
  const exponent = wholeExponent(args[1]!);
  return exponent === undefined ? `(${left} ** ${right})` : `wholePower(${left}, ${exponent})`;
}

/** 12 for the node of 12, −6 for that of -6; undefined for others. */
function wholeExponent(node: MathNode): number | undefined {
  const text = node.toString({ parenthesis: "auto" });
  return /^-?\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** xⁿ by squaring: several times as fast as `**` for the powers of pair potentials. */
function wholePower(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let left = Math.abs(n); left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return n < 0 ? 1 / result : result;
}
