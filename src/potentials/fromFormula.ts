import { mathjs } from "../units/mathjs.js";
import { cancelFactors } from "./formula/cancelFactors.js";
import { compileFormula } from "./formula/compileFormula.js";
import { toLatex } from "./formula/latex.js";
import { isSymbol } from "./formula/nodes.js";
import { checkNames, readFormula } from "./formula/readFormula.js";
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
  const tree = readFormula(formula);
  const names = checkNames(formula, tree, parameters);
  // Under names of our own: to mathjs, e or i would be a number and not somebody's parameter.
  const ownName = new Map(names.map((name, i) => [name, `p${i}`]));
  const energyTree = tree.transform((node) =>
    isSymbol(node) && ownName.has(node.name)
      ? new (mathjs().SymbolNode)(ownName.get(node.name)!)
      : node,
  );
  const raw = mathjs().derivative(energyTree, "r", { simplify: false });
  const slopeTree = mathjs().parse(cancelFactors(raw));
  const values = names.map((name) => parameters[name]!);
  const energy = compileFormula(energyTree, values);
  const slope = compileFormula(slopeTree, values);
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
