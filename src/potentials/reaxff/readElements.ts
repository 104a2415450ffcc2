import { hartreeFromEv } from "../../units/convert.js";
import { hartreeFromKcalPerMol } from "../../units/kcalPerMol.js";
import type { ReaxElement } from "./forceField.js";
import type { ForceFieldLines } from "./forceFieldLines.js";
import type { ElementRow } from "./pairParameters.js";

/** The section of the elements, four lines each: what an atom is, and what pairs are made of. */
export function readElements(lines: ForceFieldLines): {
  readonly rows: ElementRow[];
  readonly elements: ReaxElement[];
} {
  const count = lines.count("elements", 1);
  lines.skip(3);
  const rows: ElementRow[] = [];
  const elements: ReaxElement[] = [];
  for (let type = 0; type < count; type++) {
    const { name, numbers: a } = lines.named("an element", 8);
    const b = lines.numbers(`the second line of ${name}`, 8);
    const c = lines.numbers(`the third line of ${name}`, 8);
    const d = lines.numbers(`the fourth line of ${name}`, 8);
    rows.push({
      symbol: name,
      rSigma: a[0]!,
      rPi: a[6]!,
      rDoublePi: c[0]!,
      rVdw: a[3]!,
      depth: a[4]!,
      alpha: b[0]!,
      gammaW: b[1]!,
      gamma: a[5]!,
      pBoc4: c[3]!,
      pBoc3: c[4]!,
      pBoc5: c[5]!,
    });
    elements.push({
      valence: a[1]!,
      massU: a[2]!,
      outerElectrons: a[7]!,
      angleValence: b[2]!,
      pOvun5: hartreeFromKcalPerMol(b[3]!),
      electronegativity: hartreeFromEv(b[5]!),
      hardness: hartreeFromEv(2 * b[6]!),
      hydrogenBondRole: Math.trunc(b[7]!),
      pLp2: hartreeFromKcalPerMol(c[1]!),
      pOvun2: d[0]!,
      pVal3: d[1]!,
      pVal5: d[4]!,
      innerWall: d[5]! > 0.01 && d[7]! > 0.01,
    });
  }
  return { rows, elements };
}
