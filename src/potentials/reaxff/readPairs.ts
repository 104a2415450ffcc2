import { bohrFromAngstrom } from "../../units/convert.js";
import { hartreeFromKcalPerMol } from "../../units/kcalPerMol.js";
import type { ReaxGeneral, ReaxPair } from "./forceField.js";
import type { ForceFieldLines } from "./forceFieldLines.js";
import {
  type BondRow,
  type ElementRow,
  type OffDiagonalRow,
  pairParameters,
} from "./pairParameters.js";
import { bothWays } from "./typeIndex.js";

/** The sections of the bonds and of the unlike pairs. */
export function readPairs(
  lines: ForceFieldLines,
  rows: readonly ElementRow[],
  general: ReaxGeneral,
): ReaxPair[] {
  const T = rows.length;
  const only = { lowest: 1, highest: T };
  const bonds = new Map<number, BondRow>();
  const bondCount = lines.count("bonds", 1);
  lines.skip(1);
  for (let k = 0; k < bondCount; k++) {
    const { types, numbers: a } = lines.typed("a bond", 2, 8, only);
    const b = lines.numbers("the second line of a bond", 8);
    if (!(b[4]! < 0 && b[5]! > 0))
      lines.refuse(
        "a bond order that falls with the distance, p_bo1 < 0 and p_bo2 > 0",
        `${b[4]}, ${b[5]}`,
      );
    const row: BondRow = {
      dSigma: a[0]!,
      dPi: a[1]!,
      dDoublePi: a[2]!,
      pBe1: a[3]!,
      pBo5: a[4]!,
      v13: a[5]!,
      pBo6: a[6]!,
      pOvun1: a[7]!,
      pBe2: b[0]!,
      pBo3: b[1]!,
      pBo4: b[2]!,
      pBo1: b[4]!,
      pBo2: b[5]!,
      ovc: b[6]!,
    };
    for (const pair of bothWays(types, T)) bonds.set(pair, row);
  }
  for (let i = 0; i < T; i++)
    for (let j = i; j < T; j++)
      if (!bonds.has(i * T + j))
        lines.refuse(
          "the last of the bonds, of which there must be one for each pair of elements",
          `none for ${rows[i]!.symbol} and ${rows[j]!.symbol}`,
        );

  const own = new Map<number, OffDiagonalRow>();
  const ownCount = lines.count("unlike pairs", 0);
  for (let k = 0; k < ownCount; k++) {
    const { types, numbers: a } = lines.typed("an unlike pair", 2, 6, only);
    const row: OffDiagonalRow = {
      depth: a[0]!,
      rVdw: a[1]!,
      alpha: a[2]!,
      rSigma: a[3]!,
      rPi: a[4]!,
      rDoublePi: a[5]!,
    };
    for (const pair of bothWays(types, T)) own.set(pair, row);
  }
  return Array.from({ length: T * T }, (_, pair) => {
    const [i, j] = [Math.floor(pair / T), pair % T];
    const unit = { angstrom: bohrFromAngstrom(1), kcal: hartreeFromKcalPerMol(1) };
    return pairParameters(rows[i]!, rows[j]!, bonds.get(pair)!, own.get(pair), general, unit);
  });
}
