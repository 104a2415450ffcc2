import { bohrFromAngstrom } from "../../units/convert.js";
import { hartreeFromKcalPerMol } from "../../units/kcalPerMol.js";
import type { ReaxGeneral } from "./forceField.js";
import type { ForceFieldLines } from "./forceFieldLines.js";

/** The first section: numbers without names, one to a line, in an order that everybody knows. */
export function readGeneral(lines: ForceFieldLines): ReaxGeneral {
  const g = Array.from({ length: lines.count("general numbers", 39) }, (_, k) => {
    const value = lines.numbers("a general number", 1)[0]!;
    if (k === 11 && Math.abs(value) > 0.01)
      lines.refuse("the lower radius of the taper, which must be 0", `${value}`);
    if (k === 12 && !(value > 0))
      lines.refuse("the upper radius of the taper, a positive number of angstrom", `${value}`);
    if (k === 29 && !(value > 0))
      lines.refuse("the cutoff of bond orders, a positive number", `${value}`);
    if (k === 37 && value === 2)
      lines.refuse("no triple-bond energy for all elements, which is not built here", `${value}`);
    return value;
  });
  return {
    pBoc1: g[0]!,
    pBoc2: g[1]!,
    pCoa2: g[2]!,
    pTrip4: g[3]!,
    pTrip3: g[4]!,
    kC2: hartreeFromKcalPerMol(g[5]!),
    pOvun6: g[6]!,
    pTrip2: g[7]!,
    pOvun7: g[8]!,
    pOvun8: g[9]!,
    pTrip1: hartreeFromKcalPerMol(g[10]!),
    taperRadius: bohrFromAngstrom(g[12]!),
    pVal6: g[14]!,
    pLp1: g[15]!,
    pVal9: g[16]!,
    pVal10: g[17]!,
    pPen2: g[19]!,
    pPen3: g[20]!,
    pPen4: g[21]!,
    pTor2: g[23]!,
    pTor3: g[24]!,
    pTor4: g[25]!,
    pCot2: g[27]!,
    pVdw1: g[28]!,
    orderCutoff: g[29]! / 100,
    pCoa4: g[30]!,
    pOvun4: g[31]!,
    pOvun3: g[32]!,
    pVal8: g[33]!,
    pCoa3: g[38]!,
  };
}
