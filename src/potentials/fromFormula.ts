import { inspect } from "node:util";
import type { ConstantNode, FunctionNode, MathNode, OperatorNode } from "mathjs";
import { mathjs } from "../units/mathjs.js";
import type { PairTerm } from "./potential.js";

/** A pair term that knows how it is written. */
export interface FormulaTerm extends PairTerm {
  /** The formula and its derivative as equations in LaTeX: `showLatex(term.latex.slope)`. */
  readonly latex: { readonly energy: string; readonly slope: string };
}

/**
 * A pair term from a formula as one types it,
 *
 *   fromFormula("4*eps*((sigma/r)^12 - (sigma/r)^6)", { eps: 0.01, sigma: 3 })
 *
 * with its derivative worked out by mathjs. `r` is the distance in bohr; the parameters are in
 * whatever atomic units make the result hartree, which nothing checks.
 *
 * A formula has numbers, r, pi, names of parameters, + - * / ^, brackets and the functions exp, log
 * (natural), sqrt, sin, cos, tan, sec, sinh, cosh, tanh, sech, atan; at most 500 characters.
 * Everything else that mathjs can do is refused, and so is a product without its sign (2r).
 *
 * Limits: real numbers only (log(−1) is refused, not complex). The slope is computed as its LaTeX
 * shows it, with equal factors cancelled. A part of the formula that passes 10^308, or 0/0, is refused
 * even where the whole has a limit.
 *
 * @throws TypeError for what is not such a formula, RangeError for a parameter that is not a finite
 *         number, is missing or is not in the formula; from `energy` and `slope` RangeError where the
 *         result is not finite, such as r = 0 above
 */
export function fromFormula(
  formula: string,
  parameters: Readonly<Record<string, number>> = {},
): FormulaTerm {
  const tree = parse(formula);
  const names = checkNames(formula, tree, parameters);
  // Under names of our own: to mathjs, e or i would be a number and not somebody's parameter.
  const ownName = new Map(names.map((name, i) => [name, `p${i}`]));
  const energyTree = tree.transform((node) =>
    isSymbol(node) && ownName.has(node.name)
      ? new (mathjs().SymbolNode)(ownName.get(node.name)!)
      : node,
  );
  const raw = mathjs().derivative(energyTree, "r", { simplify: false });
  const slopeTree = mathjs().parse(productText(asProduct(raw)));
  const values = names.map((name) => parameters[name]!);
  const energy = compile(energyTree, values);
  const slope = compile(slopeTree, values);
  const finite = (what: string, value: number, r: number): number => {
    if (Number.isFinite(value)) return value;
    throw new RangeError(
      `fromFormula: ${what}${formula} must be a finite number, got ${value} at r = ${r} bohr`,
    );
  };
  return {
    energy: (r) => finite("", energy(r), r),
    slope: (r) => finite("the slope of ", slope(r), r),
    latex: {
      energy: `u(r) = ${toLatex(energyTree, names)}`,
      slope: `\\frac{\\mathrm{d}u}{\\mathrm{d}r} = ${toLatex(slopeTree, names)}`,
    },
  };
}

