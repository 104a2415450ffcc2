import { inspect } from "node:util";
import type { MathNode } from "mathjs";
import { mathjs } from "../../units/mathjs.js";
import { FUNCTIONS } from "./compileFormula.js";
import { functionName, isConstant, isFunction, isOperator, isSymbol } from "./nodes.js";

const OPERATORS: readonly string[] = ["+", "-", "*", "/", "^"];

/** The tree of a formula in which everything is known to be harmless. */
export function readFormula(formula: unknown): MathNode {
  if (typeof formula !== "string" || formula.trim() === "")
    throw new TypeError(`fromFormula: the formula must be text, got ${inspect(formula)}`);
  if (formula.length > 500)
    throw new TypeError(
      `fromFormula: the formula must have at most 500 characters, got ${formula.length}`,
    );
  let tree: MathNode;
  try {
    tree = mathjs().parse(formula);
  } catch (error) {
    throw new TypeError(`fromFormula: cannot read ${formula}: ${(error as Error).message}`);
  }
  tree.traverse((node) => {
    const problem = problemOf(node);
    if (problem) throw new TypeError(`fromFormula: ${problem}, got ${node} in ${formula}`);
  });
  return tree;
}

/** What is wrong with one part of a formula; only what is known to be harmless passes. */
function problemOf(node: MathNode): string | undefined {
  if (isSymbol(node) || node.type === "ParenthesisNode") return undefined;
  if (isConstant(node))
    return Number.isFinite(node.value) ? undefined : "a constant must be a finite number";
  if (isOperator(node)) {
    if (node.implicit) return "a product must be written with *";
    return OPERATORS.includes(node.op) ? undefined : "an operator must be one of + - * / ^";
  }
  if (!isFunction(node)) return "a formula must be one expression of numbers and names";
  if (!Object.hasOwn(FUNCTIONS, functionName(node)))
    return `a function must be one of ${Object.keys(FUNCTIONS).join(", ")} (and a product needs its *)`;
  return node.args.length === 1 ? undefined : `${functionName(node)} must have one argument`;
}

/** The parameters' names, all of them used and none missing. */
export function checkNames(
  formula: string,
  tree: MathNode,
  parameters: Readonly<Record<string, number>>,
): string[] {
  const found = new Set<string>();
  tree.traverse((node, path) => {
    if (isSymbol(node) && path !== "fn") found.add(node.name);
  });
  const names = Object.keys(parameters);
  const list = names.length === 0 ? "none" : names.join(", ");
  for (const name of found)
    if (name !== "r" && name !== "pi" && !names.includes(name))
      throw new RangeError(
        `fromFormula: "${name}" in ${formula} must be r or a parameter, got the parameters ${list}`,
      );
  if (!found.has("r"))
    throw new TypeError(`fromFormula: the formula must contain the distance r, got ${formula}`);
  for (const name of names) {
    const value = parameters[name];
    if (name === "r")
      throw new RangeError("fromFormula: r must not be a parameter, it is the distance");
    if (!found.has(name))
      throw new RangeError(`fromFormula: the parameter ${name} must occur in ${formula}`);
    if (!Number.isFinite(value))
      throw new RangeError(
        `fromFormula: the parameter ${name} must be a finite number, got ${inspect(value)}`,
      );
  }
  return names;
}
