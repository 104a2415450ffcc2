import { expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { fromFormula } from "../../src/potentials/fromFormula.js";
import { morse } from "../../src/potentials/morse.js";
import { expectClose } from "../support/closeTo.js";

const LENNARD_JONES = "4*eps*((sigma/r)^12 - (sigma/r)^6)";
const MORSE = "D*((1 - exp(-a*(r - r0)))^2 - 1)";
const distances = [0.7, 1.401, 2.5, 6];

test("Morse's formula is src/potentials/morse", () => {
  const h2 = { wellDepth: 0.1744, bondLength: 1.401, stiffness: 1.028 };
  const typed = fromFormula(MORSE, { D: 0.1744, r0: 1.401, a: 1.028 });
  const ours = morse(h2);
  expectClose(distances.map(typed.energy), distances.map(ours.energy), 1e-14);
  expectClose(distances.map(typed.slope), distances.map(ours.slope), 1e-14);
});

test("Lennard-Jones: the minimum is −ε at 2^(1/6) σ, the zero at σ", () => {
  const { energy, slope } = fromFormula(LENNARD_JONES, { eps: 0.01, sigma: 3 });
  expect(energy(3)).toBeCloseTo(0, 16);
  expect(energy(3 * 2 ** (1 / 6))).toBeCloseTo(-0.01, 16);
  expect(slope(3 * 2 ** (1 / 6))).toBeCloseTo(0, 16);
  expect(slope(3)).toBeCloseTo((-24 * 0.01) / 3, 14);
});

const p = { a: 0.8, b: 1.3 };
test.each<[string, Record<string, number>]>([
  [LENNARD_JONES, { eps: 0.01, sigma: 1.5 }],
  [MORSE, { D: 0.17, a: 1, r0: 1.4 }],
  ["a*exp(-b*r) - 0.3/r^6", p],
  ["a/r*exp(-r/b)", p],
  ["0.5*a*(r - b)^2", p],
  ["a*r^b", p],
  ["sqrt(r^2 + a^2)*log(r/b)", p],
  ["tanh(a*r)/cosh(b*r) + sech(r)", p],
  ["sin(a*r)*cos(pi*r/b) - tan(r/5) + sec(r/5) + sinh(r/6)", p],
  ["atan(a*(r - b))^3", p],
  ["r^r", {}],
  ["b^(a*r)", p],
  ["-r^2", {}],
  ["2^-r", {}],
  ["r^-2 + r^(-0.5) + r^(1/3) + r^0", {}],
  ["1e-3*r^20/(2 - 5)", {}],
  ["(a - r)/(b + r^2)/r", p],
  ["r*(1 - 1) + r", {}],
  ["(r + a) - (r - b) - -r", p],
])("%s: slope is the derivative of energy", (formula, parameters) => {
  const { energy, slope } = fromFormula(formula, parameters);
  for (const r of distances) {
    const [numeric] = centralGradient(([x]) => energy(x!), [r], 1e-5 * r);
    const scale = Math.abs(numeric!) + Math.abs(energy(r));
    expect(Math.abs(slope(r) - numeric!) / scale, `at ${r}`).toBeLessThan(1e-8);
  }
});

test.each([
  ["-r^2", 3, -9],
  ["2^3^r", 2, 512],
  ["8/r/2", 2, 2],
  ["1 - r - 1", 3, -3],
  ["r^-2", 2, 0.25],
  ["2^-r", 2, 0.25],
  ["+r", 2, 2],
  ["0x10*r", 2, 32],
  ["r # a remark", 2, 2],
])("%s has the usual order of operations: at r = %f it is %f", (formula, r, value) => {
  expect(fromFormula(formula).energy(r)).toBeCloseTo(value, 14);
});

test("parameters that mathjs takes for numbers of its own are parameters", () => {
  const { energy, slope } = fromFormula("e^r + i*r + pi + E*tau", {
    e: 3,
    i: 2,
    pi: 1,
    E: 5,
    tau: 7,
  });
  expect(energy(2)).toBe(9 + 4 + 1 + 35);
  expect(slope(2)).toBeCloseTo(9 * Math.log(3) + 2, 13);
});

test("pi is π unless it is a parameter", () => {
  expect(fromFormula("pi*r").energy(1)).toBe(Math.PI);
});

test("the LaTeX of energy and slope, textbook Lennard-Jones", () => {
  const { latex } = fromFormula(LENNARD_JONES, { eps: 0.01, sigma: 3 });
  expect(latex.energy).toBe(
    "u(r) = 4\\cdot \\varepsilon\\cdot\\left(\\left({\\frac{ \\sigma}{ r}}\\right)^{12}-" +
      "\\left({\\frac{ \\sigma}{ r}}\\right)^{6}\\right)",
  );
  expect(latex.slope).toBe(
    "\\frac{\\mathrm{d}u}{\\mathrm{d}r} = 4\\cdot \\varepsilon\\cdot\\left(" +
      "\\frac{-12\\cdot{ \\sigma}^{12}}{{ r}^{13}}+\\frac{6\\cdot{ \\sigma}^{6}}{{ r}^{7}}\\right)",
  );
});

test.each([
  ["eps*r", "\\varepsilon\\cdot r"],
  ["r0*r", "r_{0}\\cdot r"],
  ["r_0*r", "r_{0}\\cdot r"],
  ["C6*r", "C_{6}\\cdot r"],
  ["r_eq*r", "r_{\\mathrm{eq}}\\cdot r"],
  ["depth*r", "\\mathrm{depth}\\cdot r"],
  ["ε*r", "ε\\cdot r"],
])("names in LaTeX: %s", (formula, latex) => {
  const name = formula.split("*")[0]!;
  expect(fromFormula(formula, { [name]: 1 }).latex.energy).toBe(`u(r) = ${latex}`);
});

test("equal factors cancel in the slope, signs come to the front", () => {
  const slope = (formula: string): string =>
    fromFormula(formula).latex.slope.replace(/.*= /, "").replaceAll(" ", "");
  expect(slope("log(3*r)")).toBe("\\frac{1}{r}");
  expect(slope("-1/r")).toBe("\\frac{1}{{r}^{2}}");
  expect(slope("0.5*7*(r - 2)^2")).toBe("7\\cdot\\left(r-2\\right)");
  expect(slope("r*0 + 3")).toBe("0");
});

test.each([
  ["a*b + 1", p, "fromFormula: the formula must contain the distance r, got a*b + 1"],
  ["r +", {}, "fromFormula: cannot read r +: Unexpected end of expression (char 4)"],
  ["", {}, "fromFormula: the formula must be text, got ''"],
  [7, {}, "fromFormula: the formula must be text, got 7"],
  [
    "x = r",
    {},
    "fromFormula: a formula must be one expression of numbers and names, got x = r in x = r",
  ],
  [
    "f(r) = r",
    {},
    "fromFormula: a formula must be one expression of numbers and names, got f(r) = r",
  ],
  ["r; r", {}, "fromFormula: a formula must be one expression of numbers and names"],
  ["[r, 1]", {}, "fromFormula: a formula must be one expression of numbers and names"],
  ["r.constructor", {}, "fromFormula: a formula must be one expression of numbers and names"],
  ["r > 1 ? r : 0", {}, "fromFormula: a formula must be one expression of numbers and names"],
  ['r + "a"', {}, 'fromFormula: a constant must be a finite number, got "a" in r + "a"'],
  ["r + Infinity", {}, "fromFormula: a constant must be a finite number, got Infinity"],
  ["1e999*r", {}, "fromFormula: a constant must be a finite number, got Infinity"],
  ["r!", {}, "fromFormula: an operator must be one of + - * / ^, got r! in r!"],
  ["r % 2", {}, "fromFormula: an operator must be one of + - * / ^, got r % 2"],
  ["r > 1", {}, "fromFormula: an operator must be one of + - * / ^, got r > 1"],
  ["2 r", {}, "fromFormula: a product must be written with *, got 2 r in 2 r"],
  ["3 angstrom*r", {}, "fromFormula: a product must be written with *, got 3 angstrom"],
  ["a(r)", { a: 1 }, "fromFormula: a function must be one of exp, log, sqrt, sin,"],
  ["exp(r, 2)", {}, "fromFormula: exp must have one argument, got exp(r, 2)"],
  ["exp(r)(2)", {}, "fromFormula: "],
  [`r + ${"r + ".repeat(200)}r`, {}, "fromFormula: the formula must have at most 500 characters"],
])("%j is refused by name", (formula, parameters, message) => {
  expect(() => fromFormula(formula as string, parameters)).toThrow(TypeError);
  expect(() => fromFormula(formula as string, parameters)).toThrow(message);
});

test.each([
  "import",
  "evaluate",
  "parse",
  "createUnit",
  "simplify",
  "derivative",
  "config",
  "eval",
  "constructor",
  "toString",
  "random",
  "ln",
])("the function %s is refused by name", (name) => {
  expect(() => fromFormula(`${name}(r)`)).toThrow(
    "fromFormula: a function must be one of exp, log",
  );
  expect(() => fromFormula(`${name}(r)`)).toThrow(`got ${name}(r) in ${name}(r)`);
});

test.each([
  [
    "4*epz/r",
    { eps: 1 },
    'fromFormula: "epz" in 4*epz/r must be r or a parameter, got the parameters eps',
  ],
  ["exp*r", {}, 'fromFormula: "exp" in exp*r must be r or a parameter, got the parameters none'],
  ["__proto__*r", {}, 'fromFormula: "__proto__" in __proto__*r must be r or a parameter'],
  ["constructor*r", {}, 'fromFormula: "constructor" in constructor*r must be r or a parameter'],
  ["e^r", {}, 'fromFormula: "e" in e^r must be r or a parameter, got the parameters none'],
  ["a*r", { a: 1, b: 2 }, "fromFormula: the parameter b must occur in a*r"],
  ["a*r", { a: Number.NaN }, "fromFormula: the parameter a must be a finite number, got NaN"],
  ["a*r", { a: "1" as never }, "fromFormula: the parameter a must be a finite number, got '1'"],
  ["a*r", { a: 1, r: 2 }, "fromFormula: r must not be a parameter, it is the distance"],
])("%s with %j is refused by name", (formula, parameters, message) => {
  expect(() => fromFormula(formula, parameters as never)).toThrow(RangeError);
  expect(() => fromFormula(formula, parameters as never)).toThrow(message);
});

test.each([
  ["1/r", 0, "fromFormula: 1/r must be a finite number, got Infinity at r = 0 bohr"],
  ["log(r - 2)", 1, "fromFormula: log(r - 2) must be a finite number, got NaN at r = 1 bohr"],
  ["sqrt(-r)", 1, "fromFormula: sqrt(-r) must be a finite number, got NaN at r = 1 bohr"],
  ["exp(r)", 1000, "fromFormula: exp(r) must be a finite number, got Infinity at r = 1000 bohr"],
  ["r", Number.NaN, "fromFormula: r must be a finite number, got NaN at r = NaN bohr"],
  ["r/r", 0, "fromFormula: r/r must be a finite number, got NaN at r = 0 bohr"],
])("%s is refused where it is not finite, r = %f", (formula, r, message) => {
  expect(() => fromFormula(formula).energy(r)).toThrow(new RangeError(message));
});

test("so is a slope: that of sqrt(r) at 0", () => {
  expect(fromFormula("sqrt(r)").energy(0)).toBe(0);
  expect(() => fromFormula("sqrt(r)").slope(0)).toThrow(
    new RangeError(
      "fromFormula: the slope of sqrt(r) must be a finite number, got Infinity at r = 0 bohr",
    ),
  );
});

test("deep brackets are a sentence, too", () => {
  const deep = `${"(".repeat(240)}r${")".repeat(240)}`;
  expect(fromFormula(deep).slope(1)).toBe(1);
});
