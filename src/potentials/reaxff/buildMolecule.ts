import type { Tape, Traced } from "../../numerics/reverse.js";
import { between, distance as distanceOf, point } from "../../numerics/reverseVectors.js";
import type { NeighbourList } from "../../structures/neighbourList.js";
import { correctedOrder, type RawOrder, rawAtom, rawOrder } from "./bondOrders.js";
import { addCorners } from "./corners.js";
import type { FarPairs } from "./farPairs.js";
import type { ReaxForceField } from "./forceField.js";
import { lonePairsOf } from "./lonePairs.js";
import type { ReaxAtom, ReaxBond, ReaxMolecule, ReaxRay } from "./molecule.js";

/** Orders below this are none. */
const NO_ORDER = 1e-10;

/** Who is near whom, who is bonded to whom and how strongly. The sites' coordinates stand on the tape. */
export function buildMolecule(
  tape: Tape,
  forceField: ReaxForceField,
  types: Int32Array,
  list: NeighbourList,
  farPairs: FarPairs,
  add: ReaxMolecule["add"],
): ReaxMolecule {
  const { general, elements, pairs } = forceField;
  const n = list.atomCount;
  const home = siteOfAtom(list);
  farPairs.count = 0;
  const near: { i: number; j: number; siteJ: number; distance: Traced; raw: RawOrder }[] = [];
  for (let i = 0; i < n; i++)
    for (let p = list.first[i]!; p < list.first[i + 1]!; p++) {
      const siteJ = list.neighbours[p]!;
      if (!isWithin(list.positions, i, siteJ, general.taperRadius)) continue;
      const j = home[list.atoms[siteJ]!]!;
      const pair = pairs[types[i]! * elements.length + types[j]!]!;
      const r = distanceOf(tape, point(tape, i), point(tape, siteJ));
      farPairs.add(i, j, siteJ, pair, r);
      if (tape.value(r) < pair.reach)
        near.push({ i, j, siteJ, distance: r, raw: rawOrder(tape, pair, r, general.orderCutoff) });
    }

  const rawOrders: Traced[][] = Array.from({ length: n }, () => []);
  for (const bond of near) {
    rawOrders[bond.i]!.push(bond.raw.total);
    rawOrders[bond.j]!.push(bond.raw.total);
  }
  const rawAtoms = rawOrders.map((orders, i) =>
    rawAtom(tape, forceField, elements[types[i]!]!, orders),
  );

  const bonds: ReaxBond[] = [];
  const rays: ReaxRay[][] = Array.from({ length: n }, () => []);
  const none = tape.constant(0);
  for (const { i, j, siteJ, distance, raw } of near) {
    const { pair } = raw;
    const corrected = correctedOrder(tape, forceField, raw, rawAtoms[i]!, rawAtoms[j]!);
    if (tape.value(corrected.order) < NO_ORDER) continue;
    const { order, pi = none, doublePi = none } = corrected;
    const anyPi = pair.doublePi ? tape.plus(pi, doublePi) : pi;
    const rest = pair.pi ? tape.minus(order, anyPi) : order;
    const sigma = tape.value(rest) < NO_ORDER ? none : rest;
    const vector = between(tape, point(tape, i), point(tape, siteJ));
    const bond = { i, j, pair, vector, distance, order, sigma, pi, doublePi, anyPi };
    bonds.push(bond);
    rays[i]!.push({ bond, to: j, sign: 1, corners: [] });
    rays[j]!.push({ bond, to: i, sign: -1, corners: [] });
  }

  const atoms = rays.map((own, i): ReaxAtom => {
    const element = elements[types[i]!]!;
    const totalOrder = tape.sum(own.map(({ bond }) => bond.order));
    const lonePairs = lonePairsOf(tape, general.pLp1, totalOrder, element.outerElectrons);
    const most = (element.outerElectrons - element.valence) / 2;
    addCorners(tape, own);
    return {
      type: types[i]!,
      element,
      rays: own,
      totalOrder,
      excess: tape.affine(1, totalOrder, -element.valence),
      angleExcess: tape.affine(1, totalOrder, -element.angleValence),
      lonePairs,
      missingLonePairs: tape.affine(-1, lonePairs, most),
    };
  });
  return { tape, forceField, atoms, bonds, farPairs, add };
}

function siteOfAtom({ atoms, atomCount }: NeighbourList): Int32Array {
  const home = new Int32Array(atomCount);
  for (let s = 0; s < atomCount; s++) home[atoms[s]!] = s;
  return home;
}

function isWithin(x: Float64Array, s: number, t: number, radius: number): boolean {
  const dx = x[3 * t]! - x[3 * s]!;
  const dy = x[3 * t + 1]! - x[3 * s + 1]!;
  const dz = x[3 * t + 2]! - x[3 * s + 2]!;
  return dx * dx + dy * dy + dz * dz <= radius * radius;
}
