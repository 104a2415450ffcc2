import type { MathNode, OperatorNode } from "mathjs";
import { contentOf, functionName, isConstant, isFunction, isOperator, isSymbol } from "./nodes.js";

/** The same formula with equal factors merged, constants added and signs brought out. */
export function cancelFactors(tree: MathNode): string {
  return productText(asProduct(tree));
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
