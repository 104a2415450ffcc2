import { publish } from "../charts/publish.js";

/** Shows LaTeX below the cell as a displayed equation; outside a notebook it prints the source. */
export function showLatex(latex: string): void {
  const text = `$$${latex}$$`;
  if (!publish({ data: { "text/latex": text, "text/plain": latex }, metadata: {} }))
    console.log(latex);
}
