import { expect, test } from "vitest";
import { birchMurnaghan } from "../../src/dynamics/birchMurnaghan.js";
import { energyVolume } from "../../src/dynamics/energyVolume.js";
import { eam } from "../../src/potentials/eam.js";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import { crystal } from "../../src/structures/crystal.js";
import { angstromFromBohr, bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";

test("fcc copper: 3.6150 Å, −3.5400 eV per atom, 138.5 GPa", () => {
  const fcc = crystal("fcc", { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(3.615) });
  const options = { from: 0.98, to: 1.02, points: 9 };
  const { volumes, energies } = energyVolume(fcc, eam(loadEamCopper()), options);
  const { volume, energy, bulkModulus } = birchMurnaghan(volumes, energies);
  expect(angstromFromBohr(Math.cbrt(4 * volume))).toBeCloseTo(3.615, 4);
  expect(evFromHartree(energy)).toBeCloseTo(-3.54, 5);
  expect(Math.abs(bulkModulus * 29421.0157 - 138.5)).toBeLessThan(1);
});
