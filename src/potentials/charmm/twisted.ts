import type { System } from "../../structures/system.js";
import type { Molecule, Pair } from "./topology.js";

/**
 * The molecule with all that lies beyond the bond j–k turned about it: the atoms on k's side go clockwise,
 * seen from j to k, so that every dihedral angle i–j–k–l grows by the angle, and no distance or angle
 * within either side changes.
 *
 * @param angle  radian
 * @throws RangeError for a bond that the molecule has not, and for one that is part of a ring
 */
export function twisted(system: System, molecule: Molecule, [j, k]: Pair, angle: number): System {
  const beyond = atomsBeyond(molecule, j, k);
  const x = system.positions;
  const axis = [0, 1, 2].map((c) => x[3 * k + c]! - x[3 * j + c]!);
  const length = Math.hypot(...axis);
  const [ax, ay, az] = axis.map((component) => component / length) as [number, number, number];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const positions = x.slice();
  for (const atom of beyond) {
    const [dx, dy, dz] = [0, 1, 2].map((c) => x[3 * atom + c]! - x[3 * k + c]!) as [
      number,
      number,
      number,
    ];
    const along = (1 - cos) * (ax * dx + ay * dy + az * dz);
    positions[3 * atom] = x[3 * k]! + cos * dx + sin * (ay * dz - az * dy) + along * ax;
    positions[3 * atom + 1] = x[3 * k + 1]! + cos * dy + sin * (az * dx - ax * dz) + along * ay;
    positions[3 * atom + 2] = x[3 * k + 2]! + cos * dz + sin * (ax * dy - ay * dx) + along * az;
  }
  return { ...system, positions };
}

/** The atoms that can be reached from k without passing the bond j–k. */
function atomsBeyond({ bonds }: Molecule, j: number, k: number): Set<number> {
  if (!bonds.some(([a, b]) => (a === j && b === k) || (a === k && b === j)))
    throw new RangeError(`twisted: the molecule must have the bond ${j}-${k}`);
  const reached = new Set([k]);
  for (const atom of reached)
    for (const [a, b] of bonds) {
      if (a === atom && !(a === k && b === j)) reached.add(b);
      if (b === atom && !(b === k && a === j)) reached.add(a);
    }
  if (reached.has(j))
    throw new RangeError(`twisted: the bond ${j}-${k} must not be part of a ring`);
  return reached;
}
