import type { MathNode } from "mathjs";
import { isSymbol } from "./nodes.js";

/** The formula in LaTeX; its symbols p0, p1, ... stand for the names. */
export function toLatex(tree: MathNode, names: readonly string[]): string {
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
