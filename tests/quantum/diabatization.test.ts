import { expect, test } from "vitest";
import { diabaticModel } from "../../src/quantum/diabatization.js";
import { twoStateScattering } from "../../src/quantum/scattering.js";
import { tullyTransmission } from "../../src/quantum/surfaceHopping.js";
import { tullyModel } from "../../src/quantum/tully.js";
import { adiabaticPair, type TwoStateModel } from "../../src/quantum/twoState.js";

const II = tullyModel("dualAvoidedCrossing");
const surfacesOf = (model: TwoStateModel, from: number, to: number, h: number) => {
  const n = Math.round((to - from) / h) + 1;
  const positions = Float64Array.from({ length: n }, (_, i) => from + i * h);
  const states = Array.from(positions, (x) => adiabaticPair(model, x));
  return {
    positions,
    lower: states.map((s) => s.lower),
    upper: states.map((s) => s.upper),
    coupling: states.map((s) => s.coupling),
  };
};
const surfaces = surfacesOf(II, -12, 12, 0.1);
const model = diabaticModel(surfaces);

test("its adiabatic states have the energies and the coupling that it was made from", () => {
  for (const x of [-12, -3, -1.573, -0.4, 0, 0.77, 1.55, 2.31, 12]) {
    const [made, wanted] = [adiabaticPair(model, x), adiabaticPair(II, x)];
    expect(made.lower).toBeCloseTo(wanted.lower, 6);
    expect(made.upper).toBeCloseTo(wanted.upper, 6);
    expect(made.coupling).toBeCloseTo(wanted.coupling, 4);
  }
});
test("θ starts at −π/2: at the first place state 1 is the lower one, state 2 the upper one", () => {
  const { v11, v22, v12 } = model.matrix(-12);
  const { lower, upper } = adiabaticPair(II, -12);
  expect(v11).toBeCloseTo(lower, 14);
  expect(v22).toBeCloseTo(upper, 14);
  expect(v12).toBeCloseTo(0, 14);
});
test("the matrix is smooth where the surfaces bend: its slope agrees with differences", () => {
  for (const x of [-1.573, 0.02, 1.6]) {
    const [left, right] = [model.matrix(x - 1e-4), model.matrix(x + 1e-4)];
    const slope = model.slope(x);
    for (const entry of ["v11", "v22", "v12"] as const)
      expect((right[entry] - left[entry]) / 2e-4).toBeCloseTo(slope[entry], 6);
  }
});
test("scattering from surfaces and coupling alone is that of the original matrix", () => {
  const far = diabaticModel(surfacesOf(II, -25, 25, 0.05));
  const inside: TwoStateModel = {
    matrix: (x) => far.matrix(Math.max(-24, Math.min(24, x))),
    slope: (x) => far.slope(Math.max(-24, Math.min(24, x))),
  };
  const made = twoStateScattering({ model: inside, reach: 24, mass: 2000, momentum: 20 });
  const exact = tullyTransmission({ model: "dualAvoidedCrossing", momentum: 20 });
  expect(made.transmitted[0]).toBeCloseTo(exact.transmitted[0], 4);
  expect(made.transmitted[1]).toBeCloseTo(exact.transmitted[1], 4);
});

test.each([
  [{ upper: [1] }, "upper must have 241 values like positions, got 1"],
  [
    { upper: surfaces.lower },
    `lower must be below upper, got ${surfaces.lower[0]} and ${surfaces.lower[0]} hartree at -12 bohr`,
  ],
])("refusals", (wrong, message) => {
  expect(() => diabaticModel({ ...surfaces, ...wrong })).toThrow(
    new RangeError(`diabaticModel: ${message}`),
  );
});
test("outside the places the model is not defined", () => {
  expect(() => model.matrix(12.1)).toThrow(RangeError);
});
