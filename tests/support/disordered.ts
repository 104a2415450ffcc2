import { seededRandom } from "../../src/numerics/random.js";
import { timesMatrix } from "../../src/structures/cell.js";
import type { System } from "../../src/structures/system.js";

/** A random structure for tests: atoms not nearer than 0.6 of their mean distance, in a sheared cell. */
export function disordered({
  atoms,
  edge,
  seed,
  shear = 0.4,
  elements = [18],
}: {
  readonly atoms: number;
  readonly edge: number;
  readonly seed: number;
  readonly shear?: number;
  readonly elements?: readonly number[];
}): System {
  const random = seededRandom(seed);
  const cell = Float64Array.from(
    [edge, 0, 0, 0, edge, 0, 0, 0, edge],
    (x) => x + shear * edge * (random() - 0.5),
  );
  const apart = 0.6 * (edge ** 3 / atoms) ** (1 / 3);
  const fractions: number[][] = [];
  while (fractions.length < atoms) {
    const candidate = [random(), random(), random()];
    const far = fractions.every((other) => {
      const d = candidate.map((s, k) => s - other[k]! - Math.round(s - other[k]!));
      return Math.hypot(...timesMatrix(Float64Array.from(d), cell)) > apart;
    });
    if (far) fractions.push(candidate);
  }
  return {
    positions: timesMatrix(Float64Array.from(fractions.flat()), cell),
    atomicNumbers: Uint8Array.from({ length: atoms }, (_, i) => elements[i % elements.length]!),
    cell,
  };
}
