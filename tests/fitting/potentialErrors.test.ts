import { describe, expect, test } from "vitest";
import { potentialErrors } from "../../src/fitting/potentialErrors.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { cellVolume } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";

const potential = pairPotential(lennardJones({ epsilon: 4e-4, sigma: 6.4 }), { cutoff: 12 });
const system = displaced(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 }), {
  deviation: 0.3,
  random: seededRandom(2),
});
const { energy, forces, virial } = potential.energyAndForces(system);
const volume = cellVolume(system.cell!);

describe("errors that are known", () => {
  const found = potentialErrors(potential, [
    { system, energy: energy - 4 * 0.3, forces: forces.map((f) => f + 0.2), virial },
    { system, energy: energy + 4 * 0.1 },
  ]);
  test("energy per atom: +0.3 and −0.1 hartree", () => {
    expect(found.energyPerAtom!.rmse).toBeCloseTo(Math.sqrt((0.09 + 0.01) / 2), 10);
    expect(found.energyPerAtom!.mae).toBeCloseTo(0.2, 10);
    expect(found.energyPerAtom!.predicted[0]).toBeCloseTo(energy / 4, 12);
    expect(found.energyPerAtom!.reference[1]).toBeCloseTo(energy / 4 + 0.1, 12);
  });
  test("each force component: 0.2 hartree/bohr, from the frame that has forces", () => {
    expect(found.force!.rmse).toBeCloseTo(0.2, 12);
    expect(found.force!.reference.length).toBe(12);
  });
  test("stress: xx yy zz yz xz xy of −virial/volume", () => {
    expect(found.stress!.rmse).toBe(0);
    const order = [0, 4, 8, 5, 2, 1];
    for (const [i, at] of order.entries())
      expect(found.stress!.reference[i]).toBeCloseTo(-virial[at]! / volume, 12);
  });
});
test("what no frame has is undefined", () => {
  const { force, stress } = potentialErrors(potential, [{ system, energy }]);
  expect([force, stress]).toEqual([undefined, undefined]);
});
