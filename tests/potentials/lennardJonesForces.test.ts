import { expect, test } from "vitest";
import { lennardJones, twelveSixOf } from "../../src/potentials/lennardJones.js";
import { addLennardJonesForces } from "../../src/potentials/lennardJonesForces.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

test.each([
  [9, 0],
  [9, 3],
  [13, 1],
])("cutoff %f, skin %f: the sum over pairs, added to what is there", (cutoff, skin) => {
  const term = lennardJones({ epsilon: 1e-3, sigma: 6 });
  const list = new NeighbourList({ cutoff, skin, kind: "half" });
  list.update(disordered({ atoms: 8, edge: 16, seed: 1 }));
  const { positions, first, neighbours, atomCount } = list;
  const forces = new Float64Array(positions.length).fill(0.1);
  const wanted = forces.slice();
  addLennardJonesForces(forces, list, cutoff, twelveSixOf(term)!);
  let near = 0;
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const d = [0, 1, 2].map((k) => positions[3 * s + k]! - positions[3 * t + k]!);
      const r = Math.hypot(...d);
      if (r >= cutoff) continue;
      near++;
      for (let k = 0; k < 3; k++) {
        wanted[3 * s + k]! -= (term.slope(r) * d[k]!) / r;
        wanted[3 * t + k]! += (term.slope(r) * d[k]!) / r;
      }
    }
  expect(near).toBeGreaterThan(20);
  if (skin > 0) expect(near).toBeLessThan(first[atomCount]!);
  expectClose(forces, wanted, 1e-14);
});
