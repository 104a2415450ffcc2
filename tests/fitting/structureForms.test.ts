import { expect, test } from "vitest";
import {
  stillingerWeberForm,
  suttonChenForm,
  withAtomEnergy,
} from "../../src/fitting/structureForms.js";
import { seededRandom } from "../../src/numerics/random.js";
import { stillingerWeber, stillingerWeberSilicon } from "../../src/potentials/stillingerWeber.js";
import { suttonChen, suttonChenMetals } from "../../src/potentials/suttonChen.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { expectDerivatives } from "../support/checkPotential.js";

const silicon = displaced(crystal("diamond", { symbols: ["Si"], latticeConstant: 10.26 }), {
  deviation: 0.2,
  random: seededRandom(1),
});

test("forms are the potentials", () => {
  expect(
    stillingerWeberForm.potential(stillingerWeberSilicon).energyAndForces(silicon).energy,
  ).toBe(stillingerWeber(stillingerWeberSilicon).energyAndForces(silicon).energy);
  const copper = crystal("fcc", { symbols: ["Cu"], latticeConstant: 6.8 });
  const options = { cutoff: 13 };
  expect(
    suttonChenForm(options).potential(suttonChenMetals.Cu).energyAndForces(copper).energy,
  ).toBe(suttonChen(suttonChenMetals.Cu, options).energyAndForces(copper).energy);
});

test("withAtomEnergy: E = n · atomEnergy + E_form, shares add up, forces and virial are its derivatives", () => {
  const form = withAtomEnergy(stillingerWeberForm);
  const potential = form.potential({ ...stillingerWeberSilicon, atomEnergy: -5 });
  const bare = stillingerWeber(stillingerWeberSilicon).energyAndForces(silicon);
  const { energy, atomicEnergies } = potential.energyAndForces(silicon);
  expect(energy).toBeCloseTo(bare.energy - 8 * 5, 10);
  expect(atomicEnergies.reduce((a, b) => a + b)).toBeCloseTo(energy, 10);
  expectDerivatives(potential, silicon, 1e-6);
  expect(form.name).toBe("stillingerWeber+atomEnergy");
});

test("a cutoff that is not positive is refused", () => {
  expect(() => suttonChenForm({ cutoff: 0 })).toThrow(
    "suttonChenForm: cutoff must be a positive number of bohr, got 0",
  );
});