const FUNCTIONS: Readonly<Record<string, (x: string) => string>> = {
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

const OPERATORS: readonly string[] = ["+", "-", "*", "/", "^"];

function parse(formula: unknown): MathNode {
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
function checkNames(
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

/**
 * A plain function of r; Lennard-Jones takes about twice the time of hand-written code. Its text holds
 * nothing but numbers, the names r, p0, p1, ..., wholePower and functions of Math.
 */
function compile(tree: MathNode, values: readonly number[]): (r: number) => number {
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

/** A tree as a product, text of factor -> exponent, so that equal factors merge and signs come out. */
interface Product {
  readonly top: number;
  readonly bottom: number;
  readonly powers: ReadonlyMap<string, number>;
}

/**
 * mathjs's own `simplify` does not come back for some formulas of a few functions; this visits each
 * node once, and never takes a root apart, so that it holds for numbers of either sign.
 */
function asProduct(node: MathNode): Product {
  if (node.type === "ParenthesisNode") return asProduct(contentOf(node));
  if (isConstant(node)) return number(Number(node.value));
  if (isSymbol(node)) return factor(node.name);
  if (isFunction(node))
    return factor(`${functionName(node)}(${productText(asProduct(node.args[0]!))})`);
  const { op, args } = node as OperatorNode;
  if (op === "*") return times(asProduct(args[0]!), asProduct(args[1]!), 1);
  if (op === "/") return times(asProduct(args[0]!), asProduct(args[1]!), -1);
  if (op === "^") return power(asProduct(args[0]!), asProduct(args[1]!));
  if (args.length === 1) return times(number(op === "-" ? -1 : 1), asProduct(args[0]!), 1);
  const terms = termsOf(node, 1);
  const constants = terms.filter(({ powers }) => powers.size === 0);
  const constant = constants.reduce((sum, { top, bottom }) => sum + top / bottom, 0);
  const others = terms.filter(({ powers, top }) => powers.size > 0 && top !== 0);
  const kept = [...others];
  if (constant !== 0) kept.splice(constant > 0 ? 0 : kept.length, 0, number(constant));
  if (kept.length <= 1) return kept[0] ?? number(0);
  return factor(`(${kept.map(productText).join(" + ").replaceAll("+ -", "- ")})`);
}

function termsOf(node: MathNode, sign: number): Product[] {
  if (node.type === "ParenthesisNode") return termsOf(contentOf(node), sign);
  if (isOperator(node) && node.args.length === 2 && (node.op === "+" || node.op === "-"))
    return [
      ...termsOf(node.args[0]!, sign),
      ...termsOf(node.args[1]!, node.op === "-" ? -sign : sign),
    ];
  return [times(number(sign), asProduct(node), 1)];
}

const contentOf = (node: MathNode): MathNode => (node as unknown as { content: MathNode }).content;
const number = (top: number): Product => ({ top, bottom: 1, powers: new Map() });
const factor = (text: string): Product => ({ top: 1, bottom: 1, powers: new Map([[text, 1]]) });

function times(a: Product, b: Product, sign: 1 | -1): Product {
  const [top, bottom] = sign === 1 ? [b.top, b.bottom] : [b.bottom, b.top];
  const powers = new Map(a.powers);
  for (const [text, exponent] of b.powers) {
    const sum = (powers.get(text) ?? 0) + sign * exponent;
    if (sum === 0) powers.delete(text);
    else powers.set(text, sum);
  }
  return reduced({ top: a.top * top, bottom: a.bottom * bottom, powers });
}

function power(base: Product, exponent: Product): Product {
  const n = exponent.powers.size === 0 ? exponent.top / exponent.bottom : Number.NaN;
  if (n === 1) return base;
  if (!Number.isInteger(n)) return factor(`((${productText(base)})^(${productText(exponent)}))`);
  const [top, bottom] = n < 0 ? [base.bottom, base.top] : [base.top, base.bottom];
  const powers = new Map([...base.powers].map(([text, e]) => [text, n * e]));
  if (n === 0) powers.clear();
  return { top: top ** Math.abs(n), bottom: bottom ** Math.abs(n), powers };
}

/** Whole numbers without a common divisor; the sign is that of `top`. */
function reduced({ top, bottom, powers }: Product): Product {
  let [a, b] = [Math.abs(top), Math.abs(bottom)];
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || b === 0)
    return { top, bottom, powers };
  while (b > 0) [a, b] = [b, a % b];
  const divisor = (a || 1) * Math.sign(bottom);
  return { top: top / divisor, bottom: bottom / divisor, powers };
}

function productText({ top, bottom, powers }: Product): string {
  const list = (number: number, sign: 1 | -1): string[] => [
    ...(number === 1 ? [] : [String(number)]),
    ...[...powers]
      .filter(([, exponent]) => sign * exponent > 0)
      .map(([text, exponent]) => (sign * exponent === 1 ? text : `${text}^${sign * exponent}`)),
  ];
  if (top === 0) return "0";
  const above = list(Math.abs(top), 1).join("*") || "1";
  const below = list(bottom, -1);
  const over = below.length > 1 ? `/(${below.join("*")})` : below.length === 1 ? `/${below}` : "";
  return `${top < 0 ? "-" : ""}${above}${over}`;
}

function toLatex(tree: MathNode, names: readonly string[]): string {
  const handler = (node: MathNode): string | undefined => {
    if (!isSymbol(node)) return undefined;
    const own = /^p(\d+)$/.exec(node.name);
    return ` ${latexName(own ? names[Number(own[1])]! : node.name)}`; // not \cdotr
  };
  return tree.toTex({ parenthesis: "auto", handler }).trim();
}

/** sigma is \sigma, r0 and r_0 have an index, and a name of several letters stands upright. */
function latexName(name: string): string {
  const [, base, index] = /^(.+?)_?(\d*|(?<=_).*)$/.exec(name)!;
  return index ? `${latexWord(base!)}_{${latexWord(index)}}` : latexWord(base!);
}

function latexWord(word: string): string {
  if (word === "eps") return "\\varepsilon";
  if (GREEK.includes(word)) return `\\${word}`;
  const plain = word.replaceAll("_", "\\_");
  return word.length === 1 || /^\d+$/.test(word) ? plain : `\\mathrm{${plain}}`;
}

const GREEK: readonly string[] =
  "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega".split(
    " ",
  );

const isSymbol = (node: MathNode): node is MathNode & { name: string } =>
  node.type === "SymbolNode";
const isConstant = (node: MathNode): node is ConstantNode<number> => node.type === "ConstantNode";
const isOperator = (node: MathNode): node is OperatorNode => node.type === "OperatorNode";
const isFunction = (node: MathNode): node is FunctionNode => node.type === "FunctionNode";
const functionName = (node: FunctionNode): string =>
  isSymbol(node.fn as unknown as MathNode) ? (node.fn as unknown as { name: string }).name : "";
