import type { ForceTerm } from "./forceTerm.js";
import type { Triple } from "./topology.js";

/** An energy of the angle at the atom in the middle of three. Index letter: a angles. */
export interface AnglesTerm {
  /** Hartree; θ from 0 to π. */
  energy(a: number, theta: number): number;
  /** Hartree/radian. */
  slope(a: number, theta: number): number;
}

/**
 * A sum over given angles i–j–k. With u = x_i − x_j, v = x_k − x_j and n = u × v,
 *
 *   θ = atan2(|n|, u·v),   ∂θ/∂x_i = u × n / (|u|² |n|),   ∂θ/∂x_k = n × v / (|v|² |n|)
 *
 * and the atom in the middle takes the rest. Each atom has a third of the energy.
 *
 * @throws from `addInto` RangeError where a force has no direction: the three atoms lie on a line, and the
 *         energy has a slope there
 */
export function overAngles(angles: readonly Triple[], term: AnglesTerm): ForceTerm {
  return {
    addInto(forces, energies, x) {
      for (const [a, [i, j, k]] of angles.entries()) {
        const ux = x[3 * i]! - x[3 * j]!;
        const uy = x[3 * i + 1]! - x[3 * j + 1]!;
        const uz = x[3 * i + 2]! - x[3 * j + 2]!;
        const vx = x[3 * k]! - x[3 * j]!;
        const vy = x[3 * k + 1]! - x[3 * j + 1]!;
        const vz = x[3 * k + 2]! - x[3 * j + 2]!;
        const nx = uy * vz - uz * vy;
        const ny = uz * vx - ux * vz;
        const nz = ux * vy - uy * vx;
        const area = Math.sqrt(nx * nx + ny * ny + nz * nz);
        const theta = Math.atan2(area, ux * vx + uy * vy + uz * vz);
        const third = term.energy(a, theta) / 3;
        energies[i]! += third;
        energies[j]! += third;
        energies[k]! += third;
        const slope = term.slope(a, theta);
        if (slope === 0) continue;
        if (area === 0)
          throw new RangeError(
            `charmm: atoms ${i}, ${j} and ${k} must not lie on a line: the force of their angle ` +
              "has no direction",
          );
        const first = -slope / ((ux * ux + uy * uy + uz * uz) * area);
        const last = -slope / ((vx * vx + vy * vy + vz * vz) * area);
        const fx = first * (uy * nz - uz * ny);
        const fy = first * (uz * nx - ux * nz);
        const fz = first * (ux * ny - uy * nx);
        const gx = last * (ny * vz - nz * vy);
        const gy = last * (nz * vx - nx * vz);
        const gz = last * (nx * vy - ny * vx);
        forces[3 * i]! += fx;
        forces[3 * i + 1]! += fy;
        forces[3 * i + 2]! += fz;
        forces[3 * j]! -= fx + gx;
        forces[3 * j + 1]! -= fy + gy;
        forces[3 * j + 2]! -= fz + gz;
        forces[3 * k]! += gx;
        forces[3 * k + 1]! += gy;
        forces[3 * k + 2]! += gz;
      }
    },
  };
}
