import { expect } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { seededRandom } from "../../src/numerics/random.js";
import type { Potential } from "../../src/potentials/potential.js";
import { timesMatrix } from "../../src/structures/cell.js";
import { deformed } from "../../src/structures/deformed.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import type { System } from "../../src/structures/system.js";

/** Forces = −∂E/∂x and virial = −∂E/∂strain, by central differences, to a part of the largest entry. */
export function expectDerivatives(potential: Potential, system: System, part = 1e-7): void {
  const { forces, virial } = potential.energyAndForces(system);
  const energyAt = (changed: System): number => potential.energyAndForces(changed).energy;
  const gradient = centralGradient(
    (positions) => energyAt({ ...system, positions: positions.slice() }),
    system.positions,
    1e-5,
  );
  expectNear(
    forces,
    gradient.map((slope) => -slope),
    part,
  );
  const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const strain = centralGradient((F) => energyAt(deformed(system, F)), identity, 1e-6);
  expectNear(
    virial,
    strain.map((slope) => -slope),
    10 * part,
  );
}

/** What must not change when nothing physical does; that forcesInto and a list with a skin do as well. */
export function expectInvariances(potential: Potential, system: System): void {
  const { energy, forces, virial, atomicEnergies } = potential.energyAndForces(system);
  const n = atomicEnergies.length;
  const same = (changed: System, order: (i: number) => number = (i) => i): void => {
    const result = potential.energyAndForces(changed);
    expectNear([result.energy], [energy], 1e-11);
    expectNear(result.virial, virial, 1e-9);
    expectNear(
      result.forces,
      forces.map((_, i) => forces[3 * order(Math.floor(i / 3)) + (i % 3)]!),
      1e-9,
    );
  };
  expectNear([atomicEnergies.reduce((sum, share) => sum + share, 0)], [energy], 1e-12);
  const total = [0, 1, 2].map((d) => forces.reduce((sum, f, i) => sum + (i % 3 === d ? f : 0), 0));
  const size = forces.reduce((sum, f) => sum + Math.abs(f), 1e-9);
  expect(Math.max(...total.map(Math.abs)) / size).toBeLessThan(1e-13);

  // Shifted in space, numbered the other way round, single atoms put into other cells.
  same({ ...system, positions: system.positions.map((x, i) => x + [0.3, -1.7, 9.1][i % 3]!) });
  const reversed = (i: number): number => n - 1 - i;
  const turned = <A extends Float64Array | Uint8Array>(array: A): A => array.slice().reverse() as A;
  same(
    {
      ...system,
      positions: system.positions.map(
        (_, i) => system.positions[3 * reversed(Math.floor(i / 3)) + (i % 3)]!,
      ),
      atomicNumbers: turned(system.atomicNumbers),
      ...(system.charges && { charges: turned(system.charges) }),
    },
    reversed,
  );
  if (system.cell) {
    const random = seededRandom(1);
    const cells = Float64Array.from({ length: 3 * n }, () => Math.floor(5 * random()) - 2);
    const away = timesMatrix(cells, system.cell);
    same({ ...system, positions: system.positions.map((x, i) => x + away[i]!) });
  }

  // Turned in space: forces turn, and the virial on both sides.
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const rotation = timesMatrix(
    Float64Array.of(c, s, 0, -s, c, 0, 0, 0, 1),
    Float64Array.of(1, 0, 0, 0, s, c, 0, -c, s),
  );
  const rotated = potential.energyAndForces(deformed(system, rotation));
  expectNear([rotated.energy], [energy], 1e-11);
  expectNear(rotated.forces, timesMatrix(forces, rotation), 1e-9);
  const transposed = rotation.map((_, k) => rotation[3 * (k % 3) + Math.floor(k / 3)]!);
  expectNear(rotated.virial, timesMatrix(timesMatrix(transposed, virial), rotation), 1e-9);

  const kind = potential.neighbourKind;
  if (kind === undefined) return;
  const list = new NeighbourList({ cutoff: potential.cutoff, skin: 0.7, kind });
  const withList = potential.energyAndForces(system, list);
  expectNear([withList.energy], [energy], 1e-12);
  expectNear(withList.forces, forces, 1e-10);
  const out = new Float64Array(3 * n).fill(7);
  potential.forcesInto?.(out, system, list);
  if (potential.forcesInto) expectNear(out, forces, 1e-10);
}

function expectNear(actual: ArrayLike<number>, wanted: ArrayLike<number>, part: number): void {
  expect(actual.length).toBe(wanted.length);
  const largest = Math.max(1e-9, ...Array.from(wanted, Math.abs));
  const off = Array.from(wanted, (value, i) => Math.abs(actual[i]! - value) / largest);
  expect(Math.max(...off)).toBeLessThanOrEqual(part);
}
