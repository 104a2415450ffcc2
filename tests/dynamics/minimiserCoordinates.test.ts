import { expect, test } from "vitest";
import { fixedCell, freeCell } from "../../src/dynamics/minimiserCoordinates.js";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { cellVolume, timesMatrix } from "../../src/structures/cell.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const system = disordered({ atoms: 12, edge: 4, seed: 1 });
const potential = pairPotential(lennardJones({ epsilon: 1, sigma: 1.5 }), {
  cutoff: 4,
  truncation: "forceShift",
});
const length = Math.sqrt(12) * Math.cbrt(cellVolume(system.cell!) / 12);
/** A strong deformation: the symmetric S = ℓ · (these). */
const strain = [0.1, 0.05, -0.03, 0.05, -0.08, 0.02, -0.03, 0.02, 0.04];
const F = Float64Array.from(strain, (s, k) => s + Number(k % 4 === 0));

test.each([0, 30])("the slope of E + p V, p = %d, against central differences", (pressure) => {
  const cell = freeCell(system, pressure);
  const point = Float64Array.of(...system.positions, ...strain.map((s) => length * s));
  const valueAt = (at: Float64Array): number =>
    cell.slope(at, potential.energyAndForces(cell.systemAt(at))).value;
  const { gradient } = cell.slope(point, potential.energyAndForces(cell.systemAt(point)));
  const numerical = centralGradient(valueAt, point, 1e-5);
  // Of S only the symmetric part has a force.
  const symmetric = numerical.map((slope, i) => {
    const k = i - 36;
    return k < 0 ? slope : (slope + numerical[36 + 3 * (k % 3) + Math.floor(k / 3)]!) / 2;
  });
  const largest = Math.max(...symmetric.map(Math.abs));
  expectClose(
    gradient.map((g) => g / largest),
    symmetric.map((g) => g / largest),
    1e-8,
  );
});
test("x → x F for atoms and cell, F = 1 + S/ℓ with ℓ = √n (V/n)^(1/3)", () => {
  const cell = freeCell(system, 0);
  const point = Float64Array.of(...system.positions, ...strain.map((s) => length * s));
  const now = cell.systemAt(point);
  expectClose(now.positions, timesMatrix(system.positions, F), 1e-13);
  expectClose(now.cell!, timesMatrix(system.cell!, F), 1e-13);
  expectClose(cell.systemAt(cell.start).positions, system.positions, 0);
});
test("a fixed cell: the positions, and the slope is minus the forces", () => {
  const fixed = fixedCell(system);
  const found = potential.energyAndForces(system);
  const { value, gradient } = fixed.slope(fixed.start, found);
  expect(value).toBe(found.energy);
  expectClose(
    gradient,
    found.forces.map((f) => -f),
    0,
  );
});
