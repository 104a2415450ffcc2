import type { Answers } from "../support/exercises.js";

const step = (body: string): string => `
  function timeStepFs(inverseCm: number): number {
    return ${body};
  }`;
const power = (body: string): string => `
  function exponent(n1: number, s1: number, n2: number, s2: number): number {
    return ${body};
  }`;
const days = (body: string): string => `
  function daysFor(atoms: number, timeFs: number, stepFs: number, rate: number): number {
    return ${body};
  }`;

export const answers: Answers = {
  "1.1": {
    right: step("1 / (20 * lightCmPerFs * inverseCm)"),
    wrong: [
      { code: step("1 / (lightCmPerFs * inverseCm)"), says: "at 214.5 your function gives 155.5" },
      { code: step("20 / (lightCmPerFs * inverseCm)"), says: "at 214.5 your function gives 31" },
      { code: step("lightCmPerFs * inverseCm / 20"), says: "at 214.5 your function gives" },
    ],
  },
  "1.2": {
    right: power("Math.log(s2 / s1) / Math.log(n2 / n1)"),
    wrong: [
      { code: power("Math.log(s2) / Math.log(s1)"), says: "two points on c N^p give p: for" },
      { code: power("(s2 / s1) / (n2 / n1)"), says: "does not hold: your function gives" },
      { code: power("Math.log(n2 / n1) / Math.log(s2 / s1)"), says: "does not hold" },
    ],
  },
  "1.3": {
    right: days("(atoms * timeFs) / stepFs / rate"),
    wrong: [
      { code: days("(atoms * timeFs * stepFs * rate)"), says: "off by" },
      { code: days("rate / ((atoms * timeFs) / stepFs)"), says: "your function gives 5" },
      { code: days("timeFs / stepFs / rate"), says: "your function gives 0.00002" },
    ],
  },
};
