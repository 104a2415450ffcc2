import { expect, test } from "vitest";
import { dihedrals } from "../../../src/potentials/charmm/dihedrals.js";
import { openPotential } from "../../../src/potentials/charmm/forceTerm.js";
import type { System } from "../../../src/structures/system.js";

test("E = Σ k (1 + cos(n φ − δ)) over the cosines of a dihedral", () => {
  const cosines = [
    { height: 0.2, multiplicity: 1, phase: 0.3 },
    { height: -0.1, multiplicity: 3, phase: Math.PI },
  ];
  const potential = openPotential("test", [dihedrals([[0, 1, 2, 3]], [cosines])], () => {});
  for (const phi of [-2, 0, 0.7, 3]) {
    const system: System = {
      positions: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 1, Math.cos(phi), Math.sin(phi), 1),
      atomicNumbers: Uint8Array.of(6, 6, 6, 6),
    };
    expect(potential.energyAndForces(system).energy).toBeCloseTo(
      0.2 * (1 + Math.cos(phi - 0.3)) - 0.1 * (1 + Math.cos(3 * phi - Math.PI)),
      14,
    );
  }
});
