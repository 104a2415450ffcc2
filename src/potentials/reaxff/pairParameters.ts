import type { ReaxGeneral, ReaxOrder, ReaxPair } from "./forceField.js";

/** What the file says of one element about its bonds and far forces: angstrom, kcal/mol. */
export interface ElementRow {
  readonly symbol: string;
  readonly rSigma: number;
  readonly rPi: number;
  readonly rDoublePi: number;
  readonly rVdw: number;
  readonly depth: number;
  readonly alpha: number;
  readonly gammaW: number;
  readonly gamma: number;
  readonly pBoc3: number;
  readonly pBoc4: number;
  readonly pBoc5: number;
}

/** What it says of the bond of two. */
export interface BondRow {
  readonly dSigma: number;
  readonly dPi: number;
  readonly dDoublePi: number;
  readonly pBe1: number;
  readonly pBe2: number;
  readonly pBo1: number;
  readonly pBo2: number;
  readonly pBo3: number;
  readonly pBo4: number;
  readonly pBo5: number;
  readonly pBo6: number;
  readonly v13: number;
  readonly ovc: number;
  readonly pOvun1: number;
}

/** What it says of two unlike atoms instead of a mean; what is not positive says nothing. */
export interface OffDiagonalRow {
  readonly depth: number;
  readonly rVdw: number;
  readonly alpha: number;
  readonly rSigma: number;
  readonly rPi: number;
  readonly rDoublePi: number;
}

/** No bond is longer, angstrom: LAMMPS's limit. */
const LONGEST_BOND = 5;

/** Two elements together: means of what each has, unless the file says otherwise. */
export function pairParameters(
  a: ElementRow,
  b: ElementRow,
  bond: BondRow,
  own: OffDiagonalRow | undefined,
  general: ReaxGeneral,
  unit: { readonly angstrom: number; readonly kcal: number },
): ReaxPair {
  const pick = (value: number | undefined, mean: number): number =>
    value !== undefined && value > 0 ? value : mean;
  const geometric = (key: keyof ElementRow): number =>
    Math.sqrt((a[key] as number) * (b[key] as number));
  const order = (
    key: "rSigma" | "rPi" | "rDoublePi",
    p: number,
    q: number,
  ): ReaxOrder | undefined =>
    a[key] > 0 && b[key] > 0
      ? { r0: pick(own?.[key], (a[key] + b[key]) / 2) * unit.angstrom, p, q }
      : undefined;
  const orders = {
    sigma: order("rSigma", bond.pBo1, bond.pBo2),
    pi: order("rPi", bond.pBo3, bond.pBo4),
    doublePi: order("rDoublePi", bond.pBo5, bond.pBo6),
  };
  const symbols = [a.symbol, b.symbol].sort().join("");
  return {
    ...orders,
    reach: reachOf(Object.values(orders), general.orderCutoff, LONGEST_BOND * unit.angstrom),
    dSigma: bond.dSigma * unit.kcal,
    dPi: bond.dPi * unit.kcal,
    dDoublePi: bond.dDoublePi * unit.kcal,
    pBe1: bond.pBe1,
    pBe2: bond.pBe2,
    pOvun1: bond.pOvun1,
    correctOverCoordination: bond.ovc >= 0.001,
    correct13: bond.v13 >= 0.001,
    pBoc3: geometric("pBoc3"),
    pBoc4: geometric("pBoc4"),
    pBoc5: geometric("pBoc5"),
    depth: pick(own?.depth, geometric("depth")) * unit.kcal,
    alpha: pick(own?.alpha, geometric("alpha")),
    diameter: 2 * pick(own?.rVdw, geometric("rVdw")) * unit.angstrom,
    shieldVdw: (unit.angstrom / geometric("gammaW")) ** general.pVdw1,
    shieldCoulomb: (unit.angstrom / geometric("gamma")) ** 3,
    tripleBond: symbols === "CO",
    carbons: symbols === "CC",
  };
}

/** The bond order falls with the distance: halve until it is at the cutoff. */
function reachOf(
  orders: readonly (ReaxOrder | undefined)[],
  cutoff: number,
  longest: number,
): number {
  const orderAt = (r: number): number =>
    orders.reduce(
      (sum, order, k) =>
        order
          ? sum + (k === 0 ? 1 + cutoff : 1) * Math.exp(order.p * (r / order.r0) ** order.q)
          : sum,
      0,
    );
  if (orderAt(longest) >= cutoff) return longest;
  let [near, far] = [0, longest];
  for (let k = 0; k < 60; k++) {
    const middle = (near + far) / 2;
    if (orderAt(middle) >= cutoff) near = middle;
    else far = middle;
  }
  return near;
}
