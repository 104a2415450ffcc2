import { describe, expect, test } from "vitest";
import { fitPotential } from "../../src/fitting/fitPotential.js";
import { buckinghamForm, lennardJonesForm } from "../../src/fitting/pairForms.js";
import { formatFit, parseFit } from "../../src/fitting/savedFit.js";
import { dimer } from "./neonArgon.js";

const fit = fitPotential({
  form: lennardJonesForm,
  start: { epsilon: 1e-4, sigma: 5.4 },
  data: dimer("neon"),
});
const text = formatFit(fit, "Ne2, CCSD(T)/aug-cc-pVTZ");

test("parameters come back with all digits, and make the same term", () => {
  const parameters = parseFit(text, lennardJonesForm);
  expect(parameters).toEqual(fit.parameters);
  expect(lennardJonesForm.term(parameters).energy(6)).toBe(
    lennardJonesForm.term(fit.parameters).energy(6),
  );
});
test("the file says what it is", () => {
  expect(JSON.parse(text)).toMatchObject({
    form: "lennardJones",
    units: { epsilon: "hartree", sigma: "bohr" },
    converged: true,
    remark: "Ne2, CCSD(T)/aug-cc-pVTZ",
    deviations: fit.deviations,
  });
});
describe("refusals", () => {
  const changed = (change: object): string => JSON.stringify({ ...JSON.parse(text), ...change });
  test.each<[string, string]>([
    ["[1", "text must be JSON: "],
    ["3", "text must be a JSON object"],
    ["{}", 'format must be "mlip-fit-1", got undefined'],
    [changed({ form: "morse" }), "the fit must be of lennardJones, got one of morse"],
    [
      changed({ parameters: { epsilon: 1 } }),
      "sigma must be a finite number of bohr, got undefined",
    ],
    [
      changed({ parameters: undefined }),
      "epsilon must be a finite number of hartree, got undefined",
    ],
    [changed({ units: { epsilon: "eV", sigma: "bohr" } }), "epsilon must be in hartree, got eV"],
  ])("%#", (wrong, message) => {
    expect(() => parseFit(wrong, lennardJonesForm)).toThrow(`parseFit: ${message}`);
  });
  test("a fit of another form", () => {
    expect(() => parseFit(text, buckinghamForm)).toThrow(
      "parseFit: the fit must be of buckingham, got one of lennardJones",
    );
  });
});
