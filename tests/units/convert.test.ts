import { expect, test } from "vitest";
import * as convert from "../../src/units/convert.js";

test.each([
  ["1 hartree is 27.2114 eV", convert.evFromHartree(1), 27.2114],
  ["1 hartree is 219474.6 cm⁻¹", convert.inverseCmFromHartree(1) / 1e4, 21.94746],
  ["1 bohr is 0.529177 angstrom", convert.angstromFromBohr(1), 0.529177],
  ["1 atomic unit of time is 0.0241888 fs", convert.fsFromAtomicTime(1), 0.0241888],
  ["1 u is 1822.89 electron masses", convert.electronMassFromU(1) / 1e3, 1.82289],
])("%s", (_sentence, ours, known) => expect(ours).toBeCloseTo(known, 4));

test.each([
  ["eV", convert.evFromHartree, convert.hartreeFromEv],
  ["cm⁻¹", convert.inverseCmFromHartree, convert.hartreeFromInverseCm],
  ["angstrom", convert.angstromFromBohr, convert.bohrFromAngstrom],
  ["fs", convert.fsFromAtomicTime, convert.atomicTimeFromFs],
  ["u", convert.uFromElectronMass, convert.electronMassFromU],
])("to %s and back changes nothing", (_unit, there, back) => {
  expect(back(there(1.7))).toBeCloseTo(1.7, 14);
});
