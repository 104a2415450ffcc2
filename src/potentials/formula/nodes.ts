import type { ConstantNode, FunctionNode, MathNode, OperatorNode } from "mathjs";

/** The kinds of nodes in a tree of mathjs that a formula may have. */
export const isSymbol = (node: MathNode): node is MathNode & { name: string } =>
  node.type === "SymbolNode";
export const isConstant = (node: MathNode): node is ConstantNode<number> =>
  node.type === "ConstantNode";
export const isOperator = (node: MathNode): node is OperatorNode => node.type === "OperatorNode";
export const isFunction = (node: MathNode): node is FunctionNode => node.type === "FunctionNode";
export const functionName = (node: FunctionNode): string =>
  isSymbol(node.fn as unknown as MathNode) ? (node.fn as unknown as { name: string }).name : "";
export const contentOf = (node: MathNode): MathNode =>
  (node as unknown as { content: MathNode }).content;
