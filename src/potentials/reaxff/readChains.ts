import { bohrFromAngstrom } from "../../units/convert.js";
import { hartreeFromKcalPerMol } from "../../units/kcalPerMol.js";
import type { ReaxAngle, ReaxHydrogenBond, ReaxTorsion } from "./forceField.js";
import type { ForceFieldLines } from "./forceFieldLines.js";
import { bothWays } from "./typeIndex.js";

export function readAngles(lines: ForceFieldLines, T: number): ReaxAngle[][] {
  const angles: ReaxAngle[][] = Array.from({ length: T ** 3 }, () => []);
  const count = lines.count("angles", 0);
  for (let k = 0; k < count; k++) {
    const { types, numbers: a } = lines.typed("an angle", 3, 7, { lowest: 1, highest: T });
    const angle: ReaxAngle = {
      theta00: a[0]!,
      pVal1: hartreeFromKcalPerMol(a[1]!),
      pVal2: a[2]!,
      pCoa1: hartreeFromKcalPerMol(a[3]!),
      pVal7: a[4]!,
      pPen1: hartreeFromKcalPerMol(a[5]!),
      pVal4: a[6]!,
    };
    // Without a strength there is no angle, whatever else the line says.
    if (Math.abs(a[1]!) > 0.001)
      for (const triple of bothWays(types, T)) angles[triple]!.push(angle);
  }
  return angles;
}

export function readTorsions(lines: ForceFieldLines, T: number): (ReaxTorsion | undefined)[] {
  const named: (ReaxTorsion | undefined)[] = new Array(T ** 4).fill(undefined);
  const general: (ReaxTorsion | undefined)[] = new Array(T ** 4).fill(undefined);
  const count = lines.count("torsions", 0);
  for (let k = 0; k < count; k++) {
    const { types, numbers: a } = lines.typed("a torsion", 4, 5, { lowest: 0, highest: T });
    const [i, j, l, m] = types as [number, number, number, number];
    if (j < 0 || l < 0) lines.refuse("a torsion around two elements", "0 in the middle");
    const torsion: ReaxTorsion = {
      v1: hartreeFromKcalPerMol(a[0]!),
      v2: hartreeFromKcalPerMol(a[1]!),
      v3: hartreeFromKcalPerMol(a[2]!),
      pTor1: a[3]!,
      pCot1: hartreeFromKcalPerMol(a[4]!),
    };
    if (i >= 0 && m >= 0) for (const four of bothWays(types, T)) named[four] = torsion;
    else
      for (let ends = 0; ends < T * T; ends++)
        for (const four of bothWays([Math.floor(ends / T), j, l, ends % T], T))
          general[four] = torsion;
  }
  return named.map((torsion, four) => torsion ?? general[four]);
}

export function readHydrogenBonds(
  lines: ForceFieldLines,
  T: number,
): (ReaxHydrogenBond | undefined)[] {
  const bonds: (ReaxHydrogenBond | undefined)[] = new Array(T ** 3).fill(undefined);
  const count = lines.count("hydrogen bonds", 0);
  for (let k = 0; k < count; k++) {
    const { types, numbers: a } = lines.typed("a hydrogen bond", 3, 4, { lowest: 1, highest: T });
    if (!(a[0]! > 0)) continue;
    bonds[types.reduce((index, type) => index * T + type, 0)] = {
      r0: bohrFromAngstrom(a[0]!),
      pHb1: hartreeFromKcalPerMol(a[1]!),
      pHb2: a[2]!,
      pHb3: a[3]!,
    };
  }
  return bonds;
}
