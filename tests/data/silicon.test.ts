import { testDftSet } from "./dftSet.js";

testDftSet({
  name: "silicon",
  nearest: 1.8,
  energyPerAtomEv: [-139.1, -133],
  largestForceEvPerAngstrom: 30,
  groundState: "diamond",
  atomsInCube: 8,
});
